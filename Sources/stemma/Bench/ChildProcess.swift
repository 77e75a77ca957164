import Foundation

/// Other programs, run to their end.
enum ChildProcess {
  /// The file of this program.
  static var ownPath: String {
    Bundle.main.executablePath ?? CommandLine.arguments[0]
  }

  /// What a command wrote to its standard output.
  ///
  /// - Throws: `Failure` with the end of what it complained of, where it is not there or ended badly.
  static func run(_ command: [String], environment: [String: String] = [:]) throws -> String {
    let process = Process()
    // `env` looks the program up and replaces itself with it.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, given in given }
    let folder = FileManager.default.temporaryDirectory
    // What it writes goes to files: a full pipe would hold it up while it is measured.
    let (out, errors) = try (scratch(in: folder), scratch(in: folder))
    defer { for file in [out, errors] { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let said = String(decoding: (try? Data(contentsOf: errors)) ?? Data(), as: UTF8.self)
      throw Failure(
        "\(command.prefix(6).joined(separator: " ")) ended with \(process.terminationStatus): \(said.suffix(600))"
      )
    }
    return String(decoding: try Data(contentsOf: out), as: UTF8.self)
  }

  /// The same command held to one core, where the system has a way to do that.
  static func pinned(_ command: [String]) -> [String] {
    ["/usr/bin/taskset", "/bin/taskset"].first { FileManager.default.isExecutableFile(atPath: $0) }.map {
      [$0, "-c", "0"] + command
    } ?? command
  }

  private static func scratch(in folder: URL) throws -> URL {
    let file = folder.appending(path: "stemma-\(getpid())-\(UUID().uuidString)")
    guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
      throw Failure("\(file.path) cannot be written; make room, or name another folder in TMPDIR")
    }
    return file
  }
}
