import Archive
import Foundation
import Intake
import Press
import Reading
import Synchronization

/// The front door: reads pages into an archive, finds the families in it, and draws their stemmata.
///
/// ```swift
/// let desk = try Desk(archive: "pile.stemma")
/// let report = try await desk.read(["pages/"])
/// ```
public final class Desk: Sendable {
  /// Version of the program. Findings of another version are made anew.
  public static let version = "0.1.0"

  /// The archive that the desk works on.
  public let archive: Archive
  let threads: Int
  let tables: NameTable

  /// Opens an archive, or makes one.
  ///
  /// - Parameters:
  ///   - threads: How many to work with; all cores unless given.
  ///   - tables: The agencies and outlets that credits may name.
  /// - Throws: `ArchiveError` that says what is wrong with the file and what to do.
  public init(
    archive path: String, mode: Archive.Mode = .create,
    threads: Int = ProcessInfo.processInfo.activeProcessorCount, tables: NameTable = .builtIn
  ) throws(ArchiveError) {
    archive = try Archive(path: path, mode: mode)
    self.threads = threads
    self.tables = tables
  }

  /// What a reading did.
  public struct ReadReport: Sendable {
    /// Articles that were not in the archive before, and pages that were.
    public var newArticles = 0
    /// Articles that older rules had read, and that were read anew.
    public var renewedArticles = 0
    /// Pages that were there already and were not read again.
    public var known = 0
    /// Lines of pairs and families among the input: what they say is found anew.
    public var passedOver = 0
    /// This run's, in the order of the input.
    public var refusals: [Refusal] = []
    /// This run's notices, in the order of the input.
    public var notices: [Notice] = []
    /// Whether families were looked for again.
    public var renewed = false
    /// What was under way when the run was stopped; `nil` where it went to its end.
    public var stopped: Stage?

    /// What a run can be stopped in.
    public enum Stage: Sendable {
      /// Pages were being read: those read are kept, and nothing was worked out from them.
      case reading
      /// All pages are kept; families and stemmata are those of before.
      case findings
    }

    /// Nothing read yet.
    public init() {}
  }

  /// Reads `inputs`, keeps all of it, and brings the archive's families and stemmata up to date.
  ///
  /// What was stored before is not read again; a run that was killed goes on where it stopped (invariant 3).
  ///
  /// - Parameter stop: Ends the run early: pages in work are stored, findings under way are left for the next run.
  /// - Throws: `ArchiveError` when the archive cannot be written.
  @discardableResult
  public func read(
    _ inputs: [String], stop: StopRequest = StopRequest(), progress: @escaping ProgressHandler = { _ in }
  ) async throws -> ReadReport {
    var report = try await store(inputs, stop, progress)
    if stop.isRequested {
      report.stopped = .reading
      return report
    }
    do { report.renewed = try await renewFindings(stop: stop, progress) } catch {
      // What a stopped transaction throws comes out of the archive as its own error.
      guard stop.isRequested, error is Stopped || (error as? ArchiveError)?.kind == .failed else {
        throw error
      }
      report.stopped = .findings
    }
    return report
  }

  // MARK: Pages

  /// What became of an item, with what the archive needs.
  private enum Step: Sendable {
    case known([Notice])
    case stored(Stored, Refusal?, [Notice])
    /// An input that is no page: said, but not kept.
    case noPage(Refusal)
    case passedOver

    var isRefusal: Bool {
      switch self {
      case .stored(_, let refusal, _): refusal != nil
      case .noPage: true
      case .known, .passedOver: false
      }
    }
  }

  private func store(
    _ inputs: [String], _ stop: StopRequest, _ progress: @escaping ProgressHandler
  ) async throws -> ReadReport {
    let extraction = Extraction(inputs, threads: threads, tables: tables, stop: stop, progress: progress)
    let reader = ArticleReader(names: tables)
    let state = Box(Mutex(Batch()))
    let archive = archive
    try await extraction.run(
      read: { item in Result { try Self.step(item, archive, reader) } },
      isRefused: { (try? $0.get())?.isRefusal ?? false },
      sink: { step in
        let step = try step.get()
        try state.value.withLock { try $0.take(step, archive) }
      })
    return try state.value.withLock { batch in
      try batch.flush(archive)
      if batch.renamed > 0 {
        batch.report.notices += try archive.notices().filter { $0.reason == .duplicateID }
      }
      return batch.report
    }
  }

  private static func step(_ item: Item, _ archive: Archive, _ reader: ArticleReader) throws -> Step {
    switch item {
    case .page(let page, let notices):
      let hash = ContentHash.of(page)
      let key = PageKey(id: page.id, contentHash: hash, source: page.source)
      if try archive.known([key], rules: ArticleReader.rules) == [true] { return .known(notices) }
      switch reader.read(page, with: notices) {
      case .article(let article, let all):
        return .stored(.article(article, contentHash: hash, notices: all), nil, all)
      // Older rules found an article here: what is held is not thrown away.
      case .refusal where try archive.knows(id: page.id, contentHash: hash): return .known(notices)
      case .refusal(let refusal): return .stored(.refusal(refusal, contentHash: hash), refusal, [])
      }
    case .article(let article):
      let hash = ContentHash.of(article)
      // Stages may withhold texts. An archive without the text would hold ranges into nothing (invariant 4), and the
      // same article read later with its text would be another one of the same id.
      if article.text.isEmpty {
        let refusal = Refusal(
          source: article.source, reason: .empty,
          detail:
            "The line of the article “\(article.id)” comes without the text, which an archive needs; have the "
            + "earlier stage write texts (--with-text).")
        return .stored(.refusal(refusal, contentHash: hash), refusal, [])
      }
      let key = PageKey(id: article.id, contentHash: hash, source: article.source)
      if try archive.known([key], rules: ArticleReader.rules) == [true] { return .known([]) }
      return .stored(.article(article, contentHash: hash, notices: []), nil, [])
    case .refusal(let refusal) where refusal.reason == .notFound: return .noPage(refusal)
    case .refusal(let refusal): return .stored(.refusal(refusal, contentHash: 0), refusal, [])
    case .pair, .family: return .passedOver
    }
  }

