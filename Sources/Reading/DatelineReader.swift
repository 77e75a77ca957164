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
    at = afterCountry(line, placeEnd, limit)
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

  /// Past a country in brackets before the date: "New Delhi [India], May 3".
  private static func afterCountry(_ line: Line, _ start: Int, _ limit: Int) -> Int {
    guard start < limit, line.tokens[start].isMark("("),
      let close = (start + 1..<min(limit, start + 5)).first(where: { line.tokens[$0].isMark(")") }),
      line.tokens[(start + 1)..<close].allSatisfy({ !$0.isMark && $0.isCapital }),
      dateEnd(line, close + 1, limit) != nil
    else { return start }
    return close + 1
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

  static func isMonth(_ line: Line, _ token: Token) -> Bool {
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
}
