import ArgumentParser
import Desk
import Export
import Reading

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract:
      "Look at what is installed, at the machine and at an archive: does it work, and if not, what is to be done?",
    discussion: """
      EXAMPLES
        stemma doctor
        stemma doctor --archive june.stemma
        stemma doctor --json | jq 'select(.state != "ok")'

      Nothing is changed. Exit status 2: something does not work; warnings are none.
      """)

  @OptionGroup var archive: ArchiveOption
  @OptionGroup var tables: TablesOption
  @Flag(help: "Print JSON Lines.") var json = false

  func run() async throws {
    let findings =
      MachineFindings().all() + [named]
      + ArchiveFindings(
        path: archive.path, isNamed: archive.isNamed
      ).all()
    let output = Output()
    defer { output.flush() }
    if json {
      let writer = JSONLine()
      output.line(try writer.header(version: Desk.version))
      for finding in findings { output.line(try writer.line("finding", finding)) }
      output.line(
        try writer.line(
          "summary",
          [
            "problems": findings.count { $0.state == .problem },
            "warnings": findings.count { $0.state == .warning },
          ]))
    } else {
      let look = Look()
      for finding in findings { lines(finding, look).forEach(output.line) }
    }
    if findings.contains(where: { $0.state == .problem }) {
      output.flush()
      throw ExitCode(2)
    }
  }

  /// The tables of names.
  private var named: Finding {
    do {
      let names = try tables.load()
      let built = NameTable.builtIn.count
      let own = names.count - built
      return .ok(
        "names",
        "\(built) agencies and outlets are known" + (own > 0 ? ", and \(own) of \(tables.tables ?? "")" : ""))
    } catch {
      return .problem("names", "\(error)", "Give stemma doctor the same --tables as stemma read")
    }
  }

  private func lines(_ finding: Finding, _ look: Look) -> [String] {
    let state = finding.state.rawValue.padding(to: 9)
    let lead = (finding.state == .ok ? look.dim(state) : look.bold(state)) + finding.what.padding(to: 17)
    let found = look.wrapped(TextTree.clean(finding.found), behind: lead, indent: 26)
    let advice = finding.advice.map {
      look.wrapped(TextTree.clean($0), behind: String(repeating: " ", count: 26), indent: 26)
    }
    return found + (advice ?? [])
  }
}
