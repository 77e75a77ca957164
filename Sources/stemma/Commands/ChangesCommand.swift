import Archive
import ArgumentParser
import Desk
import Export
import Press

struct ChangesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "List what the copies changed: which pages altered a quotation, a number, a name?",
    discussion: """
      EXAMPLES
        stemma changes --kind quotation          in all reports
        stemma changes --kind quotation --kind number --json
        stemma changes --kind negation --kind date
        stemma changes ferry.html                in one report

      An altered quotation is listed whole, as it was and as it is. Asked for by
      its kind, a number or a name is listed within quotations too.

      Where the original is lost, a page is compared with the other copies of it,
      and what most of them have otherwise counts as its change.
      """)

  @Argument(help: "Only this report: its id, a page's id, or a file name.") var name: String?
  @OptionGroup var kinds: KindOption
  @OptionGroup var archive: ArchiveOption
  @Flag(help: "List every change, not the first few of each copy.") var all = false
  @Flag(help: "Print JSON Lines.") var json = false

  func run() async throws {
    let archive = try openForReading(archive)
    defer { archive.close() }
    let output = Output()
    defer { output.flush() }
    let wanted = kinds.wanted
    let families = try name.map { [try archive.meant(by: $0)] } ?? archive.shownFamilies(minSize: 2)
    let writer = JSONLine()
    if json { output.line(try writer.header(version: Desk.version)) }
    let sheet = Sheet(archive: archive, look: Look())
    var found = false
    var variants = 0
    for family in families {
      guard let stemma = try archive.shown(family: family.id)?.stemma else { continue }
      if json {
        for changes in try Desk.changes(along: stemma, in: archive) where changes.isDecided {
          for variant in changes.variants where kinds.holds(variant.kind) {
            output.line(try writer.line(variant))
            variants += 1
            found = true
          }
        }
        continue
      }
      let lines = try sheet.changes(stemma, kinds: wanted, most: all ? .max : 6)
      guard !lines.isEmpty else { continue }
      if found { output.line("") }
      found = true
      try output.line(sheet.heading(family, stemma, namesSource: true))
      lines.forEach { output.line($0.isEmpty ? "" : "  " + $0) }
    }
    if json { output.line(try writer.line("summary", ["variants": variants])) }
    if !found { throw NothingFound() }
  }
}
