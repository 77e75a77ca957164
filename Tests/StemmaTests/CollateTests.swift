import Foundation
import Testing

/// `stemma collate`: the witnesses of one report in, its apparatus out.
@Suite("Collation of one report")
struct CollateTests {
  private static let lead =
    "The ferry ran onto a sandbank outside the harbour on Tuesday night with 214 people aboard, the coast guard said."
  private static let quotation =
    "“We heard a long scraping noise and then the lights went out,” said the teacher, who was on her way home."
  private static let tail =
    "Tugs from three ports tried to pull the vessel free before midnight and gave up when a towing line broke."

  /// Four witnesses of invented news: one altered a number, one a quotation, one lacks the end.
  private static let lines = [
    line("a", "Ollan Post", "Ferry aground", [lead, quotation, tail]),
    line("b", "Tarn Times", "Ferry aground", [lead.replacing("214", with: "241"), quotation, tail]),
    line("c", "Osk Herald", "Night of fear", [lead, quotation.replacing("long", with: "short"), tail]),
    line("d", "Lowick Star", "Ferry aground", [lead, quotation]),
  ]

  private static func line(_ id: String, _ outlet: String, _ title: String, _ paragraphs: [String]) -> String
  {
    let text = paragraphs.joined(separator: "\\n\\n")
    return #"{"id":"\#(id)","outlet":"\#(outlet)","title":"\#(title)","text":"\#(text)"}"#
  }

  private let program = Program(folder: Folders.examples)

