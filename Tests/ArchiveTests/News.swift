import Foundation
import GRDB
import Press

@testable import Archive

/// Invented news, and folders to keep archives in.
enum News {
  static func article(
    _ id: String, source: String? = nil, title: String? = "Harbour reopens after storm",
    text: String = "The harbour of Lindmouth reopened on Tuesday.\n\nFishermen said the café stayed shut.",
    outlet: String? = "Lindmouth Courier"
  ) -> Article {
    Article(
      id: id, source: source ?? "pile/\(id).html", address: "https://example.org/\(id)", outlet: outlet,
      title: title,
      standfirst: "Ferries sail again.", section: "Coast", bylines: ["Ada Brook", "J. \"Jo\" Pell"],
      published: Moment(iso: "2031-05-06"),
      modified: Moment(iso: "2031-05-06T09:30:00+02:00"), language: "en",
      dateline: Dateline(place: "LINDMOUTH", date: Moment(iso: "2031-05-06"), agency: "NPA", range: 0..<3),
      credits: [
        Credit(
          name: "NPA", kind: .agency, role: .supplied, text: "this", place: .furniture,
          address: "https://npa.example", line: 0, lineRange: 6..<10),
        Credit(
          name: "", kind: .unnamed, role: .originated, text: head(text), place: .text, range: 0..<3,
          spun: true),
      ],
      text: text,
      furniture: [
        Furniture(kind: .share, text: "Share this"), Furniture(kind: .credit, text: head(text), range: 0..<3),
      ],
      series: "daily", form: .liveBlog, part: .init(number: 2, of: 3),
      blocks: [.init(kind: .heading, range: 0..<3), .init(kind: .listItem, range: 4..<7)],
      found: [.title: .jsonLD, .address: .stated],
      flags: [.init(kind: .datedAfterCapture, detail: "Dated 2031, fetched 2030.")])
  }

  /// The words of the range that the article's credit has (invariant 4).
  private static func head(_ text: String) -> String { String(decoding: text.utf8.prefix(3), as: UTF8.self) }

  /// Three witnesses of one report, one alone, and a stemma with two lost nodes.
  static func fill(_ archive: Archive) throws {
    try archive.store([
      .article(article("a", outlet: "Courier"), contentHash: 1),
      .article(article("b", outlet: nil), contentHash: 2),
      .article(
        article("c"), contentHash: 3,
        notices: [Notice(source: "pile/c.html", reason: .partial, detail: "Cut.")]),
      .article(article("lone", text: "A goat won the mayor's race in Hobbleton."), contentHash: 4),
      .refusal(Refusal(source: "pile/x.bin", reason: .notText, detail: "It is no text."), contentHash: 5),
    ])
    let keys = try archive.unindexed(limit: 9).map(\.key)
    try archive.index(
      zip(keys, [[1, 5, 9], [5], [5, 9, 1 << 39], []]).map {
        Fingerprinted(
          key: $0, textHash: UInt64($0), place: UInt64($0) << 60, features: $1, member: [7, 0])
      }, cap: nil)
    try archive.replaceFindings(
      pairs: pairs, families: families, stemmata: [stemma], reports: reports, digest: "of four", engine: "1.0"
    )
  }

  static let families = [
    Family(
      id: "f-a", members: ["c", "a", "b"], representative: "b", originality: ["a": 0.25, "b": 0, "c": 0.5]),
    Family(id: "f-lone", members: ["lone"]),
  ]

  static let pairs = [
    Pair(
      a: "a", b: "b", kind: .verbatim, coverageA: 1, coverageB: 0.5, similarity: 0.75, wordsA: 40, wordsB: 50,
      equalWords: 36, changes: 3,
      passages: [
        Passage(a: 0..<10, b: 4..<14, similarity: 0.5), Passage(a: 12..<20, b: 20..<28, similarity: 1),
      ]),
    Pair(
      a: "b", b: "c", kind: .spun, confidence: 0.75, versions: true, coverageA: 0.25, coverageB: 0.5,
      similarity: 0.5, wordsA: 40, wordsB: 50,
      equalWords: 36, changes: 3,
      passages: [Passage(a: 0..<10, b: 0..<10, similarity: 0.5)]),
  ]

