import Press
import Testing

@testable import Collation

@Suite("The variants of an apparatus")
struct ApparatusVariantsTests {
  /// Invented news, a paragraph each.
  private static let report = [
    "The ferry ran onto a sandbank outside the harbour on Tuesday night with 1,214 people aboard, officials said.",
    "“We heard a long scraping noise and then the lights went out,” the teacher told the board of inquiry.",
    "Tugs from three ports tried to pull the vessel free before midnight and gave up when a towing line broke.",
    "By breakfast the galley had run out of bread, and boats brought rolls, milk and newspapers to the saloon.",
  ]

  private func article(_ id: String, _ paragraphs: [String], title: String? = nil) -> Article {
    Article(id: id, source: id, title: title, text: paragraphs.joined(separator: "\n\n"))
  }

  private func changed(_ before: String, _ after: String) -> [String] {
    Self.report.map { $0.replacing(before, with: after) }
  }

  /// Each variant as its kind, and its readings with those who have them. Every place is checked against the texts.
  private func described(_ articles: [Article], at location: SourceLocation = #_sourceLocation) throws
    -> [String]
  {
    let apparatus = try #require(Collator.apparatus(of: articles, family: "f"), sourceLocation: location)
    let variants = apparatus.variants(of: articles)
    for variant in variants {
      #expect(variant.readings.count > 1, sourceLocation: location)
      let holders = variant.readings.flatMap { $0.witnesses.map(\.article) }
      #expect(Set(holders).count == holders.count, "\(variant)", sourceLocation: location)
      for reading in variant.readings {
        guard let first = reading.witnesses.first, let range = first.range else { continue }
        let text = articles.first { $0.id == first.article }?.text ?? ""
        #expect(
          String(decoding: Array(text.utf8)[range], as: UTF8.self) == reading.text, sourceLocation: location)
      }
    }
    return variants.map { variant in
      variant.kind.rawValue + ": "
        + variant.readings.map { "\($0.text) \($0.witnesses.map(\.article).joined())" }.joined(
          separator: " | ")
    }
  }

  @Test("all readings of one place are one variant, the one of most witnesses first")
  func readings() throws {
    let found = try described([
      article("a", Self.report), article("b", Self.report), article("c", changed("milk", "tea")),
      article("d", changed("milk", "soup")), article("e", changed("milk", "tea")), article("f", Self.report),
    ])
    #expect(found == ["substituted: milk abf | tea ce | soup d"])
  }

  @Test("numbers whole, negations, and the headlines before all else")
  func kinds() throws {
    let found = try described([
      article("a", Self.report, title: "Aground"), article("b", changed("1,214", "1,241"), title: "AGROUND!"),
      article("c", changed("tried to", "did not try to"), title: "Night of fear"),
    ])
    #expect(
      found == [
        "headline: Aground ab | Night of fear c", "number: 1,214 ac | 1,241 b",
        "negation: tried ab | did not try c",
      ])
  }

  @Test("a quotation is one variant, whoever altered which words of it")
  func quotation() throws {
    let found = try described([
      article("a", Self.report), article("b", changed("long scraping", "short scraping")),
      article("c", changed("lights went out", "engine went out")),
      article("d", changed("heard a", "heard one")),
    ])
    let words = "We heard a long scraping noise and then the lights went out"
    #expect(
      found.first
        == "quotation: \(words) a | \(words.replacing("long", with: "short")) b | "
        + "\(words.replacing("lights", with: "engine")) c | \(words.replacing("a long", with: "one long")) d")
    #expect(found.filter { $0.hasPrefix("quotation") }.count == 1)
    #expect(found.contains("substituted: long acd | short b"))
  }

  @Test("passages that some lack are one variant each, and so is one that few have")
  func passages() throws {
    let own = "Our reporter saw gulls circling over the mast all through the following afternoon."
    let found = try described([
      article("a", Self.report), article("b", Self.report), article("c", Array(Self.report.prefix(2))),
      article("d", Self.report + [own]),
    ])
    let tail = Self.report.suffix(2).joined(separator: "\n\n").dropLast()
    #expect(found == ["cut: \(tail) abd |  c", "added:  ab | \(own.dropLast()) d"])
  }

  @Test("a moved paragraph is one variant")
  func moved() throws {
    let order = [Self.report[0], Self.report[2], Self.report[3], Self.report[1]]
    let found = try described([article("a", Self.report), article("b", Self.report), article("c", order)])
    #expect(found.count == 1 && found[0].hasPrefix("moved: "), "\(found)")
    #expect(found[0].contains(" ab | ") && found[0].hasSuffix(" c"), "\(found)")
  }

  @Test("where nothing differs there is no variant, and furniture is none")
  func nothing() throws {
    let upper = Self.report.map { $0.uppercased() }
    #expect(try described([article("a", Self.report), article("b", upper)]) == [])
    var marked = article("c", Self.report + ["Sign up for our daily newsletter now"])
    let bytes = marked.text.utf8.count
    marked.furniture = [Furniture(kind: .newsletter, text: "Sign up", range: bytes - 36..<bytes)]
    #expect(try described([article("a", Self.report), marked]) == [])
  }
}
