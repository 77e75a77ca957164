import Desk
import Dispatch
import Foundation
import Synchronization

@testable import Web

/// A server for the length of a test, with pages that the test makes.
struct Serving: Sendable {
  let server: Server
  let place: Place
  /// What the server said of what went wrong.
  let log: Log

  final class Log: Sendable {
    private let held = Mutex<[String]>([])
    var lines: [String] { held.withLock { $0 } }
    func add(_ line: String) { held.withLock { $0.append(line) } }
  }

  /// A page that says what it was asked for.
  static func echo(_ request: Request) -> Page {
    let words = request.path.joined(separator: "|")
    return Page(
      title: words, section: .pile, body: "<h1>\(words)</h1>",
      data: ["path": request.path, "form": request.form.map(\.value), "files": request.files.map(\.name)],
      table: Page.Table(["part"], request.path.map { [$0] }))
  }

  /// Serves `pages` on a free port of this machine while `body` runs on a thread that may block.
  static func run<Result: Sendable>(
    limits: Limits = Limits(), listen: String = "127.0.0.1", archive: String = "/nonexistent",
    pages: @escaping @Sendable (Request) async throws -> Page = { echo($0) },
    _ body: @escaping @Sendable (Serving) throws -> Result
  ) async throws -> Result {
    let log = Log()
    let server = Server(
      pages: pages, from: archive, listen: listen, port: 0, limits: limits, log: { log.add($0) })
    let (places, begun) = AsyncStream.makeStream(of: Place.self)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { begun.finish() }
        try await server.run { begun.yield($0) }
      }
      var iterator = places.makeAsyncIterator()
      guard let place = await iterator.next() else {
        try await group.waitForAll()
        throw CancellationError()
      }
      let serving = Serving(server: server, place: place, log: log)
      defer { group.cancelAll() }
      return try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(with: Swift.Result { try body(serving) }) }
      }
    }
  }

  /// Asks for a page on a connection of its own.
  func get(_ target: String, _ fields: String = "", method: String = "GET") -> RawAnswer? {
    ask(
      "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(place.port)\r\n\(fields)\r\n",
      hasBody: method != "HEAD")
  }

  /// Sends a form to a page as the site's own forms do.
  func post(
    _ target: String, _ body: [UInt8], type: String = "application/x-www-form-urlencoded",
    origin: String? = nil
  ) -> RawAnswer? {
    let own = "http://127.0.0.1:\(place.port)"
    guard let client = RawClient(port: place.port) else { return nil }
    client.send(
      "POST \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(place.port)\r\nOrigin: \(origin ?? own)\r\n"
        + "Content-Type: \(type)\r\nContent-Length: \(body.count)\r\n\r\n")
    client.send(body)
    return client.answer()
  }

  func ask(_ text: String, hasBody: Bool = true) -> RawAnswer? {
    guard let client = RawClient(port: place.port) else { return nil }
    client.send(text)
    return client.answer(hasBody: hasBody)
  }

  /// Waits until something is so; `false` when it is not for a minute.
  func waits(until isSo: () -> Bool) -> Bool {
    for _ in 0..<1_200 {
      if isSo() { return true }
      usleep(50_000)
    }
    return false
  }
}

/// A number that several may count on.
final class Count: Sendable {
  private let held = Mutex(0)
  var value: Int { held.withLock { $0 } }
  func next() -> Int {
    held.withLock {
      $0 += 1
      return $0
    }
  }
}