  static let stemma = Stemma(
    family: "f-a",
    nodes: [
      Stemma.Node(id: "lost:NPA", lost: true, label: "NPA"),
      Stemma.Node(id: "lost:Echo", lost: true, label: "Echo"),
      Stemma.Node(id: "a", lost: false, label: "Courier"), Stemma.Node(id: "b", lost: false, label: "b"),
      Stemma.Node(id: "c", lost: false, label: "c", otherFamily: "f-lone"),
    ],
    edges: [
      edge("lost:NPA", "a", [Stemma.Evidence(kind: .credit, text: "SOURCE: NPA", article: "a")]),
      edge("lost:NPA", "lost:Echo", [Stemma.Evidence(kind: .passages, text: "They share two passages.")]),
      edge("lost:Echo", "b", [Stemma.Evidence(kind: .credit, text: "first in the Echo", article: "b")]),
      edge(
        "b", "c",
        [
          Stemma.Evidence(kind: .time, text: "b came first."),
          Stemma.Evidence(kind: .spinning, text: "c is spun."),
        ]),
    ])

  static let reports = [
    ReportEntry(
      report: Report(
        id: "f-a", title: "Harbour reopens", size: 3, reach: 2, lost: 2, first: Moment(iso: "2031-05-06"),
        last: Moment(iso: "2031-05-08"), span: 172_800, outlets: ["Courier", "Echo"], agencies: ["NPA"],
        kinds: [.edited: 4], changes: [.quotation: 1, .cut: 7]),
      members: [
        ReportEntry.Member(
          article: "a", outlet: "Courier", day: "2031-05-06", words: 100, own: 1, sources: 0),
        ReportEntry.Member(article: "b", outlet: "Echo", day: "2031-05-07", words: 300, own: 0.5, sources: 1),
        ReportEntry.Member(article: "c", outlet: "Echo", day: nil, words: 100, own: 0, sources: 2),
      ],
      changes: [
        KeptChange(
          family: "f-a", kind: .quotation, copy: "b", copyLabel: "Echo", source: "a", sourceLabel: "Courier",
          lost: "NPA", was: "harbour", now: "harbour of", wasRange: 4..<11, nowRange: 4..<14, isSpun: false)
      ],
      flows: [
        Flow(source: "Courier", isLost: false, copy: "Echo", arrows: 2),
        Flow(source: "NPA", isLost: true, copy: "Courier", arrows: 1),
      ]),
    ReportEntry(
      report: Report(
        id: "f-lone", title: nil, size: 1, reach: 0, lost: 0, first: nil, last: nil, span: nil, outlets: [],
        agencies: [], kinds: [:], changes: [:]),
      members: [ReportEntry.Member(article: "lone", outlet: nil, day: nil, words: 20, own: 1, sources: 0)],
      changes: [], flows: []),
  ]

  static func edge(_ from: String, _ to: String, _ evidence: [Stemma.Evidence]) -> Stemma.Edge {
    Stemma.Edge(from: from, to: to, kind: .edited, confidence: 0.8, evidence: evidence)
  }
}

/// A folder that goes when it is no longer used.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/archive-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

  /// Changes a closed file behind the archive's back.
  func plant(_ sql: String, in name: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: file(name), configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}

/// Everything that an archive holds, but for row numbers and times of reading.
struct Contents: Equatable {
  var articles: [Article] = []
  var sources: [[String]] = []
  var pairs: [Pair] = []
  var families: [Family] = []
  var stemmata: [Stemma] = []
  var refusals: [Refusal]
  var notices: [Notice]
  var counts: Counts

  init(_ archive: Archive) throws {
    refusals = try archive.refusals()
    notices = try archive.notices()
    counts = try archive.counts()
    var all: [Article] = []
    try archive.forEachArticle(batch: 2) { all += $0 }
    articles = all
    sources = try all.map { try archive.sources(of: $0.id) }
    try archive.forEachPair(batch: 1) { pairs += $0 }
    try archive.forEachFamily(batch: 1) { families += $0 }
    try archive.forEachStemma(batch: 1) { stemmata += $0 }
  }
}

func kind(_ body: () throws -> Void) -> ArchiveError.Kind? {
  do { try body() } catch { return (error as? ArchiveError)?.kind }
  return nil
}

func copy(_ from: String, _ to: String) throws { try FileManager.default.copyItem(atPath: from, toPath: to) }
