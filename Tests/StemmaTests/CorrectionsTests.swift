import Foundation
import Testing

/// `stemma corrections` on an archive of its own.
@Suite("Corrections on the command line")
struct CorrectionsTests {
  private let scratch: Scratch
  private let archive: String

  init() async throws {
    scratch = try Scratch()
    archive = scratch.path + "/own.stemma"
    // Changes are made to a copy: the demo press's archive is everybody's.
    try FileManager.default.copyItem(atPath: try await DemoPress.read().archive, toPath: archive)
  }

  private func run(_ arguments: String...) async throws -> Program.Ending {
    try await DemoPress.program.run(arguments + ["--archive", archive])
  }

  @Test("a page split off is a report of its own, in every command, until that is taken back")
  func split() async throws {
    let before = try await run("show", "daily-plinth/2021-09-16-dam.html").text
    #expect(try await run("corrections").status == 1)
    let made = try await run(
      "corrections", "--split", "daily-plinth/2021-09-16-dam.html", "--note", "not the dam")
    #expect(made.status == 0 && made.text.hasPrefix("Correction 1: "), "\(made.text)\(made.errors)")
    let alone = try await run("show", "daily-plinth/2021-09-16-dam.html").text
    #expect(alone.contains("1 page") && alone != before)
    #expect(try await run("corrections").text.contains("not the dam"))
    #expect(try await run("families").text.contains("7     2021-09-14 Three villages"))
    #expect(try await run("check").status == 0)
    let export = try await run("export").text
    #expect(export.contains("\"type\":\"correction\""))
    // What was found stays as it is.
    #expect(try JSONLines(Data(export.utf8)).families.contains { $0.members.count == 8 })
    #expect(try await run("corrections", "--withdraw", "1").status == 0)
    #expect(try await run("corrections", "--withdraw", "1").status == 2)
    #expect(try await run("show", "daily-plinth/2021-09-16-dam.html").text == before)
  }

  @Test("corrections go from one archive to another, and again change nothing")
  func carriedOver() async throws {
    let flip = try await run("corrections", "--flip", "2021-09-14-dray-dam.html,2021-09-15-dam.txt")
    #expect(flip.status == 0, "\(flip.errors)")
    let credit = try await run(
      "corrections", "--credit", "kestria-today/2021-09-14-upper-dray.html", "--words", "SOURCE: NPA")
    #expect(credit.status == 0, "\(credit.errors)")
    let file = scratch.path + "/by-hand.jsonl"
    try await run("corrections", "--json").output.write(to: URL(fileURLWithPath: file))
    let shown = try await run("show", "2021-09-15-dam.txt").text
    #expect(shown.contains("a correction by hand turned this arrow round"))
    let other = scratch.path + "/other.stemma"
    try FileManager.default.copyItem(atPath: try await DemoPress.read().archive, toPath: other)
    let taken = try await DemoPress.program.run(["corrections", "--import", file, "--archive", other])
    #expect(taken.text == "2 corrections taken.\n", "\(taken.errors)")
    #expect(
      try await DemoPress.program.run(["show", "2021-09-15-dam.txt", "--archive", other]).text == shown)
    let again = try await DemoPress.program.run(["corrections", "--import", file, "--archive", other])
    #expect(again.text == "0 corrections taken.\n")
  }

  @Test("what makes no sense is refused in a line that says why")
  func refused() async throws {
    for (arguments, says) in [
      (["--flip", "2021-09-15-dam.txt,2021-09-14-dray-dam.html"], "no arrow leads from"),
      (["--flip", "2021-09-15-dam.txt"], "give two pages"),
      (["--merge", "nobody.html,2021-09-15-dam.txt"], "no page in"),
      (["--credit", "2021-09-15-dam.txt", "--words", "SOURCE: nobody"], "has no credit"),
      (["--credit", "2021-09-15-dam.txt"], "go together"),
      (["--withdraw", "1", "--merge", "a,b"], "one correction at a time"),
      (["--import", "nothing.jsonl"], "cannot be read"),
    ] {
      let ending = try await DemoPress.program.run(["corrections", "--archive", archive] + arguments)
      #expect(ending.status == 2 && ending.errors.contains(says), "\(arguments): \(ending.errors)")
    }
    #expect(try await run("corrections").status == 1)
  }
}
