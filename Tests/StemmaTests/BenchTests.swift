import Foundation
import TestSupport
import Testing

@Suite("bench measures, and says what it lacks")
struct BenchTests {
  /// Ten reports with a reprint each, and their gold.
  private func press(_ scratch: Scratch) throws -> (articles: String, gold: String, truth: String) {
    var news = InventedNews(seed: 51)
    var articles: [String] = []
    var gold: [String] = []
    var truth: [String] = []
    for number in 0..<10 {
      let report = news.report().joined(separator: "\\n\\n")
      let spun = news.spun(report, rate: 0.5)
      for (name, text, parent, spin) in [
        ("a", report, "null", 0.0), ("b", report, "\"r\(number)a\"", 0), ("c", spun, "\"r\(number)a\"", 0.5),
      ] {
        articles.append(#"{"id":"r\#(number)\#(name)","text":"\#(text)"}"#)
        gold.append(#"{"id":"r\#(number)\#(name)","family":"r\#(number)a"}"#)
        truth.append(
          #"{"id":"r\#(number)\#(name)","family":"r\#(number)a","parent":\#(parent),"operations":[],"spin":\#(spin)}"#
        )
      }
    }
    func file(_ name: String, _ lines: [String]) throws -> String {
      try scratch.write(name, Data((lines.joined(separator: "\n") + "\n").utf8))
    }
    return try (file("articles.jsonl", articles), file("gold.jsonl", gold), file("truth.jsonl", truth))
  }

  @Test("without the peers it measures itself, and says how to get them")
  func alone() async throws {
    let scratch = try Scratch()
    let files = try press(scratch)
    let ending = try await Program(folder: scratch.path).run([
      "bench", "match", files.articles, "--gold", files.gold, "--truth", files.truth, "--rounds", "1",
      "--python",
      "/no/such/python", "--json",
    ])
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(ending.errors.contains("scripts/bench-peers"))
    let lines = try JSONLines(ending.output)
    let row = try #require(try lines.all("bench", Row.self).first)
    #expect(row.engine == "stemma" && row.score.recall == 1)
    #expect(row.score.recall_by_spin == ["0.0": 1, "0.5": 1])
    let families = try #require(try lines.all("bench-families", Families.self).first)
    #expect(families.families == 10)
    #expect(families.pair_score.recall == 1 && families.pair_score.precision == 1)
  }

  private struct Score: Decodable {
    let recall: Double?
    let precision: Double?
    let recall_by_spin: [String: Double]
  }

  private struct Row: Decodable {
    let engine: String
    let score: Score
  }

  private struct Families: Decodable {
    let families: Int
    let pair_score: Score
  }

  @Test("the table for people names every column")
  func table() async throws {
    let scratch = try Scratch()
    let files = try press(scratch)
    let ending = try await Program(folder: scratch.path).run([
      "bench", "match", files.articles, "--sample", "12", "--rounds", "1", "--python", "/no/such/python",
      "--passim", "/no/such/passim",
    ])
    #expect(ending.status == 0, "\(ending.errors)")
    let first = try #require(ending.text.split(separator: "\n").first)
    for column in ["12 articles", "articles/s", "candidates", "recall", "precision", "memory"] {
      #expect(first.contains(column))
    }
  }

  @Test(
    "wrong calls are answered",
    arguments: [
      ["--sample", "1"], ["--rounds", "0"], ["--settings", "0.7"], ["--gold", "/no/such/gold.jsonl"],
    ])
  func wrongCalls(arguments: [String]) async throws {
    let scratch = try Scratch()
    let files = try press(scratch)
    let ending = try await Program(folder: scratch.path).run(["bench", "match", files.articles] + arguments)
    #expect(ending.status == 2)
    #expect(!ending.errors.isEmpty && ending.output.isEmpty)
  }

  @Test("a file without articles has nothing to measure")
  func nothing() async throws {
    let scratch = try Scratch()
    let file = try scratch.write("empty.jsonl", Data("{\"id\":\"a\",\"text\":\"one page only\"}\n".utf8))
    let ending = try await Program(folder: scratch.path).run(["bench", "match", file])
    #expect(ending.status == 2 && ending.errors.contains("nothing to measure"))
  }
}
