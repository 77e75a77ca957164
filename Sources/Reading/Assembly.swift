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
    article.address = choose(
      .address, (canonical(facts, statedAs: stated.address), found[.address]), (stated.address, .stated),
      (facts.address, found[.address]))
    // A name that the tables know is spelled as they spell it, so that a credit and the page it means agree.
    article.outlet = choose(
      .outlet, (stated.outlet.map { names.entry(named: $0)?.name ?? $0 }, .stated),
      (facts.outlet.map { names.entry(named: $0)?.name ?? $0 }, found[.outlet]),
      (article.address.flatMap { names.outlet(at: $0)?.name }, .address),
      (facts.besideTitle.lazy.compactMap { names.entry(named: $0)?.name }.first, .meta),
      (besideTitle(facts, isAt: stated.address), .meta),
      (verdicts.outlet, .text))
    article.title = choose(.title, (stated.title, .stated), (facts.title, found[.title]))
    article.standfirst = choose(
      .standfirst, (stated.standfirst, .stated), (facts.standfirst, found[.standfirst]))
    article.section = choose(.section, (stated.section, .stated), (facts.section, found[.section]))
    let bylines = stated.bylines.isEmpty ? facts.bylines : stated.bylines
    article.bylines =
      choose(
        .bylines, (stated.bylines.isEmpty ? nil : single(stated.bylines), .stated),
        (facts.bylines.isEmpty ? nil : facts.bylines, found[.bylines]),
        (verdicts.bylines.isEmpty ? nil : verdicts.bylines, .text)) ?? []
    article.published = choose(
      .published, (stated.published, .stated), (facts.published, found[.published]),
      (verdicts.published, .text))
    article.modified = choose(
      .modified, (stated.modified, .stated), (facts.modified, found[.modified]), (verdicts.modified, .text))
    article.language = choose(.language, (stated.language, .stated), (facts.language, found[.language]))
    if let form = stated.form { article.form = form }
    article.credits = metadataCredits(
      of: page, facts, article.found[.bylines] == .text ? [] : bylines, article.outlet, names)
    return article
  }

  /// What the document's title has beside the headline, where the address as the input knows it bears that name.
  private static func besideTitle(_ facts: PageFacts, isAt address: String?) -> String? {
    guard let host = address.flatMap({ WebHost($0) }), !host.isRelay else { return nil }
    return facts.besideTitle.first { isName($0, of: host) }
  }

  /// Single names: feeds state "By Jo Ames and Kim Lee" as one. What splitting would leave nothing of stays as it is.
  private static func single(_ stated: [String]) -> [String] {
    stated.flatMap { name -> [String] in
      let names = Names.split([name])
      return names.isEmpty ? [name] : names
    }
  }

  /// The address that the page calls its own, where that lies under the same domain as the one it was found at: of the
  /// two it is the better. On another domain it says whose the text is, and is a credit; the front of the site is nobody's.
  private static func canonical(_ facts: PageFacts, statedAs stated: String?) -> String? {
    guard let stated, let canonical = facts.address, let place = facts.found[.address],
      place == .meta || place == .openGraph,
      let here = WebHost(stated), let there = WebHost(canonical),
      here.domain == there.domain || here.isNested(with: there),
      !WebHost.isFront(canonical)
    else { return nil }
    return canonical
  }

  /// Credits in what the input and the page's head say of the text's source.
  private static func metadataCredits(
    of page: Page, _ facts: PageFacts, _ bylines: [String], _ outlet: String?, _ names: NameTable
  ) -> [Credit] {
    let stated = StatedCredits.resolved(
      page.stated.credits, own: outlet, address: page.stated.address ?? facts.address, names)
    // Where the input knows no address, the page's own says what is its own site.
    var credits = MetadataCredits(
      stated, names: names, outlet: outlet, known: page.stated.address ?? facts.address)
    credits.add(bylines: bylines)
    for source in facts.sources { credits.add(source) }
    if let canonical = facts.address { credits.add(canonical: canonical) }
    return credits.credits
  }

  /// Adds credits and dateline.
  ///
  /// - Parameters:
  ///   - starts: Where each line begins in the article's text; `nil` for lines that are not in it.
  ///   - furniture: Which of the article's furniture each line is; `nil` for lines that are none.
  static func complete(
    _ article: inout Article, _ lines: [Line], _ verdicts: Verdicts, starts: [Int?], furniture: [Int?],
    own: String?, besideTitle: [String] = []
  ) {
    // Where nobody says whose the page is, its title and its address at least tell who would only be crediting itself.
    let likelyOwn = own == nil ? besideTitle.map(plainName) : []
    let host = own == nil ? article.address.flatMap { WebHost($0) } : nil
    for placed in verdicts.credits {
      let line = lines[placed.line]
      let range = starts[placed.line].map { $0 + placed.range.lowerBound..<$0 + placed.range.upperBound }
      for var credit in CreditJudge.credits(placed.credit, own: own, names: line.names) {
        if credit.kind == .outlet {
          if likelyOwn.contains(plainName(credit.name)) { continue }
          if let host, isName(credit.name, of: host) { continue }
        }
        credit.text = line.string(placed.range)
        credit.place = range == nil ? .furniture : .text
        credit.range = range
        credit.line = furniture[placed.line]
        credit.lineRange = credit.line == nil ? nil : placed.range
        append(credit, to: &article.credits)
      }
    }
    // What a line itself says has its range; an agency in a byline that no judge saw is still on the page.
    if article.found[.bylines] == .text, article.bylines != verdicts.bylines, let names = lines.first?.names {
      var shown = MetadataCredits([], names: names, outlet: own, known: nil)
      shown.add(bylines: article.bylines)
      for credit in shown.credits where !article.credits.contains(where: { $0.name == credit.name }) {
        append(credit, to: &article.credits)
      }
    }
    guard let (line, found) = verdicts.dateline.map({ ($0.line, $0.found) }), !found.place.isEmpty else {
      return
    }
    let bytes = lines[line].byteRange(found.tokens)
    article.dateline = Dateline(
      place: found.place, date: found.date.flatMap { date(of: $0, published: article.published) },
      // An agency's own dateline names it all the same.
      agency: found.credited.first {
        $0.kind == .agency || !CreditJudge.isOwn($0, own: own, lines[line].names)
      }?.name,
      range: starts[line].map { $0 + bytes.lowerBound..<$0 + bytes.upperBound })
  }

  /// Whether a host bears a name: "The Quay Echo" is at `quayecho` or at `thequayecho`.
  private static func isName(_ name: String, of host: WebHost) -> Bool {
    let (plain, label) = (plainName(name), Headline.folded(host.label))
    return !plain.isEmpty && (label == plain || label == "the" + plain)
  }

  /// A name's letters without its article.
  private static func plainName(_ name: String) -> String {
    let folded = Headline.folded(name)
    return folded.hasPrefix("the") && name.lowercased().hasPrefix("the ")
      ? String(folded.dropFirst(3)) : folded
  }

  /// The same name in the same role is one credit; where it was found first stays, but words that readers see outrank
  /// what the page's head says.
  private static func append(_ credit: Credit, to credits: inout [Credit]) {
    let same = credits.firstIndex {
      $0.name == credit.name && $0.role == credit.role && $0.kind == credit.kind
    }
    guard let same else {
      if credits.count < Budget.credits { credits.append(credit) }
      return
    }
    guard credits[same].place == .metadata, credit.place != .metadata else { return }
    let address = credits[same].address
    credits[same] = credit
    credits[same].address = credit.address ?? address
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
