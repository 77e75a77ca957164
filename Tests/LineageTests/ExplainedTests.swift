import TestSupport
import Testing

@testable import Lineage

@Suite("What is left of a text, and who stands below whom")
struct ExplainedTests {
  @Test("1,000 times at random: what is left is what a byte by byte count leaves", arguments: [1, 2, 3])
  func bytesLeft(least: Int) {
    var random = SplitMix(seed: UInt64(least))
    for _ in 0..<1_000 {
      func range() -> Range<Int> {
        let start = Int.random(in: 0..<60, using: &random)
        return start..<Int.random(in: start...70, using: &random)
      }
      let first = (0..<Int.random(in: 0...3, using: &random)).map { _ in range() }
      let more = (0..<Int.random(in: 0...6, using: &random)).map { _ in range() }
      var explained = Explained()
      explained.insert(first)
      explained.insert(more, coveredBy: least)
      let asked = (0..<3).map { _ in range() }
      let slow = asked.map { range in
        range.count { byte in
          !first.contains { $0.contains(byte) } && more.count { $0.contains(byte) } < least
        }
      }
      #expect(explained.bytesLeft(of: asked) == slow, "\(first) \(more) \(least) \(asked)")
    }
  }

  @Test("200 random forests: below is what climbing finds")
  func descent() {
    var random = SplitMix(seed: 4)
    for size in 1...200 {
      let parents: [Int?] = (0..<size).map {
        $0 == 0 || Bool.random(using: &random) ? nil : Int.random(in: 0..<$0, using: &random)
      }
      let descent = Descent(parents: parents)
      for node in 0..<size {
        var above: Set<Int> = [node]
        var top = node
        while let parent = parents[top] { (top, _) = (parent, above.insert(parent)) }
        #expect(descent.top[node] == top)
        #expect((0..<size).allSatisfy { descent.isBelow(node, $0) == above.contains($0) })
      }
    }
  }

  @Test("a chain of 100,000 copies is walked without recursion")
  func longChain() {
    let descent = Descent(parents: [nil] + (0..<99_999).map { $0 })
    #expect(descent.top[99_999] == 0 && descent.isBelow(99_999, 1) && !descent.isBelow(1, 99_999))
  }
}
