import Desk
import Foundation
import TestSupport
import Testing

@testable import Web

/// Whatever is typed into the search box, an answer comes. `STEMMA_SEARCHES` says how many are tried.
@Suite struct SearchFuzzTests {
  /// What means something to FTS5, to SQL, to Swift's strings or to an address, and some words that occur.
  private static let pieces = [
    "\"", "'", "*", "^", ":", "-", "+", "(", ")", "{", "}", ",", ".", ";", "--", "/*", "\\", "%", "_", "~",
    "|", "&", "=", "<",
    ">", "#", "?", "@", "$", "[", "]", "\u{0}", "\u{1}", "\n", "\t", " ", "  ", "\u{A0}", "\u{200B}",
    "\u{FEFF}", "\u{301}",
    "\u{202E}", "\u{FFFD}", "é", "ß", "İ", "漢", "字", "😀", "👨‍👩‍👧", "ﷺ", "AND", "OR", "NOT", "NEAR", "NEAR(",
    "NEAR/3", "title:",
    "text :", "search", "MATCH", "rowid", "rank", "bm25", "the", "of", "report", "was", "0", "1e9", "-1",
    "NULL", "a*", "\"a",
    "a\"", "\"\"", "\"\"\"", "DROP TABLE article", "{title text} :",
  ]

  private static func typed(_ random: inout SplitMix) -> String {
    switch Int.random(in: 0..<40, using: &random) {
    case 0:
      return String(
        repeating: pieces.randomElement(using: &random)!, count: Int.random(in: 100...3_000, using: &random))
    case 1:
      // Any scalars at all.
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) {
          text.unicodeScalars.append(scalar)
        }
      }
      return text
    default:
      let glue = Bool.random(using: &random) ? " " : ""
      return (0..<Int.random(in: 0...9, using: &random)).map { _ in pieces.randomElement(using: &random)! }
        .joined(separator: glue)
    }
  }

  @Test func noSearchFails() async throws {
    let pile = try await SmallPile()
    defer { pile.remove() }
    let desk = try Desk(archive: pile.archive, mode: .readOnly, threads: 1)
    defer { desk.archive.close() }
    let site = Site(desk: desk)
    let count = ProcessInfo.processInfo.environment["STEMMA_SEARCHES"].flatMap(Int.init) ?? 10_000
    var random = SplitMix(seed: 5)
    var hits = 0
    for number in 0..<count {
      let typed = Self.typed(&random)
      // Other tests want their turn too.
      if number.isMultiple(of: 50) { await Task.yield() }
      do {
        let page = try await site.page(for: Request(path: ["search"], query: [("q", typed)]))
        guard page.status == .found else {
          Issue.record("search \(number), “\(typed.debugDescription)”: status \(page.status)")
          return
        }
        if !page.table.rows.isEmpty { hits += 1 }
      } catch {
        Issue.record("search \(number), “\(typed.debugDescription)”: \(error)")
        return
      }
    }
    // The searches do reach the index.
    #expect(hits > count / 50)
    print("searched \(count) times, \(hits) of them with a hit")
  }
}
