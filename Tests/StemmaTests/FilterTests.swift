import Foundation
import Testing

/// Each stage alone, as a Unix filter.
@Suite("Filters")
struct FilterTests {
  private let program = DemoPress.program
  private let tables = DemoPress.tables

  @Test("extract | match | lineage draws what lineage draws of the pages")
  func pipeline() async throws {
    let articles = try await program.succeed(["extract", "press", "--json"] + tables)
    let matches = try await program.succeed(["match", "-", "--json"], input: articles.output)
    let stemmata = try await program.succeed(["lineage", "-", "--format", "json"], input: matches.output)
    let atOnce = try await program.succeed(["lineage", "press", "--format", "json"] + tables)
    let direct = try JSONLines(atOnce.output).texts(of: "stemma")
    try #require(direct.count > 10)
    // Without texts there are the pairs to go by: a stemma for each family all the same, and it is said.
    let (piped, whole) = (try JSONLines(stemmata.output).stemmata, try JSONLines(atOnce.output).stemmata)
    func families(_ stemmata: [StemmaLine]) -> [String: [String]] {
      Dictionary(uniqueKeysWithValues: stemmata.map { ($0.family, $0.nodes.filter { !$0.lost }.map(\.id)) })
    }
    #expect(families(piped) == families(whole))
    #expect(piped.allSatisfy { $0.edges.allSatisfy { !$0.evidence.isEmpty } })
    #expect(stemmata.errors.contains("without text"))
    // With texts nothing is missing on the way, so nothing may differ at all.
    let texts = try await program.succeed(["match", "-", "--json", "--with-text"], input: articles.output)
    let stemmataOfTexts = try await program.succeed(
      ["lineage", "-", "--format", "json"], input: texts.output)
    try expectSame(JSONLines(stemmataOfTexts.output).texts(of: "stemma"), direct)
  }

  @Test("So it does of pages without dates, whose texts match hands on")
  func pipelineWithoutDates() async throws {
    let pile = InventedPile(articles: 300, seed: 11, dated: false).data
    let matches = try await program.succeed(["match", "-", "--json", "--with-text"], input: pile)
    let stemmata = try await program.succeed(["lineage", "-", "--format", "json"], input: matches.output)
    let atOnce = try await program.succeed(["lineage", "-", "--format", "json"], input: pile)
    let direct = try JSONLines(atOnce.output).texts(of: "stemma")
    try #require(direct.contains { $0.contains("confidence") })
    try expectSame(JSONLines(stemmata.output).texts(of: "stemma"), direct)
  }

  @Test("The archive holds the stemmata that lineage draws")
  func archive() async throws {
    let direct = try JSONLines(
      try await program.succeed(["lineage", "press", "--format", "json"] + tables).output)
    let held = try await DemoPress.read().export()
    expectSame(held.texts(of: "stemma").sorted(), direct.texts(of: "stemma").sorted())
  }

  @Test(
    "Every stream begins with a header and ends with a summary, and every line has a type",
    arguments: [
      (["extract", "--json"], ["article"]), (["match", "--json"], ["article", "pair", "family"]),
      (["lineage", "--format", "json"], ["article", "stemma"]),
      (["lineage", "--json"], ["article", "stemma"]),
    ])
  func shape(command: [String], types: [String]) async throws {
    let stream = try JSONLines(
      try await program.succeed([command[0], "press"] + command.dropFirst() + tables).output)
    let header = try #require(stream.lines.first)
    #expect(header.text.contains(#""schema":"stemma/1""#) && header.text.contains(#""version":""#))
    #expect(header.type == "header" && stream.lines.last?.type == "summary")
    let between = Set(stream.lines.dropFirst().dropLast().map(\.type))
    #expect(between == Set(types).union(["refusal"]))
  }

