import Language
import Press

/// Puts an article together from what the input states, what the page says of itself, and what the judges found;
/// in this order of trust.
enum Assembly {
  /// The article without its text and without what has a range in it.
  static func article(of page: Page, facts: PageFacts, _ verdicts: Verdicts, names: NameTable) -> Article {
    let stated = page.stated
    let address = stated.address ?? facts.address
    // A name that the tables know is spelled as they spell it, so that a credit and the page it means agree.
    let named = (stated.outlet ?? facts.outlet).map { names.entry(named: $0)?.name ?? $0 }
    let outlet =
      named ?? address.flatMap { names.outlet(at: $0)?.name } ?? facts.besideTitle.lazy.compactMap {
        names.entry(named: $0)?.name
      }.first
      ?? verdicts.outlet
    let bylines = stated.bylines.isEmpty ? facts.bylines : stated.bylines
    var credits = StatedCredits.resolved(stated.credits, own: outlet, address: address, names)
    for credit in metadataCredits(bylines + facts.credits, names) { append(credit, to: &credits) }
    return Article(
      id: page.id, source: page.source, address: address, outlet: outlet, title: stated.title ?? facts.title,
      standfirst: stated.standfirst, section: stated.section,
      bylines: bylines.isEmpty ? verdicts.bylines : bylines,
      published: stated.published ?? facts.published ?? verdicts.published,
      modified: stated.modified ?? facts.modified ?? verdicts.modified,
      language: stated.language ?? facts.language,
      credits: credits, text: "", series: stated.series, form: stated.form ?? .article)
  }

  /// Adds credits and dateline.
  ///
  /// - Parameter starts: where each line begins in the article's text; `nil` for lines that are not in it.
  static func complete(
    _ article: inout Article, _ lines: [Line], _ verdicts: Verdicts, starts: [Int?], own: String?
  ) {
    for placed in verdicts.credits {
      let line = lines[placed.line]
      let range = starts[placed.line].map { $0 + placed.range.lowerBound..<$0 + placed.range.upperBound }
      let place: Credit.Place = range == nil ? .furniture : .text
      for credit in credits(placed.credit, line, placed.range, place, range, own: own) {
        append(credit, to: &article.credits)
      }
    }
    guard let (line, found) = verdicts.dateline.map({ ($0.line, $0.found) }), !found.place.isEmpty else {
      return
    }
    let bytes = lines[line].byteRange(found.tokens)
    article.dateline = Dateline(
      place: found.place, date: found.date.flatMap { date(of: $0, published: article.published) },
      agency: found.credited.first?.name,
      range: starts[line].map { $0 + bytes.lowerBound..<$0 + bytes.upperBound })
  }

  private static func credits(
    _ found: CreditLine, _ line: Line, _ words: Range<Int>, _ place: Credit.Place, _ range: Range<Int>?,
    own: String?
  ) -> [Credit] {
    let text = line.string(words)
    var credits: [Credit] = []
    for name in found.names where !isOwn(name, found, own, line.names) {
      credits.append(
        Credit(
          name: name.name, kind: name.kind, role: found.role, text: text, place: place, range: range,
          spun: found.isSpun))
    }
    if found.hasFeed {
      let role: Credit.Role = found.role == .contributed ? .contributed : .source
      credits.append(
        Credit(
          name: "", kind: .unnamed, role: role, text: text, place: place, range: range, spun: found.isSpun))
    }
    return credits
  }

  /// Whether an outlet names itself, which says nothing of where the text came from. In copyright lines and bylines an
  /// outlet counts only when the page is known to be another's; an agency always counts.
  private static func isOwn(
    _ name: CreditedName, _ line: CreditLine, _ own: String?, _ names: NameTable
  ) -> Bool {
    guard name.kind == .outlet else { return false }
    guard let own else {
      return line.furniture == .bylineBox || line.furniture == .disclaimer && !line.hasFeed
    }
    if let known = names.entry(named: own) ?? names.outlet(at: own) {
      if known.name == name.name { return true }
      // The Times is not The Times of Israel.
      if names.entry(named: name.name) != nil { return false }
    }
    // "CNN (Web News)" is CNN: the shorter name opens the longer.
    let a = Folding.words(own)
    let b = Folding.words(name.name)
    return a.starts(with: b) || b.starts(with: a)
  }

  /// Agencies among a page's stated authors and in its metadata.
  private static func metadataCredits(_ texts: [String], _ names: NameTable) -> [Credit] {
    var credits: [Credit] = []
    for text in texts where text.utf8.count <= 400 {
      let line = Line(text, names)
      guard !line.tokens.isEmpty else { continue }
      let found = NameList.read(line, 0..<line.tokens.count, .agency)?.filter { !$0.isOrdinary } ?? []
      for name in found {
        append(
          Credit(name: name.name, kind: name.kind, role: .source, text: text, place: .metadata), to: &credits)
      }
    }
    return credits
  }

  /// The same name in the same role is one credit; where it was found first stays.
  private static func append(_ credit: Credit, to credits: inout [Credit]) {
    let isThere = credits.contains {
      $0.name == credit.name && $0.role == credit.role && $0.kind == credit.kind
    }
    if !isThere, credits.count < Budget.credits { credits.append(credit) }
  }

  /// The day of a dateline that names no year: the last such day before the page was published.
  private static func date(of scanned: ScannedDate, published: Moment?) -> Moment? {
    if let moment = scanned.moment { return moment }
    guard let published, let year = Int(published.iso.prefix(4)), let moment = scanned.moment(inYear: year)
    else {
      return nil
    }
    let isLater = moment.earliest > published.latest + 2 * 86_400
    return isLater ? scanned.moment(inYear: year - 1) : moment
  }
}

extension Folding {
  /// The words of a name, without marks and articles before it.
  fileprivate static func words(_ text: String) -> [UInt64] {
    let words = LineTokens.scan(text).filter { !$0.isMark }.drop { WordTable.shared.has($0, .article) }
    return words.map(\.hash)
  }
}
