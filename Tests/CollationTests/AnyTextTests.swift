import Press
import TestSupport
import Testing

@testable import Collation

@Suite("Any text is collated, and every range quotes its reading")
struct AnyTextTests {
  /// What the typing looks at, in no order that anyone would write.
  private static let pieces = [
    "“", "”", "\"", "'", "’", "‘", "„", "«", "»", "ferry", "Margit", "Olsen", "said", "officials", "not",
    "n't", "no", "1", "1,", "214",
    ".5", "16", "April", "2023", "a", "hundred", "million", "million", "pm", "a.m.", "%", "…", "...", "—",
    ".", ",", ":", "\n", "\n\n",
    "Tuesday", "yesterday", "to", "the", "of", "is", "’s", "港", "口", "ночь", "e\u{301}", "\u{200B}", "K18mn",
    "-", "/", "16/04/2023",
    "according", "to", "that", "U.S.", "UN", "United", "Nations", "\u{A0}", "(", ")", "12:30", "1st", "half",
    "dozen",
  ]

  @Test("two and three of them, made by chance")
  func random() throws {
    var dice = SplitMix(seed: 7)
    for round in 0..<1_500 {
      let stock = (0..<Int(dice.next() % 60)).map { _ in
        Self.pieces[Int(dice.next() % UInt64(Self.pieces.count))]
      }
      let articles = (0..<3).map { number in
        var pieces = stock
        for _ in 0..<Int(dice.next() % 6) where !pieces.isEmpty {
          let at = Int(dice.next() % UInt64(pieces.count))
          switch dice.next() % 3 {
          case 0: pieces.remove(at: at)
          case 1: pieces[at] = Self.pieces[Int(dice.next() % UInt64(Self.pieces.count))]
          default: pieces.insert(Self.pieces[Int(dice.next() % UInt64(Self.pieces.count))], at: at)
          }
        }
        let mark = dice.next() % 4 == 0 ? "" : " "
        return Article(id: "\(number)", source: "\(number)", text: pieces.joined(separator: mark))
      }
      check(Comparison.variants(from: articles[0], to: articles[1], family: "f"), articles, round)
      guard let apparatus = Collator.apparatus(of: articles, family: "f") else { continue }
      check(apparatus.variants(of: articles), articles, round)
    }
  }

  private func check(_ variants: [Variant], _ articles: [Article], _ round: Int) {
    for variant in variants {
      #expect(variant.readings.count > 1, "round \(round): \(variant)")
      for reading in variant.readings {
        for place in reading.witnesses {
          let bytes = Array((articles.first { $0.id == place.article }?.text ?? "").utf8)
          guard let range = place.range, range.lowerBound >= 0, range.upperBound <= bytes.count else {
            Issue.record("round \(round): \(place)")
            continue
          }
          #expect(String(validating: bytes[range], as: UTF8.self) != nil, "round \(round): \(place)")
        }
        guard let place = reading.witnesses.first, let range = place.range else { continue }
        let text = articles.first { $0.id == place.article }?.text ?? ""
        #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == reading.text, "round \(round)")
      }
    }
  }
}
