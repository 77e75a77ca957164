import Archive
import ArgumentParser
import Desk
import Export
import Press

struct FamiliesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "families",
    abstract: "List the reports of an archive, the most copied first.",
    discussion: """
      EXAMPLES
        stemma families
        stemma families --min-size 5 --limit 100
        stemma families --json | jq -r 'select(.type == "family") | .id'
      """)

  @OptionGroup var archive: ArchiveOption
  @Option(help: ArgumentHelp("Only reports on so many pages or more.", valueName: "pages")) var minSize = 1
  @Option(help: ArgumentHelp("List this many at most.", valueName: "count")) var limit = 50
  @Flag(help: "Print JSON Lines.") var json = false

  func validate() throws {
    if minSize < 1 { throw ValidationError("--min-size takes a number from 1 on, not \(minSize).") }
    if limit < 0 { throw ValidationError("--limit takes a number from 0 on, not \(limit).") }
  }

  func run() async throws {
    let archive = try openForReading(archive)
    defer { archive.close() }
    let output = Output()
    defer { output.flush() }
    let families = try archive.shownFamilies(minSize: minSize, limit: limit)
    if json {
      let json = JSONLine()
      output.line(try json.header(version: Desk.version))
      for family in families { output.line(try json.line(family)) }
      output.line(try json.line("summary", ["families": families.count]))
    } else {
      let sheet = Sheet(archive: archive, look: Look())
      for family in families {
        guard let stemma = try archive.shown(family: family.id)?.stemma else { continue }
        output.line(try sheet.row(family, stemma))
      }
    }
    if families.isEmpty {
      try archive.requireFindings()
      throw NothingFound()
    }
  }
}

/// The archive of a command that changes nothing.
func openForReading(_ option: ArchiveOption) throws -> Archive {
  try Archive(path: option.path, mode: .readOnly)
}

extension Archive {
  /// A run that was killed may leave articles without findings, which is not the same as there being nothing to find.
  func requireFindings() throws {
    guard try families(limit: 1).isEmpty, try counts().articles > 0 else { return }
    throw Failure("\(path) holds no findings yet. Run stemma read once more to have them made")
  }

  /// The family that a person means: by its id, an article's id or source, or the beginning of one.
  func meant(by name: String) throws -> Family {
    var candidates = try resolve(name)
    // Paths may be spelled otherwise than when they were read, ids copied in capitals.
    if candidates.isEmpty { candidates = try resolve(name.lowercased()) }
    if candidates.isEmpty, let file = name.split(separator: "/").last, file.utf8.count < name.utf8.count {
      let path = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
      candidates = try resolve(String(file)).filter { candidate in
        guard case .article(_, let source, _) = candidate else { return false }
        return source.hasSuffix(path) || path.hasSuffix(source)
      }
    }
    switch candidates.count {
    case 0:
      throw Failure(
        "nothing in \(path) is called “\(name)”. Give a family's or an article's id, or its file name; stemma families lists them"
      )
    case 1:
      switch candidates[0] {
      case .family(let id, _):
        if let family = try shown(family: id)?.family { return family }
        // Corrections by hand took it apart, or put it to another.
        if let member = try family(id)?.members.first, let family = try shownFamily(of: member)?.family {
          return family
        }
      case .article(let id, _, _): if let family = try shownFamily(of: id)?.family { return family }
      }
      throw Failure("\(path) holds no findings yet. Run stemma read once more to have them made")
    default:
      let list = candidates.prefix(8).map { candidate in
        switch candidate {
        case .family(let id, let size): "\(id) (a report on \(counted(size, "page", "pages")))"
        case .article(let id, let source, _): "\(id) (\(source))"
        }
      }
      throw Failure("“\(name)” may be any of \(list.joined(separator: ", ")). Give more of it")
    }
  }
}
