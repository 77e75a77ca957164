import Language
import Press

/// Reads datelines: "MOSCOW, April 16 (AFP) —", "Berlin (dpa) -", "(ANSA) - ROMA, 16 APR -", "Moscow:".
enum DatelineReader {
  struct Found: Sendable {
    let place: String
    let date: ScannedDate?
    let credited: [CreditedName]
    /// Tokens of the whole dateline, the dash included.
    let tokens: Range<Int>
    /// The place is written as no sentence would begin: its being a dateline needs no more proof.
    let isCertain: Bool
  }

  private static let mostTokens = 30

  /// The dateline at the head of the line, or `nil`.
  static func read(_ line: Line) -> Found? { dateline(line) ?? tag(line) }

  /// "(Reuters) —" before the report, without a place.
  private static func tag(_ line: Line) -> Found? {
    let limit = min(line.tokens.count, mostTokens)
    guard let bracket = bracket(line, 0, limit), bracket.end < limit, line.tokens[bracket.end].isMark("-"),
      line.tokens[bracket.end].isSpaced, bracket.names.contains(where: { $0.kind == .agency })
    else { return nil }
    return Found(
      place: "", date: nil, credited: bracket.names.filter { $0.kind == .agency },
      tokens: 0..<bracket.end + 1,
      isCertain: true)
  }

  private static func dateline(_ line: Line) -> Found? {
    let tokens = line.tokens
    let limit = min(tokens.count, mostTokens)
    var at = 0
    var credited: [CreditedName] = []
    if let bracket = bracket(line, at, limit) {
      credited = bracket.names
      at = bracket.end
      while at < limit, tokens[at].isMark("-") || tokens[at].isMark(",") { at += 1 }
      if credited.isEmpty { return nil }
    }
    let placeStart = at
    guard let placeEnd = placeEnd(line, at, limit) else {
      // "(AFP) —" without a place
      guard placeStart > 0, tokens[placeStart - 1].isMark("-") else { return nil }
      return Found(place: "", date: nil, credited: credited, tokens: 0..<placeStart, isCertain: true)
    }
    at = placeEnd
    var hasUnknown = false
    var date: ScannedDate?
    if let found = dateEnd(line, at, limit) {
      date = found.date
      at = found.end
    }
    while at < limit, tokens[at].isMark(",") { at += 1 }
    if credited.isEmpty, let close = agencyEnd(line, at, limit) {
      credited = close.names
      let place = line.string(line.byteRange(placeStart..<placeEnd))
      return Found(place: place, date: date, credited: credited, tokens: 0..<close.end, isCertain: true)
    }
    if let bracket = bracket(line, at, limit) {
      credited += bracket.names
      hasUnknown = bracket.hasUnknown
      if bracket.names.isEmpty, date == nil { return nil }
      at = bracket.end
    } else if let found = slashed(line, at, limit) {
      credited += found.names
      at = found.end
    }
    // "Quayton, May 3 (IANS) The council …"
    let isBare =
      date != nil && tokens[at - 1].isMark(")") && credited.contains { $0.kind == .agency }
      && at < tokens.count && !tokens[at].isMark
    if isBare {
      let place = line.string(line.byteRange(placeStart..<placeEnd))
      return Found(place: place, date: date, credited: credited, tokens: 0..<at, isCertain: true)
    }
    guard at < limit, tokens[at].isMark else { return nil }
    // "/TASS/."
    let isSlashed = tokens[at].isMark("/") && at + 1 < limit && tokens[at + 1].isMark(".")
    let isDash = tokens[at].isMark("-") && (tokens[at].isSpaced || !credited.isEmpty)
    let isColon = tokens[at].isMark(":")
    let hasDot = tokens[at].isMark(".") && at + 1 < limit && tokens[at + 1].isMark("-")
    guard isDash || isColon || hasDot || isSlashed else { return nil }
    let isShouted = tokens[placeStart..<placeEnd].first { !$0.isMark }?.isAllCapitals == true
    // "Sen. Jane Doe (D-N.Y.) —": a name that no table knows is believed only after a place in capitals.
    if hasUnknown, !isShouted || !isDash { return nil }
    let isCertain = date != nil || !credited.isEmpty || isShouted && isDash
    // "FILE - In this photo", "EXCLUSIVE -", "NPR —": shouted before a dash, yet no places.
    let words = tokens[placeStart..<placeEnd]
    if words.contains(where: { WordTable.shared.has($0, .label) || WordTable.shared.has($0, .photographer) })
    {
      return nil
    }
    if line.names.name(in: line, at: placeStart, limit: placeEnd)?.isOrdinary == false { return nil }
    let place = line.string(line.byteRange(placeStart..<placeEnd))
    return Found(
      place: place, date: date, credited: credited, tokens: 0..<(hasDot || isSlashed ? at + 2 : at + 1),
      isCertain: isCertain)
  }

