import Press

/// What a line says about where the text came from.
struct CreditLine: Sendable {
  /// Those named, with what they did.
  var names: [CreditedName]
  var role: Credit.Role
  /// An unnamed source is admitted too.
  var hasFeed: Bool
  /// What the unnamed source did.
  var feedRole: Credit.Role = .source
  /// What the line is, where it stands alone.
  var furniture: Furniture.Kind
  var isSpun = false
  /// The phrase says so much that its place on the page does not matter.
  var isExplicit: Bool
  /// The phrase is so loose that nothing of the report may follow it.
  var isLast = false
  /// "Source: …": in the midst of the report that is a chart's or a box's.
  var isLabel = false
}

/// Recognises the credit phrases of `credits.tsv` in a line, a sentence or a bracket that they fill.
enum CreditPhrases {
  struct Meaning: Sendable {
    let role: Credit.Role?
    let hasFeed: Bool
    let isLast: Bool
    /// Says little, and is tried only when no other phrase fits, spun or not.
    let isLoose: Bool
    let furniture: Furniture.Kind

    /// What the unnamed source did: a disclaimer tells of a feed that somebody supplies.
    var feedRole: Credit.Role { role ?? (furniture == .disclaimer ? .supplied : .source) }
  }

  /// Longer than any credit; what is longer is prose.
  static let longest = 90

  private static let table = PhraseTable(TableReader.rows(PackageResources.credits_tsv)) { columns in
    guard columns.count >= 5, let kind = Furniture.Kind(rawValue: columns[3]) else { return nil as Meaning? }
    return Meaning(
      role: Credit.Role(rawValue: columns[1]), hasFeed: columns[2] == "feed" || columns[2] == "loose",
      isLast: columns[2] == "end", isLoose: columns[2] == "loose",
      furniture: kind)
  }

  /// Phrases long enough to be told from prose after a synonym machine, by the words that they are made of.
  private static let spinnable: (rows: [PhraseTable<Meaning>.Row], index: WordIndex<[Int]>) = {
    let rows = table.rows.filter { row in
      row.meaning.furniture == .disclaimer && !row.meaning.isLoose
        && row.phrase.skeleton.reduce(0) { if case .words = $1 { $0 + 1 } else { $0 } } >= 10
    }
    var index: [UInt64: [Int]] = [:]
    for (number, row) in rows.enumerated() {
      for bone in row.phrase.skeleton {
        if case .words(let words) = bone { for word in words { index[word, default: []].append(number) } }
      }
    }
    return (rows, WordIndex(index.mapValues { Array(Set($0)).sorted() }))
  }()

  /// What `line.tokens[span]` says, when it is nothing but a credit.
  static func read(_ line: Line, _ span: Range<Int>) -> CreditLine? {
    guard let last = span.last, span.count <= longest, !line.tokens[last].isMark(":") else { return nil }
    let rows = table.candidates(line.tokens, span)
    if let said = whole(line, span, rows.lazy.filter { !table.rows[$0].meaning.isLoose }) ?? spun(line, span)
    {
      return said
    }
    guard var loose = whole(line, span, rows.lazy.filter { table.rows[$0].meaning.isLoose }) else {
      return nil
    }
    // That it is a disclaimer is known: how like it is to one of the table says no more than whether it was spun.
    if let nearest = nearest(line, span, hits: 5), nearest.alignment.isNear {
      loose.isSpun = nearest.alignment.replaced >= 2
    }
    return loose
  }

  private static func whole(
    _ line: Line, _ span: Range<Int>, _ rows: some Sequence<Int>
  ) -> CreditLine? {
    for index in rows {
      let row = table.rows[index]
      let captures = row.phrase.match(line.tokens, span) { accepts(line, $0, $1) }
      guard let captures, !captures.contains(where: { isPersons(line, span, $0, row.phrase) }) else {
        continue
      }
      return credit(line, row, captures, isSpun: false)
    }
    return nil
  }

  private static func accepts(_ line: Line, _ slot: Phrase.Slot, _ tokens: Range<Int>) -> Bool {
    switch slot {
    case .other:
      NameList.read(line, tokens, slot)?.contains(where: \.isOrdinary) == false
        && !goesOn(line, tokens.upperBound)
    case .known, .agency, .media, .any: NameList.read(line, tokens, slot) != nil
    case .outlet: tokens.count <= 5
    case .capitals: Capitals.fill(line, tokens)
    case .anything, .number: true
    }
  }

