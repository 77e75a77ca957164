import GRDB

extension Inspection {
  /// Invariant 4: every range lies within its article's text, on character boundaries, and gives the words that are quoted.
  mutating func ranges() throws {
    var found = 0
    let sources = try [
      "SELECT 'dateline', dateline_begins, dateline_ends FROM article WHERE key = ? AND dateline_begins IS NOT NULL",
      "SELECT 'credit', begins, ends FROM credit WHERE article = ? AND begins IS NOT NULL",
      "SELECT 'furniture', begins, ends FROM furniture WHERE article = ? AND begins IS NOT NULL",
      "SELECT 'block', begins, ends FROM block WHERE article = ?",
      "SELECT 'passage', a_begins, a_ends FROM pair JOIN passage ON pair = pair.key WHERE a = ?",
      "SELECT 'passage', b_begins, b_ends FROM pair JOIN passage ON pair = pair.key WHERE b = ?",
    ].map { try Command($0, database) }
    let quoted = try Command(
      "SELECT 'credit', begins, ends, text FROM credit WHERE article = ?1 AND begins IS NOT NULL UNION ALL "
        + "SELECT 'furniture', begins, ends, text FROM furniture WHERE article = ?1 AND begins IS NOT NULL",
      database)
    try Command("SELECT key, id, text FROM article", database).each { article in
      try article.withBytes(2) { text in
        for source in sources {
          try source.each(article.integer(0)) { row in
            let begins = row.int(1)
            let ends = row.int(2)
            if !row.isNull(2), text.isBoundary(begins), text.isBoundary(ends), begins <= ends { return }
            found += 1
            guard found <= limit else { return }
            note(
              4,
              "a \(row.text(0))'s range from \(begins) to \(ends) is no slice of the text of \(text.count) bytes",
              article.text(1))
          }
        }
        try quoted.each(article.integer(0)) { row in
          let (begins, ends) = (row.int(1), row.int(2))
          guard text.isBoundary(begins), text.isBoundary(ends), begins <= ends else { return }
          if row.withBytes(3, { $0.elementsEqual(text[begins..<ends]) }) { return }
          found += 1
          guard found <= limit else { return }
          note(
            4, "a \(row.text(0))'s range from \(begins) to \(ends) does not give its words", article.text(1))
        }
      }
    }
    try lineRanges(&found)
    if found > limit { note(4, "and \(found - limit) more like the last", "archive") }
  }

  /// Of a credit that stands in a line of furniture, the range in that line, which must be there.
  private mutating func lineRanges(_ found: inout Int) throws {
    let credits = """
      SELECT article.id, line_begins, line_ends, line, furniture.text, credit.text FROM credit JOIN article ON article.key = credit.article
      LEFT JOIN furniture ON furniture.article = credit.article AND furniture.position = credit.line
      WHERE line_begins IS NOT NULL
      """
    try Command(credits, database).each { row in
      let begins = row.int(1)
      let ends = row.int(2)
      let isSlice =
        !row.isNull(2) && !row.isNull(4)
        && row.withBytes(4) {
          $0.isBoundary(begins) && $0.isBoundary(ends) && begins <= ends
            && row.withBytes(5, $0[begins..<ends].elementsEqual)
        }
      if isSlice { return }
      found += 1
      guard found <= limit else { return }
      note(
        4, "a credit's range from \(begins) to \(ends) is no slice of line \(row.int(3)) of the furniture",
        row.text(0))
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether a character of UTF-8 begins at this offset, or the text ends there.
  func isBoundary(_ offset: Int) -> Bool {
    offset == count || (0..<count).contains(offset) && self[offset] & 0xC0 != 0x80
  }
}
