import Archive
import ArgumentParser
import Desk
import Export
import Press

struct TraceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Say which report a text carries, where it stands in it, and what it changed.",
    discussion: """
      EXAMPLES
        stemma trace page.html
        pbpaste | stemma trace -
        stemma trace page.html --json

      The text is not kept. Exit status 1: nothing in the archive shares its text.
      """)

  @Argument(help: "One page: HTML, plain text, or one JSON line; - for standard input.", completion: .file())
  var file: String
  @OptionGroup var archive: ArchiveOption
  @OptionGroup var tables: TablesOption
  @OptionGroup var common: CommonOptions
  @Flag(help: "List every change.") var all = false
  @Flag(help: "Print JSON Lines.") var json = false

  func run() async throws {
    let console = Console(quiet: common.quiet)
    let desk = try Desk(
      archive: archive.path, mode: .readOnly, threads: common.threadCount, tables: try tables.load())
    defer { desk.archive.close() }
    let output = Output()
    defer { output.flush() }
    let (article, softErrors) = try await article(console)
    try desk.archive.requireFindings()
    if try desk.archive.findingsDigest() == nil {
      console.error(
        "stemma: \(archive.path) holds articles that were read and not yet compared, and this answer passes over them. Run stemma read once more"
      )
    }
    let trace = try await desk.trace(article)
    if json { try printJSON(trace, output) } else { try printText(trace, desk, output) }
    if softErrors > 0 { throw ExitCode(2) }
    if trace.family == nil, trace.heldAs == nil { throw ExitCode(1) }
  }

  /// The one article that the input holds, and how much of the input could not be read as it stands.
  private func article(_ console: Console) async throws -> (Article, softErrors: Int) {
    var found: [Article] = []
    var refused: [Refusal] = []
    var noticed = 0
    for result in try await Extraction([file], threads: 1, tables: try tables.load()).all() {
      switch result {
      case .article(let article, let notices):
        found.append(article)
        notices.forEach(console.report)
        noticed += notices.count
      case .refusal(let refusal): refused.append(refusal)
      case .pair, .family: continue
      }
    }
    if let article = found.first {
      if found.count > 1 {
        console.say("stemma: \(file) holds \(found.count) articles; tracing the first, \(article.source)")
      }
      refused.forEach(console.report)
      return (article, refused.count + noticed)
    }
    if let refused = refused.first {
      throw Failure("\(refused.source): \(refused.reason.rawValue): \(refused.detail)")
    }
    throw Failure("\(file) holds no article. Give one page")
  }

  private func printJSON(_ trace: Desk.Trace, _ output: Output) throws {
    let json = JSONLine(withText: false)
    output.line(try json.header(version: Desk.version))
    output.line(try json.line(trace.article))
    for pair in trace.pairs { output.line(try json.line(pair)) }
    if let family = trace.family { output.line(try json.line(family)) }
    if let stemma = trace.stemma { output.line(try json.line(stemma)) }
    for variant in trace.changes { output.line(try json.line(variant)) }
    output.line(
      try json.line("summary", ["families": trace.family == nil ? 0 : 1, "variants": trace.changes.count]))
  }

  private func printText(_ trace: Desk.Trace, _ desk: Desk, _ output: Output) throws {
    let look = Look()
    let sheet = Sheet(archive: desk.archive, look: look)
    ArticleSheet(look: look).remarks(trace.article).forEach(output.line)
    guard let family = trace.family, let stemma = trace.stemma else {
      // A text of a few words is too short to be compared, and may be there all the same.
      if let held = trace.heldAs {
        return output.line(
          "The archive holds this page as \(TextTree.clean(held)), and nothing else shares its text.")
      }
      output.line("No page in \(desk.archive.path) shares its text.")
      let words = trace.article.text.split(whereSeparator: \.isWhitespace).prefix(8).joined(separator: " ")
      output.line("For a sentence or two, try: stemma search '\"\(TextTree.clean(words))\"'")
      return
    }
    if let held = trace.heldAs { output.line("The archive holds this page as \(TextTree.clean(held)).") }
    output.line(
      "It carries a report that the archive has on \(counted(family.members.count, "page", "pages")):")
    output.line("")
    let marked = Stemma(
      family: stemma.family,
      nodes: stemma.nodes.map { node in
        node.id == trace.article.id
          ? Stemma.Node(id: node.id, lost: false, label: "▶ THIS TEXT", otherFamily: node.otherFamily) : node
      }, edges: stemma.edges)
    try sheet.lines(of: family, marked, explains: false, with: [trace.article]).forEach(output.line)
    if let compared = trace.comparedWith {
      let sheet = ChangeSheet(look: look)
      output.line("")
      output.line(
        "Compared with \(ChangeSheet.name(compared)) (\(TextTree.clean(compared.source))) it has: \(ChangeSheet.summary(trace.changes))"
      )
      sheet.lines(trace.changes, most: all ? .max : 12).forEach(output.line)
    }
  }
}
