import Foundation
import Testing

@Suite("bench lineage makes traditions and measures what is found of them")
struct BenchLineageTests {
  @Test("a small run has a row for each method, shares, ten tenths, and says the same again")
  func rows() async throws {
    let scratch = try Scratch()
    let call = ["bench", "lineage", "--traditions", "6", "--seed", "901", "--json"]
    let ending = try await Program(folder: scratch.path).succeed(call)
    let lines = try JSONLines(ending.output)
    let methods = try lines.all("bench-lineage", Method.self)
    #expect(
      methods.map(\.method).starts(with: ["stemma", "first page", "nearest earlier page"])
        && methods.count == 6)
    for row in methods {
      #expect((0...1).contains(row.parent_f1 ?? 0) && (0...1).contains(row.average_sign_distance))
    }
    #expect(try lines.all("bench-lineage-tenth", Tenth.self).count == 10)
    let shares = try lines.all("bench-lineage-share", Share.self)
    #expect(shares.contains { $0.what == "lost agencies found" })
    #expect(shares.allSatisfy { $0.right <= $0.of })
    let confidence = try #require(try lines.all("bench-lineage-confidence", Confidence.self).first)
    #expect(confidence.arrows > 0)
    #expect(
      try await Program(folder: scratch.path).succeed(call + ["--threads", "1"]).output == ending.output)
  }

  @Test("--write leaves pages that the program reads, and the truth beside them")
  func write() async throws {
    let scratch = try Scratch()
    let program = Program(folder: scratch.path)
    _ = try await program.succeed([
      "bench", "lineage", "--traditions", "3", "--seed", "902", "--write", "press",
    ])
    let ending = try await program.succeed(["lineage", "press/articles.jsonl", "--format", "json", "--quiet"])
    #expect(ending.text.contains(#""type":"stemma""#))
    for name in ["truth.jsonl", "parents.jsonl", "traditions/2/gold.json", "traditions/0/articles.jsonl"] {
      #expect(FileManager.default.fileExists(atPath: scratch.path + "/press/" + name))
    }
  }

  @Test("the table for people names its columns; wrong calls are answered")
  func table() async throws {
    let scratch = try Scratch()
    let program = Program(folder: scratch.path)
    let ending = try await program.succeed(["bench", "lineage", "--traditions", "2", "--seed", "903"])
    for column in ["parents P", "direction", "sign distance", "Brier score"] {
      #expect(ending.text.contains(column))
    }
    for call in [["--traditions", "0"], ["--profile", "tabloid"], ["--base", "/no/such/file.jsonl"]] {
      let wrong = try await program.run(["bench", "lineage"] + call)
      #expect(wrong.status == 2 && !wrong.errors.isEmpty && wrong.output.isEmpty)
    }
  }

  private struct Method: Decodable {
    let method: String
    let parent_f1: Double?
    let average_sign_distance: Double
  }
  private struct Tenth: Decodable { let arrows: Int }
  private struct Share: Decodable {
    let what: String
    let right, of: Int
  }
  private struct Confidence: Decodable { let arrows: Int }
}
