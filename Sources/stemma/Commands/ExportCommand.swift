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
        stemma export --format dot --family f3a9 | dot -Tsvg > tree.svg
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, csv, dot }

  @Option(help: "json (JSON Lines), csv or dot.") var format = Format.json
  @Option(help: ArgumentHelp("Only this report: its id, a page's id, or a file name.", valueName: "name"))
  var family: String?
  @OptionGroup var archive: ArchiveOption

  func run() async throws {
    let archive = try openForReading(archive)
    defer { archive.close() }
    let output = Output()
    defer { output.flush() }
    let family = try family.map { try archive.meant(by: $0) }
    switch format {
    case .json: try CanonicalExport(archive: archive, family: family).write(output.line)
    case .csv, .dot:
      let families = try family.map { [$0] } ?? archive.families()
      // Articles that came after the families were found are in none, and rows of the table all the same.
      var articles: [Article] = []
      if family == nil, format == .csv {
        try archive.forEachArticle { articles += $0 }
      } else {
        articles = try archive.articles(ids: families.flatMap(\.members).sorted())
      }
      let stemmata = try families.sorted { $0.id < $1.id }.compactMap { try archive.stemma(family: $0.id) }
      let text =
        format == .dot
        ? DOT.graph(stemmata.filter { $0.nodes.count > 1 }, labels: titles(stemmata, articles))
        : CSV.table(articles, families: families, stemmata: stemmata)
      output.text(text)
    }
  }

  private func titles(_ stemmata: [Stemma], _ articles: [Article]) -> [String: String] {
    let byID = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var titles: [String: String] = [:]
    for stemma in stemmata {
      titles[stemma.family] = TextTree(stemma, articles: byID).root.flatMap { byID[$0]?.title }
    }
    return titles
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

  func write(_ line: (String) -> Void) throws {
    let json = JSONLine()
    line(try json.header(version: Desk.version))
    if let family {
      for article in try archive.articles(ids: family.members) { line(try json.line(article)) }
      for pair in try archive.pairs(family: family.id) { line(try json.line(pair)) }
      line(try json.line(family))
      if let stemma = try archive.stemma(family: family.id) { line(try json.line(stemma)) }
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
    let counts = try archive.counts()
    line(
      try json.line(
        "summary",
        Sum(
          articles: counts.articles, refusals: refusals.count, notices: notices.count,
          families: counts.families)))
  }
}
