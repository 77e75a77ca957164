import Foundation
import Testing

/// The built `stemma`, run as a user runs it.
///
/// What it prints goes to files, not to pipes: however much it says, nobody waits for anybody.
struct Program {
  /// How a run ended.
  struct Ending {
    let output: Data
    let errors: String
    let status: Int32
    let wasKilled: Bool
    let seconds: Double

    var text: String { String(decoding: output, as: UTF8.self) }
    /// The messages, a line each.
    var messages: [Substring] { errors.split(separator: "\n") }
    /// The messages that begin as every complaint about an input does.
    var complaints: [Substring] { messages.filter { $0.hasPrefix("stemma: ") } }
  }

  /// A run that did not end by itself.
  struct TookTooLong: Error, CustomStringConvertible {
    let description: String
  }

  /// Where the binary lies: beside the test bundle, unless STEMMA_BINARY says otherwise.
  static let path: String = {
    if let given = ProcessInfo.processInfo.environment["STEMMA_BINARY"] { return given }
    var places = [URL(fileURLWithPath: CommandLine.arguments[0]), Bundle.main.bundleURL]
    places += Bundle.allBundles.map(\.bundleURL)
    let candidates = places.flatMap { place in
      [place.deletingLastPathComponent(), place].map { $0.appendingPathComponent("stemma").path }
    }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? Folders.package
      + "/.build/debug/stemma"
  }()

  /// Where commands run, unless told otherwise.
  let folder: String
  /// What stands before the program's path: another program that runs it, say.
  var prefix: [String] = []
  /// The file that is run; ``path`` unless a test copied it.
  var file = Program.path

  /// Runs a command to its end.
  ///
  /// - Parameters:
  ///   - input: What it reads on the standard input.
  ///   - killAfter: Seconds after which it is killed, as by a power cut.
  ///   - limit: Seconds after which a run is taken for hung.
  /// - Throws: `TookTooLong` for a run that hung; it is killed.
  func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:],
    killAfter: Double? = nil,
    limit: Double = 120
  ) async throws -> Ending {
    await Turnstile.shared.enter()
    defer { Task { await Turnstile.shared.leave() } }
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let command = prefix + [file] + arguments
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = Self.environment.merging(environment) { _, given in given }
    process.standardInput = FileHandle(forReadingAtPath: try scratch.write("in", input))
    process.standardOutput = FileHandle(forWritingAtPath: try scratch.write("out", Data()))
    process.standardError = FileHandle(forWritingAtPath: try scratch.write("err", Data()))
    let start = ContinuousClock.now
    try process.run()
    defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
    var wasKilled = false
    while process.isRunning {
      let seconds = Self.seconds(since: start)
      if let killAfter, !wasKilled, seconds >= killAfter {
        kill(process.processIdentifier, SIGKILL)
        wasKilled = true
      }
      if seconds > limit {
        throw TookTooLong(
          description: "stemma \(arguments.joined(separator: " ")) ran for \(limit) s and was killed")
      }
      try await Task.sleep(for: .milliseconds(2))
    }
    return Ending(
      output: try scratch.read("out"), errors: String(decoding: try scratch.read("err"), as: UTF8.self),
      status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      seconds: Self.seconds(since: start))
  }

  /// Runs a command that must end well.
  func succeed(
    _ arguments: [String], input: Data = Data(), at location: SourceLocation = #_sourceLocation
  ) async throws -> Ending {
    let ending = try await run(arguments, input: input)
    try #require(
      ending.status == 0,
      "stemma \(arguments.prefix(6).joined(separator: " ")): \(ending.errors.prefix(800))",
      sourceLocation: location)
    return ending
  }

  /// What a command's children need, and nothing that would change what they do.
  private static let environment = ProcessInfo.processInfo.environment.filter {
    ["PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR"].contains($0.key)
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let elapsed = (ContinuousClock.now - start).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
  }
}

/// Lets a few programs run at a time: tests start all at once, and forty programs on two cores would each look hung.
private actor Turnstile {
  static let shared = Turnstile()

  private var places = max(2, ProcessInfo.processInfo.activeProcessorCount)
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func enter() async {
    if places > 0 {
      places -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
  }
}
