import Language
import Press

/// Says which of the texts' stretches are one reading at a level.
struct ReadingJudge {
  let texts: [DistinctText]
  let level: Apparatus.Level
  /// Texts made ready for typing, those that were asked for.
  private var collated: [CollatedText?]

  init(texts: [DistinctText], level: Apparatus.Level) {
    self.texts = texts
    self.level = level
    collated = [CollatedText?](repeating: nil, count: texts.count)
  }

  /// The number of each stretch's reading; the readings, the one of most witnesses first, ties in the order of what they
  /// say; and what sort of difference it is, if there are several.
  ///
  /// - Parameter stretches: By text, which is by the first witness; never empty.
  mutating func judge(
    _ stretches: [(text: Int, words: Range<Int>)]
  ) -> (numbers: [Int], readings: [Apparatus.Reading], kind: Variant.Kind?) {
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
    let (ranks, readings, order) = ranked(stretches, numbers, heads)
    return (ranks, readings, kind(order.map { stretches[heads[$0]] }))
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

  private mutating func mergeNotations(
    _ stretches: [(text: Int, words: Range<Int>)], _ numbers: inout [Int], _ heads: inout [Int]
  ) {
    var kept: [Int] = []
    var renumbered: [Int] = []
    for head in heads {
      var same: Int?
      for (number, other) in kept.prefix(Self.mostNotations).enumerated()
      where same == nil && isSame(stretches[other], stretches[head]) {
        same = number
      }
      if let same {
        renumbered.append(same)
      } else {
        renumbered.append(kept.count)
        kept.append(head)
      }
    }
    heads = kept
    numbers = numbers.map { renumbered[$0] }
  }

  private mutating func isSame(
    _ a: (text: Int, words: Range<Int>), _ b: (text: Int, words: Range<Int>)
  ) -> Bool {
    let (left, right) = (stretch(a), stretch(b))
    return Notation.isSameLetters(left, right) || Notation.isSame(left, right)
  }

  private mutating func stretch(_ stretch: (text: Int, words: Range<Int>)) -> Stretch {
    if let known = collated[stretch.text] { return Stretch(known, stretch.words) }
    let text = texts[stretch.text]
    let made = CollatedText(
      id: text.id, text: String(decoding: text.bytes, as: UTF8.self), words: text.tokens,
      language: text.language)
    collated[stretch.text] = made
    return Stretch(made, stretch.words)
  }

  /// What weighs most first.
  private static let weights: [Variant.Kind] = [
    .quotation, .negation, .number, .date, .name, .attribution, .substituted, .moved, .spelling,
  ]

  /// How the first reading differs from the others: of several sorts, the one that weighs most.
  private mutating func kind(_ readings: [(text: Int, words: Range<Int>)]) -> Variant.Kind? {
    guard readings.count > 1 else { return nil }
    let first = stretch(readings[0])
    var most = Self.weights.count - 1
    for other in readings.dropFirst() {
      // The same letters, parted otherwise.
      let kind = ChangeTyping.kind(from: first, to: stretch(other)) ?? .spelling
      most = min(most, Self.weights.firstIndex(of: kind) ?? most)
    }
    return Self.weights[most]
  }

  private func ranked(
    _ stretches: [(text: Int, words: Range<Int>)], _ numbers: [Int], _ heads: [Int]
  ) -> (ranks: [Int], readings: [Apparatus.Reading], order: [Int]) {
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
    return (numbers.map { rank[$0] }, order.map { readings[$0] }, order)
  }
}
