import Foundation
import Testing

/// What `show` and `changes` say of what a copy took and changed.
@Suite("What a copy took, and what it changed")
struct ShowTests {
  /// Invented news: an agency's report, and a copy that altered a quotation, a number, a weekday and a "not", and cut the end.
  private static let report = [
    "The ferry ran onto a sandbank outside Torvik harbour on Tuesday night with 214 people aboard, the coast guard said. It was not the first time.",
    "“We heard a long scraping noise and then the lights went out,” said the teacher, who was travelling home with her pupils.",
    "Tugs from three ports tried to pull the vessel free before midnight and gave up when a towing line broke under the strain.",
    "By breakfast the galley had run out of bread, and boats brought rolls, milk and newspapers, which were read aloud in the saloon.",
  ]

  private static let copy =
    report.prefix(3).map {
      $0.replacing("214", with: "241").replacing("Tuesday", with: "Monday").replacing(
        "was not the", with: "was the"
      )
      .replacing("a long scraping", with: "a short scraping")
    }

  private static func line(_ id: String, _ outlet: String, _ hour: Int, _ paragraphs: [String]) -> String {
    let text = paragraphs.joined(separator: "\\n\\n")
    return
      #"{"id":"\#(id)","outlet":"\#(outlet)","title":"Ferry aground","published":"2031-05-04T\#(hour):00:00Z","text":"\#(text)"}"#
  }

  private let scratch: Scratch
  private let program: Program

  init() async throws {
    scratch = try Scratch()
    program = Program(folder: scratch.path)
    let lines = [
      Self.line("one", "Ollan Post", 10, Self.report), Self.line("two", "Tarn Times", 14, Self.copy),
    ]
    try scratch.write("pile.jsonl", lines.joined(separator: "\n") + "\n")
    _ = try await program.succeed(["read", "pile.jsonl"])
  }

  @Test("The findings that matter first, then how much was taken, then what was changed")
  func text() async throws {
    let text = try await program.succeed(["show", "two"]).text
    let order = [
      "altered quotations Tarn Times", "negations          Tarn Times", "numbers            Tarn Times",
      "dates              Tarn Times",
      "Tarn Times, compared with Ollan Post: 1 altered quotation, 1 negation, 1 number, 1 date",
      "of the source reused · 100 % of the copy copied · longest",
      "quotation   was “We heard a long scraping noise",
      "is  “We heard a short scraping noise", "negation    “not” → –", "number      “214” → “241”",
      "date        “Tuesday” → “Monday”",
    ]
    let flat = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.joined(
      separator: " ")
    var rest = flat[...]
    for piece in order {
      let place = try #require(rest.range(of: piece), "“\(piece)” is not where it should be:\n\(text)")
      rest = rest[place.upperBound...]
    }
  }

  @Test("Lines keep within the columns that there are", arguments: [80, 120])
  func columns(width: Int) async throws {
    let text = try await program.run(["show", "two"], environment: ["COLUMNS": "\(width)"]).text
    let changes = text[try #require(text.range(of: "altered quotations")).lowerBound...]
    #expect(changes.split(separator: "\n").allSatisfy { $0.count <= width }, "\(text)")
  }

  @Test("JSON has the numbers too")
  func json() async throws {
    struct Reuse: Decodable {
      struct Longest: Decodable {
        let words: Int
        let source, copy: [Int]
      }
      let source, copy: String
      let source_share, copy_share: Double
      let longest: Longest
    }
    let stream = try JSONLines(try await program.succeed(["show", "two", "--json"]).output)
    let numbers: [Reuse] = try stream.all("reuse")
    let reuse = try #require(numbers.first)
    #expect(numbers.count == 1 && reuse.source == "one" && reuse.copy == "two")
    #expect((0.7...0.8).contains(reuse.source_share) && reuse.copy_share == 1 && reuse.longest.words > 60)
    #expect(stream.lines.last?.type == "summary")
  }

  @Test(
    "Kinds are asked for one by one, within quotations too",
    arguments: [
      ("quotation", 1), ("negation", 1), ("number", 1), ("date", 1), ("name", 0), ("attribution", 0),
      ("substituted", 1), ("cut", 1),
    ])
  func kinds(kind: String, count: Int) async throws {
    let ending = try await program.run(["changes", "--kind", kind, "--json"])
    #expect(try JSONLines(ending.output).variants.map(\.kind) == Array(repeating: kind, count: count))
    #expect(ending.status == (count == 0 ? 1 : 0))
  }
}
