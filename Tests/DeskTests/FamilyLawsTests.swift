import Foundation
import Press
import TestSupport
import Testing

@testable import Desk

/// What may not change which pages carry one report.
@Suite("Laws of families")
struct FamilyLawsTests {
  /// Eight reports; of each a reprint, one cut from the bottom, one with a paragraph rewritten, one that a synonym
  /// machine went over, and a page merged from two neighbours now and then.
  static let press: [Article] = {
    var news = InventedNews(seed: 11)
    var pile: [Article] = []
    var before: [String] = []
    for number in 0..<8 {
      let report = news.report(paragraphs: 6)
      let rewritten = news.report(paragraphs: 1)
      let copies: [(String, [String])] = [
        ("a", report), ("b", report), ("cut", Array(report.prefix(4))),
        ("edited", Array(report.prefix(2)) + rewritten + Array(report.suffix(3))),
        ("spun", report.map { news.spun($0, rate: 0.6) }),
      ]
      for (name, text) in copies { pile.append(article("r\(number)-\(name)", text)) }
      if number % 4 == 1 {
        pile.append(article("r\(number)-merged", Array(report.prefix(4)) + before.prefix(3)))
      }
      before = report
    }
    return pile
  }()

  static func article(_ id: String, _ paragraphs: [String]) -> Article { Pile.article(id, paragraphs) }

  /// Families of two and more, as sets of ids that `name` gives back for the article's own.
  private func copied(_ pile: [Article], threads: Int = 2, name: (String) -> String = { $0 }) async -> Set<
    Set<String>
  > {
    let findings = await Survey(threads: threads).match(pile)
    #expect(findings.families.flatMap(\.members).sorted() == pile.map(\.id).sorted())
    return Set(findings.families.map { Set($0.members.map(name)) }.filter { $0.count > 1 })
  }

  @Test("the press is read right, so that the laws below are about something")
  func press() async {
    let found = await copied(Self.press)
    #expect(found.count == 8)
    for number in 0..<8 {
      let own = Set(["a", "b", "cut", "edited", "spun"].map { "r\(number)-\($0)" })
      #expect(found.contains { $0.isSuperset(of: own) }, "report \(number)")
    }
    #expect(
      found.allSatisfy { family in
        Set(family.filter { !$0.hasSuffix("merged") }.map { $0.prefix(2) }).count == 1
      })
  }

  @Test("unrelated articles change no family", arguments: [1, 40])
  func unrelated(count: Int) async {
    var news = InventedNews(seed: 77)
    let strangers = (0..<count).map { Self.article("a-stranger-\($0)", news.report()) }
    #expect(await copied(Self.press) == copied(Self.press + strangers))
    #expect(await copied(Self.press) == copied(strangers + Self.press))
  }

  @Test("other ids in another order change no family", arguments: [UInt64(1), 2, 3])
  func renamed(seed: UInt64) async {
    var random = SplitMix(seed: seed)
    var own: [String: String] = [:]
    let renamed = Self.press.map { article in
      var other = article
      other.id = String(random.next(), radix: 36)
      own[other.id] = article.id
      return other
    }
    #expect(await copied(Self.press) == copied(renamed) { own[$0] ?? $0 })
  }

  @Test("order and threads change nothing at all", arguments: [1, 2, 3, 8])
  func shuffled(threads: Int) async {
    var random = SplitMix(seed: UInt64(threads))
    let expected = await Survey(threads: 1).match(Self.press)
    let found = await Survey(threads: threads).match(Self.press.shuffled(using: &random))
    #expect(found.pairs == expected.pairs)
    #expect(found.families == expected.families)
  }

  enum Dress: CaseIterable {
    case upperCase, lowerCase, zeroWidth, softHyphens, noBreakSpaces, straightQuotes, lowQuotes, dashes,
      decomposed, lines

    func on(_ text: String) -> String {
      func replace(_ from: String, _ to: String) -> String {
        text.split(separator: from, omittingEmptySubsequences: false).joined(separator: to)
      }
      switch self {
      case .upperCase: return text.uppercased()
      case .lowerCase: return text.lowercased()
      case .zeroWidth: return replace("e", "e\u{200B}")
      case .softHyphens: return replace("a", "a\u{AD}")
      case .noBreakSpaces: return replace(" ", "\u{A0}")
      case .straightQuotes: return text.map { "“”".contains($0) ? "\"" : String($0) }.joined()
      case .lowQuotes: return replace("“", "„")
      case .dashes: return replace(", ", " — ")
      case .decomposed: return replace("o", "o\u{308}")
      case .lines: return replace("\n\n", "\r\n \r\n")
      }
    }
  }

  @Test("dress changes no family, in some pages or in all", arguments: Dress.allCases)
  func dressed(dress: Dress) async {
    func dressed(_ isChosen: (Int) -> Bool) -> [Article] {
      Self.press.enumerated().map { number, article in
        guard isChosen(number) else { return article }
        var other = article
        other.text = dress.on(article.text)
        return other
      }
    }
    let expected = await copied(Self.press)
    #expect(await copied(dressed { _ in true }) == expected)
    #expect(await copied(dressed { $0 % 2 == 0 }) == expected)
  }

  @Test("a poor scan stays in its report's family", arguments: [0.01, 0.05])
  func scanned(rate: Double) async {
    var news = InventedNews(seed: 78)
    let scans = Self.press.filter { $0.id.hasSuffix("-a") }.map { article in
      Self.article(
        article.id + "-scan",
        article.text.components(separatedBy: "\n\n").map { news.misread($0, rate: rate) })
    }
    let found = await copied(Self.press + scans)
    for scan in scans {
      #expect(found.contains { $0.isSuperset(of: [scan.id, String(scan.id.dropLast(5))]) }, "\(scan.id)")
    }
  }

  @Test("a stray quotation mark hides no copy, though it makes a quotation of all that follows in its line")
  func strayMark() async {
    var news = InventedNews(seed: 79)
    let line = news.report(paragraphs: 6).joined(separator: " ")
    let pile = [Self.article("plain", [line]), Self.article("stray", ["“ " + line])]
    let found = await copied(pile)
    withKnownIssue(
      "words within an unclosed mark count as quoted to the line's end, and quoted words prove no copy"
    ) {
      #expect(found == [["plain", "stray"]])
    }
  }

  @Test("a page that is there twice joins its own family and changes no other")
  func twice() async {
    let again = Self.press.filter { $0.id.hasSuffix("-a") }.map { article in
      var other = article
      other.id += "-again"
      return other
    }
    let found = await copied(Self.press + again)
    #expect(Set(found.map { $0.filter { !$0.hasSuffix("-again") } }) == (await copied(Self.press)))
    for article in again {
      #expect(found.contains { $0.isSuperset(of: [article.id, String(article.id.dropLast(6))]) })
    }
  }
}