  /// One to four places of one to four capital words, parted by commas or slashes.
  private static func placeEnd(_ line: Line, _ start: Int, _ limit: Int) -> Int? {
    let tokens = line.tokens
    var at = start
    var end: Int?
    for part in 0..<4 {
      guard let partEnd = partEnd(line, at, limit, isFirst: part == 0) else { break }
      end = partEnd
      guard partEnd < limit, tokens[partEnd].isMark(",") || tokens[partEnd].isMark("/") else { break }
      at = partEnd + 1
    }
    guard let end else { return nil }
    // The dot before a dash closes the dateline, not an abbreviation.
    return tokens[end - 1].isMark(".") && end < limit && tokens[end].isMark("-") ? end - 1 : end
  }

  /// One place: "NEW DELHI", "Fla.", "ST. PETERSBURG", "Port-au-Prince", "Rio de Janeiro".
  private static func partEnd(_ line: Line, _ start: Int, _ limit: Int, isFirst: Bool) -> Int? {
    let tokens = line.tokens
    func isName(_ at: Int) -> Bool { at < limit && tokens[at].kind == .word && tokens[at].isCapital }
    var at = start
    while isName(at), at - start < 4, !isMonth(line, tokens[at]) {
      at += 1
      let closes =
        isFirst && at == start + 1 && at + 1 < limit && tokens[at + 1].isMark("-") && tokens[at + 1].isSpaced
      if at < limit, tokens[at].isMark("."), !closes { at += 1 }
      if at < limit, tokens[at].isMark("-"), !tokens[at].isSpaced, isName(at + 1) { at += 1 }
      if at < limit, tokens[at].kind == .word, !tokens[at].isCapital,
        WordTable.shared.has(tokens[at], .connector), isName(at + 1)
      {
        at += 1
      }
    }
    return at > start ? at : nil
  }

  /// Whether a word is the name of a month or of a weekday.
  static func isDay(_ line: Line, _ token: Token) -> Bool {
    token.kind == .word && (weekdays.contains(token.hash) || isMonth(line, token))
  }

  private static func isMonth(_ line: Line, _ token: Token) -> Bool {
    DateScanner.scan("1 " + line.string(token.range), yearless: true).first?.range.lowerBound == 0
  }

  /// A date, with or without a year, after the place: ", April 16", ", 16 APR", ", Sunday".
  private static func dateEnd(_ line: Line, _ start: Int, _ limit: Int) -> (date: ScannedDate, end: Int)? {
    let tokens = line.tokens
    var at = start
    while at < limit, tokens[at].isMark(",") || tokens[at].isMark("(") { at += 1 }
    guard at < limit, !tokens[at].isMark else { return nil }
    let text = line.string(tokens[at].start..<tokens[limit - 1].end)
    guard let date = DateScanner.scan(text, yearless: true).first, date.range.lowerBound == 0, date.day != nil
    else {
      return nil
    }
    let stop = tokens[at].start + date.range.upperBound
    while at < limit, tokens[at].start < stop { at += 1 }
    while at < limit, tokens[at].isMark(".") { at += 1 }
    return (date, at)
  }

  /// A bracket with names: "(AFP)", "(dpa/lnw)", "(Harbour Gazette)". Its names are empty when something else is in it.
  private static func bracket(
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

  private static func isTimeWord(_ line: Line, _ span: Range<Int>) -> Bool {
    span.contains { isMonth(line, line.tokens[$0]) || weekdays.contains(line.tokens[$0].hash) }
  }

  private static let weekdays = Set(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map { Folding.hash($0) })

  /// An agency between marks that ends a dateline: "- RIA Novosti.", ": PTI —", "— (AP) —", and after a date in a language
  /// whose months are not known: "3 maja (PAP) -".
  private static func agencyEnd(_ line: Line, _ start: Int, _ limit: Int) -> (
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
  private static func slashed(_ line: Line, _ start: Int, _ limit: Int) -> (names: [CreditedName], end: Int)?
  {
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
