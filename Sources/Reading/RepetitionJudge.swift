import Language
import Press

/// Recognises lines by their being said twice on one page: players that repeat a title, captions that repeat the
/// opening words of a sentence, buttons that stand at every picture.
enum RepetitionJudge {
  /// Judges the lines that nothing else has judged; `verdicts` has what is known so far.
  static func judge(_ lines: [Line], _ verdicts: inout [Furniture.Kind?], title: Int?) {
    let keys = lines.map(key)
    playerTitles(lines, keys, &verdicts, title)
    buttons(lines, keys, &verdicts, title)
    fragments(lines, keys, &verdicts, title)
  }

  /// The words of a line without its marks.
  private static func key(_ line: Line) -> [UInt64] { line.tokens.compactMap { $0.isMark ? nil : $0.hash } }

  // MARK: Players and teasers

  /// How far from a labelled line its title is repeated.
  private static let neighbourhood = 3

  /// A line near "WATCH: …" or "Click to play …" that says the same title again, with at most a date.
  private static func playerTitles(
    _ lines: [Line], _ keys: [[UInt64]], _ verdicts: inout [Furniture.Kind?], _ title: Int?
  ) {
    for index in lines.indices where verdicts[index] == nil && index != title {
      let key = keys[index]
      guard (4...80).contains(key.count) else { continue }
      let near = max(0, index - neighbourhood)...min(lines.count - 1, index + neighbourhood)
      for other in near where other != index {
        let isLabelled = verdicts[other] == .relatedLink || verdicts[other] == .playerCaption
        guard let rest = rest(of: lines[index], key, without: keys[other], isLabelled: isLabelled) else {
          continue
        }
        // Against a line that is furniture, a bare repetition is enough; against another, the date must stand there.
        if isLabelled && rest == .nothing || rest == .date {
          verdicts[index] = .playerCaption
          break
        }
      }
    }
  }

  private enum Rest { case nothing, date }

  /// What `line` says beside the title that `other` also says; `nil` when it says more than a date.
  private static func rest(of line: Line, _ key: [UInt64], without other: [UInt64], isLabelled: Bool) -> Rest?
  {
    guard other.count >= 3, other.count <= 80 else { return nil }
    if isLabelled, contains(other, key) { return line.endsInFullStop && key.count > 25 ? nil : .nothing }
    // The label may be part of `other` ("WATCH: title"): its words before the shared ones do not count.
    guard !line.endsInFullStop, line.text.utf8.count <= 400,
      line.tokens.contains(where: { $0.kind == .number }),
      let date = DateScanner.scan(line.text).last, date.day != nil
    else { return nil }
    let words = line.tokens.filter { !$0.isMark && !date.range.contains($0.start) }.map(\.hash)
    guard words.count >= 3, contains(other, words) else { return nil }
    return other.count - words.count <= 12 && date.range.upperBound + 2 >= line.text.utf8.count ? .date : nil
  }

  /// Whether `part` stands in `whole` as one run.
  private static func contains(_ whole: [UInt64], _ part: [UInt64]) -> Bool {
    guard part.count <= whole.count, let first = part.first else { return false }
    for start in 0...(whole.count - part.count) where whole[start] == first {
      if whole[start..<(start + part.count)].elementsEqual(part) { return true }
    }
    return false
  }

  // MARK: Buttons

  /// Short lines without an end of sentence that stand three times or more ("Fullscreen"), and whole lines that come
  /// again: the first stays.
  private static func buttons(
    _ lines: [Line], _ keys: [[UInt64]], _ verdicts: inout [Furniture.Kind?], _ title: Int?
  ) {
    // By a hash of the words' hashes: hashing whole lines as a dictionary does was most of the cost.
    var places: [UInt64: [Int]] = [:]
    for index in lines.indices
    where !keys[index].isEmpty && keys[index].count <= 200 && !lines[index].block.isStructure {
      places[hash(keys[index]), default: []].append(index)
    }
    for list in places.values where list.count >= 2 {
      let line = lines[list[0]]
      if list.count >= 3, keys[list[0]].count <= 7, !line.endsSentence {
        for index in list where verdicts[index] == nil && index != title { verdicts[index] = .navigation }
      } else if keys[list[0]].count >= 8 || list[0] == title {
        for index in list.dropFirst() where verdicts[index] == nil { verdicts[index] = .caption }
      }
    }
  }

  private static func hash(_ key: [UInt64]) -> UInt64 {
    key.reduce(Folding.seed) { ($0 ^ $1 ^ ($1 >> 29)) &* 0x9E37_79B9_7F4A_7C15 }
  }

  // MARK: Fragments

  /// How many of the page's first lines may be a picture's caption that the report says again.
  private static let head = 4

  /// A line at the head of the page whose words, all of them, open a longer sentence further down: nothing is lost
  /// with it. The title is not asked.
  private static func fragments(
    _ lines: [Line], _ keys: [[UInt64]], _ verdicts: inout [Furniture.Kind?], _ title: Int?
  ) {
    let first = lines.indices.filter { verdicts[$0] == nil && $0 != title }.prefix(head)
    for index in first where (5...Budget.comparedWords).contains(keys[index].count) {
      for other in lines.indices where other > index && verdicts[other] == nil {
        if keys[other].count > keys[index].count, opensSentence(lines[other], keys[index]) {
          verdicts[index] = .caption
          break
        }
      }
    }
  }

  /// Whether some sentence of the line begins with `words` and goes on after them.
  private static func opensSentence(_ line: Line, _ words: [UInt64]) -> Bool {
    var isStart = true
    for (index, token) in line.tokens.enumerated() {
      if token.isMark {
        if token.isMark(".") || token.isMark("!") || token.isMark("?") { isStart = true }
        continue
      }
      if isStart, token.hash == words[0], goesOn(line, index, words) { return true }
      isStart = false
    }
    return false
  }

  private static func goesOn(_ line: Line, _ start: Int, _ words: [UInt64]) -> Bool {
    var at = start
    for word in words {
      while at < line.tokens.count, line.tokens[at].isMark { at += 1 }
      guard at < line.tokens.count, line.tokens[at].hash == word else { return false }
      at += 1
    }
    return line.tokens[at...].contains { !$0.isMark }
  }
}
