import Language
import Press

/// Puts an article together from what the input states, what the page says of itself, and what the judges found;
/// in this order of trust.
enum Assembly {
  /// The article without its text and without what has a range in it.
  static func article(of page: Page, facts: PageFacts, _ verdicts: Verdicts, names: NameTable) -> Article {
    let stated = page.stated
    var article = Article(id: page.id, source: page.source, text: "", series: stated.series)
    func choose<Value>(_ field: Article.Field, _ places: (Value?, Article.Place?)...) -> Value? {
      for (value, place) in places {
        guard let value else { continue }
        article.found[field] = place
        return value
      }
      return nil
    }
    let found = facts.found
    article.address = choose(.address, (stated.address, .stated), (facts.address, found[.address]))
    // A name that the tables know is spelled as they spell it, so that a credit and the page it means agree.
    article.outlet = choose(
      .outlet, (stated.outlet.map { names.entry(named: $0)?.name ?? $0 }, .stated),
      (facts.outlet.map { names.entry(named: $0)?.name ?? $0 }, found[.outlet]),
      (article.address.flatMap { names.outlet(at: $0)?.name }, .address),
      (facts.besideTitle.lazy.compactMap { names.entry(named: $0)?.name }.first, .meta),
      (verdicts.outlet, .text))
    article.title = choose(.title, (stated.title, .stated), (facts.title, found[.title]))
    article.standfirst = choose(
      .standfirst, (stated.standfirst, .stated), (facts.standfirst, found[.standfirst]))
    article.section = choose(.section, (stated.section, .stated), (facts.section, found[.section]))
    let bylines = stated.bylines.isEmpty ? facts.bylines : stated.bylines
    article.bylines =
      choose(
        .bylines, (stated.bylines.isEmpty ? nil : stated.bylines, .stated),
        (facts.bylines.isEmpty ? nil : facts.bylines, found[.bylines]),
        (verdicts.bylines.isEmpty ? nil : verdicts.bylines, .text)) ?? []
    article.published = choose(
      .published, (stated.published, .stated), (facts.published, found[.published]),
      (verdicts.published, .text))
    article.modified = choose(
      .modified, (stated.modified, .stated), (facts.modified, found[.modified]), (verdicts.modified, .text))
    article.language = choose(.language, (stated.language, .stated), (facts.language, found[.language]))
    if let form = stated.form { article.form = form }
    article.credits = metadataCredits(of: page, facts, bylines, article.outlet, names)
    return article
  }

  /// Credits in what the input and the page's head say of the text's source.
  private static func metadataCredits(
    of page: Page, _ facts: PageFacts, _ bylines: [String], _ outlet: String?, _ names: NameTable
  ) -> [Credit] {
    var credits = MetadataCredits(names: names, outlet: outlet, known: page.stated.address)
    for credit in page.stated.credits { credits.add(credit) }
    credits.add(bylines: bylines)
    for source in facts.sources { credits.add(source) }
    if let canonical = facts.address { credits.add(canonical: canonical) }
    return credits.credits
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

  /// The same name in the same role is one credit; where it was found first stays.
  private static func append(_ credit: Credit, to credits: inout [Credit]) {
    let isThere = credits.contains {
      $0.name == credit.name && $0.role == credit.role && $0.kind == credit.kind
    }
    if !isThere { credits.append(credit) }
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
