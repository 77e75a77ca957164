import Archive
import ArgumentParser
import Desk
import Export
import Press

struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the headlines and texts of an archive.",
    discussion: """
      EXAMPLES
        stemma search ferry aground
        stemma search '"harbour master"' mist        a phrase, and a word
      """)

  @Argument(help: "Words that must all be there; a phrase in double quotes stays a phrase.") var words:
    [String]
  @OptionGroup var archive: ArchiveOption
  @Option(help: ArgumentHelp("Print this many at most.", valueName: "count")) var limit = 20
  @Flag(help: "Print JSON Lines.") var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1 on, not \(limit).") }
  }

  func run() async throws {
    let archive = try openForReading(archive)
    defer { archive.close() }
    let query = SearchQuery(words.joined(separator: " "))
    if query.isEmpty {
      throw Failure("there is no word to search for in “\(words.joined(separator: " "))”. Give one or more")
    }
    let hits = try archive.search(query, limit: limit)
    let output = Output()
    defer { output.flush() }
    let look = Look()
    if json {
      let json = JSONLine()
      output.line(try json.header(version: Desk.version))
      for hit in hits { output.line(try json.line("hit", Line(hit))) }
      output.line(try json.line("summary", ["hits": hits.count]))
    } else {
      for (number, hit) in hits.enumerated() {
        if number > 0 { output.line("") }
        let facts = [hit.outlet, hit.published?.iso, hit.family].compactMap { $0 }.map(TextTree.clean).joined(
          separator: " · ")
        output.line("\(look.bold(TextTree.clean(hit.title ?? "(no headline)")))  \(look.dim(facts))")
        output.line("  \(TextTree.clean(hit.snippet))")
        output.line("  \(look.dim(TextTree.clean(hit.article)))")
      }
    }
    if hits.isEmpty { throw NothingFound() }
  }

  /// A hit as JSON.
  private struct Line: Encodable {
    let article: String
    let title: String?
    let outlet: String?
    let published: Moment?
    let snippet: String
    let range: ByteRange
    let family: String?

    init(_ hit: Hit) {
      article = hit.article
      title = hit.title
      outlet = hit.outlet
      published = hit.published
      snippet = hit.snippet
      range = ByteRange(hit.range)
      family = hit.family
    }
  }
}
