import Foundation
import Testing

/// How the program is called, and how it answers calls.
@Suite("Calls")
struct CallTests {
  static let commands = [
    "read", "families", "show", "trace", "search", "export", "check", "extract", "match", "collate",
    "lineage",
    "bench", "watch", "doctor",
  ]
  private let scratch: Scratch
  private let program: Program

  init() throws {
    scratch = try Scratch()
    program = Program(folder: scratch.path)
  }

  @Test("Help has an example before anything else, and ends well", arguments: commands)
  func help(command: String) async throws {
    let help = try await program.succeed([command, "--help"])
    let example = try #require(help.text.range(of: "EXAMPLE"))
    let usage = try #require(help.text.range(of: "USAGE"))
    #expect(example.lowerBound < usage.lowerBound)
    let examples = help.text[example.upperBound..<usage.lowerBound]
    #expect(examples.contains("stemma \(command)"), "\(help.text)")
    #expect(help.errors.isEmpty)
    #expect(try await program.succeed(["help", command]).text == help.text)
  }

  @Test("The program's own help names every command")
  func ownHelp() async throws {
    let help = try await program.succeed(["--help"])
    for command in Self.commands {
      #expect(help.text.split(separator: "\n").contains { $0.hasPrefix("  \(command) ") }, "\(command)")
    }
    #expect(help.text.contains("EXAMPLES"))
    #expect(try await program.run([]).text == help.text)
  }

  @Test("The version is a line")
  func version() async throws {
    let version = try await program.succeed(["--version"])
    #expect(version.text.split(separator: ".").count == 3 && version.text.hasSuffix("\n"))
    #expect(version.text.first?.isNumber == true && version.errors.isEmpty)
  }

  @Test("A wrong flag is answered with the usage, and status 2", arguments: commands)
  func wrongFlag(command: String) async throws {
    let operands = ["families", "export", "check"].contains(command) ? [] : ["something"]
    let ending = try await program.run([command] + operands + ["--no-such-flag"])
    #expect(ending.status == 2)
    #expect(ending.output.isEmpty)
    #expect(
      ending.errors.contains("--no-such-flag") && ending.errors.contains("Usage: stemma \(command)"),
      "\(ending.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == [])
  }

  @Test(
    "So is a call that lacks something, or has too much",
    arguments: [
      ["read"], ["extract"], ["show"], ["trace"], ["frobnicate"], ["families", "x", "y"],
      ["export", "--format", "pdf"],
      ["read", ".", "--threads", "0"], ["read", ".", "--threads", "many"],
      ["read", ".", "--top=-5"],
      ["lineage", ".", "--format", "newick-ish"], ["collate"], ["collate", ".", "--level", "loose"],
      ["collate", ".", "--kind", "rumour"], ["changes", "--kind", "rumour"],
    ])
  func wrongCall(arguments: [String]) async throws {
    let ending = try await program.run(arguments)
    #expect(ending.status == 2)
    #expect(ending.output.isEmpty)
    #expect(ending.errors.contains("Usage: stemma"), "\(ending.errors)")
  }

  @Test("Nothing found is status 1")
  func nothingFound() async throws {
    try scratch.write(
      "one.jsonl",
      #"{"id":"one","text":"The ferry to Skerrow runs again from Monday, the harbour board said on Friday."}"#
        + "\n")
    _ = try await program.succeed(["read", "one.jsonl"])
    let search = try await program.run(["search", "zeppelin"])
    #expect(search.status == 1 && search.output.isEmpty && search.errors == "stemma: nothing found\n")
    #expect(try await program.run(["search", "ferry"]).status == 0)
    #expect(try await program.run(["families", "--min-size", "2"]).status == 1)
    #expect(try await program.run(["families"]).status == 0)
  }

  @Test("As many reports may be asked for as there are numbers")
  func top() async throws {
    try scratch.write("pile.jsonl", InventedPile(articles: 20, seed: 3).data)
    let all = try await program.succeed(["read", "pile.jsonl", "--top", "\(Int.max)"])
    #expect(!all.text.contains("further reports;") || all.text.contains("Not drawn"))
    let none = try await program.succeed(["read", "pile.jsonl", "--top", "0"])
    #expect(none.text.contains("Not drawn"))
  }

  @Test("Where the standard error takes nothing, the work is done all the same")
  func deafErrors() async throws {
    try scratch.write("pile.jsonl", InventedPile(articles: 20, seed: 3).data)
    for errors in ["2>&-", "2>/dev/full"] {
      var shell = program
      shell.prefix = ["/bin/sh", "-c", "\"$0\" \"$@\" \(errors)"]
      #expect(try await shell.run(["read", "pile.jsonl", "missing"]).status == 2)
      #expect(try await program.run(["check"]).status == 0)
    }
  }

  @Test("Where the standard output takes nothing, that is said")
  func fullOutput() async throws {
    try scratch.write("pile.jsonl", InventedPile(articles: 20, seed: 3).data)
    _ = try await program.succeed(["read", "pile.jsonl"])
    var shell = program
    shell.prefix = ["/bin/sh", "-c", "\"$0\" \"$@\" >/dev/full"]
    let ending = try await shell.run(["export"])
    #expect(ending.status == 2)
    #expect(ending.complaints.count == 1 && ending.errors.contains("standard output"), "\(ending.errors)")
  }

  @Test("--quiet says nothing but errors")
  func quiet() async throws {
    try scratch.write("pile.jsonl", InventedPile(articles: 40, seed: 3).data)
    let ending = try await program.succeed(["read", "pile.jsonl", "--quiet"])
    #expect(ending.errors.isEmpty)
    let complaint = try await program.run(["read", "missing", "--quiet"])
    #expect(complaint.status == 2 && complaint.complaints.count == 1)
  }
}
