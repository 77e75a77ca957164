import Foundation

/// The demo press, read once for all tests that look at its archive.
struct DemoPress: Sendable {
  static let tables = ["--tables", Folders.examples + "/tables"]

  let archive: String
  /// What `read` said.
  let errors: String
  let status: Int32
  private let scratch: Scratch

  /// Where pages are read from: paths are then those of truth.json behind "press/".
  static let program = Program(folder: Folders.examples)

  private static let reading = Task { try await DemoPress() }

  static func read() async throws -> DemoPress { try await reading.value }

  private init() async throws {
    scratch = try Scratch()
    archive = scratch.path + "/demo.stemma"
    let ending = try await Self.program.run(["read", "press", "--archive", archive, "--quiet"] + Self.tables)
    errors = ending.errors
    status = ending.status
  }

  /// Runs a command over the archive.
  func run(_ arguments: [String]) async throws -> Program.Ending {
    try await Self.program.run(arguments + ["--archive", archive])
  }

  func export() async throws -> JSONLines { try JSONLines(try await run(["export"]).output) }

  /// The name that truth.json has for a page.
  static func page(_ source: String) -> String {
    source.hasPrefix("press/") ? String(source.dropFirst(6)) : source
  }
}

extension JSONLines {
  /// Names of truth.json by id; a lost witness is called `lost:` and its label.
  func pageNames() throws -> [String: String] {
    var names: [String: String] = [:]
    for article in try articles { names[article.id] = DemoPress.page(article.source) }
    for stemma in try stemmata {
      for node in stemma.nodes where node.lost { names[node.id] = "lost:" + node.label }
    }
    return names
  }
}
