import Press

/// Reads bylines: "By Jane Doe", "By JANE DOE, AP Diplomatic Writer", "Von Anna Muster, dpa".
enum BylineReader {
  struct Byline: Sendable {
    /// As written, without the word that opens it.
    var names: String
    /// Agencies and outlets among the authors.
    var credited: [CreditedName]
  }

  /// The byline that the line is, when it opens with "By" or its like in another language.
  static func read(_ line: Line) -> Byline? {
    guard let start = opening(line), isNames(line, start) else { return nil }
    return Byline(names: names(line, start), credited: credited(line, start))
  }

  /// A byline without "By", believed only because it holds an agency and a title or a date: "JANE DOE, AP Writer".
  static func readUnopened(_ line: Line, dates: [ScannedSpan]) -> Byline? {
    guard line.tokens.count <= 40, line.wordCount <= 22, !line.endsInFullStop, isNames(line, 0) else {
      return nil
    }
    let words = WordTable.shared
    let hasTitle =
      line.tokens.contains { words.has($0, .titleSuffix) } || !dates.isEmpty
      || line.tokens.contains { words.has($0, .byline) && $0.isCapital }
    guard hasTitle, !line.tokens.contains(where: { words.has($0, .photographer) }) else { return nil }
    let credited = credited(line, 0).filter { $0.kind == .agency && !$0.isOrdinary }
    return credited.isEmpty ? nil : Byline(names: names(line, 0), credited: credited)
  }

  typealias ScannedSpan = Range<Int>

  private static func opening(_ line: Line) -> Int? {
    var at = 0
    while at < line.tokens.count, line.tokens[at].isMark { at += 1 }
    guard at < line.tokens.count, line.tokens.count <= 40, line.wordCount <= 20, !line.endsInFullStop else {
      return nil
    }
    let token = line.tokens[at]
    guard WordTable.shared.has(token, .byline), token.isCapital || at == 0 else { return nil }
    at += 1
    while at < line.tokens.count, line.tokens[at].isMark(":") { at += 1 }
    guard at < line.tokens.count else { return nil }
    let first = line.tokens[at]
    let isName =
      first.isCapital || line.names.name(in: line, at: at, limit: line.tokens.count) != nil
      || WordTable.shared.has(first, .article)
    return isName ? at : nil
  }

  /// Whether nothing but names, titles, small words and figures follows.
  private static func isNames(_ line: Line, _ start: Int) -> Bool {
    let words = WordTable.shared
    return line.tokens[start...].allSatisfy { token in
      token.isMark || token.isCapital || token.kind == .number || words.has(token, .connector)
        || words.has(token, .titleSuffix) || words.has(token, .stamp) || words.has(token, .article)
        || words.has(token, .suffix) || token.hasDot || token.end - token.start <= 4
    }
  }

  private static func names(_ line: Line, _ start: Int) -> String {
    var end = line.tokens.count
    while end > start, line.tokens[end - 1].isMark { end -= 1 }
    return line.string(line.byteRange(start..<end))
  }

  /// The agencies and outlets among the names; a name that is only part of a longer one is none.
  private static func credited(_ line: Line, _ start: Int) -> [CreditedName] {
    var names: [CreditedName] = []
    var at = start
    while at < line.tokens.count {
      if let found = line.names.name(in: line, at: at, limit: line.tokens.count) {
        // "Jane Doe, Bloomberg": an ordinary word that a mark parts from the name.
        let isParted =
          at > start && at + 1 == line.tokens.count
          && (line.tokens[at - 1].isMark(",") || line.tokens[at - 1].isMark("|"))
        let isWhole = found.tokens.lowerBound == start || !found.isOrdinary || isParted
        if isWhole, isApart(line, found.tokens, start) {
          names.append(
            CreditedName(name: found.known.name, kind: found.known.kind, isOrdinary: found.isOrdinary))
        }
        at = found.tokens.upperBound
      } else {
        at += 1
      }
    }
    return names
  }

  /// Whether a name of one word stands apart from those of persons: "Petra Novak" and "Kaya Efe" are no agencies,
  /// "AFP", "Jo Moss, AFP", "Jo Moss of AFP" and "AP Business Writer" are. A name of several words is no person's.
  static func isApart(_ line: Line, _ name: Range<Int>, _ start: Int) -> Bool {
    if name.count(where: { !line.tokens[$0].isMark }) > 1 { return true }
    return
      (name.lowerBound == start
      || endsName(line.tokens[name.lowerBound - 1], line, name.lowerBound - 1, start))
      && (name.upperBound == line.tokens.count || opensName(line, name.upperBound))
  }

  private static func endsName(_ token: Token, _ line: Line, _ index: Int, _ start: Int) -> Bool {
    let words = WordTable.shared
    if token.isMark { return isSeparator(token) }
    if apart.contains(token.hash) { return !token.isCapital || index == start }
    // "By the AP", "Por Agencia EFE"
    return words.has(token, .titleSuffix) || words.has(token, .suffix)
      || index == start && words.has(token, .article)
  }

  private static func opensName(_ line: Line, _ index: Int) -> Bool {
    let token = line.tokens[index]
    let words = WordTable.shared
    if token.isMark { return isSeparator(token) || token.isMark(".") }
    if token.kind == .number { return true }
    if words.has(token, .titleSuffix) || words.has(token, .suffix) { return true }
    // "Efe van Dijk", "Efe De Luca": of small words only those that part names.
    if !token.isCapital { return apart.contains(token.hash) }
    if isDate(line, index) { return true }
    // "AFP Washington"; but "Petra London" is somebody.
    let isPlace = words.has(token, .section) || words.has(token, .capital)
    return isPlace && line.tokens[index - 1].isAllCapitals && !token.isAllCapitals
  }

  /// "May 3"; "May" alone is a surname too.
  private static func isDate(_ line: Line, _ index: Int) -> Bool {
    let isNumbered = index + 1 < line.tokens.count && line.tokens[index + 1].kind == .number
    return isNumbered && DatelineReader.isDay(line, line.tokens[index])
  }

  private static func isSeparator(_ token: Token) -> Bool {
    if token.isMark("-") { return token.isSpaced }
    return !token.isMark(".") && !token.isMark("&")
  }

  /// Small words that part an agency from a person. Particles of names ("de", "van", "da") are none.
  private static let apart = Set(
    [
      "of", "from", "for", "at", "in", "on", "with", "and", "via", "by", "und", "mit", "fur", "et", "avec",
      "pour", "y",
      "e", "con",
      "para", "com", "per", "en", "met", "voor", "ve", "и", "och", "og",
    ].map { Folding.hash($0) })
}
