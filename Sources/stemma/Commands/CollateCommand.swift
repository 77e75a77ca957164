import ArgumentParser
import Collation
import Desk
import Export
import Matching
import Press

struct CollateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collate",
    abstract: "Witnesses of one report in; its apparatus out: every place at which they differ, and how.",
    discussion: """
      EXAMPLES
        stemma collate a.html b.html c.html
        stemma collate pages/ --kind quotation --kind number
        stemma collate pages/ --json | jq 'select(.kind == "quotation")'
        stemma collate pages/ --table > table.tsv
        stemma match pile/ --json --with-text | stemma collate - --json

      All that is read is taken for one report, unless it comes with families, as
      from stemma match: then each family of two and more is collated by itself.

      Levels: raw, where a comma is a difference; folded, where case, punctuation
      and typography are none; lexical, where spellings, figures for words and
      contractions are none either.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var tables: TablesOption
  @OptionGroup var common: CommonOptions
  @Option(help: "What counts as a difference: raw, folded or lexical.") var level = Apparatus.Level.folded
  @OptionGroup var kinds: KindOption
  @Flag(
    help:
      "Print the witnesses side by side, in columns parted by tabs; with --json an apparatus line a report.")
  var table = false
  @Flag(help: "List every difference, not the first few of each kind.") var all = false
  @Flag(help: "Print JSON Lines.") var json = false
  @Flag(help: "Pass the articles on with their texts.") var withText = false

  func run() async throws {
    let start = ContinuousClock.now
    let console = Console(quiet: common.quiet)
    let pile = try await Pile.read(input.inputs, tables, common, console)
    pile.warnOfMissingTexts(console)
    let reports = reports(of: pile)
    let output = Output()
    defer { output.flush() }
    let writer = JSONLine(withText: withText)
    if json {
      output.line(try writer.header(version: Desk.version))
      try pile.pass(on: output, writer)
    }
    var tally = pile.tally(since: start, Findings(pairs: [], families: reports.map(\.family)))
    tally.pairs = nil
    var variants = 0
    for (number, report) in reports.enumerated() {
      let collated = try collate(report, console)
      variants += collated.variants.count
      if json {
        output.line(try writer.line(report.family))
        if table { output.line(try writer.line(collated.apparatus)) }
        for variant in collated.variants { output.line(try writer.line(variant)) }
      } else if table {
        if number > 0 { output.line("") }
        ApparatusTable(collated).lines.forEach(output.line)
      } else {
        if number > 0 { output.line("") }
        ApparatusSheet(collated, look: Look()).lines(most: all ? .max : 12).forEach(output.line)
      }
    }
    tally.variants = variants
    tally.finish(since: start)
    if json { output.line(try writer.line("summary", tally)) }
    if reports.isEmpty, !pile.articles.isEmpty {
      console.error(
        "stemma: a collation needs two witnesses, and here is \(counted(pile.articles.count, "article", "articles"))"
      )
    }
    try tally.exit(found: !reports.isEmpty)
  }

  /// A report's witnesses, sorted by id.
  private struct Report {
    let family: Family
    let articles: [Article]
  }

  /// Witnesses that are told one by one to share nothing, at most.
  private static let mostTold = 5

  private func reports(of pile: Pile) -> [Report] {
    let sorted = pile.articles.sorted { $0.id < $1.id }
    guard let given = pile.given?.families else {
      guard sorted.count > 1 else { return [] }
      return [
        Report(
          family: Family(id: Family.id(smallest: sorted[0].id), members: sorted.map(\.id)), articles: sorted)
      ]
    }
    let byID = Dictionary(sorted.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return given.filter { $0.members.count > 1 }.sorted { $0.id < $1.id }
      .map { Report(family: $0, articles: $0.members.sorted().compactMap { byID[$0] }) }
  }

  private func collate(_ report: Report, _ console: Console) throws -> Collated {
    guard let apparatus = Collator.apparatus(of: report.articles, family: report.family.id, level: level)
    else {
      if report.articles.allSatisfy(\.text.isEmpty) {
        throw Failure("there is no text to collate. Have the earlier stage write texts (--with-text)")
      }
      throw Failure(
        "\(report.articles.count) witnesses are too many, or too long, for one table: it holds \(Collator.mostRows) different texts "
          + "and \(Collator.mostWords) words. Collate fewer of them")
    }
    let variants = apparatus.variants(of: report.articles).filter { kinds.holds($0.kind) }
    let collated = Collated(apparatus: apparatus, articles: report.articles, variants: variants)
    let strangers = collated.strangers
    for stranger in strangers.prefix(Self.mostTold) {
      console.error(
        "stemma: \(stranger.source): shares next to nothing with the other witnesses; is it another report? "
          + "“stemma match” finds out")
    }
    if strangers.count > Self.mostTold {
      console.error(
        "stemma: the same goes for \(strangers.count - Self.mostTold) more of \(report.articles.count) witnesses"
      )
    }
    return collated
  }
}

extension Apparatus.Level: ExpressibleByArgument {}

/// Kinds of changes that are asked for.
struct KindOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only changes of this kind; may be given again: \(Variant.Kind.byWeight.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"), completion: .list(Variant.Kind.byWeight.map(\.rawValue)),
    transform: { text in
      guard let kind = Variant.Kind(rawValue: text) else {
        throw ValidationError("there is no kind “\(text)”")
      }
      return kind
    })
  var kind: [Variant.Kind] = []

  /// The kinds; `nil` for all.
  var wanted: Set<Variant.Kind>? { kind.isEmpty ? nil : Set(kind) }

  func holds(_ kind: Variant.Kind) -> Bool { wanted?.contains(kind) ?? true }
}