  /// "Anna Petra contributed to this report": behind any words, a name of one word that another goes before.
  private static func isPersons(_ line: Line, _ span: Range<Int>, _ capture: Phrase.Capture, _ phrase: Phrase)
    -> Bool
  {
    let start = capture.tokens.lowerBound
    guard capture.slot == .known || capture.slot == .agency, phrase.hasAnythingBeforeName,
      start > span.lowerBound
    else { return false }
    guard let found = line.names.name(in: line, at: start, limit: capture.tokens.upperBound),
      found.tokens.count == 1
    else { return false }
    let before = line.tokens[start - 1]
    return !before.isMark && before.isCapital && !BylineReader.isApart(line, found.tokens, span.lowerBound)
  }

  /// "© CBC Bank": a name that goes on with a capital word is another name.
  private static func goesOn(_ line: Line, _ end: Int) -> Bool {
    guard end < line.tokens.count, line.tokens[end].isCapital else { return false }
    return !WordTable.shared.has(line.tokens[end], .suffix) && line.tokens[end].hash != Folding.hash("all")
  }

  private static func credit(
    _ line: Line, _ row: PhraseTable<Meaning>.Row, _ captures: [Phrase.Capture], isSpun: Bool
  ) -> CreditLine {
    var names: [CreditedName] = []
    for capture in captures where capture.slot != .capitals {
      guard capture.slot == .outlet else {
        names += NameList.read(line, capture.tokens, capture.slot) ?? []
        continue
      }
      let isOurs = !line.tokens[capture.tokens].contains { $0.isCapital || $0.hasDot }
      guard !isOurs, let outlets = NameList.read(line, capture.tokens, .any) else { continue }
      // Whom a feed's disclaimer was written for had the text before the page that still carries it.
      names += outlets.map { $0.in(role: .originated) }
    }
    let meaning = row.meaning
    let isLabel = meaning.role == .source && row.phrase.hasColon
    return CreditLine(
      names: meaning.role == nil ? [] : names, role: meaning.role ?? .source, hasFeed: meaning.hasFeed,
      feedRole: meaning.feedRole, furniture: meaning.furniture, isSpun: isSpun,
      isExplicit: row.phrase.weight >= 2 && !(isLabel && meaning.hasFeed)
        || row.meaning.furniture == .disclaimer, isLast: row.meaning.isLast,
      isLabel: isLabel)
  }

  private static func spun(_ line: Line, _ span: Range<Int>) -> CreditLine? {
    guard let nearest = nearest(line, span, hits: 7), nearest.alignment.isPhrase else { return nil }
    // One word replaced is an editor's taste; two are a machine's.
    return credit(
      line, spinnable.rows[nearest.row], nearest.alignment.captures,
      isSpun: nearest.alignment.replaced >= 2)
  }

  /// The phrase of the table that a sentence is likest to, among those with which it shares so many words.
  private static func nearest(
    _ line: Line, _ span: Range<Int>, hits least: Int
  ) -> (alignment: PhraseAlignment, row: Int)? {
    let words = span.reduce(0) { $0 + (line.tokens[$1].isMark ? 0 : 1) }
    guard words >= 10 else { return nil }
    var seen: [UInt64] = []
    for index in span where !line.tokens[index].isMark {
      let word = line.tokens[index].hash
      if spinnable.index[word] != nil, !seen.contains(word) { seen.append(word) }
    }
    guard seen.count >= least else { return nil }
    var hits = [Int](repeating: 0, count: spinnable.rows.count)
    for word in seen { for row in spinnable.index[word] ?? [] { hits[row] += 1 } }
    var best: (alignment: PhraseAlignment, row: Int)?
    for row in hits.indices where hits[row] >= least {
      let skeleton = spinnable.rows[row].phrase.skeleton
      guard hits[row] * 2 >= skeleton.count, words * 3 >= skeleton.count * 2,
        words * 2 <= skeleton.count * 3 + 8
      else { continue }
      let alignment = PhraseAlignment(skeleton, line.tokens, span)
      let isLiker = alignment.share > best?.alignment.share ?? 0
      if alignment.isPhrase == (best?.alignment.isPhrase ?? false)
        ? isLiker : alignment.isPhrase || best == nil
      {
        best = (alignment, row)
      }
    }
    return best
  }
}

/// Runs of words that all begin with a capital, as names and headings do.
enum Capitals {
  static func fill(_ line: Line, _ span: Range<Int>) -> Bool {
    guard span.count <= 9 else { return false }
    return span.allSatisfy { index in
      let token = line.tokens[index]
      if token.isMark(".") {
        // "L. M.": the dot of an initial.
        let before = index > span.lowerBound ? line.tokens[index - 1] : token
        return before.isCapital && before.end - before.start <= 2
      }
      if token.isMark { return !token.isMark("?") && !token.isMark("!") }
      return token.isCapital || token.kind == .number || WordTable.shared.has(token, .connector)
    }
  }
}