  private func collate(_ lines: [String], _ arguments: [String] = ["--json"]) async throws -> Program.Ending {
    try await program.run(
      ["collate", "-"] + arguments, input: Data((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// The variants as kind, and readings with the ids of those that have them.
  private func described(_ ending: Program.Ending) throws -> [String] {
    try JSONLines(ending.output).variants.map { variant in
      variant.kind + ": "
        + variant.readings.map { "\($0.text) \($0.witnesses.map(\.article).joined())" }.joined(
          separator: " | ")
    }
  }

  @Test("Every place at which they differ, with all readings and who has them")
  func variants() async throws {
    let ending = try await collate(Self.lines)
    #expect(ending.status == 0 && ending.errors.isEmpty, "\(ending.errors)")
    let words = "We heard a long scraping noise and then the lights went out"
    #expect(
      try described(ending) == [
        "headline: Ferry aground abd | Night of fear c",
        "number: 214 acd | 241 b",
        "quotation: \(words) abd | \(words.replacing("long", with: "short")) c",
        "substituted: long abd | short c",
        "cut: \(Self.tail.dropLast()) abc |  d",
      ])
    let stream = try JSONLines(ending.output)
    #expect(stream.lines.first?.type == "header" && stream.lines.last?.type == "summary")
    #expect(try stream.articles.map(\.id) == ["a", "b", "c", "d"])
    #expect(try stream.articles.allSatisfy { $0.text == nil })
    #expect(try stream.families.map(\.members) == [["a", "b", "c", "d"]])
    #expect(stream.lines.last?.text.contains(#""variants":5"#) == true)
  }

  @Test("The order of the witnesses changes nothing")
  func order() async throws {
    let forward = try JSONLines(try await collate(Self.lines, ["--json", "--table"]).output)
    let backward = try JSONLines(try await collate(Self.lines.reversed(), ["--json", "--table"]).output)
    for type in ["variant", "apparatus", "family"] {
      #expect(forward.texts(of: type) == backward.texts(of: type))
    }
  }

  @Test("For each witness the ranges of the table are its whole text")
  func table() async throws {
    let ending = try await collate(Self.lines, ["--json", "--table", "--with-text"])
    let stream = try JSONLines(ending.output)
    let text = try #require(stream.texts(of: "apparatus").first)
    let apparatus = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let segments = try #require(apparatus["segments"] as? [[String: Any]])
    for (place, article) in try stream.articles.enumerated() {
      let ranges = segments.compactMap { segment in
        ((segment["cells"] as? [Any])?[place] as? [String: Any])?["range"] as? [Int]
      }.sorted { $0[0] < $1[0] }
      #expect(ranges.first?.first == 0 && ranges.last?.last == article.text?.utf8.count)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0[1] == $1[0] })
    }
    let columns = try await collate(Self.lines, ["--table"]).text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(
      columns.first?.map(String.init) == ["kind", "Ollan Post", "Tarn Times", "Osk Herald", "Lowick Star"])
    #expect(columns.allSatisfy { $0.count == 5 })
    #expect(columns.contains { $0[0] == "number" && $0[1].contains("214") && $0[2].contains("241") })
  }

  @Test("Levels: a comma, a spelling, and neither")
  func levels() async throws {
    let pair = [
      Self.line("a", "Ollan Post", "Ferry aground", [Self.lead, Self.tail]),
      Self.line(
        "b", "Tarn Times", "Ferry aground",
        [
          Self.lead.replacing("aboard,", with: "aboard"),
          Self.tail.replacing("vessel", with: "vessel —").replacing("harbour", with: "harbor"),
        ]
      )
      .replacing("harbour", with: "harbor"),
    ]
    #expect(try described(await collate(pair, ["--json", "--level", "lexical"])) == [])
    #expect(try described(await collate(pair)) == ["spelling: harbour a | harbor b"])
    #expect(try described(await collate(pair, ["--json", "--level", "raw"])).count > 1)
  }

  @Test("On a terminal the findings come first, and the kinds can be chosen")
  func text() async throws {
    let text = try await collate(Self.lines, []).text
    let order = [
      "Ferry aground  ", "4 witnesses", "altered quotations", "numbers", "headlines", "words for words",
      "lacking in some",
    ]
    let places = order.map { text.range(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil }, "\(text)")
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(text)")
    #expect(text.contains("214 ] 241 Tarn Times"), "\(text)")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let numbers = try await collate(Self.lines, ["--kind", "number"]).text
    #expect(numbers.contains("214 ] 241") && !numbers.contains("scraping"))
  }

  @Test("A witness that shares nothing is told")
  func stranger() async throws {
    let other = Self.line(
      "x", "Fennmoor Courier", "Budget",
      ["Parliament passed the water bill by a wide margin after a debate of eleven hours."])
    let ending = try await collate(Self.lines + [other])
    #expect(ending.status == 0)
    #expect(
      ending.complaints.count == 1 && ending.errors.contains("shares next to nothing"), "\(ending.errors)")
  }

  @Test("Of many witnesses that differ everywhere none is told to share nothing")
  func manyWitnesses() async throws {
    let words = (0..<90).map { "word\($0)" }
    let lines = (0..<30).map { witness in
      let changed = words.enumerated().map { $0.offset % 30 == witness ? "other\(witness)" : $0.element }
      return Self.line("w\(witness)", "Outlet \(witness)", "Ferry aground", [changed.joined(separator: " ")])
    }
    let ending = try await collate(lines)
    #expect(ending.status == 0 && ending.errors.isEmpty, "\(ending.errors.prefix(300))")
    #expect(try JSONLines(ending.output).variants.count >= 90)
  }

  @Test("One article is no collation, and texts are needed")
  func tooLittle() async throws {
    let one = try await collate([Self.lines[0]])
    #expect(one.status == 1 && one.errors.contains("needs two witnesses"), "\(one.errors)")
    let bare = Self.lines.indices.map { #"{"id":"\#($0)","text":""}"# }
    let none = try await collate(bare)
    #expect(none.status != 0 && none.errors.contains("text"), "\(none.errors)")
  }

  @Test("Families that come from match are collated each by itself")
  func families() async throws {
    let pile = InventedPile(articles: 60, seed: 3).data
    let matches = try await program.succeed(["match", "-", "--json", "--with-text"], input: pile)
    let families = try JSONLines(matches.output).families.filter { $0.members.count > 1 }
    try #require(families.count > 2)
    let stream = try JSONLines(
      try await program.succeed(["collate", "-", "--json"], input: matches.output).output)
    #expect(try stream.families.map(\.id) == families.map(\.id).sorted())
    let known = Set(families.map(\.id))
    #expect(try stream.variants.allSatisfy { known.contains($0.family) })
    #expect(try !stream.variants.isEmpty)
  }
}
