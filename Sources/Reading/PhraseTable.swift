import Press

/// The phrases of one table with what they mean, found by the words that they cannot do without.
struct PhraseTable<Meaning: Sendable>: Sendable {
  struct Row: Sendable {
    let phrase: Phrase
    let meaning: Meaning
    let order: Int
  }

  let rows: [Row]
  /// For each anchor its stretch of `lists`: ranges instead of arrays, since every word of every line is looked up and
  /// counting references would be most of the cost.
  private let anchored: WordIndex<Range<Int>>
  private let floating: WordIndex<Range<Int>>
  private let lists: [Int]
  private let free: [Int]
  /// A bit for every anchor, by the low bits of its hash: most words of a line end here.
  private let filter: [UInt64]

  /// Reads rows whose last column is the phrase; `meaning` reads the columns before it.
  init(_ table: [[String]], meaning: ([String]) -> Meaning?) {
    var rows: [Row] = []
    var anchored: [UInt64: [Int]] = [:]
    var floating: [UInt64: [Int]] = [:]
    var free: [Int] = []
    for columns in table {
      guard let text = columns.last, let meaning = meaning(columns), let phrase = PhraseParser.parse(text)
      else { continue }
      let index = rows.count
      rows.append(Row(phrase: phrase, meaning: meaning, order: index))
      if phrase.anchors.isEmpty { free.append(index) }
      for anchor in phrase.anchors {
        if phrase.isAnchoredAtStart {
          anchored[anchor, default: []].append(index)
        } else {
          floating[anchor, default: []].append(index)
        }
      }
    }
    var lists: [Int] = []
    func listed(_ indices: [Int]) -> Range<Int> {
      lists += indices
      return lists.count - indices.count..<lists.count
    }
    var filter = [UInt64](repeating: 0, count: 1 << (Self.filterBits - 6))
    for anchor in [anchored, floating].joined().map(\.key) {
      let bit = Self.bit(anchor)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.filter = filter
    self.rows = rows
    self.anchored = WordIndex(anchored.mapValues(listed))
    self.floating = WordIndex(floating.mapValues(listed))
    self.lists = lists
    self.free = free
  }

  private static var filterBits: Int { 15 }

  private static func bit(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 32)) & ((1 << filterBits) - 1)
  }

  /// Indices of the rows that may match these tokens, in the table's order.
  func candidates(_ tokens: [Token], _ span: Range<Int>) -> [Int] {
    var found = free
    var isFirst = true
    for index in span {
      let token = tokens[index]
      let bit = Self.bit(token.hash)
      guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else {
        if !token.isMark { isFirst = false }
        continue
      }
      if isFirst, let list = anchored[token.hash] { found += lists[list] }
      if !token.isMark { isFirst = false }
      if let list = floating[token.hash] { found += lists[list] }
    }
    guard found.count > 1 else { return found }
    found.sort()
    var last = -1
    found.removeAll { index in
      defer { last = index }
      return index == last
    }
    return found
  }
}
