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
  /// - Parameters:
  ///   - starts: Where each line begins in the article's text; `nil` for lines that are not in it.
  ///   - furniture: Which of the article's furniture each line is; `nil` for lines that are none.
  static func complete(
    _ article: inout Article, _ lines: [Line], _ verdicts: Verdicts, starts: [Int?], furniture: [Int?],
    own: String?
  ) {
    for placed in verdicts.credits {
      let line = lines[placed.line]
      let range = starts[placed.line].map { $0 + placed.range.lowerBound..<$0 + placed.range.upperBound }
      for var credit in CreditJudge.credits(placed.credit, own: own, names: line.names) {
        credit.text = line.string(placed.range)
        credit.place = range == nil ? .furniture : .text
        credit.range = range
        credit.line = furniture[placed.line]
        credit.lineRange = credit.line == nil ? nil : placed.range
        append(credit, to: &article.credits)
      }
    }
    guard let (line, found) = verdicts.dateline.map({ ($0.line, $0.found) }), !found.place.isEmpty else {
      return
    }
    let bytes = lines[line].byteRange(found.tokens)
    article.dateline = Dateline(
      place: found.place, date: found.date.flatMap { date(of: $0, published: article.published) },
      agency: found.credited.first { !CreditJudge.isOwn($0, own: own, lines[line].names) }?.name,
      range: starts[line].map { $0 + bytes.lowerBound..<$0 + bytes.upperBound })
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
