import Archive
import ArgumentParser
import Desk
import Export
import Press

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write an archive, or one report of it, for other programs.",
    discussion: """
      EXAMPLES
        stemma export --format json > all.jsonl       everything; the same bytes for the same pages
        stemma export --format csv > copies.csv       a row a page and parent
        stemma export --format html --family f3a9 > report.html
        stemma export --format tei --family ferry.html > ferry.xml
        stemma export --format nexus > trees.nex      all reports of two pages and more
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, csv, dot, newick
    case extendedNewick = "extended-newick"
    case nexus, graphml, tei, openstemmata, prov, collatex, svg, html
  }

  @Option(
    help:
      "json (JSON Lines), csv, dot, newick, extended-newick, nexus, graphml, tei, openstemmata, prov, collatex, svg or html."
  )
  var format = Format.json
  @Option(help: ArgumentHelp("Only this report: its id, a page's id, or a file name.", valueName: "name"))
  var family: String?
  @OptionGroup var archive: ArchiveOption

  func run() async throws {
    let archive = try openForReading(archive)
    defer { archive.close() }
    let output = Output()
    defer { output.flush() }
    let family = try family.map { try archive.meant(by: $0) }
    let console = Console(quiet: false, sharesTerminal: true)
    defer { console.clear() }
    try tellMissing(archive, console)
    switch format {
    case .json:
      try CanonicalExport(archive: archive, family: family).write(output.line) { console.show($0) }
    case .csv: try output.text(table(archive, family))
    default:
      guard let format = FamilyFormat(rawValue: format.rawValue) else { break }
      let found = try family.map { [try self.found($0, nil, archive)] } ?? all(archive)
      output.text(try format.document(found.compactMap { $0 }, console))
    }
  }

  /// A run that was stopped leaves articles that no report is worked out from.
  private func tellMissing(_ archive: Archive, _ console: Console) throws {
    guard try archive.findingsDigest() == nil, try archive.counts().articles > 0 else { return }
    let what =
      try archive.families(limit: 1).isEmpty
      ? "holds no findings yet, and what is written has no pairs, families or stemmata"
      : "holds articles that were read and not yet compared, and what is written has them in no report"
    console.error("stemma: \(archive.path) \(what). Run stemma read once more to have them made")
  }

  private func table(_ archive: Archive, _ family: Family?) throws -> String {
    let families = try family.map { [$0] } ?? archive.shownFamilies()
    // Articles that came after the families were found are in none, and rows of the table all the same.
    var articles: [Article] = []
    if family == nil {
      try archive.forEachArticle { articles += $0 }
    } else {
      articles = try archive.articles(ids: families.flatMap(\.members).sorted())
    }
    let stemmata = try families.sorted { $0.id < $1.id }.compactMap {
      try archive.shown(family: $0.id)?.stemma
    }
    return CSV.table(articles, families: families, stemmata: stemmata)
  }

  /// Every report that more than one witness carries, held or lost.
  private func all(_ archive: Archive) throws -> [FamilyFormat.Found?] {
    try archive.shownFamilies().sorted { $0.id < $1.id }.compactMap { family in
      guard let stemma = try archive.shown(family: family.id)?.stemma, stemma.nodes.count > 1 else {
        return nil
      }
      return try found(family, stemma, archive)
    }
  }

  private func found(_ family: Family, _ drawn: Stemma?, _ archive: Archive) throws -> FamilyFormat.Found? {
    guard let stemma = try drawn ?? archive.shown(family: family.id)?.stemma else { return nil }
    let held = stemma.nodes.filter { !$0.lost }.map(\.id).sorted()
    // What a guest from another report shares with the members is no pair of the family.
    let members = Set(family.members)
    let guests = stemma.nodes.filter { $0.otherFamily != nil && !$0.lost }.map(\.id)
    let shared = try guests.flatMap { guest in
      try archive.pairs(touching: guest).filter { members.contains($0.a == guest ? $0.b : $0.a) }
    }
    return FamilyFormat.Found(
      family: family, stemma: stemma, articles: try archive.articles(ids: held),
      pairs: try archive.pairs(shown: family.id) + shared)
  }
}

/// Everything in an archive, in one order: the same pages give the same bytes (invariant 2).
struct CanonicalExport {
  let archive: Archive
  let family: Family?

  private struct Sum: Encodable {
    let articles: Int
    let refusals: Int
    let notices: Int
    let families: Int
  }

  func write(_ print: (String) -> Void, progress: ProgressHandler) throws {
    let json = JSONLine()
    let held = try archive.counts()
    let total = held.articles + held.pairs + 2 * held.families
    var done = 0
    func line(_ text: String) {
      print(text)
      done += 1
      if family == nil, done % 256 == 0 {
        progress(RunProgress(stage: .writing, done: min(done, total), total: total))
      }
    }
    line(try json.header(version: Desk.version))
    if let family {
      for article in try archive.articles(ids: family.members) { line(try json.line(article)) }
      for pair in try archive.pairs(shown: family.id) { line(try json.line(pair)) }
      line(try json.line(family))
      if let stemma = try archive.shown(family: family.id)?.stemma { line(try json.line(stemma)) }
      return line(
        try json.line("summary", Sum(articles: family.members.count, refusals: 0, notices: 0, families: 1)))
    }
    try archive.forEachArticle { for article in $0 { line(try json.line(article)) } }
    let refusals = try archive.refusals()
    for refusal in refusals { line(try json.line(refusal)) }
    let notices = try archive.notices()
    for notice in notices { line(try json.line(notice)) }
    try archive.forEachPair { for pair in $0 { line(try json.line(pair)) } }
    try archive.forEachFamily { for family in $0 { line(try json.line(family)) } }
    try archive.forEachStemma { for stemma in $0 { line(try json.line(stemma)) } }
    // What people say against it comes after what was found, which stays as it is.
    for correction in try archive.corrections() { line(try json.line("correction", correction)) }
    let counts = try archive.counts()
    line(
      try json.line(
        "summary",
        Sum(
          articles: counts.articles, refusals: refusals.count, notices: notices.count,
          families: counts.families)))
  }
}
