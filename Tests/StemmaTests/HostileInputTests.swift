import Foundation
import GRDB
import Testing

/// Input that someone made to do harm.
@Suite("Hostile input")
struct HostileInputTests {
  private let scratch: Scratch
  private let program: Program

  /// A report of some length, with words of its own behind.
  private static func report(_ end: String = "") -> String {
    "The harbour board of Fennmoor voted on Tuesday to dredge the inner basin before the winter, its chair said. "
      + "The work is to begin in October and will cost four million crowns, of which the county pays half. "
      + "Fishermen had asked for it for nine years, and the board will choose a contractor in August. " + end
  }

  init() throws {
    scratch = try Scratch()
    program = Program(folder: scratch.path)
  }

  private func write(_ name: String, _ lines: [[String: Any]]) throws {
    let data = try lines.map { try JSONSerialization.data(withJSONObject: $0) }
    try scratch.write(name, Data(data.joined(separator: [0x0A])))
  }

  @Test("An article without its text is no article of an archive")
  func withheldText() async throws {
    try write(
      "withheld.jsonl",
      [
        [
          "type": "article", "id": "a", "source": "a.html",
          "furniture": [["kind": "share", "text": "Share", "range": [0, 5]]],
        ]
      ])
    let ending = try await program.run(["read", "withheld.jsonl"])
    #expect(ending.status == 2)
    #expect(ending.complaints.count == 1 && ending.errors.contains("--with-text"), "\(ending.errors)")
    #expect(try await program.run(["check"]).status == 0)
    // The same article with its text takes the refusal's place.
    try write(
      "whole.jsonl",
      [["type": "article", "id": "a", "source": "a.html", "text": Self.report(), "credits": []]])
    let whole = try await program.succeed(["read", "whole.jsonl"])
    #expect(whole.errors.isEmpty)
    let export = try JSONLines(try await program.succeed(["export"]).output)
    #expect(try export.articles.map(\.id) == ["a"])
    #expect(try export.refusals.isEmpty)
  }

  @Test(
    "Nothing that a page says steers the terminal",
    arguments: ["\u{1B}[31m", "\u{1B}]0;x\u{7}", "\u{9B}31m", "\r"])
  func escapes(escape: String) async throws {
    try write(
      "pile.jsonl",
      (0..<3).map {
        [
          "id": "id\($0)\(escape)", "title": "T\(escape)", "outlet": "O\(escape)",
          "text": Self.report("\($0)"),
        ]
      })
    try write(
      "stages.jsonl",
      [
        ["type": "article", "id": "a", "text": Self.report(), "credits": []],
        ["type": "article", "id": "b", "text": Self.report("b"), "credits": []],
        ["type": "family", "id": "f\(escape)", "members": ["a", "b", "c"]],
        [
          "type": "pair", "a": "a", "b": "b", "kind": "edited", "coverage_a": 1, "coverage_b": 1,
          "similarity": 1,
          "passages": [["a": [0, 9], "b": [0, 9], "similarity": 1]],
        ],
      ])
    _ = try await program.succeed(["read", "pile.jsonl", "--archive", "a.stemma"])
    let calls = [
      ["read", "pile.jsonl"], ["families"], ["search", "harbour"], ["show", "id0"], ["show", "id"],
      ["show", escape], ["check"], ["trace", "pile.jsonl"], ["trace", "/no\(escape)"],
    ]
    for call in calls.map({ $0 + ["--archive", "a.stemma"] }) + [
      ["extract", "pile.jsonl"], ["match", "pile.jsonl"], ["lineage", "stages.jsonl"],
    ] {
      let ending = try await program.run(call)
      #expect(!ending.text.unicodeScalars.contains { $0 == escape.unicodeScalars.first }, "\(call)")
      #expect(!ending.errors.unicodeScalars.contains { $0 == escape.unicodeScalars.first }, "\(call)")
    }
  }

