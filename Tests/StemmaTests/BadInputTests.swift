import Foundation
import Testing

/// Bad input: one clear line each, exit status 2, and everything else is read and kept.
@Suite("Bad input")
struct BadInputTests {
  private let scratch: Scratch
  private let program: Program

  private static let good =
    [
      "The harbour board of Fennmoor voted on Tuesday to dredge the inner basin before the winter, its chair said.",
      "The work is to begin in October and will cost four million crowns, of which the county pays half.",
      "Fishermen had asked for it for nine years. “We scraped our keels every spring tide,” said one, Olla Brink.",
      "The board will choose a contractor in August. No ship larger than eighty metres may enter until the work is done.",
    ].joined(separator: "\n\n") + "\n"

  init() throws {
    scratch = try Scratch()
    program = Program(folder: scratch.path)
    try scratch.write("good.txt", Self.good)
  }

  /// A bad input: what lies there, and what the line about it must say.
  struct Bad: Sendable, CustomTestStringConvertible {
    let name: String
    let content: [UInt8]?
    /// What stands behind the path in the line: a record's number.
    var record = ""
    let reason: String
    /// Words of which one must be there: what to do about it.
    let advice: [String]
    /// Articles that are kept of it all the same.
    var kept = 0

    var testDescription: String { name }
  }

  private static func line(_ id: String) -> String {
    let text = good.split(separator: "\n").joined(separator: " ").replacingOccurrences(
      of: "Fennmoor", with: id)
    return "{\"id\":\"\(id)\",\"text\":\"\(text)\"}"
  }

