import Press

/// Whom a dateline names beside its place: in brackets, after a slash, or between dashes.
extension DatelineReader {
  /// A bracket with names: "(AFP)", "(dpa/lnw)", "(Harbour Gazette)". Its names are empty when something else is in it.
  static func bracket(
    _ line: Line, _ start: Int, _ limit: Int
  ) -> (names: [CreditedName], hasUnknown: Bool, end: Int)? {
    let tokens = line.tokens
    guard start < limit, tokens[start].isMark("(") else { return nil }
    guard let close = (start + 1..<limit).first(where: { tokens[$0].isMark(")") }) else { return nil }
    let span = (start + 1)..<close
    guard !span.isEmpty, span.count <= 9 else { return nil }
    if let names = NameList.read(line, span, .any), !isTimeWord(line, span) {
      // "KQVD/AP": a station that shares a tag with an agency had the report from it.
      let agencies = names.filter { $0.kind == .agency }
      if !agencies.isEmpty, agencies.count < names.count { return (agencies, false, close + 1) }
      return (names, NameList.read(line, span, .known) == nil, close + 1)
    }
    // "dpa/lnw": an agency and its regional service
    if let first = line.names.name(in: line, at: span.lowerBound, limit: close),
      first.known.kind == .agency
    {
      return ([CreditedName(name: first.known.name, kind: .agency)], false, close + 1)
    }
    return ([], false, close + 1)
  }

  static func isTimeWord(_ line: Line, _ span: Range<Int>) -> Bool {
    span.contains { isMonth(line, line.tokens[$0]) || weekdays.contains(line.tokens[$0].hash) }
  }

  static let weekdays = Set(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map { Folding.hash($0) })

  /// An agency between marks that ends a dateline: "- RIA Novosti.", ": PTI —", "— (AP) —", and after a date in a language
  /// whose months are not known: "3 maja (PAP) -".
  static func agencyEnd(_ line: Line, _ start: Int, _ limit: Int) -> (
    names: [CreditedName], end: Int
  )? {
    let tokens = line.tokens
    var at = start
    if at + 1 < limit, tokens[at].kind == .number, tokens[at + 1].kind == .word, !tokens[at + 1].isCapital {
      at += 2
      while at < limit, tokens[at].isMark(".") || tokens[at].isMark(",") { at += 1 }
    }
    let isParted =
      at < limit
      && (tokens[at].isMark("-") && tokens[at].isSpaced || tokens[at].isMark(":") || at > start
        || tokens[at].isMark("/"))
    guard isParted else { return nil }
    while at < limit, tokens[at].isMark { at += 1 }
    guard at > start, at < limit, let found = line.names.name(in: line, at: at, limit: limit),
      found.known.kind == .agency
    else { return nil }
    at = found.tokens.upperBound
    let end = at
    while at < limit, tokens[at].isMark, at - end < 4 { at += 1 }
    let closes = tokens[end..<at].contains {
      $0.isMark("-") && $0.isSpaced || $0.isMark(".") || $0.isMark(":") || $0.isMark("/")
    }
    return closes ? ([CreditedName(name: found.known.name, kind: .agency)], at) : nil
  }

  /// "BERLIN/AFP —", "NEW DELHI, PTI:": an agency without brackets.
  static func slashed(_ line: Line, _ start: Int, _ limit: Int) -> (names: [CreditedName], end: Int)? {
    var at = start
    while at < limit,
      line.tokens[at].isMark("/") || line.tokens[at].isMark(",") || line.tokens[at].isMark("|")
    { at += 1 }
    guard at > start, at < limit, let found = line.names.name(in: line, at: at, limit: limit),
      found.known.kind == .agency
    else { return nil }
    return ([CreditedName(name: found.known.name, kind: .agency)], found.tokens.upperBound)
  }
}