  /// Steps that wait to be stored together: a transaction for each page would cost more than reading it.
  private struct Batch: Sendable {
    static let pages = 512
    static let bytes = 16 << 20

    var report = ReadReport()
    private var waiting: [Stored] = []
    private var weight = 0
    /// Articles that got another id, because a page with other content has theirs.
    private(set) var renamed = 0

    mutating func take(_ step: Step, _ archive: Archive) throws {
      switch step {
      case .passedOver: report.passedOver += 1
      case .noPage(let refusal): report.refusals.append(refusal)
      case .known(let notices):
        report.known += 1
        report.notices += notices
      case .stored(let stored, let refusal, let notices):
        if let refusal { report.refusals.append(refusal) }
        report.notices += notices
        if case .article(let article, _, _) = stored { weight += article.text.utf8.count }
        waiting.append(stored)
        if waiting.count >= Self.pages || weight >= Self.bytes { try flush(archive) }
      }
    }

    mutating func flush(_ archive: Archive) throws {
      guard !waiting.isEmpty else { return }
      let stored = try archive.store(waiting, rules: ArticleReader.rules)
      report.newArticles += stored.articles
      report.renewedArticles += stored.renewed
      renamed += stored.renamed
      waiting.removeAll(keepingCapacity: true)
      weight = 0
    }
  }

  // MARK: Findings

  /// Finds families and draws stemmata where articles have changed since they were found, or all of them anew where most
  /// have, or where another version of the program found them. What comes out is the same.
  ///
  /// - Returns: whether there was anything to do.
  public func renewFindings(_ progress: @escaping ProgressHandler = { _ in }) async throws -> Bool {
    try await renewFindings(stop: StopRequest(), progress)
  }

  private func renewFindings(stop: StopRequest, _ progress: @escaping ProgressHandler) async throws -> Bool {
    try await renewFindings(progress, wholeFrom: IndexBuilder.whole, stop: stop)
  }

  /// - Parameter share: Share of the articles that must be looked at for all of them to be matched anew.
  func renewFindings(
    _ progress: @escaping ProgressHandler, wholeFrom share: Double, stop: StopRequest = StopRequest()
  ) async throws -> Bool {
    let isSameEngine = try archive.findingsEngine() == Self.version
    if isSameEngine, try archive.findingsDigest() != nil, try archive.indexEngine() == IndexBuilder.engine {
      return false
    }
    let workers = Workers(threads: threads, stop: stop)
    let builder = IndexBuilder(
      archive: archive, workers: workers, tables: tables, whole: share, progress: progress)
    let isWhole = try await builder.run()
    let due = try archive.dueArticles()
    let standing = try archive.indexStanding()
    if isWhole || !isSameEngine || Double(due.count) > share * Double(standing.articles) {
      try await findAll(stop, progress)
    } else {
      try await findNew(due, stop, progress)
    }
    return true
  }

  /// Matches everything.
  private func findAll(_ stop: StopRequest, _ progress: @escaping ProgressHandler) async throws {
    let lines = try archive.knownSiteLines(tables)
    let source = try ArchiveWitnesses(archive, lines)
    let matches = try await MatchingRun(
      source, threads: threads, idBytes: source.idBytes, stop: stop, progress: progress
    ).run()
    let counter = Counter(.lineage, total: matches.familyCount, progress)
    try archive.changeFindings(digest: try archive.articlesDigest(), engine: Self.version) { editor in
      try editor.clear()
      try matches.forEachFamily { family in
        try stop.check()
        try editor.add(family)
      }
      try matches.forEachJudgedPair { pair, isCommonSource in
        try stop.check()
        try editor.add(pair)
        if isCommonSource { try editor.regrade(pair.asCommonSource) }
      }
      let drawing = StemmaDrawing(editor: editor, lines: lines, threads: threads, stop: stop)
      var last: String?
      while true {
        let families = try editor.families(after: last, limit: 1_024)
        guard let end = families.last else { break }
        try drawing.draw(families, counter: counter)
        last = end.id
      }
      try CorrectionLayer(editor: editor, lines: lines).lay()
    }
  }

  /// Matches what is due, and changes what it changes.
  private func findNew(
    _ due: [(key: Int64, due: Due)], _ stop: StopRequest, _ progress: @escaping ProgressHandler
  ) async throws {
    let lines = try archive.knownSiteLines(tables)
    let pairs = try await PairRenewal(
      archive: archive, workers: Workers(threads: threads, stop: stop), lines: lines, progress: progress
    ).run(due)
    let families = try FamilyRenewal(archive: archive, lines: lines).run(pairs)
    let counter = Counter(.lineage, total: families.added.count + families.redrawn.count, progress)
    try archive.changeFindings(digest: try archive.articlesDigest(), engine: Self.version) { editor in
      for pair in pairs.removed { try editor.removePair(pair.low, pair.high) }
      for id in families.removed { try editor.removeFamily(id) }
      for family in families.added { try editor.add(family) }
      for pair in pairs.added.values { try editor.add(pair) }
      for pair in families.regraded { try editor.regrade(pair) }
      let redrawn = try families.redrawn.sorted().compactMap(editor.family)
      try StemmaDrawing(editor: editor, lines: lines, threads: threads, stop: stop).draw(
        families.added + redrawn, counter: counter)
      try CorrectionLayer(editor: editor, lines: lines).lay()
    }
  }
}
