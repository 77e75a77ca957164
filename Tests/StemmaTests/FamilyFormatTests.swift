import Foundation
import Testing

/// Stemmata for other programs, as a user asks for them.
@Suite("Formats of stemmata")
struct FamilyFormatTests {
  private static let formats = [
    "newick", "extended-newick", "nexus", "dot", "graphml", "tei", "openstemmata", "prov", "collatex", "svg",
    "html",
  ]
  private static let page = "hollin-courier/2021-09-14-dray-dam.html"
  private let program = DemoPress.program

  @Test("lineage and export write the same of one report", arguments: formats)
  func both(format: String) async throws {
    let drawn = try await program.succeed(
      ["lineage", "press", "--format", format, "--family", Self.page] + DemoPress.tables)
    let held = try await DemoPress.read().run(["export", "--format", format, "--family", Self.page])
    #expect(held.status == 0, "\(held.errors)")
    #expect(!drawn.output.isEmpty)
    #expect(drawn.text == held.text)
  }

  @Test("What holds one report asks which, by name", arguments: ["svg", "openstemmata", "collatex"])
  func several(format: String) async throws {
    let ending = try await DemoPress.read().run(["export", "--format", format])
    #expect(ending.status == 2 && ending.output.isEmpty)
    #expect(ending.errors.contains(#/Choose one with --family: [0-9a-z]+ \([^)]+\), /#), "\(ending.errors)")
  }

  @Test("Other formats hold all reports that are on several pages")
  func all() async throws {
    let press = try await DemoPress.read()
    let newick = try await press.run(["export", "--format", "newick"])
    let families = try await press.export().texts(of: "stemma").count { $0.contains("confidence") }
    #expect(newick.text.split(separator: "\n").count == families && families > 5)
    let html = try await press.run(["export", "--format", "html"])
    #expect(html.text.components(separatedBy: "<article id=").count == families + 1)
  }

  @Test("A name that no report bears is told")
  func unknown() async throws {
    let ending = try await program.run(
      ["lineage", "press", "--format", "svg", "--family", "nowhere.html"] + DemoPress.tables)
    #expect(ending.status == 2 && ending.errors.contains("nowhere.html"))
  }

  @Test("Where texts are missing, a collation is refused, and TEI is the stemma alone, with a word about it")
  func withoutTexts() async throws {
    let matches = try await program.succeed(["match", "press", "--json"] + DemoPress.tables)
    let collation = try await program.run(
      ["lineage", "-", "--format", "collatex", "--family", Self.page], input: matches.output)
    #expect(collation.status == 2 && collation.errors.contains("--with-text"))
    let tei = try await program.run(
      ["lineage", "-", "--format", "tei", "--family", Self.page], input: matches.output)
    #expect(tei.errors.contains("--with-text"))
    #expect(tei.text.contains("<graph") && !tei.text.contains("<app"))
  }

  @Test("docs/exports.md tells of every format that the commands take")
  func documented() async throws {
    let document = try String(contentsOfFile: Folders.package + "/docs/exports.md", encoding: .utf8)
    for command in ["lineage", "export"] {
      let help = try await program.succeed([command, "--help"]).text
      for format in Self.formats {
        #expect(help.contains(format), "\(command) --help says nothing of \(format)")
        #expect(document.contains("`\(format)`"), "docs/exports.md says nothing of \(format)")
      }
    }
  }
}