  @Test("What is traced has an id that no article has")
  func tracedID() async throws {
    try write(
      "pile.jsonl", [["id": "trace:a", "text": Self.report()], ["id": "b", "text": Self.report("More.")]])
    _ = try await program.succeed(["read", "pile.jsonl"])
    try write("page.jsonl", [["id": "a", "text": Self.report("Other words.")]])
    let traced = try JSONLines(try await program.succeed(["trace", "page.jsonl", "--json"]).output)
    #expect(
      try traced.stemmata.first.map { $0.nodes.map(\.id).sorted() } == ["b", "trace:a", "trace:trace:a"])
  }

  @Test("A text too short to be compared is found all the same when it is held")
  func shortText() async throws {
    try scratch.write("short.txt", "Ferries sail again from Monday.\n")
    _ = try await program.succeed(["read", "short.txt"])
    let traced = try await program.run(["trace", "short.txt"])
    #expect(traced.status == 0)
    #expect(traced.text.contains("holds this page"), "\(traced.text)")
  }

  @Test("Articles whose families were never found are not passed off as nothing, or left out of a table")
  func killedBeforeFindings() async throws {
    try write(
      "pile.jsonl", [["id": "a", "text": Self.report()], ["id": "b", "text": Self.report("More.")]])
    _ = try await program.succeed(["read", "pile.jsonl"])
    let database = try DatabaseQueue(path: scratch.path + "/pile.stemma")
    try await database.write { database in
      for table in [
        "change", "copying", "report_agency", "report_outlet", "report_member", "report", "evidence",
        "stemma_edge", "stemma_node", "passage", "pair", "member", "family", "state",
      ] {
        try database.execute(sql: "DELETE FROM \(table)")
      }
    }
    try database.close()
    for call in [["families"], ["trace", "pile.jsonl"]] {
      let ending = try await program.run(call)
      #expect(ending.status == 2, "\(call)")
      #expect(ending.errors.contains("Run stemma read once more"), "\(ending.errors)")
    }
    let table = try await program.succeed(["export", "--format", "csv"]).text
    #expect(table.split(separator: "\r\n").map { $0.split(separator: ",")[0] }.count == 3)
  }

  @Test("Families that contradict themselves are set right, and that is said")
  func contradictoryFamilies() async throws {
    let articles = ["a", "b", "c"].map {
      ["type": "article", "id": $0, "text": Self.report($0), "credits": []]
    }
    try write(
      "stages.jsonl",
      articles + [
        ["type": "family", "id": "f1", "members": ["a", "b", "a", "nobody"]],
        ["type": "family", "id": "f2", "members": ["b", "c"]],
        ["type": "family", "id": "f1", "members": ["c"]],
        ["type": "family", "id": "f3", "members": ["nobody"]],
      ])
    let ending = try await program.run(["lineage", "stages.jsonl", "--json"])
    #expect(ending.status == 2)
    #expect(ending.complaints.count == 4, "\(ending.errors)")
    let stemmata = try JSONLines(ending.output).stemmata
    #expect(stemmata.map(\.family) == ["f1", "f2"])
    #expect(stemmata.map { $0.nodes.map(\.id) } == [["a", "b"], ["c"]])
  }

  @Test("A page in a script without blanks is read though it states no date")
  func unspacedScripts() async throws {
    let chinese =
      "港口当局周一表示，一艘渡轮在浓雾中搁浅，没有人员受伤，救援人员在数小时内赶到现场。当天下午，全部二百名乘客乘小船上岸，他们被送往附近的学校。"
    let thai =
      "เจ้าหน้าที่ท่าเรือกล่าวเมื่อวันจันทร์ว่าเรือเฟอร์รีลำหนึ่งเกยตื้นในหมอกหนาแต่ไม่มีผู้ได้รับบาดเจ็บ"
      + "ผู้โดยสารทั้งหมดสองร้อยคนถูกนำขึ้นฝั่งด้วยเรือเล็กในช่วงบ่ายของวันเดียวกัน"
    for (name, text) in [("chinese.html", chinese), ("thai.html", thai)] {
      try scratch.write(
        name,
        "<!doctype html><meta charset=utf-8><article><h1>Ferry</h1><p>\(text)</p><p>\(text)</p></article>")
      let ending = try await program.run(["extract", name])
      #expect(ending.status == 0, "\(ending.errors)")
      #expect(ending.text.contains(text))
    }
  }
}
