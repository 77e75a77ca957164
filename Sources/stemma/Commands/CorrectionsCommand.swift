import Archive
import ArgumentParser
import Desk
import Export
import Foundation
import Press

struct CorrectionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections",
    abstract: "List what people said against the findings, make a correction, or take one back.",
    discussion: """
      EXAMPLES
        stemma corrections                        the corrections that hold
        stemma corrections --json > by-hand.jsonl   all of them, for another archive
        stemma corrections --import by-hand.jsonl
        stemma corrections --split a.html,b.html --note "another ferry"
        stemma corrections --merge a.html,c.html
        stemma corrections --flip a.html,b.html   b was not copied from a: the other way round
        stemma corrections --credit a.html --words "SOURCE: NPA"
        stemma corrections --withdraw 3

      Corrections lie beside the findings, which stay as they are. Reading more never takes one away.
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var tables: TablesOption
  @Option(
    help: ArgumentHelp("These pages do not carry the report of the rest of their family.", valueName: "pages")
  )
  var split: String?
  @Option(help: ArgumentHelp("The reports of these two pages are one.", valueName: "page,page"))
  var merge: String?
  @Option(
    help: ArgumentHelp(
      "The arrow from the first page to the second runs the other way.", valueName: "from,to"))
  var flip: String?
  @Option(
    help: ArgumentHelp("A credit on this page does not name its source; with --words.", valueName: "page"))
  var credit: String?
  @Option(help: "The words of the credit.") var words: String?
  @Option(help: "Why: kept with the correction.") var note = ""
  @Option(help: ArgumentHelp("Take the correction of this number back.", valueName: "number")) var withdraw:
    Int?
  @Option(
    name: .customLong("import"), help: ArgumentHelp("Take corrections from JSON Lines.", valueName: "file"))
  var importFile: String?
  @Flag(help: "Print JSON Lines, those that were taken back among them.") var json = false

  func validate() throws {
    let asked = [split, merge, flip, credit, withdraw.map(String.init), importFile].compactMap(\.self)
    if asked.count > 1 { throw ValidationError("Make one correction at a time.") }
    if (credit == nil) != (words == nil) { throw ValidationError("--credit and --words go together.") }
  }

  func run() async throws {
    let output = Output()
    defer { output.flush() }
    if let importFile { return try take(importFile, output) }
    if let withdraw {
      let desk = try open()
      defer { desk.archive.close() }
      guard try desk.withdraw(correction: withdraw) else {
        throw Failure("there is no correction \(withdraw) that holds. stemma corrections lists them")
      }
      return output.line("Correction \(withdraw) is taken back.")
    }
    if split != nil || merge != nil || flip != nil || credit != nil {
      let desk = try open()
      defer { desk.archive.close() }
      let made = try desk.correct(try asked(desk.archive))
      return output.line("Correction \(made.number): \(Self.line(made))")
    }
    try list(output)
  }

  private func open() throws -> Desk {
    try Desk(archive: archive.path, mode: .readWrite, tables: try tables.load())
  }

  private func asked(_ archive: Archive) throws -> Correction {
    func pages(_ list: String) throws -> [String] {
      try list.split(separator: ",").map { try archive.page(meantBy: String($0)) }
    }
    func two(_ list: String) throws -> (String, String) {
      let pages = try pages(list)
      guard pages.count == 2 else {
        throw Failure("give two pages, with a comma between them, not “\(list)”")
      }
      return (pages[0], pages[1])
    }
    func family(_ page: String) throws -> [String] {
      try archive.shownFamily(of: page)?.family.members ?? [page]
    }
    if let split {
      let pages = try pages(split)
      let rest = try Set(pages.flatMap(family)).subtracting(pages)
      return Correction(kind: .split, articles: pages, others: Array(rest), note: note)
    }
    if let merge {
      let (one, other) = try two(merge)
      return Correction(kind: .merge, articles: try family(one), others: try family(other), note: note)
    }
    if let flip {
      let (from, to) = try two(flip)
      guard let stemma = try archive.shownFamily(of: to)?.stemma,
        stemma.edges.contains(where: { $0.from == from && $0.to == to })
      else { throw Failure("no arrow leads from \(from) to \(to). stemma show lists the arrows") }
      return Correction(kind: .flip, articles: [from], others: [to], note: note)
    }
    let page = try archive.page(meantBy: credit ?? "")
    let held = try archive.article(id: page)?.credits.map(\.text) ?? []
    guard let words, held.contains(words) else {
      throw Failure(
        "\(page) has no credit “\(words ?? "")”. Its credits: \(held.isEmpty ? "none" : held.map { "“\($0)”" }.joined(separator: ", "))"
      )
    }
    return Correction(kind: .credit, articles: [page], text: words, note: note)
  }

  private func take(_ file: String, _ output: Output) throws {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw Failure("\(file) cannot be read. Check the name")
    }
    var corrections: [Correction] = []
    for (number, line) in bytes.split(separator: 0x0A).enumerated() {
      struct Line: Decodable { let type: String? }
      guard let type = try? JSONDecoder().decode(Line.self, from: Data(line)) else {
        throw Failure("\(file)#\(number + 1): this line is no JSON object. Nothing was changed")
      }
      // A whole export may be given: everything else is passed over.
      guard type.type == "correction" else { continue }
      do { corrections.append(try JSONDecoder().decode(Correction.self, from: Data(line))) } catch {
        throw Failure("\(file)#\(number + 1): this is no correction. Nothing was changed")
      }
    }
    let desk = try open()
    defer { desk.archive.close() }
    let result = try desk.correct(all: corrections)
    for refused in result.refused { StandardError.write("stemma: not taken: \(TextTree.clean(refused))\n") }
    output.line("\(counted(result.taken, "correction", "corrections")) taken.")
    if !result.refused.isEmpty { throw ExitCode(2) }
  }

  private func list(_ output: Output) throws {
    let archive = try openForReading(archive)
    defer { archive.close() }
    let corrections = try archive.corrections(withdrawn: json)
    if json {
      let json = JSONLine()
      output.line(try json.header(version: Desk.version))
      for correction in corrections { output.line(try json.line("correction", correction)) }
      output.line(try json.line("summary", ["corrections": corrections.count]))
    } else {
      for correction in corrections {
        output.line("\(correction.number)  \(correction.made.prefix(10))  \(Self.line(correction))")
      }
    }
    if corrections.isEmpty { throw NothingFound() }
  }

  private static func line(_ correction: Correction) -> String {
    let (one, other) = (
      correction.articles.joined(separator: ", "), correction.others.joined(separator: ", ")
    )
    let what =
      switch correction.kind {
      case .split: "\(one): another report than \(other)"
      case .merge: "\(one): the same report as \(other)"
      case .flip: "\(one) was copied from \(other), not the other way round"
      case .credit: "\(one): “\(correction.text ?? "")” does not name its source"
      }
    return TextTree.clean(what + (correction.note.isEmpty ? "" : " (\(correction.note))"))
  }
}

extension Archive {
  /// The one page that a person means: by its id, its path or file name, or the beginning of one.
  func page(meantBy name: String) throws -> String {
    let pages = try resolve(name).compactMap { candidate in
      if case .article(let id, _, _) = candidate { id } else { nil }
    }
    if pages.count == 1 { return pages[0] }
    throw Failure(
      pages.isEmpty
        ? "no page in \(path) is called “\(name)”. Give its id or its file name"
        : "“\(name)” may be any of \(pages.prefix(8).joined(separator: ", ")). Give more of it")
  }
}
