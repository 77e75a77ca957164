import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import UnixSignals

/// Puts a site on a socket.
///
/// ```swift
/// try await Server(site, listen: "127.0.0.1", port: 8080).run { print($0.address) }
/// ```
public final class Server: Sendable {
  let listen: String
  let port: Int
  let limits: Limits
  let connections: Connections
  let token: Token?
  private let page: @Sendable (Request) async throws -> Page
  private let archive: String
  private let log: @Sendable (String) -> Void
  /// Answers requests; `nil` until we know which port is ours.
  private let responder = Mutex<Responder?>(nil)
  private let sent: SentBytes
  let workers: PageWorkers

  /// - Parameters:
  ///   - listen: A number or name of this machine. Elsewhere than on loopback, who comes needs a token.
  ///   - port: 0 for any that is free.
  ///   - log: Is told what goes wrong, a line each.
  public convenience init(
    _ site: Site, listen: String = "127.0.0.1", port: Int = 8080, limits: Limits = Limits(),
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.init(
      pages: site.page, from: site.archive.path, listen: listen, port: port, limits: limits, log: log)
  }

  /// The same with pages of any making, from a file.
  init(
    pages: @escaping @Sendable (Request) async throws -> Page, from archive: String, listen: String,
    port: Int, limits: Limits, log: @escaping @Sendable (String) -> Void
  ) {
    page = pages
    self.archive = archive
    self.listen = listen
    self.port = port
    self.limits = Self.within(filesOf: limits)
    self.log = log
    connections = Connections(most: self.limits.connections)
    sent = SentBytes(most: limits.heldBytes)
    workers = PageWorkers(limits)
    token = Hosts.isLoopback(listen) ? nil : Token()
  }

  deinit { workers.end() }

  /// No more connections than the system lets us have files beside those of the archive.
  private static func within(filesOf limits: Limits) -> Limits {
    var files = rlimit()
    #if canImport(Glibc)
      let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let kind = RLIMIT_NOFILE
    #endif
    guard getrlimit(kind, &files) == 0 else { return limits }
    var limits = limits
    limits.mostConnections = min(limits.mostConnections, max(16, Int(clamping: files.rlim_cur) - 96))
    limits.connections = min(limits.connections, limits.mostConnections / 4)
    return limits
  }

  /// Serves until told to end, or cancelled; then finishes what is under way.
  ///
  /// - Parameters:
  ///   - signals: Those that tell it to end.
  ///   - running: Is called once, when requests can come.
  /// - Throws: `ServerError` when it cannot listen there.
  public func run(
    endingOn signals: [UnixSignal] = [], _ running: @escaping @Sendable (Place) -> Void
  ) async throws(ServerError) {
    var logger = Logger(label: "stemma") { label in StreamLogHandler.standardError(label: label) }
    logger.logLevel = .critical
    var configuration = ServiceGroupConfiguration(
      services: [application(logger, running)], gracefulShutdownSignals: signals, logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(limits.farewellSeconds)
    do { try await ServiceGroup(configuration: configuration).run() } catch {
      // What was still under way at the end was broken off, as was said it would be.
      if responder.withLock({ $0 != nil }) { return }
      throw ServerError(error, listen: listen, port: port)
    }
  }

  private func application(_ logger: Logger, _ running: @escaping @Sendable (Place) -> Void)
    -> some ApplicationProtocol
  {
    let (connections, limits) = (connections, limits)
    var http = HTTP1Channel.Configuration(
      additionalChannelHandlers: [ConnectionHandler(connections, limits)],
      idleTimeout: .seconds(Int64(limits.bodySeconds)))
    http.httpDecoder = .init(
      maxHeaderFieldSize: limits.fieldBytes, maxHeaderListSize: limits.headBytes,
      maxHeaderFieldCount: limits.fields)
    return Application(
      responder: CallbackResponder<BasicRequestContext> { request, _ in await self.respond(to: request) },
      server: .http1(configuration: http),
      configuration: ApplicationConfiguration(
        address: .hostname(listen, port: port), backlog: 1_024,
        availableConnectionsDelegate: .maximum(limits.mostConnections, logger: logger)),
      onServerRunning: { channel in await self.begin(on: channel, running) }, logger: logger)
  }

  /// Opens the doors: from here on requests are answered.
  private func begin(on channel: any Channel, _ running: @Sendable (Place) -> Void) async {
    // Out of file descriptors, the server's socket would otherwise end for good.
    try? await channel.eventLoop.submit {
      try channel.pipeline.syncOperations.addHandler(AcceptBackoffHandler(), position: .first)
    }.get()
    let place = Place(listen: listen, port: channel.localAddress?.port ?? port, token: token)
    let hosts = Hosts(listen: listen, port: place.port, machine: Place.machine)
    responder.withLock {
      $0 = Responder(
        page: page, archive: archive, gate: Gate(hosts: hosts, token: token), limits: limits,
        workers: workers, log: log)
    }
    running(place)
  }

  private func respond(to request: Hummingbird.Request) async -> Response {
    guard let responder = responder.withLock({ $0 }) else {
      return Answer(Fault.busy).response(onlyHead: false)
    }
    let head = Head(request.head)
    var share = SentBytes.Share(of: sent)
    let answer = await responder.answer(head) { most in
      try await share.read(request.body, stated: head.contentLength, most: most)
    }
    return answer.response(onlyHead: head.method == "HEAD")
  }
}
