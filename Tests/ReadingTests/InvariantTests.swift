import Press
import Testing

@testable import Reading

@Suite("Laws of reading")
struct InvariantTests {
  /// Pages of lines drawn from all fixtures, the same for every run.
  static let pages: [[String]] = {
    let tables = ((try? Fixture.rows("credits.tsv")) ?? []) + ((try? Fixture.rows("furniture.tsv")) ?? [])
    let pool =
      tables.map { $0[$0.count - 2] } + Fixture.body + [
        Fixture.title, "Économie à l’œuvre : « çà et là »", "日本語の行です。", "🙂 emoji 👩‍👩‍👧 line",
      ]
    var state: UInt64 = 7
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    return (0..<300).map { _ in (0..<(1 + draw(24))).map { _ in pool[draw(pool.count)] } }
  }()

  @Test("No line of a page is lost: text, furniture and title together are its lines, in order")
  func noLineLost() {
    for lines in Self.pages {
      let folded = Lines.blocks(Array(lines.joined(separator: "\n").utf8)).map(\.text)
      switch ArticleReader().read(Fixture.page(lines)) {
      case .refusal(let refusal):
        #expect(refusal.reason == .noArticle || refusal.reason == .empty)
      case .article(let article, _):
        var kept = article.text.split(separator: "\n\n").map(String.init)[...]
        var removed = article.furniture.map(\.text)[...]
        for line in folded {
          if kept.first == line {
            kept.removeFirst()
          } else if removed.first == line {
            removed.removeFirst()
          } else {
            #expect(article.title == line)
          }
        }
        #expect(kept.isEmpty && removed.isEmpty)
      }
    }
  }

  @Test("Extracted text is marked, never cut; every range slices to the words it quotes (invariants 4 and 5)")
  func extractedIsMarked() throws {
    for (number, lines) in Self.pages.enumerated() {
      let text = "  " + lines.joined(separator: number % 2 == 0 ? "\n" : "\r\n\r\n") + "\n"
      guard case .article(let article, _) = ArticleReader().read(Fixture.extracted(text)) else { continue }
      #expect(article.text == text)
      for furniture in article.furniture {
        let range = try #require(furniture.range)
        #expect(Fixture.slice(text, range) == furniture.text)
      }
      for credit in article.credits where credit.place == .text {
        let range = try #require(credit.range)
        #expect(Fixture.slice(text, range) == credit.text)
      }
      if let range = article.dateline?.range { #expect(Fixture.slice(text, range) != nil) }
    }
  }

  @Test("Ranges into the text of a scraped page slice to the words they quote (invariant 4)")
  func rangesSlice() throws {
    for lines in Self.pages {
      guard case .article(let article, _) = ArticleReader().read(Fixture.page(lines)) else { continue }
      for credit in article.credits {
        if let range = credit.range {
          #expect(Fixture.slice(article.text, range) == credit.text)
        } else {
          #expect(credit.place != .text)
        }
      }
      if let dateline = article.dateline, let range = dateline.range {
        #expect(Fixture.slice(article.text, range)?.contains(dateline.place) == true)
      }
    }
  }

  @Test("Reading twice gives the same")
  func deterministic() {
    for lines in Self.pages.prefix(60) {
      #expect(ArticleReader().read(Fixture.page(lines)) == ArticleReader().read(Fixture.page(lines)))
    }
  }

  @Test(
    "A page without an article is refused, with the reason",
    arguments: [
      ("", Refusal.Reason.empty), (" \n\t\r\n\u{A0}\u{FEFF}", .empty),
      ("Advertisement\nShare\nSponsored content", .noArticle),
    ])
  func refusals(_ text: String, _ reason: Refusal.Reason) {
    guard case .refusal(let refusal) = ArticleReader().read(Fixture.page([text])) else {
      Issue.record("“\(text)” was read")
      return
    }
    #expect(refusal.reason == reason && !refusal.detail.isEmpty && refusal.source == "p.txt")
  }

  @Test("Hostile pages end soon: a long run of one line, of one word, of brackets, of advertisements")
  func hostile() {
    let pieces = [
      "Advertisement\n", "word ", "(", "((((/AP/))))", "READ MORE: ", "By Reuters, ", "a\n",
      "\u{0}\u{1}\u{7}", "AP/",
      "The AP and the AFP and ", "Source: ", "— ", "2023-04-16 ", "“Ünï” ",
      "the headline this story has not been edited by ",
      "VELDMOOR, ", "... ", "© ", "'", "WATCH: one title again and again – Mar 22, 2018\n",
    ]
    let clock = ContinuousClock()
    for piece in pieces {
      let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
      let time = clock.measure {
        _ = ArticleReader().read(Fixture.page([text]))
        _ = ArticleReader().read(Fixture.extracted(text))
      }
      #expect(time < .seconds(40), "\(piece.debugDescription) took \(time)")
    }
  }

  @Test("Broken bytes are read without a trap")
  func brokenBytes() {
    let broken: [UInt8] = [0xFF, 0xC3, 0xE2, 0x80, 0x0A, 0xF0, 0x9F, 0x20, 0x41, 0xC2]
    for start in broken.indices {
      let bytes = Array(broken[start...]) + Array(Fixture.body[0].utf8) + broken
      _ = ArticleReader().read(Page(id: "p", source: "p", content: .text(bytes)))
    }
  }
}
