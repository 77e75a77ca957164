import Archive
import ArgumentParser
import Desk
import Export
import Press

struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract:
      "Show one report: its tree, the reasons behind every arrow, how much each copy took and what it changed.",
    discussion: """
      EXAMPLES
        stemma show f3a9c2            a report by its id, or the beginning of it
        stemma show ferry.html        the report that this page carries
        stemma show f3a9c2 --all      every change, not the first few of each copy
      """)

  @Argument(
    help: "A family's id, an article's id, or a file name; a beginning will do if it is the only one.")
  var name: String
  @OptionGroup var archive: ArchiveOption
  @Flag(help: "List every change.") var all = false
  @Flag(help: "Print JSON Lines.") var json = false

  func run() async throws {
    let archive = try openForReading(archive)
    defer { archive.close() }
    let output = Output()
    defer { output.flush() }
    let family = try archive.meant(by: name)
    guard let stemma = try archive.shown(family: family.id)?.stemma else {
      throw Failure(
        "\(archive.path) holds no stemma for \(family.id). Run stemma read once more to have it made")
    }
    if json { return try printJSON(archive, family, stemma, output) }
    let look = Look()
    let sheet = Sheet(archive: archive, look: look)
    try sheet.lines(of: family, stemma, explains: true).forEach(output.line)
    let remarks = try archive.articles(ids: family.members).flatMap(ArticleSheet(look: look).remarks)
    if !remarks.isEmpty {
      output.line("")
      remarks.forEach(output.line)
    }
    let changes = try sheet.changes(stemma, numbers: true, most: all ? .max : 6)
    if !changes.isEmpty {
      output.line("")
      changes.forEach(output.line)
    }
  }

  private func printJSON(_ archive: Archive, _ family: Family, _ stemma: Stemma, _ output: Output) throws {
    let json = JSONLine()
    output.line(try json.header(version: Desk.version))
    for article in try archive.articles(ids: family.members) { output.line(try json.line(article)) }
    for pair in try archive.pairs(shown: family.id) { output.line(try json.line(pair)) }
    output.line(try json.line(family))
    output.line(try json.line(stemma))
    var variants = 0
    let changes = try Desk.changes(along: stemma, in: archive)
    for reuse in changes.compactMap(\.reuse) { output.line(try json.line(reuse)) }
    for changes in changes where changes.isDecided {
      for variant in changes.variants { output.line(try json.line(variant)) }
      variants += changes.variants.count
    }
    output.line(
      try json.line("summary", ["articles": family.members.count, "families": 1, "variants": variants]))
  }
}
