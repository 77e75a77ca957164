import Language
import Press
import Testing

@testable import Collation

@Suite("What a copy changed in its source")
struct ComparisonTests {
  /// Invented news.
  private static let report = [
    """
    The ferry Margit Olsen ran onto a sandbank outside Torvik harbour on Tuesday night with 214 passengers on board, \
    the coast guard of Norlund said. Nobody was hurt, but the ship lay fast until the morning tide lifted her off.
    """,
    """
    Tugs from three ports tried to pull the vessel free before midnight and gave up when a towing line broke. The \
    passengers spent the night in the dining rooms, where the crew handed out blankets and hot soup. By breakfast the \
    galley had run out of bread, and the coast guard sent two boats with rolls, milk and newspapers, which were read \
    aloud in the saloon.
    """,
    """
    “We heard a long scraping noise and then the lights went out for a minute,” said the teacher Ilse Brandt, who was \
    travelling with 31 pupils. The children slept through most of it, she added, and asked at dawn whether they might \
    do it again. Their parents waited on the quay with coats and a brass band that someone had woken.
    """,
  ]

  private func article(_ id: String, _ paragraphs: [String], title: String? = nil) -> Article {
    Article(id: id, source: id, title: title, text: paragraphs.joined(separator: "\n\n"))
  }

  private func changed(_ changes: [(String, String)]) -> [String] {
    Self.report.map { paragraph in
      changes.reduce(paragraph) {
        $0.split(separator: $1.0, omittingEmptySubsequences: false).joined(separator: $1.1)
      }
    }
  }

  /// The variants, each as kind and readings, after a check that every range quotes its reading exactly.
  private func variants(_ source: Article, _ copy: Article) -> [(
    kind: Variant.Kind, source: String, copy: String
  )] {
    let variants = Comparison.variants(from: source, to: copy, family: "f1")
    for variant in variants {
      #expect(variant.family == "f1" && variant.readings.count == 2)
      for (reading, article) in zip(variant.readings, [source, copy]) {
        #expect(reading.witnesses.map(\.article) == [article.id])
        guard let range = reading.witnesses.first?.range else {
          #expect(variant.kind == .headline && reading.text == article.title)
          continue
        }
        let bytes = Array(article.text.utf8)
        #expect(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        #expect(String(validating: bytes[range], as: UTF8.self) == reading.text)
      }
    }
    return variants.map { ($0.kind, $0.readings[0].text, $0.readings[1].text) }
  }

  private func only(
    _ paragraphs: [String], _ location: SourceLocation = #_sourceLocation
  ) throws -> (kind: Variant.Kind, source: String, copy: String) {
    let found = variants(article("source", Self.report), article("copy", paragraphs))
    #expect(found.count == 1, sourceLocation: location)
    return try #require(found.first, sourceLocation: location)
  }

  @Test("an altered quotation is listed whole, and what was altered in it as what it is")
  func quotation() throws {
    func found(_ before: String, _ after: String) -> [(kind: Variant.Kind, source: String, copy: String)] {
      variants(article("source", Self.report), article("copy", changed([(before, after)])))
    }
    let words = "We heard a long scraping noise and then the lights went out for a minute"
    let short = found("a long scraping noise", "a short scraping noise")
    #expect(short.map(\.kind) == [.quotation, .substituted])
    #expect(short.map(\.source) == [words, "long"])
    #expect(short.map(\.copy) == [words.split(separator: "long").joined(separator: "short"), "short"])
    #expect(found("for a minute", "for 2 minutes").map(\.kind) == [.quotation, .number])
    #expect(found("a long scraping noise", "a scraping noise").map(\.kind) == [.quotation, .cut])
  }

  @Test("a number, a name, plain words")
  func kinds() throws {
    #expect(try only(changed([("214", "241")])) == (.number, "214", "241"))
    #expect(try only(changed([("Margit", "Margrit")])) == (.name, "Margit", "Margrit"))
    #expect(try only(changed([("blankets", "covers")])) == (.substituted, "blankets", "covers"))
  }

  @Test("words and paragraphs cut and added")
  func cutAndAdded() throws {
    #expect(try only(changed([(" and hot soup", "")])) == (.cut, "and hot soup", ""))
    #expect(try only(changed([("hot soup", "hot pea soup")])) == (.added, "", "pea"))
    #expect(try only(Array(Self.report.prefix(2))) == (.cut, Self.plain(Self.report[2], after: "“"), ""))
    let own = "Our reporter saw gulls circling over the mast all through the following afternoon"
    #expect(try only(Self.report + [own + "."]) == (.added, "", own))
    #expect(try only([own + "."] + Self.report) == (.added, "", own))
  }

