import Foundation
import Testing

/// "Where does this page come from?", asked of an archive that does not hold the page.
@Suite("Tracing a page")
struct TraceTests {
  private let truth: Truth
  private let scratch: Scratch
  private let program = DemoPress.program

  init() throws {
    truth = try Truth.read()
    scratch = try Scratch()
  }

  /// An archive of the demo press without `page`.
  private func archive(without page: String) async throws -> String {
    let press = Folders.examples + "/press"
    let files = try #require(FileManager.default.enumerator(atPress: press)).sorted().filter { $0 != page }
    let archive = scratch.path + "/without.stemma"
    _ = try await program.succeed(
      ["read"] + files.map { "press/" + $0 } + ["--archive", archive] + DemoPress.tables)
    return archive
  }

  private func trace(_ arguments: [String], _ archive: String, input: Data = Data()) async throws
    -> Program.Ending
  {
    try await program.run(["trace"] + arguments + ["--archive", archive] + DemoPress.tables, input: input)
  }

  @Test(
    "It says the family, the parent, and what was changed",
    arguments: [
      ("eastquay-record/2022-02-09-strike.txt", "quotation", "nothing"),
      ("newsmill/2023-05-04-ferry-mist.html", "", ""), ("daily-plinth/2024-06-12-tunnel.html", "", ""),
      ("tv6-brennick/2020-11-17-listeria.html", "name", "Lindahl"),
    ])
  func leftOut(page: String, kind: String, words: String) async throws {
    let archive = try await archive(without: page)
    let before = try await program.succeed(["export", "--archive", archive]).output
    let names = try JSONLines(before).pageNames()
    let traced = try await trace(["press/" + page, "--json"], archive)
    #expect(traced.status == 0, "\(traced.errors)")
    let stream = try JSONLines(traced.output)
    let own = try #require(try stream.articles.first)
    #expect(own.source == "press/" + page)
    let truth = try #require(truth.family(of: page))
    let family = try #require(try stream.families.first)
    #expect(
      Set(family.members.map { names[$0] ?? $0 }).subtracting([own.id])
        == Set(truth.members).subtracting([page]))
    let parents = try stream.stemmata.flatMap(\.edges).filter { $0.to == own.id }
    #expect(
      parents.map { names[$0.from] ?? $0.from } == self.truth.arrows.filter { $0.to == page }.map(\.from))
    #expect(parents.allSatisfy { !$0.evidence.isEmpty })
    if !kind.isEmpty {
      let listed = try stream.variants.contains {
        $0.kind == kind && $0.readings.contains { $0.text.contains(words) }
          && $0.readings.allSatisfy { !$0.text.isEmpty }
      }
      #expect(listed, "\(kind) “\(words)”")
    }
    // A person is told the same, and the archive is as it was.
    let told = try await trace(["press/" + page], archive)
    #expect(told.status == 0)
    #expect(told.text.contains("\(truth.members.count - 1) page"))
    #expect(told.text.contains(family.id) && told.text.contains("THIS TEXT"))
    #expect(told.text.contains("Compared with ") && !told.text.contains("holds this page"))
    if !words.isEmpty { #expect(told.text.contains(words)) }
    #expect(try await program.succeed(["export", "--archive", archive]).output == before)
  }

  @Test("Of a text that nobody else has it says so, with status 1")
  func unrelated() async throws {
    let text = """
      The village of Lower Wick has chosen a goat as its mayor for the third time, the returning officer said on Sunday.

      The goat, which is called Barnaby, had no opponent. “He listens to everybody,” said Nell Tarrow, who keeps the inn. \
      The mayor's chain was taken off him before he could eat it, and will be kept in the vestry until the spring fair.
      """
    let demo = try await DemoPress.read()
    let ending = try await trace(["-"], demo.archive, input: Data(text.utf8))
    #expect(ending.status == 1)
    #expect(ending.text.hasPrefix("No page in ") && ending.text.contains("shares its text"))
    let lines = try JSONLines(try await trace(["-", "--json"], demo.archive, input: Data(text.utf8)).output)
    #expect(
      lines.lines.map(\.type) == ["header", "article"]
        || lines.lines.map(\.type) == ["header", "article", "summary"])
  }

  @Test("Of a page that the archive holds it says so")
  func held() async throws {
    let demo = try await DemoPress.read()
    let page = "npa/2024-06-11-tunnel-accord.html"
    let id = try #require(try await demo.export().pageNames().first { $0.value == page }?.key)
    let ending = try await trace(["press/" + page], demo.archive)
    #expect(ending.status == 0)
    #expect(ending.text.contains("holds this page as \(id)"), "\(ending.text)")
    #expect(ending.text.contains("\(try #require(truth.family(of: page)).members.count) pages"))
  }

  @Test("Of something that is no page it says why, with status 2")
  func noPage() async throws {
    let demo = try await DemoPress.read()
    for input in ["press/no-such-page.html", "press/" + truth.refused[0]] {
      let ending = try await trace([input], demo.archive)
      #expect(ending.status == 2, "\(input): \(ending.text)")
      #expect(ending.messages.count == 1 && ending.errors.contains(input), "\(ending.errors)")
    }
  }
}

extension FileManager {
  /// The files of a press, by the names that truth.json has for them.
  fileprivate func enumerator(atPress path: String) -> [String]? {
    enumerator(atPath: path)?.compactMap { $0 as? String }.filter { name in
      var isFolder: ObjCBool = false
      return fileExists(atPath: path + "/" + name, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }
}
