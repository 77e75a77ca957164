import Press

/// Credits that are no phrase but a shape: an agency's name alone, after a dash, or in brackets at a report's end.
enum CreditShapes {
  /// A line of nothing but agencies: "AFP", "(Reuters)", "AFP/DPA", "dh/msh (AP, Reuters)"; after a dash, of any
  /// outlet too: "— Harbour Gazette".
  static func alone(_ line: Line) -> CreditLine? {
    guard line.tokens.count <= 24 else { return nil }
    let start = afterInitials(line)
    guard start < line.tokens.count else { return nil }
    let hasDash = line.tokens[start].isMark("-")
    guard let names = NameList.read(line, start..<line.tokens.count, hasDash ? .media : .agency) else {
      return nil
    }
    guard hasDash || !names.contains(where: \.isOrdinary) else { return nil }
    return CreditLine(names: names, role: .source, hasFeed: false, furniture: .credit, isExplicit: false)
  }

  /// The part after the last sentence, when it is a tag: "… on Sunday. (Reuters)", "… on Sunday. — AFP".
  static func tail(_ line: Line) -> (credit: CreditLine, tokens: Range<Int>)? {
    let tokens = line.tokens
    guard let last = tokens.last, !last.isMark(".") || tokens.count > 2 else { return nil }
    var start = tokens.count
    let oldest = max(0, tokens.count - 30)
    while start > oldest {
      if start < tokens.count, isSentenceEnd(line, start - 1) { break }
      start -= 1
    }
    // Without a sentence before it this is no tail but a line.
    guard start > oldest, start < tokens.count else { return nil }
    var span = start..<tokens.count
    while let first = span.first, tokens[first].isMark("\"") { span = (first + 1)..<tokens.count }
    guard let first = span.first else { return nil }
    let isTag = tokens[first].isMark("(") || tokens[first].isMark("-") || span.count <= 5
    if isTag, let names = NameList.read(line, span, .agency), !names.contains(where: \.isOrdinary) {
      return (
        CreditLine(names: names, role: .source, hasFeed: false, furniture: .credit, isExplicit: false), span
      )
    }
    if tokens[first].isMark("(") || tokens[first].isMark("-"), let credit = CreditPhrases.read(line, span) {
      return (credit, span)
    }
    guard let credit = CreditPhrases.read(line, span), credit.isExplicit else { return nil }
    return (credit, span)
  }

  /// A full stop, question or exclamation mark that is not the last of the line and no abbreviation's.
  private static func isSentenceEnd(_ line: Line, _ index: Int) -> Bool {
    let token = line.tokens[index]
    guard token.isMark(".") || token.isMark("!") || token.isMark("?") else { return false }
    let rest = line.tokens[(index + 1)...]
    guard rest.contains(where: { !$0.isMark }) else { return false }
    guard index > 0 else { return false }
    let before = line.tokens[index - 1]
    // "Inc.", "St.", "J.": a short capital word before a dot is taken for an abbreviation.
    return !(before.isCapital && before.end - before.start <= 2)
  }

  /// Past editors' initials: "mga/jg (AFP, Reuters)".
  private static func afterInitials(_ line: Line) -> Int {
    var at = 0
    while at < line.tokens.count {
      let token = line.tokens[at]
      let isInitials = token.kind == .word && !token.isCapital && token.end - token.start <= 4
      guard isInitials || token.isMark("/") || token.isMark(",") else { break }
      at += 1
    }
    return at < line.tokens.count && at > 0 && line.tokens[at].isMark("(") ? at : 0
  }

  /// Editors' initials alone on a line: "mga/jg".
  static func isInitials(_ line: Line) -> Bool {
    guard (3...5).contains(line.tokens.count) else { return false }
    return line.tokens.enumerated().allSatisfy { index, token in
      index % 2 == 1
        ? token.isMark("/") : token.kind == .word && !token.isCapital && token.end - token.start <= 3
    }
  }
}