  /// A paragraph from its first word to its last.
  private static func plain(_ paragraph: String, after mark: String) -> String {
    String(paragraph.dropFirst(mark.count).dropLast())
  }

  @Test("a moved paragraph is moved, not cut and added")
  func moved() throws {
    let (first, second, third) = (Self.report[0], Self.report[1], Self.report[2])
    let found = variants(article("source", Self.report), article("copy", [second, third, first]))
    #expect(found.map(\.kind) == [.moved])
    #expect(found.first?.source == String(first.dropLast()))
    #expect(found.first?.copy == found.first?.source)
  }

  @Test("headlines are compared when both have one")
  func headline() {
    let source = article("source", Self.report, title: "Ferry runs aground")
    #expect(
      variants(source, article("copy", Self.report, title: "Night of fear at sea")).map(\.kind) == [.headline]
    )
    #expect(variants(source, article("copy", Self.report, title: "FERRY RUNS AGROUND!")).isEmpty)
    #expect(variants(source, article("copy", Self.report)).isEmpty)
  }

  @Test("typography, case, accents and invisible marks are no changes")
  func typography() {
    let copy = Self.report.map { paragraph in
      var other = ""
      for character in paragraph {
        switch character {
        case "“", "”": other += "\""
        case ",": other += " , "
        case "e": other += "e\u{200B}"
        default: other += character.uppercased()
        }
      }
      return other
    }
    #expect(variants(article("source", Self.report), article("copy", copy)).isEmpty)
    #expect(
      variants(article("source", Self.report), article("copy", [Self.report.joined(separator: " ")])).isEmpty)
  }

  @Test("texts with nothing in common were cut whole and added whole; an empty one loses everything")
  func nothingInCommon() {
    let other = "Parliament passed the water bill by 88 votes to 61 on Monday after a debate of eleven hours"
    let found = variants(article("source", [Self.report[0]]), article("copy", [other]))
    #expect(Set(found.map(\.kind)) == [.added, .cut])
    #expect(variants(article("source", Self.report), article("copy", [])).map(\.kind) == [.cut])
    #expect(variants(article("source", []), article("copy", [])).isEmpty)
  }

  @Test("passages that lie round one another in the source are collated without a crash")
  func around() {
    let ends = Self.report[0].split(separator: " ")
    let first = ends.prefix(20).joined(separator: " ")
    let last = ends.dropFirst(20).joined(separator: " ")
    let middle = (0..<30).map { "middle\($0)" }.joined(separator: " ")
    let other = (0..<70).map { "other\($0)" }.joined(separator: " ")
    let a = article("a", [[first, middle, last].joined(separator: " ")])
    let b = article("b", [[middle, other, first, last].joined(separator: " ")])
    for (source, copy) in [(a, b), (b, a)] { #expect(!variants(source, copy).isEmpty) }
  }

  @Test("no word is lost: what is no reading of a variant is the same words in both")
  func random() {
    var state: UInt64 = 41
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let stock = Self.report.flatMap { $0.split(separator: " ").map(String.init) }
    for _ in 0..<300 {
      var words = stock
      for _ in 0..<random(8) {
        let at = random(words.count - 30)
        switch random(4) {
        case 0: words.removeSubrange(at..<at + random(30))
        case 1: words[at] = "überall"
        case 2: words.insert(contentsOf: ["„Çağrı“", "港口", "42"], at: at)
        default: words.append(contentsOf: words[at..<at + 12])
        }
      }
      let source = article("source", [stock.joined(separator: " ")])
      let copy = article("copy", [words.joined(separator: " ")])
      let found = variants(source, copy)
      #expect(found.isEmpty == (words == stock))
      #expect(found.allSatisfy { !$0.source.isEmpty || !$0.copy.isEmpty })
      func count(_ text: String) -> Int { Tokenizer.tokens(of: text).count }
      // An altered quotation holds what is listed besides, and a moved passage what was not changed.
      let changes = found.filter { $0.kind != .moved && $0.kind != .quotation }
      let kept = changes.reduce(count(source.text)) { $0 - count($1.source) }
      #expect(kept >= 0 && kept == changes.reduce(count(copy.text)) { $0 - count($1.copy) })
    }
  }
}
