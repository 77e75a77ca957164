import Press
import Testing

@testable import Collation

@Suite("How much of its source a copy has")
struct ReuseTests {
  private static let words = (0..<40).map { "word\($0)" }

  private func reuse(_ source: [String], _ copy: [String]) -> Reuse {
    func article(_ id: String, _ words: [String]) -> Article {
      Article(id: id, source: id, text: words.joined(separator: " "))
    }
    return Reuse.measured(from: article("a", source), to: article("b", copy), family: "f")
  }

  @Test("all of it, half of it, and none")
  func shares() {
    let whole = reuse(Self.words, Self.words)
    #expect(whole.sourceShare == 1 && whole.copyShare == 1 && whole.longest?.words == 40)
    let half = reuse(Self.words, Array(Self.words.prefix(20)))
    #expect(half.sourceShare == 0.5 && half.copyShare == 1 && half.longest?.words == 20)
    let none = reuse(Self.words, (0..<30).map { "other\($0)" })
    #expect(none.sourceShare == 0 && none.copyShare == 0 && none.longest == nil)
    let empty = reuse([], [])
    #expect(empty.sourceShare == 0 && empty.copyShare == 0 && empty.longest == nil)
  }

  @Test("what was put otherwise is reused, what was cut from the middle is not")
  func middle() {
    var other = Self.words
    other[10] = "another"
    #expect(reuse(Self.words, other).sourceShare == 1)
    let cut = reuse(Self.words, Array(Self.words[..<16] + Self.words[24...]))
    #expect(cut.sourceShare == 0.8 && cut.copyShare == 1)
    let added = reuse(Array(Self.words[..<16] + Self.words[24...]), Self.words)
    #expect(added.sourceShare == 1 && added.copyShare == 0.8)
  }
}
