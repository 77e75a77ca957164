import Foundation
import Testing

/// `match` with little memory, little disk, and little time.
@Suite("match within bounds")
struct MatchMemoryTests {
  private let scratch: Scratch
  private let program: Program

  init() throws {
    scratch = try Scratch()
    program = Program(folder: scratch.path)
    try scratch.write("pile.jsonl", InventedPile(articles: 600, seed: 23).data)
    try scratch.write("room/.keep", "")
  }

  /// All lines but the last, which says how long it took.
  private func lines(_ arguments: [String]) async throws -> [Substring] {
    let ending = try await program.succeed(["match", "pile.jsonl", "--json"] + arguments)
    return ending.text.split(separator: "\n").dropLast()
  }

  @Test("The least memory, any number of threads and any order give the same lines")
  func same() async throws {
    let expected = try await lines([])
    try #require(expected.count > 1000)
    for arguments in [
      ["--memory", "110M"], ["--memory", "110M", "--threads", "1"], ["--threads", "4", "--scratch", "room"],
    ] {
      #expect(try await lines(arguments) == expected, "\(arguments)")
    }
    let turned = InventedPile(articles: 600, seed: 23).lines.reversed()
    try scratch.write("pile.jsonl", turned.joined(separator: "\n"))
    func findings(_ lines: [Substring]) -> [Substring] { lines.filter { !$0.contains(#""type":"article""#) } }
    #expect(try await findings(lines([])) == findings(expected))
  }

  @Test("Too little memory is said before anything is printed", arguments: ["1M", "90M"])
  func tooLittle(memory: String) async throws {
    let ending = try await program.run(["match", "pile.jsonl", "--json", "--memory", memory])
    #expect(ending.status == 2)
    #expect(ending.messages.count == 1 && ending.errors.contains("give --memory"), "\(ending.errors)")
    #expect(ending.output.isEmpty)
    let wrong = try await program.run(["match", "pile.jsonl", "--memory", "lots"])
    #expect(wrong.status == 2 && wrong.errors.contains("512M or 2G"), "\(wrong.errors)")
  }

  @Test("A full disk ends the run with one line that says what to do, and leaves nothing")
  func fullDisk() async throws {
    try scratch.write("pile.jsonl", InventedPile(articles: 3000, seed: 23).data)
    // No file may grow beyond some hundred kilobytes.
    let shell = Program(
      folder: scratch.path, prefix: ["/bin/bash", "-c", "ulimit -f 100; exec \"$0\" \"$@\" > /dev/null"])
    let ending = try await shell.run(["match", "pile.jsonl", "--json", "--scratch", "room"])
    #expect(ending.status == 2 && !ending.wasKilled)
    #expect(ending.messages.count == 1 && ending.errors.contains("scratch"), "\(ending.errors)")
    #expect(ending.errors.contains("room"))
    let missing = try await program.run(["match", "pile.jsonl", "--scratch", "no/such/folder"])
    #expect(missing.status == 2 && missing.errors.contains("no/such/folder"), "\(missing.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/room") == [".keep"])
  }

  @Test("A run that is killed, at whatever time, leaves no file behind", arguments: [0.02, 0.1, 0.3, 1])
  func killed(after seconds: Double) async throws {
    try scratch.write("pile.jsonl", InventedPile(articles: 3000, seed: 23).data)
    _ = try await program.run(
      ["match", "pile.jsonl", "--json", "--scratch", "room"], killAfter: seconds)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/room") == [".keep"])
  }
}
