import Language
import Press

/// Reads lines that say "by" without the word: "Jane Doe, Reuters", "Jane Doe | AP", "PTI, New Delhi", "Bloomberg" beside a date.
///
/// The origin of a picture looks just the same, so none of them is believed by itself: the page's lines around it
/// must speak for it (`PageJudge`).
enum AffiliationReader {
  /// What is believed of the line where its place allows it.
  struct Affiliation: Sendable {
    let byline: BylineReader.Byline
    /// The words of the line that it is read from.
    let tokens: Range<Int>
    let shape: Shape
  }

  enum Shape: Sendable {
    /// "Jane Doe, Reuters"
    case person
    /// "Jane Doe | Associated Press", with the agency's name in full
    case signature
    /// "Jane DoeAssociated Press": two elements of a page that nothing parts. No picture is signed so.
    case glued
    /// "PTI, New Delhi"
    case agencyAndPlace
    /// "Bloomberg": an ordinary word
    case name
  }

  private static let mostTokens = 20

  static func read(_ line: Line) -> Affiliation? {
    guard let first = line.tokens.first, line.tokens.count <= mostTokens, !line.endsInFullStop else {
      return nil
    }
    if let glued = glued(line) { return glued }
    guard first.kind == .word, first.isCapital, !hasTradeWord(line) else { return nil }
    if let found = line.names.name(in: line, at: 0, limit: line.tokens.count) {
      guard found.known.kind == .agency else { return nil }
      return alone(line, found) ?? withPlace(line, found)
    }
    return person(line)
  }

  private static func hasTradeWord(_ line: Line) -> Bool {
    line.tokens.contains { WordTable.shared.has($0, .photographer) || WordTable.shared.has($0, .handout) }
  }

  private static func alone(_ line: Line, _ found: NameTable.Found) -> Affiliation? {
    guard found.isOrdinary, line.tokens[found.tokens.upperBound...].allSatisfy(\.isMark) else { return nil }
    return affiliation(line, found, .name)
  }

  /// "Reuters, Quayton,", "PTI | Quayton | May 3, 2021": a place of up to three words, and perhaps a date.
  private static func withPlace(_ line: Line, _ found: NameTable.Found) -> Affiliation? {
    var at = found.tokens.upperBound
    guard !found.isOrdinary, at < line.tokens.count else { return nil }
    let isParted = isSeparator(line.tokens[at])
    if isParted { at += 1 }
    let start = at
    while at < line.tokens.count, !line.tokens[at].isMark {
      guard line.tokens[at].isCapital, line.names.name(in: line, at: at, limit: line.tokens.count) == nil
      else {
        return nil
      }
      at += 1
    }
    guard (1...3).contains(at - start) else { return nil }
    // "EFE Madrid": without a mark between them only a city of the table is a place.
    guard isParted || WordTable.shared.has(line.tokens[at - 1], .capital) else { return nil }
    if line.tokens[at...].allSatisfy(\.isMark) { return affiliation(line, found, .agencyAndPlace) }
    let isDated = StampJudge.dates(line).contains { $0.day != nil }
    return isDated && isSeparator(line.tokens[at]) ? affiliation(line, found, .agencyAndPlace) : nil
  }

  private static func person(_ line: Line) -> Affiliation? {
    let tokens = line.tokens
    guard
      let mark = tokens.indices.last(where: {
        isSeparator(tokens[$0]) && $0 + 1 < tokens.count && !tokens[$0 + 1].isMark
      })
    else { return nil }
    guard let names = NameList.read(line, (mark + 1)..<tokens.count, .agency), names.count == 1 else {
      return nil
    }
    let persons = tokens[..<mark].filter { !$0.isMark }
    let areNames = persons.allSatisfy { $0.isCapital || WordTable.shared.has($0, .connector) }
    guard (2...9).contains(persons.count), areNames,
      !tokens[..<mark].contains(where: { $0.isMark("/") || $0.isMark("(") || $0.isMark(":") })
    else { return nil }
    let isInFull = tokens[(mark + 1)...].count { !$0.isMark } > 1
    return Affiliation(
      byline: BylineReader.Byline(names: line.string(line.byteRange(0..<tokens.count)), credited: names),
      tokens: 0..<tokens.count, shape: tokens[mark].isMark("|") && isInFull ? .signature : .person)
  }

  private static func glued(_ line: Line) -> Affiliation? {
    for index in line.tokens.indices.dropFirst() where !line.tokens[index].isMark {
      let token = line.tokens[index]
      guard token.kind == .word, token.isCapital, let seam = seam(line, token) else { continue }
      let rest = line.string(seam..<line.tokens[line.tokens.count - 1].end)
      guard let known = line.names.entry(named: rest), known.kind == .agency else { return nil }
      let isNames = line.tokens[..<index].allSatisfy {
        $0.isCapital || $0.isMark(",") || $0.isMark("-") || $0.isMark(".")
          || WordTable.shared.has($0, .connector)
      }
      guard isNames else { return nil }
      let name = CreditedName(name: known.name, kind: .agency)
      return Affiliation(
        byline: BylineReader.Byline(names: line.string(line.tokens[0].start..<seam), credited: [name]),
        tokens: 0..<line.tokens.count, shape: .glued)
    }
    return nil
  }

  /// Where a capital follows a small letter inside a word.
  private static func seam(_ line: Line, _ token: Token) -> Int? {
    var last: UInt8 = 0
    for (offset, byte) in line.bytes(token.range).enumerated() {
      if byte &- 0x41 < 26, last &- 0x61 < 26 || last >= 0x80, offset > 1 { return token.start + offset }
      last = byte
    }
    return nil
  }

  private static func isSeparator(_ token: Token) -> Bool {
    token.isMark(",") || token.isMark("|") || token.isMark("-") && token.isSpaced
  }

  private static func affiliation(_ line: Line, _ found: NameTable.Found, _ shape: Shape) -> Affiliation {
    let name = CreditedName(name: found.known.name, kind: .agency)
    return Affiliation(
      byline: BylineReader.Byline(names: found.known.name, credited: [name]), tokens: 0..<line.tokens.count,
      shape: shape)
  }
}
