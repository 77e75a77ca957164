import Foundation
import TestSupport
import Testing

@testable import Matching

@Suite("Texts worth comparing are those that share enough features")
struct CandidateIndexTests {
  /// The same by sets and pairs: a frequent feature links a text to its neighbours in the order, no others.
  private func obvious(_ features: [[UInt64]], order: [UInt64]) -> [[Int]] {
    var carriers: [UInt64: [Int]] = [:]
    for (text, list) in features.enumerated() {
      for feature in list { carriers[feature, default: []].append(text) }
    }
    var shared: [[Int]: Int] = [:]
    for texts in carriers.values {
      let sorted = texts.sorted { (order[$0], $0) < (order[$1], $1) }
      let isFrequent = texts.count > CandidateRule.frequencyCap
      for one in sorted.indices {
        let others = isFrequent ? sorted[(one + 1)...].prefix(1) : sorted[(one + 1)...]
        for other in others { shared[[sorted[one], other].sorted(), default: 0] += 1 }
      }
    }
    var found = [[Int]](repeating: [], count: features.count)
    for (pair, count) in shared
    where CandidateRule.isEnough(
      shared: count, featuresA: features[pair[0]].count, featuresB: features[pair[1]].count)
    {
      found[pair[0]].append(pair[1])
      found[pair[1]].append(pair[0])
    }
    return found.map { $0.sorted() }
  }

  private func index(
    _ features: [[UInt64]], order: [UInt64], memory: Int = .max, folder: String = "/tmp"
  ) throws -> CandidateIndex {
    var builder = CandidateIndexBuilder(memory: memory, folder: folder)
    for list in features { try builder.add(list) }
    return try builder.finish(order: order)
  }

  /// All candidates of each text; checks that the half above is the upper half of them.
  private func found(_ index: CandidateIndex) throws -> [[Int]] {
    var scratch = CandidateIndex.Scratch(count: index.count)
    var found: [[Int]] = []
    for part in index.parts.indices {
      let part = try index.part(part)
      for text in part.texts {
        let all = part.candidates(of: text, scratch: &scratch)
        #expect(part.candidates(above: text, scratch: &scratch) == all.filter { $0 > text })
        found.append(all)
      }
    }
    return found
  }

  private func order(_ count: Int) -> [UInt64] { (0..<count).map { CandidateRule.order(of: "text \($0)") } }

  /// Lists of features drawn from `range`, at most `most` long.
  private func lists(_ count: Int, most: Int, of range: Range<UInt64>, _ random: inout SplitMix) -> [[UInt64]]
  {
    (0..<count).map { _ in
      Set(
        (0..<Int.random(in: 0...most, using: &random)).map { _ in UInt64.random(in: range, using: &random) }
      )
      .sorted()
    }
  }

  @Test("random piles", arguments: [UInt64(1), 2, 3, 4, 5])
  func random(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let features = lists(60, most: 40, of: 0..<300, &random)
    let expected = obvious(features, order: order(60))
    #expect(expected.contains { !$0.isEmpty })
    #expect(try found(index(features, order: order(60))) == expected)
  }

  @Test("features that more texts carry than the cap allows", arguments: [UInt64(6), 7])
  func frequent(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let own = lists(260, most: 12, of: 8..<400, &random)
    let features = own.enumerated().map { text, list in (text % 9 == 0 ? [] : (0..<8).map(UInt64.init)) + list
    }
    let expected = obvious(features, order: order(260))
    #expect(try found(index(features, order: order(260))) == expected)
    #expect(expected.reduce(0) { $0 + $1.count } < 260 * 20)
  }

  @Test("no texts, empty texts, and features of forty bits")
  func edges() throws {
    #expect(try found(index([], order: [])) == [])
    #expect(try found(index([[], [], [1]], order: order(3))) == [[], [], []])
    let wide = (0..<6).map { (UInt64(1) << 40) - 1 - UInt64($0) }.sorted()
    #expect(try found(index([wide, [], wide], order: order(3))) == [[2], [], [0]])
  }

