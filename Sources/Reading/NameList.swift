import Press

/// Someone whom a line credits, by name.
struct CreditedName: Sendable, Hashable {
  let name: String
  let kind: Credit.Kind
  /// The name is an ordinary word too; it counts only where a phrase says that a name follows.
  var isOrdinary = false
  /// What this one did, where it is not what the others of the line did.
  var role: Credit.Role?

  /// The same name with a role of its own.
  func `in`(role: Credit.Role) -> CreditedName {
    var name = self
    name.role = role
    return name
  }
}

/// Reads lists of names: "AFP/DPA", "Reuters and the Associated Press", "the Harbour Gazette".
enum NameList {
  /// The names in `line.tokens[span]`, when nothing but names is there.
  ///
  /// - Parameter slot: how much is believed. `.known`, `.agency` and `.other` want names of the tables, `.media`
  ///   takes unknown ones that look like a news outlet's, `.any` every name that is spelled like one.
  static func read(_ line: Line, _ span: Range<Int>, _ slot: Phrase.Slot) -> [CreditedName]? {
    let tokens = line.tokens
    var names: [CreditedName] = []
    var at = skipToName(line, span.lowerBound, span.upperBound)
    while at < span.upperBound {
      if let found = known(line, at, span.upperBound) {
        if slot == .agency, found.known.kind != .agency { return nil }
        if slot == .other, found.known.kind != .outlet { return nil }
        names.append(
          CreditedName(name: found.known.name, kind: found.known.kind, isOrdinary: found.isOrdinary))
        at = found.tokens.upperBound
        while at < span.upperBound, WordTable.shared.has(tokens[at], .suffix) { at += 1 }
        at = afterService(line, afterCompany(line, at, span.upperBound), span.upperBound)
      } else {
        guard slot == .media || slot == .any, let unknown = unknown(line, at, span.upperBound, slot) else {
          return nil
        }
        // What is quoted after a name is a headline: "first published on The Conversation – “Why piers silt up”".
        if !names.isEmpty, unknown.lowerBound > 0, tokens[unknown.lowerBound - 1].isMark("\"") { return nil }
        names.append(CreditedName(name: line.string(line.byteRange(unknown)), kind: .outlet))
        at = unknown.upperBound
      }
      guard at < span.upperBound else { break }
      guard let next = afterSeparator(line, at, span.upperBound) else { return nil }
      at = skipToName(line, next, span.upperBound)
    }
    return names.isEmpty ? nil : names
  }

  /// Past the sign of an agency's regional service: "dpa/lby".
  private static func afterService(_ line: Line, _ start: Int, _ limit: Int) -> Int {
    guard start + 1 < limit, line.tokens[start].isMark("/") else { return start }
    let sign = line.tokens[start + 1]
    let isSign =
      sign.kind == .word && !sign.isCapital && (2...4).contains(sign.end - sign.start)
      && sign.start == line.tokens[start].end
    let isName = line.names.name(in: line, at: start + 1, limit: limit) != nil
    return isSign && !isName ? start + 2 : start
  }

  /// Past what sort of company it is: "Tribune Content Agency, LLC".
  private static func afterCompany(_ line: Line, _ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit, line.tokens[at].isMark(",") { at += 1 }
    return at < limit && companies.contains(line.tokens[at].hash) ? at + 1 : start
  }

  private static let companies = Set(["llc", "inc", "ltd", "plc", "lp", "gmbh"].map { Folding.hash($0) })

  private static func known(_ line: Line, _ at: Int, _ limit: Int) -> NameTable.Found? {
    guard let found = line.names.name(in: line, at: at, limit: limit) else { return nil }
    // "Reuters Foundation", "The Times Square": a name that goes on is another name.
    let end = found.tokens.upperBound
    if end < limit, !line.tokens[end].isMark, line.tokens[end].isCapital,
      !WordTable.shared.has(line.tokens[end], .suffix)
    {
      return nil
    }
    return found
  }