  static let bad = [
    Bad(
      name: "binary.dat", content: (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / 256) },
      reason: "not-text", advice: ["leave it out"]),
    Bad(
      name: "program", content: [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], reason: "unsupported",
      advice: ["leave it out"]),
    Bad(name: "empty.html", content: [], reason: "empty", advice: ["leave it out"]),
    Bad(name: "blank.txt", content: Array(" \n\t\n".utf8), reason: "empty", advice: ["leave it out"]),
    Bad(
      name: "broken.txt",
      content: Array(good.utf8.prefix(200)) + [0xFF, 0xC3, 0x28] + Array(good.utf8.dropFirst(200)),
      reason: "broken-encoding", advice: ["iconv"], kept: 1),
    Bad(
      name: "cut.jsonl", content: Array((line("Lowick") + "\n" + line("Tarn").prefix(150)).utf8),
      record: "#2",
      reason: "cut-short", advice: ["fetch", "write"], kept: 1),
    Bad(
      name: "halves.jsonl",
      content: Array((line("Osk") + "\n{\"id\": nonsense}\n" + line("Wick") + "\n").utf8),
      record: "#2", reason: "bad-json", advice: ["write", "leave", "fetch", "correct", "mend"], kept: 2),
    Bad(name: "missing.html", content: nil, reason: "not-found", advice: ["check"]),
    Bad(name: "nowhere/page.html", content: nil, reason: "not-found", advice: ["check"]),
  ]

  /// The one line about a path, taken apart.
  private func complaint(about path: String, in ending: Program.Ending) throws -> (
    reason: String, detail: String
  ) {
    let lines = ending.messages.filter { $0.contains(path) }
    try #require(lines.count == 1, "one line about \(path):\n\(ending.errors)")
    let parts = lines[0].components(separatedBy: ": ")
    try #require(parts.count >= 4 && parts[0] == "stemma" && parts[1] == path, "\(lines[0])")
    return (parts[2], parts[3...].joined(separator: ": "))
  }

  @Test("says in one line where, what and what to do", arguments: bad)
  func alone(_ bad: Bad) async throws {
    if let content = bad.content { try scratch.write(bad.name, Data(content)) }
    let ending = try await program.run(["read", bad.name, "good.txt", "--archive", "a.stemma"])
    #expect(ending.status == 2)
    let complaint = try complaint(about: bad.name + bad.record, in: ending)
    #expect(complaint.reason == bad.reason)
    #expect(bad.advice.contains { complaint.detail.contains($0) }, "what to do? \(complaint.detail)")
    #expect(ending.messages.count == 1, "\(ending.errors)")
    let export = try JSONLines(try await program.succeed(["export", "--archive", "a.stemma"]).output)
    #expect(try export.articles.count == 1 + bad.kept)
    #expect(try export.articles.contains { $0.source == "good.txt" })
  }

  @Test("All of it at once, in a folder: as many lines as faults, and every good page kept")
  func together() async throws {
    for bad in Self.bad {
      if let content = bad.content { try scratch.write("pile/" + bad.name, Data(content)) }
    }
    try scratch.write("pile/good.txt", Self.good)
    let present = Self.bad.filter { $0.content != nil }
    let ending = try await program.run(["read", "pile", "gone", "--json", "--archive", "a.stemma"])
    #expect(ending.status == 2)
    #expect(ending.messages.count == present.count + 1, "\(ending.errors)")
    for bad in present {
      #expect(try complaint(about: "pile/" + bad.name + bad.record, in: ending).reason == bad.reason)
    }
    let printed = try JSONLines(ending.output)
    #expect(try printed.articles.count == 1 + present.map(\.kept).reduce(0, +))
    #expect(try printed.summary?.soft_errors == present.count + 1)
    #expect(try await program.run(["check", "--archive", "a.stemma"]).status == 0)
    // What was said once is said again: the fault is still there.
    let again = try await program.run(["read", "pile", "gone", "--archive", "a.stemma"])
    #expect(again.status == 2)
    #expect(Set(again.messages) == Set(ending.messages))
  }

  @Test("The filters complain in the same words, and go on", arguments: ["extract", "match", "lineage"])
  func filters(command: String) async throws {
    try scratch.write("empty.html", "")
    let ending = try await program.run([command, "empty.html", "missing.html", "good.txt", "--json"])
    #expect(ending.status == 2)
    #expect(ending.messages.count == 2, "\(ending.errors)")
    #expect(try complaint(about: "empty.html", in: ending).reason == "empty")
    #expect(try complaint(about: "missing.html", in: ending).reason == "not-found")
    let printed = try JSONLines(ending.output)
    #expect(try printed.refusals.map(\.source).sorted() == ["empty.html", "missing.html"])
    #expect(try printed.articles.map(\.source) == ["good.txt"])
  }

  @Test(
    "A folder without permission is one line; the rest is read",
    .enabled("needs a user who is kept out of folders; as root, setpriv") { try await Nobody.canRun() })
  func noPermission() async throws {
    try scratch.write("closed/page.txt", Self.good)
    try scratch.write("out/.keep", "")
    let closed = scratch.path + "/closed"
    chmod(scratch.path + "/out", 0o777)
    chmod(closed, 0)
    defer { chmod(closed, 0o755) }
    let nobody = try Nobody.program(in: scratch)
    let ending = try await nobody.run(["read", "closed", "good.txt", "--archive", "out/a.stemma"])
    #expect(ending.status == 2)
    let complaint = try complaint(about: "closed", in: ending)
    #expect(complaint.reason == "no-permission")
    #expect(complaint.detail.contains("chmod"))
    #expect(ending.messages.count == 1, "\(ending.errors)")
    #expect(
      try JSONLines(try await nobody.run(["export", "--archive", "out/a.stemma"]).output).articles.map(
        \.source) == ["good.txt"])
  }

  @Test(
    "A file that is no archive is named, and left as it is",
    arguments: [
      ["read", "good.txt"], ["families"], ["search", "ferry"], ["export"], ["check"], ["trace", "good.txt"],
    ])
  func noArchive(command: [String]) async throws {
    let content = Data("Notes on a ferry, not an archive.\n".utf8)
    try scratch.write("notes.stemma", content)
    let ending = try await program.run(command + ["--archive", "notes.stemma"])
    #expect(ending.status == 2)
    #expect(ending.messages.count == 1, "\(ending.errors)")
    #expect(ending.errors.contains("notes.stemma: this is not an archive"))
    #expect(ending.errors.contains("Name another file"))
    #expect(ending.output.isEmpty)
    #expect(try scratch.read("notes.stemma") == content)
  }

  @Test(
    "An archive that is not there, or whose folder is not", arguments: [["families"], ["read", "good.txt"]])
  func archiveNowhere(command: [String]) async throws {
    let ending = try await program.run(command + ["--archive", "no/such/a.stemma"])
    #expect(ending.status == 2)
    #expect(ending.messages.count == 1 && ending.errors.contains("no/such"), "\(ending.errors)")
    #expect(ending.errors.contains("make the folder first"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/no"))
    let missing = try await program.run(["families", "--archive", "b.stemma"])
    #expect(missing.status == 2)
    #expect(missing.messages.count == 1 && missing.errors.contains("b.stemma"), "\(missing.errors)")
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/b.stemma"))
  }

  @Test("An archive may be named in the environment")
  func archiveFromEnvironment() async throws {
    let ending = try await program.run(["read", "good.txt"], environment: ["STEMMA_ARCHIVE": "env.stemma"])
    #expect(ending.status == 0)
    #expect(FileManager.default.fileExists(atPath: scratch.path + "/env.stemma"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/pile.stemma"))
  }

  @Test("Two ways to write one accent are one id: both pages are kept, and what they share is found")
  func accents() async throws {
    let pages = [
      ("caf\u{E9}", "Somebody else's words entirely."), ("cafe\u{301}", Self.oneLine), ("tea", Self.oneLine),
    ]
    let lines = pages.map { "{\"id\":\"\($0)\",\"text\":\"\($1)\"}" }
    try scratch.write("accents.jsonl", lines.joined(separator: "\n"))
    let ending = try await program.run(["read", "accents.jsonl", "--archive", "accents.stemma"])
    #expect(ending.status == 2 && ending.errors.contains("duplicate-id"), "\(ending.errors)")
    _ = try await program.succeed(["check", "--archive", "accents.stemma"])
    let families = try await program.succeed(["families", "--archive", "accents.stemma", "--min-size", "2"])
    #expect(families.text.split(separator: "\n").count == 1)
  }

  private static let oneLine = good.split(separator: "\n").joined(separator: " ")
}

/// A user who is kept out of what is closed, which root is not.
enum Nobody {
  private static let setpriv = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

  /// The program, run by that user; the binary is copied to where they may run it.
  static func program(in scratch: Scratch) throws -> Program {
    guard geteuid() == 0 else { return Program(folder: scratch.path) }
    let copy = scratch.path + "/stemma-program"
    try FileManager.default.copyItem(atPath: Program.path, toPath: copy)
    chmod(copy, 0o755)
    return Program(folder: scratch.path, prefix: setpriv, file: copy)
  }

  static func canRun() async throws -> Bool {
    if geteuid() != 0 { return true }
    let scratch = try Scratch()
    if FileManager.default.isExecutableFile(atPath: setpriv[0]),
      try await program(in: scratch).run(["--version"]).status == 0
    {
      return true
    }
    print(
      "SKIPPED: folders without permission. Root is kept out of none, and setpriv cannot run stemma as nobody."
    )
    return false
  }
}
