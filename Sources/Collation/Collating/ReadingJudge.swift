import Language
import Press

/// Says which of the texts' stretches are one reading at a level.
struct ReadingJudge {
  let texts: [DistinctText]
  let level: Apparatus.Level

  /// The number of each stretch's reading, and the readings: the one of most witnesses first, ties in the order of what
  /// they say.
  ///
  /// - Parameter stretches: By text, which is by the first witness; never empty.
  func judge(_ stretches: [(text: Int, words: Range<Int>)]) -> (numbers: [Int], readings: [Apparatus.Reading])
  {
    var numberOf: [[UInt32]: Int] = [:]
    var numbers: [Int] = []
    var heads: [Int] = []
    for (index, stretch) in stretches.enumerated() {
      let identity = identity(stretch)
      if let known = numberOf[identity] {
        numbers.append(known)
      } else {
        numberOf[identity] = heads.count
        numbers.append(heads.count)
        heads.append(index)
      }
    }
    if level == .lexical, heads.count > 1 { mergeNotations(stretches, &numbers, &heads) }
    return ranked(stretches, numbers, heads)
  }

  private func identity(_ stretch: (text: Int, words: Range<Int>)) -> [UInt32] {
    let text = texts[stretch.text]
    guard level == .raw else { return text.tokens[stretch.words].map(\.key) }
    return text.bytes[text.range(of: stretch.words)].compactMap { byte in
      byte == 0x20 || (0x09...0x0D).contains(byte) ? nil : UInt32(byte)
    }
  }

  /// Readings compared with each other at most.
  private static let mostNotations = 64

  private func mergeNotations(
    _ stretches: [(text: Int, words: Range<Int>)], _ numbers: inout [Int], _ heads: inout [Int]
  ) {
    var kept: [Int] = []
    var renumbered: [Int] = []
    for head in heads {
      if kept.count <= Self.mostNotations,
        let same = kept.firstIndex(where: { isSame(stretches[$0], stretches[head]) })
      {
        renumbered.append(same)
      } else {
        renumbered.append(kept.count)
        kept.append(head)
      }
    }
    heads = kept
    numbers = numbers.map { renumbered[$0] }
  }

  private func isSame(_ a: (text: Int, words: Range<Int>), _ b: (text: Int, words: Range<Int>)) -> Bool {
    let (left, right) = (spoken(a), spoken(b))
    if Notation.isSame(left, right) || Notation.isSameLetters(left, right) { return true }
    return a.words.count == b.words.count
      && zip(texts[a.text].tokens[a.words], texts[b.text].tokens[b.words]).allSatisfy { x, y in
        x.key == y.key || Spelling.isSameWord(texts[a.text].bytes[x.range], texts[b.text].bytes[y.range])
      }
  }

  /// A stretch by itself, as the typing of changes asks for it.
  private func spoken(_ stretch: (text: Int, words: Range<Int>)) -> Stretch {
    let text = texts[stretch.text]
    let words = String(decoding: text.bytes[text.range(of: stretch.words)], as: UTF8.self)
    let collated = CollatedText(id: "", text: words, words: Tokenizer.tokens(of: words))
    return Stretch(collated, collated.words.indices)
  }

  private func ranked(
    _ stretches: [(text: Int, words: Range<Int>)], _ numbers: [Int], _ heads: [Int]
  ) -> (numbers: [Int], readings: [Apparatus.Reading]) {
    var weights = [Int](repeating: 0, count: heads.count)
    for (number, stretch) in zip(numbers, stretches) {
      weights[number] += texts[stretch.text].witnesses.count
    }
    let readings = heads.map { head in
      let stretch = stretches[head]
      let text = texts[stretch.text]
      let range = Blank.trimmed(text.range(of: stretch.words), of: text.bytes)
      return Apparatus.Reading(
        text: String(decoding: text.bytes[range], as: UTF8.self), words: stretch.words.count)
    }
    let order = heads.indices.sorted { a, b in
      weights[a] != weights[b] ? weights[a] > weights[b] : (readings[a].text, a) < (readings[b].text, b)
    }
    var rank = [Int](repeating: 0, count: heads.count)
    for (position, number) in order.enumerated() { rank[number] = position }
    return (numbers.map { rank[$0] }, order.map { readings[$0] })
  }
}
