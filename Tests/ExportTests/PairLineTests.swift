import Foundation
import Press
import Testing

@testable import Export

/// Lines written by hand say what the values' own form says.
@Suite("Lines of pairs and families")
struct PairLineTests {
  private func pair(_ kind: CopyKind, versions: Bool, share: Double, spun: String?) -> Pair {
    Pair(
      a: "a\"\\\n", b: "été/“b”", kind: kind, confidence: share, versions: versions, coverageA: share,
      coverageB: share / 3, similarity: 1, wordsA: 0, wordsB: 12_345_678_901, equalWords: 9_999_999,
      changes: 10,
      spun: spun,
      passages: [
        Passage(a: 0..<512, b: 14..<10_000_000, similarity: share),
        Passage(a: 600..<700, b: 0..<9, similarity: 0),
      ])
  }

  /// A value as Foundation's encoder writes it, without what is left out where it says nothing.
  private func encoded(_ value: some Encodable, type: String, leavingOut silent: [String: String]) throws
    -> String
  {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var text = String(decoding: try encoder.encode(Typed(type: type, value: value)), as: UTF8.self)
    for (key, value) in silent { text = text.replacingOccurrences(of: "\"\(key)\":\(value),", with: "") }
    return text
  }

  /// A value with its type beside its fields.
  private struct Typed: Encodable {
    enum Key: String, CodingKey { case type }

    let type: String
    let value: any Encodable

    func encode(to encoder: any Encoder) throws {
      try value.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(type, forKey: .type)
    }
  }

  private static let shares: [Double] = [
    0, 1, 0.5, 1 / 3, 0.9052189562087583, 1e-5, 0.1 + 0.2, .leastNormalMagnitude,
  ]

  @Test("a pair of every kind, with shares of every length", arguments: shares)
  func pairs(share: Double) throws {
    for kind in CopyKind.allCases {
      for (versions, spun) in [(false, nil), (true, "été/“b”")] {
        let pair = pair(kind, versions: versions, share: share, spun: spun)
        let expected = try encoded(pair, type: "pair", leavingOut: ["versions": "false"])
        #expect(try JSONLine().line(pair) == expected)
        var bytes = Array("before".utf8)
        JSONLine().append(pair, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "before" + expected)
      }
    }
  }

  @Test("a family, with a representative and shares or without")
  func families() throws {
    let plain = Family(id: "f1", members: ["b", "a\t"])
    #expect(
      try JSONLine().line(plain) == encoded(plain, type: "family", leavingOut: ["originality": "[]"]))
    let told = Family(
      id: "f2", members: ["b", "a"], representative: "b", originality: ["a": 0.125, "b": 1])
    #expect(try JSONLine().line(told) == encoded(told, type: "family", leavingOut: [:]))
    #expect(try JSONLine().line(told).contains(#""originality":[0.125,1],"representative":"b""#))
  }
}
