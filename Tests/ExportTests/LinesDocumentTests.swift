import Export
import Foundation
import Press
import Testing

@Suite("docs/lines.md describes every key of every line, and no other")
struct LinesDocumentTests {
  private static let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/lines.md")

  /// Heading → keys, from the first cells of the rows below it.
  private static let described: [String: Set<String>] = {
    var keys: [String: Set<String>] = [:]
    var current = ""
    let text = (try? String(contentsOf: document, encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("### `") {
        current = String(line.split(separator: "`")[1])
      } else if line.hasPrefix("| `") {
        keys[current, default: []].insert(String(line.split(separator: "`")[1]))
      }
    }
    return keys
  }()

  private static let article = Article(
    id: "a", source: "a.html", dateline: Dateline(place: "Torvik"),
    credits: [
      Credit(
        name: "NPA", kind: .agency, role: .source, text: "NPA", place: .furniture,
        address: "https://npa.example",
        line: 0, lineRange: 0..<3, spun: true)
    ], text: "Torvik", furniture: [Furniture(kind: .credit, text: "NPA", range: 0..<3)], series: "s",
    part: .init(number: 1), blocks: [.init(kind: .heading, range: 0..<6)], found: [.title: .text],
    flags: [.init(kind: .datedAfterCapture, detail: "Dated 2031, fetched 2030.")])

  private static let pair = Pair(
    a: "a", b: "b", kind: .spun, versions: true, coverageA: 1, coverageB: 1, similarity: 1, wordsA: 1,
    wordsB: 1,
    equalWords: 1,
    changes: 0, spun: "b", passages: [Passage(a: 0..<1, b: 0..<1, similarity: 1)])

  private static let stemma = Stemma(
    family: "f",
    nodes: [
      Stemma.Node(id: "a", lost: false, label: "A", otherFamily: "g"),
      Stemma.Node(id: "b", lost: false, label: "B"),
    ],
    edges: [
      Stemma.Edge(
        from: "a", to: "b", kind: .edited, confidence: 1,
        evidence: [Stemma.Evidence(kind: .time, text: "earlier", article: "a")])
    ])

  private static let apparatus = Apparatus(
    family: "f", witnesses: ["a"], level: .folded,
    segments: [
      Apparatus.Segment(
        kind: .cut, readings: [Apparatus.Reading(text: "a", words: 1)],
        cells: [Apparatus.Cell(reading: 0, range: 0..<1)])
    ])

  @Test("and the lines that are written agree")
  func agree() throws {
    let json = JSONLine()
    var written: [String: Set<String>] = [:]
    func take(_ name: String, _ value: Any?) throws -> [String: Any] {
      let object = try #require(
        (value as? [Any])?.first as? [String: Any] ?? value as? [String: Any], "\(name)")
      written[name] = Set(object.keys)
      return object
    }
    func line(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }

    let article = try take("article", line(json.line(Self.article)))
    for (name, key) in [
      ("credit", "credits"), ("dateline", "dateline"), ("furniture", "furniture"), ("block", "blocks"),
      ("flag", "flags"),
    ] { _ = try take(name, article[key]) }
    let pair = try take("pair", line(json.line(Self.pair)))
    _ = try take("passage", pair["passages"])
    _ = try take(
      "family", line(json.line(Family(id: "f", members: ["a"], representative: "a", originality: ["a": 1]))))
    let stemma = try take("stemma", line(json.line(Self.stemma)))
    _ = try take("node", stemma["nodes"])
    _ = try take("edge", stemma["edges"])
    _ = try take("refusal", line(json.line(Refusal(source: "a", reason: .empty, detail: "Nothing."))))
    _ = try take("notice", line(json.line(Notice(source: "a", reason: .partial, detail: "Cut."))))
    let variant = Variant(
      family: "f", kind: .cut,
      readings: [Variant.Reading(text: "a", witnesses: []), Variant.Reading(text: "", witnesses: [])])
    _ = try take("variant", line(json.line(variant)))
    let reuse = Reuse(
      family: "f", source: "a", copy: "b", sourceShare: 1, copyShare: 1,
      longest: Reuse.Longest(words: 1, similarity: 1, source: 0..<1, copy: 0..<1))
    _ = try take("longest", take("reuse", line(json.line(reuse)))["longest"])
    let apparatus = try take("apparatus", line(json.line(Self.apparatus)))
    let segment = try take("segment", apparatus["segments"])
    _ = try take("reading", segment["readings"])
    _ = try take("cell", segment["cells"])
    _ = try take(
      "correction", line(json.line("correction", Correction(kind: .credit, articles: ["a"], text: "NPA"))))
    _ = try take("header", line(json.header(version: "1")))
    // What a command sums up is its own; the document lists the keys of all.
    var described = Self.described
    #expect(described.removeValue(forKey: "summary")?.isSuperset(of: ["type", "articles"]) == true)
    #expect(written == described)
  }

  @Test("every word that a kind, a role, a form or a place may be is in it")
  func words() throws {
    let text = try String(contentsOf: Self.document, encoding: .utf8)
    let words =
      Furniture.Kind.allCases.map(\.rawValue) + Article.Form.allCases.map(\.rawValue)
      + Article.Place.allCases.map(\.rawValue) + Article.Block.Kind.allCases.map(\.rawValue)
      + CopyKind.allCases.map(\.rawValue) + Article.Flag.Kind.allCases.map(\.rawValue)
      + Credit.Role.allCases.map(\.rawValue) + Variant.Kind.allCases.map(\.rawValue)
      + Apparatus.Level.allCases.map(\.rawValue)
    for word in words { #expect(text.contains("`\(word)`"), "\(word)") }
  }
}
