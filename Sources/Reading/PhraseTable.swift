import Press

/// The phrases of one table with what they mean, found by the words that they cannot do without.
struct PhraseTable<Meaning: Sendable>: Sendable {
  struct Row: Sendable {
    let phrase: Phrase
    let meaning: Meaning
    let order: Int
  }

  let rows: [Row]
  private let anchored: WordIndex<[Int]>
  private let floating: WordIndex<[Int]>
  private let free: [Int]

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
    self.rows = rows
    self.anchored = WordIndex(anchored)
    self.floating = WordIndex(floating)
    self.free = free
  }

  /// Rows that may match these tokens, in the table's order.
  func candidates(_ tokens: [Token], _ span: Range<Int>) -> [Row] {
    var found = free
    var isFirst = true
    for index in span {
      let token = tokens[index]
      if isFirst, let list = anchored[token.hash] { found += list }
      if !token.isMark { isFirst = false }
      if let list = floating[token.hash] { found += list }
    }
    guard !found.isEmpty else { return [] }
    found.sort()
    var last = -1
    return found.compactMap { index in
      defer { last = index }
      return index == last ? nil : rows[index]
    }
  }
}
