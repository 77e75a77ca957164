import Press

/// Credits that are no phrase but a shape: an agency's name alone, after a dash, or in brackets at a report's end.
enum CreditShapes {
  /// A line of nothing but agencies: "AFP", "(Reuters)", "AFP/DPA", "dh/msh (AP, Reuters)", "(RTR/dpa/kms)"; after a
  /// dash, of any outlet too: "— Harbour Gazette".
  static func alone(_ line: Line) -> CreditLine? {
    guard line.tokens.count <= 24, let first = line.tokens.first else { return nil }
    if let names = slashes(line, 0..<line.tokens.count) { return tag(names, isMarked: true) }
    let start = afterInitials(line)
    guard start < line.tokens.count else { return nil }
    let hasDash = line.tokens[start].isMark("-")
    guard let names = NameList.read(line, start..<line.tokens.count, hasDash ? .media : .agency) else {
      return nil
    }
    return tag(names, isMarked: hasDash || first.isMark("("))
  }

  /// - Parameter isMarked: brackets or a dash say that this is a tag. Without them an ordinary word is a word.
  private static func tag(_ names: [CreditedName], isMarked: Bool) -> CreditLine? {
    let isOrdinary = names.allSatisfy(\.isOrdinary)
    guard isMarked || !isOrdinary else { return nil }
    return CreditLine(
      names: names, role: .source, hasFeed: false, furniture: .credit, isExplicit: false, isLast: isOrdinary)
  }

  /// Agencies among editors' initials and outlets, parted by slashes: "(RTR/dpa/kms)", "als/dpa", "BBC/AFP". Only the
  /// agencies are credited: an outlet that shares a tag with one is the page's own.
  private static func slashes(_ line: Line, _ span: Range<Int>) -> [CreditedName]? {
    var span = span
    if let first = span.first, line.tokens[first].isMark("(") { span = (first + 1)..<span.upperBound }
    if let last = span.last, line.tokens[last].isMark(")") { span = span.lowerBound..<last }
    guard span.count <= 12 else { return nil }
    let parts = line.tokens[span].split(omittingEmptySubsequences: false) { $0.isMark("/") }
    guard (2...5).contains(parts.count) else { return nil }
    var agencies: [CreditedName] = []
    for part in parts {
      guard let token = part.first else { return nil }
      if let names = NameList.read(line, part.indices, .known) {
        agencies += names.filter { $0.kind == .agency }
      } else if part.count > 1 || token.kind != .word || token.isCapital || token.end - token.start > 4 {
        return nil
      }
    }
    return agencies.isEmpty ? nil : agencies
  }

  /// The part after the last sentence, when it is a tag: "… on Sunday. (Reuters)", "… on Sunday. — AFP".
  static func tail(_ line: Line) -> (credit: CreditLine, tokens: Range<Int>)? {
    let tokens = line.tokens
    guard let last = tokens.last, !last.isMark(".") || tokens.count > 2 else { return nil }
    // "Fot. PAP"
    if line.wordCount <= 25, tokens.contains(where: { WordTable.shared.has($0, .photographer) }) {
      return nil
    }
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
    let isMarked = tokens[first].isMark("(") || tokens[first].isMark("-")
    if isMarked || span.count <= 5,
      let names = slashes(line, span) ?? NameList.read(line, span, .agency),
      let credit = tag(names, isMarked: isMarked)
    {
      return (credit, span)
    }
    guard let credit = CreditPhrases.read(line, span) else { return nil }
    // "… on Sunday. Source: Xinhua"
    let isTag = span.count <= 6 && !credit.names.isEmpty && credit.names.allSatisfy { $0.kind == .agency }
    return isMarked || credit.isExplicit || isTag ? (credit, span) : nil
  }

  /// A phrase that fills one field of a bar of labels: "Home | World | Reported by AFP".
  static func field(_ line: Line) -> (credit: CreditLine, tokens: Range<Int>)? {
    guard line.tokens.count <= 40 else { return nil }
    let fields = line.tokens.split { $0.isMark("|") || $0.isMark(">") }
    guard fields.count > 1 else { return nil }
    for field in fields.reversed() where field.count > 1 {
      guard let credit = CreditPhrases.read(line, field.indices) else { continue }
      let isNamed = !credit.names.isEmpty && credit.names.allSatisfy { $0.kind == .agency }
      if isNamed { return (credit, field.indices) }
    }
    return nil
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
    } && !line.tokens.indices.contains { line.names.name(in: line, at: $0, limit: $0 + 1) != nil }
  }
}
