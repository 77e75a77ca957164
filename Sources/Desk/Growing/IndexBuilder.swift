import Archive
import Matching
import Press
import Reading
import Synchronization

/// Brings an archive's index up to date with its articles: which lines are their outlets' own, and the features by which
/// texts are found that share words.
///
/// Each step is stored as it is done, and what is left to do can be seen from the archive alone: killed at any moment, the
/// next run goes on (invariant 3).
struct IndexBuilder {
  let archive: Archive
  let workers: Workers
  let tables: NameTable
  /// Share of the articles from which on all are matched anew.
  let whole: Double
  let progress: ProgressHandler

  /// By what rules an index is made; one of other rules is made anew.
  static let engine = "\(Desk.version) fingerprint \(Fingerprint.rules) site-page \(SitePage.rules)"

  /// Articles looked at together.
  private static let step = 512
  /// Features that are written as one segment.
  private static let most = 4_000_000
  /// Usual share of the articles from which on all are matched anew: cheaper than looking for each what it has to do with
  /// all others.
  static let whole = 0.3

  /// Does all of it.
  ///
  /// - Returns: whether so much is new that everything is to be matched anew.
  func run() async throws -> Bool {
    if try archive.indexEngine() != Self.engine { try archive.clearIndex(engine: Self.engine) }
    try await rememberPages()
    try await countLines()
    let standing = try archive.indexStanding()
    let isWhole = Double(standing.articles - standing.indexed) > whole * Double(standing.articles)
    // Then nothing is noted of what changes for others, and a run that is cut short must not rely on it.
    if isWhole { try archive.doubtFindings() }
    try await index(
      cap: isWhole ? nil : CandidateRule.frequencyCap, count: standing.articles - standing.indexed)
    return isWhole
  }

  // MARK: Outlets' lines

  private func rememberPages() async throws {
    var last: Int64 = 0
    while true {
      try workers.stop.check()
      let batch = try archive.unindexed(after: last, limit: Self.step)
      guard let end = batch.last else { return }
      let pages = await workers.map(count: batch.count) { number -> Archive.KeptSitePage in
        let page = SitePage(batch[number].article)
        return Archive.KeptSitePage(key: batch[number].key, outlet: page.outlet, bytes: page.bytes)
      }
      try archive.storeSitePages(pages)
      last = end.key
    }
  }

  /// Counts the lines of outlets whose pages changed. Pages that are indexed already and have a line that counts for more or
  /// less than before are looked at again.
  private func countLines() async throws {
    for outlet in try archive.dueOutlets() {
      try workers.stop.check()
      let pages = try archive.sitePages(of: outlet)
      let sketches = pages.map { SitePage(outlet: outlet, bytes: $0.bytes) }
      let new = SiteLines(sketches.compactMap(\.self), names: tables)
      let old = SiteLines(try archive.siteLines(of: outlet).map(SiteLines.Counted.init), names: tables)
      let changed = Set(Set(new.counted).symmetricDifference(old.counted).map(\.line))
      var remasked: [Int64] = []
      if !changed.isEmpty {
        let suspects = zip(pages, sketches).filter { page, sketch in
          page.isIndexed && sketch?.mayHave(anyOf: changed) != false
        }.map(\.0.key)
        for start in stride(from: 0, to: suspects.count, by: Self.step) {
          let keys = Array(suspects[start..<min(suspects.count, start + Self.step)])
          let articles = try archive.articles(keys: keys)
          let isOther = await workers.map(count: keys.count) { number -> Bool in
            guard let article = articles[keys[number]] else { return false }
            return new.marking(article).furniture != old.marking(article).furniture
          }
          remasked += zip(keys, isOther).filter(\.1).map(\.0)
        }
      }
      try archive.settleSiteLines(
        of: outlet, new.counted.map { ($0.line, $0.standing.rawValue) }, remasked: remasked)
    }
  }

  // MARK: Features

  private func index(cap: Int?, count: Int) async throws {
    let lines = try archive.knownSiteLines(tables)
    let counter = Counter(.indexing, total: count, progress)
    var waiting: [Fingerprinted] = []
    var features = 0
    var last: Int64 = 0
    while true {
      try workers.stop.check()
      let batch = try archive.unindexed(after: last, limit: Self.step)
      guard let end = batch.last else { break }
      let prints = await workers.map(count: batch.count) { number in
        defer { counter.add(1) }
        return Fingerprinted(batch[number].article, key: batch[number].key, lines)
      }
      waiting += prints
      features += prints.reduce(0) { $0 + $1.features.count }
      last = end.key
      if features >= Self.most {
        try archive.index(waiting, cap: cap)
        (waiting, features) = ([], 0)
      }
    }
    try archive.index(waiting, cap: cap)
    try archive.settleIndex()
  }
}

extension Archive {
  /// The lines that the archive's outlets print on many pages, as they were counted last.
  func knownSiteLines(_ tables: NameTable) throws -> SiteLines {
    SiteLines(try siteLines().map(SiteLines.Counted.init), names: tables)
  }
}

extension SiteLines.Counted {
  /// A line as the archive keeps it.
  init(_ kept: (line: UInt64, outlet: UInt64, standing: Int)) {
    self.init(outlet: kept.outlet, line: kept.line, standing: SiteLines.Standing(rawValue: kept.standing))
  }
}

extension Fingerprinted {
  /// What the index will have of an article.
  init(_ article: Article, key: Int64, _ lines: SiteLines) {
    let witness = Witness(lines.marking(article))
    let words = witness.words
    self.init(
      key: key, textHash: ContentHash.of(text: article.text), place: CandidateRule.order(of: article.id),
      features: Fingerprint.features(of: words),
      member: MemberBytes.write(Member(witness, words: words)))
  }
}
