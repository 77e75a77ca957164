import Press

/// Recognises the captions of pictures by how they end: with a photographer, an agency, a handout.
enum CaptionJudge {
  /// Captions are short; a paragraph of the report that ends in a bracket is kept.
  private static let mostWords = 90
  private static let mostSentences = 3

  static func isCaption(_ line: Line) -> Bool {
    guard line.tokens.count <= mostWords * 2, line.wordCount <= mostWords, line.sentenceCount <= mostSentences
    else {
      return false
    }
    return endsInBracket(line) || endsInSlashes(line) || endsAfterBar(line) || isNameAndAgency(line)
  }

  /// "… in Moscow. (Photo by Jane Doe/AFP)", "[Jane Doe/Reuters]", "(Jane Doe, Pool Photo via AP, File)".
  private static func endsInBracket(_ line: Line) -> Bool {
    let tokens = line.tokens
    var close = tokens.count - 1
    while close > 0, tokens[close].isMark("\"") || tokens[close].isMark(".") && close == tokens.count - 1 {
      close -= 1
    }
    guard close > 1, tokens[close].isMark(")"), let open = opening(tokens, close) else { return false }
    let inner = (open + 1)..<close
    let words = inner.count { !tokens[$0].isMark }
    guard (1...16).contains(words) else { return false }
    let firstWord = inner.first { !tokens[$0].isMark }
    if let firstWord, WordTable.shared.has(tokens[firstWord], .photographer), words > 1 || open == 0 {
      return true
    }
    return isOrigin(line, inner)
  }

  private static func opening(_ tokens: [Token], _ close: Int) -> Int? {
    var at = close - 1
    while at >= 0, close - at < 40 {
      if tokens[at].isMark("(") { return at }
      if tokens[at].isMark(")") { return nil }
      at -= 1
    }
    return nil
  }

  /// A photographer and whom he works for, told by a slash or a comma before an agency, or by a word of the trade.
  private static func isOrigin(_ line: Line, _ span: Range<Int>) -> Bool {
    let tokens = line.tokens
    guard Capitals.fillLoosely(line, span) else { return false }
    let hasTradeWord = span.contains {
      WordTable.shared.has(tokens[$0], .photographer) || WordTable.shared.has(tokens[$0], .handout)
    }
    let hasSlash = span.contains { tokens[$0].isMark("/") }
    let agency = lastName(line, span)
    if hasSlash { return hasTradeWord || agency != nil && startsWithPerson(line, span) }
    if hasTradeWord { return agency != nil }
    // "(Jane Doe, AP)"
    guard let agency, agency.lowerBound > span.lowerBound, tokens[agency.lowerBound - 1].isMark(",") else {
      return false
    }
    return startsWithPerson(line, span)
  }

  /// Two capital words before the first slash or comma, which are not themselves a name of the tables.
  private static func startsWithPerson(_ line: Line, _ span: Range<Int>) -> Bool {
    var words = 0
    for index in span {
      if line.tokens[index].isMark("/") || line.tokens[index].isMark(",") { break }
      if !line.tokens[index].isMark { words += 1 }
    }
    guard (2...4).contains(words) else { return false }
    return line.names.name(in: line, at: span.lowerBound, limit: span.upperBound) == nil
  }

  /// The last agency or outlet in the span, when it stands at its end or before a picture word.
  private static func lastName(_ line: Line, _ span: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    var at = span.lowerBound
    while at < span.upperBound {
      if let name = line.names.name(in: line, at: at, limit: span.upperBound) {
        found = name.tokens
        at = name.tokens.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  /// "… in Moscow. Jane Doe/Some Ministry/Handout", or the origin alone on its line.
  private static func endsInSlashes(_ line: Line) -> Bool {
    let tokens = line.tokens
    guard tokens.contains(where: { $0.isMark("/") }) else { return false }
    var start = tokens.count
    while start > 0, tokens.count - start < 24 {
      let token = tokens[start - 1]
      if (token.isMark(".") || token.isMark("!") || token.isMark("?")), start < tokens.count,
        !(start >= 2 && tokens[start - 2].isCapital && tokens[start - 2].end - tokens[start - 2].start <= 2)
      {
        break
      }
      start -= 1
    }
    guard start < tokens.count, start == 0 || tokens.count - start < 24 else { return false }
    return tokens[start...].contains { $0.isMark("/") } && isOrigin(line, start..<tokens.count)
      && (start > 0 || line.wordCount <= 10)
  }

  /// "… at the summit. | AP photo"
  private static func endsAfterBar(_ line: Line) -> Bool {
    guard let bar = line.tokens.lastIndex(where: { $0.isMark("|") }), bar > 0, bar + 1 < line.tokens.count
    else {
      return false
    }
    let span = (bar + 1)..<line.tokens.count
    guard span.count <= 7 else { return false }
    let hasTradeWord = span.contains {
      WordTable.shared.has(line.tokens[$0], .photographer) || WordTable.shared.has(line.tokens[$0], .handout)
    }
    return hasTradeWord && (lastName(line, span) != nil || span.count <= 3)
  }

  /// "Jane Doe, AP", "Jane Doe / Getty Images": the origin alone on its line.
  private static func isNameAndAgency(_ line: Line) -> Bool {
    guard line.wordCount <= 8, !line.endsSentence else { return false }
    return isOrigin(line, 0..<line.tokens.count)
  }
}

extension Capitals {
  /// As `fill`, for origins of pictures: small words of the trade and years may stand between.
  static func fillLoosely(_ line: Line, _ span: Range<Int>) -> Bool {
    span.count <= 30
      && span.allSatisfy { index in
        let token = line.tokens[index]
        return token.isMark || token.isCapital || token.kind == .number
          || WordTable.shared.has(token, .connector)
          || WordTable.shared.has(token, .handout) || WordTable.shared.has(token, .photographer)
          || WordTable.shared.has(token, .byline)
          || line.names.name(in: line, at: index, limit: span.upperBound) != nil
      }
  }
}
