import Press
import Testing

@testable import Reading

@Suite("Lines that name a source which no table has")
struct KnownLineTests {
  @Test(
    "the phrase says what the one named did",
    arguments: [
      ("The Quayton Star contributed to this report.", Credit.Role.contributed),
      ("(With inputs from the Quayton Star)", .contributed),
      ("— with files from Quayton Star", .contributed),
      ("Read the original article on The Quayton Star.", .originated),
      ("This story was originally published by Quayton Star.", .originated),
      ("Source: Quayton Star", .source),
    ])
  func roles(line: String, role: Credit.Role) {
    #expect(KnownLine.role(of: line, naming: "The Quayton Star") == role)
  }

  @Test(
    "a sentence of a report is no credit, nor is a line about another",
    arguments: [
      "The Quayton Star sank off the harbour.", "Quayton Herald contributed to this report.", "",
      "The star contributed to this report.",
    ])
  func prose(line: String) {
    #expect(KnownLine.role(of: line, naming: "The Quayton Star") == nil)
  }

  @Test("no name is no source")
  func nameless() {
    #expect(KnownLine.role(of: "Source: Quayton Star", naming: "") == nil)
  }

  @Test("with its article a name is a newspaper's, without one it may be a man's")
  func article() {
    func names(_ text: String) -> [String] {
      let line = Line(text, .builtIn)
      return CreditPhrases.read(line, 0..<line.tokens.count)?.names.map(\.name) ?? []
    }
    #expect(names("The Quayton Star contributed to this report.") == ["Quayton Star"])
    #expect(names("Quentin Star contributed to this report.").isEmpty)
  }
}