  /// Past quotation marks and, where a name of the tables follows, past an article.
  private static func skipToName(_ line: Line, _ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit, line.tokens[at].isMark { at += 1 }
    let words = WordTable.shared
    // "da Reuters", "l’agence AFP", "агентство ТАСС": small words and what an agency is called stand before its name.
    for _ in 0..<3 {
      guard at + 1 < limit, !line.tokens[at].isMark,
        line.names.name(in: line, at: at, limit: limit) == nil
      else { break }
      let isOpening =
        words.has(line.tokens[at], .article) || words.has(line.tokens[at], .suffix)
        || words.has(line.tokens[at], .connector) && !line.tokens[at].isCapital
      guard isOpening else { break }
      if line.names.name(in: line, at: at + 1, limit: limit) != nil { return at + 1 }
      guard words.has(line.tokens[at], .article), !line.tokens[at].isCapital else { break }
      at += 1
    }
    return at
  }

  private static func unknown(_ line: Line, _ start: Int, _ limit: Int, _ slot: Phrase.Slot) -> Range<Int>? {
    let tokens = line.tokens
    let words = WordTable.shared
    if slot == .any, let quoted = quoted(line, start, limit) { return quoted }
    // "First published on May 3": a day is nobody's name.
    if DatelineReader.isDay(line, tokens[start]) { return nil }
    var end = start
    var count = 0
    var looksLikeMedia = false
    while end < limit {
      let token = tokens[end]
      if token.isMark {
        let isInside =
          token.isMark("-") && !token.isSpaced || token.isMark("&") || token.isMark(".") && end + 1 < limit
        guard isInside else { break }
        end += 1
        continue
      }
      let isDomain = token.hasDot && token.end - token.start > 4
      guard
        token.isCapital || isDomain || (count > 0 && words.has(token, .connector))
          || (count > 0 && token.kind == .number)
      else { return nil }
      if words.has(token, .institution) { return nil }
      // "Tidewatch at 7:41 a.m.": nor is the hour.
      if words.has(token, .connector), end + 1 < limit,
        tokens[end + 1].kind == .number || DatelineReader.isDay(line, tokens[end + 1])
      {
        return nil
      }
      // "Quayside Weekly on 3 May": a date is no part of a name; "20 Minutes" and "News 24" are names.
      if count > 0, token.kind == .number, end + 1 < limit, !tokens[end + 1].isMark { return nil }
      if isDomain || words.has(token, .media) { looksLikeMedia = true }
      count += 1
      end += 1
    }
    while end > start, tokens[end - 1].isMark { end -= 1 }
    guard (1...7).contains(count), tokens[start].kind == .word, !words.has(tokens[end - 1], .connector),
      tokens[start].isCapital || tokens[start].hasDot
    else { return nil }
    if slot == .media { return looksLikeMedia && count > (tokens[start].hasDot ? 0 : 1) ? start..<end : nil }
    return count == 1 && words.has(tokens[start], .stamp) ? nil : start..<end
  }

  /// A name in quotation marks, of up to six words of which the first is a capital one.
  private static func quoted(_ line: Line, _ start: Int, _ limit: Int) -> Range<Int>? {
    guard start > 0, line.tokens[start - 1].isMark("\""), line.tokens[start].isCapital else { return nil }
    let end = (start..<min(line.tokens.count, start + 7)).first { line.tokens[$0].isMark }
    guard let end, end <= limit, line.tokens[end].isMark("\"") else { return nil }
    return start..<end
  }

  /// Past a comma, a slash, an "and"; `nil` where something else stands.
  private static func afterSeparator(_ line: Line, _ start: Int, _ limit: Int) -> Int? {
    var at = start
    var isSeparated = false
    // "(Web News)" after a name is part of it that no table has.
    if line.tokens[at].isMark("("), let close = line.tokens[at..<limit].firstIndex(where: { $0.isMark(")") })
    {
      at = close
    }
    while at < limit {
      let token = line.tokens[at]
      if token.isMark(",") || token.isMark("/") || token.isMark(";") || token.isMark("|") || token.isMark("&")
        || token.isMark("-") || token.isMark("+")
      {
        isSeparated = true
      } else if ands.contains(token.hash), !token.isCapital {
        isSeparated = true
      } else if !(token.isMark("\"") || token.isMark(")") || token.isMark(".")) {
        return isSeparated ? at : nil
      }
      at += 1
    }
    return at
  }

  private static let ands = Set(
    [
      "and", "und", "et", "y", "e", "en", "ve", "with", "mit", "avec", "и", "і", "i", "och", "og", "ja",
      "oraz", "και",
      "و", "और", "dan", "és", "si",
    ].map { Folding.hash($0) })
}