  @Test(
    "an index that exceeds its memory finds the same from disk, part by part",
    arguments: [0, 1 << 16, 1 << 20])
  func spilled(memory: Int) throws {
    var random = SplitMix(seed: UInt64(memory) + 8)
    let features = (0..<1_500).map { text -> [UInt64] in
      let report = UInt64(text / 40)
      let shared = (0..<50).map { CandidateRule.mixed(report << 8 | $0) >> 24 }
      let wall = text % 3 == 0 ? (0..<4).map { CandidateRule.mixed(UInt64.max - $0) >> 24 } : []
      let kept = shared.filter { _ in Bool.random(using: &random) }
      let own = (0..<30).map { _ in UInt64.random(in: 0..<(1 << 40), using: &random) }
      let stock = (0..<60).map { _ in CandidateRule.mixed(UInt64.random(in: 0..<2_000, using: &random)) >> 24
      }
      return Set(kept + own + wall + stock).sorted()
    }
    let inMemory = try index(features, order: order(1_500))
    let onDisk = try index(features, order: order(1_500), memory: memory)
    #expect(inMemory.parts.count == 1)
    #expect(onDisk.parts.count > 1)
    #expect(onDisk.parts.flatMap { $0 } == Array(0..<1_500))
    #expect(inMemory.bytes == onDisk.bytes)
    let expected = try found(inMemory)
    #expect(try found(onDisk) == expected)
    #expect(expected == obvious(features, order: order(1_500)))
    #expect(expected.reduce(0) { $0 + $1.count } > 1_500 * 30)
  }

  @Test("a scratch folder that is not there is an error that names it")
  func noFolder() {
    let lists = (0..<12_000).map { text in
      (0..<100).map { CandidateRule.mixed(UInt64(text * 100 + $0)) >> 24 }
    }
    let error = #expect(throws: ScratchError.self) {
      try index(lists, order: order(lists.count), memory: 0, folder: "/nowhere/at all")
    }
    #expect(error?.description.contains("/nowhere/at all: No such file or directory") == true)
  }

  @Test("a full disk is an error that says what to do")
  func fullDisk() {
    let error = ScratchError(folder: "/tmp", action: "write to", code: 28)
    #expect(
      error.description.hasPrefix(
        "cannot write to the scratch folder /tmp: No space left on device; free some"))
  }

  @Test("what is put aside has no name")
  func nameless() throws {
    let folder = "/tmp/stemma-scratch-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = try ScratchFile(folder: folder)
    try [UInt64(7), 8, 9].withUnsafeBufferPointer { try file.write($0, at: 2) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    var back: [UInt64] = [0, 0]
    try back.withUnsafeMutableBufferPointer { try file.read(into: $0, at: 3) }
    #expect(back == [8, 9])
  }

  @Test("texts of one page without end are a chain: each is linked to its two neighbours")
  func identical() throws {
    let list = (0..<100).map { CandidateRule.mixed($0) >> 24 }.sorted()
    let count = 1_000
    let found = try found(index([[UInt64]](repeating: list, count: count), order: order(count)))
    #expect(found.reduce(0) { $0 + $1.count } == 2 * (count - 1))
    #expect(found.allSatisfy { $0.count <= 2 })
    var reached: Set<Int> = [0]
    var next = [0]
    while let text = next.popLast() { next += found[text].filter { reached.insert($0).inserted } }
    #expect(reached.count == count)
  }

  @Test("shuffling texts changes no candidates, beyond the cap neither")
  func shuffled() throws {
    var random = SplitMix(seed: 21)
    let own = lists(400, most: 20, of: 8..<500, &random)
    let features = own.enumerated().map { text, list in (text % 2 == 0 ? (0..<8).map(UInt64.init) : []) + list
    }
    let order = order(400)
    let shuffle = (0..<400).shuffled(using: &random)
    let plain = try found(index(features, order: order))
    let other = try found(index(shuffle.map { features[$0] }, order: shuffle.map { order[$0] }))
    for (place, text) in shuffle.enumerated() {
      #expect(other[place].map { shuffle[$0] }.sorted() == plain[text])
    }
  }

  @Test("a text that joins starts no candidacy between others")
  func joining() throws {
    var random = SplitMix(seed: 22)
    let own = lists(200, most: 20, of: 8..<150, &random)
    let features = own.enumerated().map { text, list in
      (text % 3 != 0 ? (0..<8).map(UInt64.init) : []) + list
    }
    let order = order(200)
    var before: [[Int]] = []
    for count in 100...200 {
      let now = try found(index(Array(features[..<count]), order: Array(order[..<count])))
      for (text, others) in before.enumerated() {
        #expect(Set(now[text].filter { $0 < count - 1 }).isSubset(of: others))
      }
      before = now
    }
  }
}