  @Test("export is a stream too")
  func export() async throws {
    let stream = try await DemoPress.read().export()
    #expect(stream.lines.first?.type == "header" && stream.lines.last?.type == "summary")
    #expect(
      Set(stream.lines.dropFirst().dropLast().map(\.type)) == [
        "article", "refusal", "pair", "family", "stemma",
      ])
  }

  /// The fields that the contract promises, none of them ever absent.
  private static let fields: Set<String> = [
    "type", "id", "source", "url", "outlet", "title", "bylines", "published", "modified", "language",
    "dateline", "credits", "text", "furniture", "standfirst", "section", "form", "blocks", "found",
  ]
  /// Those that are there only where they say something.
  private static let occasional: Set<String> = ["series", "part", "flags"]

  @Test("An article line has every field of the contract, and its ranges give the words")
  func articleFields() async throws {
    let stream = try JSONLines(try await program.succeed(["extract", "press", "--json"] + tables).output)
    var credits = 0
    for line in stream.lines where line.type == "article" {
      let object = try #require(try JSONSerialization.jsonObject(with: line.data) as? [String: Any])
      let source = object["source"] ?? ""
      #expect(Self.fields.subtracting(object.keys) == [], "\(source)")
      #expect(Set(object.keys).subtracting(Self.fields).subtracting(Self.occasional) == [], "\(source)")
      let text = Array((object["text"] as? String ?? "").utf8)
      for credit in object["credits"] as? [[String: Any]] ?? [] {
        credits += 1
        #expect(
          Set(["name", "kind", "role", "text", "where", "range"]).subtracting(credit.keys) == [], "\(source)")
        #expect(["agency", "outlet", "unnamed"].contains(credit["kind"] as? String))
        #expect(
          ["source", "originated", "supplied", "contributed", "edited"].contains(credit["role"] as? String))
        guard let range = credit["range"] as? [Int] else { continue }
        try #require(range.count == 2 && 0 <= range[0] && range[0] <= range[1] && range[1] <= text.count)
        #expect(
          String(decoding: text[range[0]..<range[1]], as: UTF8.self) == credit["text"] as? String, "\(source)"
        )
      }
      if let dateline = object["dateline"] as? [String: Any] {
        #expect(Set(["place", "date", "agency", "range"]).subtracting(dateline.keys) == [], "\(source)")
      }
      for piece in object["furniture"] as? [[String: Any]] ?? [] {
        #expect(piece["kind"] is String && piece["text"] is String, "\(source)")
      }
    }
    #expect(credits > 20, "a press whose pages credit nobody shows nothing")
  }

  @Test("match and lineage pass articles on without their texts, unless asked for them")
  func withText() async throws {
    for command in ["match", "lineage"] {
      let without = try JSONLines(
        try await program.succeed([command, "press/npa", "--json"] + tables).output)
      let with = try JSONLines(
        try await program.succeed([command, "press/npa", "--json", "--with-text"] + tables).output)
      #expect(try !without.articles.isEmpty && without.articles.allSatisfy { $0.text == nil })
      #expect(try with.articles.allSatisfy { $0.text?.isEmpty == false })
    }
  }

  @Test("The ids, and the pairs, are those of the input; passages lie in the texts")
  func pairs() async throws {
    let stream = try JSONLines(
      try await program.succeed(["match", "press", "--json", "--with-text"] + tables).output)
    let lengths = Dictionary(
      try stream.articles.map { ($0.id, $0.text?.utf8.count ?? 0) }, uniquingKeysWith: max)
    let pairs = try stream.pairs
    try #require(pairs.count > 30)
    for pair in pairs {
      #expect(pair.a < pair.b && !pair.passages.isEmpty)
      let kinds = [
        "verbatim", "edited", "partial", "spun", "common-quotation", "common-source", "incidental",
      ]
      #expect(kinds.contains(pair.kind))
      for share in [pair.coverage_a, pair.coverage_b, pair.similarity] { #expect((0...1).contains(share)) }
      for passage in pair.passages {
        #expect(passage.a[0] < passage.a[1] && passage.a[1] <= lengths[pair.a, default: 0])
        #expect(passage.b[0] < passage.b[1] && passage.b[1] <= lengths[pair.b, default: 0])
      }
    }
    #expect(try stream.families.flatMap(\.members).sorted() == lengths.keys.sorted())
  }

  @Test("A pipe that nobody reads ends the program quietly")
  func brokenPipe() async throws {
    let scratch = try Scratch()
    try scratch.write("pile.jsonl", InventedPile(articles: 400, seed: 5).data)
    _ = try await Program(folder: scratch.path).succeed(["read", "pile.jsonl"])
    let script = "\"$0\" \"$@\" | head -n 1; echo \"ended with ${PIPESTATUS[0]}\""
    let shell = Program(folder: scratch.path, prefix: ["/bin/bash", "-c", script])
    for command in [["export"], ["extract", "pile.jsonl", "--json"]] {
      let ending = try await shell.run(command)
      let lines = ending.text.split(separator: "\n")
      #expect(lines.count == 2 && lines[0].contains(#""type":"header""#))
      // 141 is what a shell says of a program that the signal ended, 0 of one that noticed.
      #expect(["ended with 141", "ended with 0"].contains(lines.last), "\(ending.text)")
      #expect(ending.errors.isEmpty)
    }
  }

  @Test("The standard input is an input")
  func standardInput() async throws {
    let pile = InventedPile(articles: 30, seed: 9)
    let ending = try await program.succeed(["extract", "-", "--json"], input: pile.data)
    #expect(try JSONLines(ending.output).articles.count == 30)
  }
}
