import Foundation
import Testing

/// Invariants 2 and 3: the same pages give the same archive, in whatever order, on however many threads, and however
/// often the program was killed on the way.
@Suite("The same again", .serialized)
struct RepetitionTests {
  private let scratch: Scratch
  private let program: Program
  private static let pile = InventedPile(articles: 3000, seed: 2021)

  init() throws {
    scratch = try Scratch()
    program = Program(folder: scratch.path)
    try scratch.write("pile.jsonl", Self.pile.data)
  }

  private func export(_ archive: String) async throws -> Data {
    try await program.succeed(["export", "--archive", scratch.path + "/" + archive]).output
  }

  private func lines(_ archive: String) async throws -> [String] {
    String(decoding: try await export(archive), as: UTF8.self).components(separatedBy: "\n")
  }

  /// A page's line number changes when lines are shuffled; nothing else may.
  private func withoutLineNumbers(_ line: String) -> String {
    let parts = line.components(separatedBy: "pile.jsonl#")
    return ([parts[0]] + parts.dropFirst().map { String($0.drop(while: \.isNumber)) }).joined(
      separator: "pile.jsonl#")
  }

  @Test("Reading a folder twice changes nothing")
  func twice() async throws {
    let demo = Program(folder: Folders.examples)
    let archive = scratch.path + "/twice.stemma"
    let read = ["read", "press", "--json", "--archive", archive] + DemoPress.tables
    let first = try JSONLines(try await demo.run(read).output)
    let once = try await export("twice.stemma")
    let second = try JSONLines(try await demo.run(read).output)
    #expect(try await export("twice.stemma") == once)
    let before = try #require(try first.summary)
    let after = try #require(try second.summary)
    #expect(before.articles > 60 && before.known == 0)
    #expect(after.articles == 0 && (after.known ?? 0) >= before.articles)
    #expect(after.families == before.families)
    #expect(try await demo.run(read.filter { $0 != "--json" }).text.contains("articles (0 new)"))
  }

  @Test("The demo press: one thread or eight, folders in this order or that")
  func demoInAnyOrder() async throws {
    let demo = Program(folder: Folders.examples)
    let outlets = try FileManager.default.contentsOfDirectory(atPath: Folders.examples + "/press").map {
      "press/" + $0
    }.sorted()
    var exports: [[String]] = []
    for (number, (inputs, threads)) in [
      (["press"], "1"), (["press"], "8"), (outlets, "2"), (Array(outlets.reversed()), "3"),
      (Array(outlets.dropFirst(7)) + outlets.prefix(7), "8"),
    ].enumerated() {
      let archive = scratch.path + "/demo\(number).stemma"
      _ = try await demo.run(
        ["read"] + inputs + ["--threads", threads, "--archive", archive] + DemoPress.tables)
      exports.append(try await lines("demo\(number).stemma"))
    }
    #expect(exports[0].count > 100)
    for other in exports.dropFirst() { expectSame(exports[0], other) }
  }

  @Test(
    "3,000 articles: 1, 2 and 8 threads give the same bytes, and shuffled lines the same but for their numbers"
  )
  func threadsAndShuffledLines() async throws {
    var exports: [[String]] = []
    for threads in ["1", "2", "8"] {
      _ = try await program.succeed([
        "read", "pile.jsonl", "--threads", threads, "--archive", "t\(threads).stemma",
      ])
      exports.append(try await lines("t\(threads).stemma"))
    }
    expectSame(exports[0], exports[1])
    expectSame(exports[0], exports[2])
    let families = try JSONLines(try await export("t1.stemma")).families
    #expect(families.contains { $0.members.count > 3 }, "a pile in which nothing is copied shows nothing")
    #expect(families.contains { $0.members.count == 1 })
    let shuffledLines = Self.pile.shuffled(seed: 7)
    try scratch.write("shuffled/pile.jsonl", shuffledLines.joined(separator: "\n") + "\n")
    let elsewhere = Program(folder: scratch.path + "/shuffled")
    _ = try await elsewhere.succeed([
      "read", "pile.jsonl", "--threads", "2", "--archive", scratch.path + "/s.stemma",
    ])
    let shuffled = try await lines("s.stemma").map(withoutLineNumbers)
    expectSame(exports[0].map(withoutLineNumbers), shuffled)
  }

  @Test("Killed at any moment and run again, it ends in the same archive")
  func killed() async throws {
    let whole = try await program.succeed(["read", "pile.jsonl", "--archive", "whole.stemma"])
    let wanted = try await export("whole.stemma")
    var dice = Dice(1453)
    var kills = 0
    // Moments over the whole run, each with an archive of its own; the last archive is killed three times over.
    let moments = [[0.05], [0.25], [0.5], [0.75], [0.9], [0.15, 0.4, 0.6]]
    for (number, moments) in moments.enumerated() {
      let archive = "killed\(number).stemma"
      for moment in moments {
        let share = moment + Double(dice.roll(100)) / 1000
        let ending = try await program.run(
          ["read", "pile.jsonl", "--archive", archive], killAfter: whole.seconds * share)
        kills += ending.wasKilled ? 1 : 0
        try await expectSound(
          archive, unfinished: true, "killed after \(whole.seconds * share) s of \(whole.seconds)")
      }
      let last = try await program.run(["read", "pile.jsonl", "--archive", archive])
      #expect(last.status == 0, "\(last.errors)")
      #expect(try await export(archive) == wanted, "killed at \(moments)")
      try await expectSound(archive, unfinished: false, "finished after a kill")
    }
    #expect(kills >= 4, "runs ended before they could be killed: the test shows nothing")
  }

  /// `check` passes on whatever a kill left behind; there may be no file yet. That families are still to be found is
  /// said, with what to do, and is all that may be said.
  private func expectSound(_ archive: String, unfinished: Bool, _ when: String) async throws {
    guard FileManager.default.fileExists(atPath: scratch.path + "/" + archive) else { return }
    let check = try await program.run(["check", "--archive", archive])
    // Killed before the first table was made.
    let emptiness = ["there is nothing in this file yet", "the file is empty"]
    if unfinished, check.status == 2, emptiness.contains(where: check.errors.contains) { return }
    let faults = check.text.split(separator: "\n").filter { $0.hasPrefix("invariant ") }
    let broken = faults.filter {
      !unfinished || !($0.contains("families were computed") && $0.contains("read again"))
    }
    #expect(broken == [] && check.status == (faults.isEmpty ? 0 : 2), "\(when): \(check.text)\(check.errors)")
  }
}
