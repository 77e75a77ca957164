import Foundation

/// What a command wrote as JSON Lines, taken apart by the contract and not by the program's own types, so that a
/// renamed field is seen.
struct JSONLines {
  struct Line {
    let type: String
    let data: Data
    var text: String { String(decoding: data, as: UTF8.self) }
  }

  struct BadLine: Error, CustomStringConvertible { let description: String }

  let lines: [Line]

  /// - Throws: `BadLine` for a line that is no object with a `type`.
  init(_ output: Data) throws {
    lines = try output.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map { bytes in
      guard let object = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
        let type = object["type"] as? String
      else {
        throw BadLine(
          description: "no object with a type: \(String(decoding: bytes.prefix(200), as: UTF8.self))")
      }
      return Line(type: type, data: Data(bytes))
    }
    if let last = output.last, last != 0x0A { throw BadLine(description: "the last line does not end") }
  }

  func all<Value: Decodable>(_ type: String, _: Value.Type = Value.self) throws -> [Value] {
    try lines.filter { $0.type == type }.map { try JSONDecoder().decode(Value.self, from: $0.data) }
  }

  func texts(of type: String) -> [String] { lines.filter { $0.type == type }.map(\.text) }

  var articles: [ArticleLine] { get throws { try all("article") } }
  var families: [FamilyLine] { get throws { try all("family") } }
  var stemmata: [StemmaLine] { get throws { try all("stemma") } }
  var pairs: [PairLine] { get throws { try all("pair") } }
  var variants: [VariantLine] { get throws { try all("variant") } }
  var refusals: [RefusalLine] { get throws { try all("refusal") } }
  var summary: SummaryLine? {
    get throws {
      let summaries: [SummaryLine] = try all("summary")
      return summaries.last
    }
  }
}

struct ArticleLine: Decodable {
  struct Credit: Decodable {
    let name, kind, role, text, `where`: String
    let range: [Int]?
  }
  struct Furniture: Decodable { let kind, text: String }

  let id, source: String
  let outlet, title, text, published: String?
  let credits: [Credit]
  let furniture: [Furniture]
}

struct FamilyLine: Decodable {
  let id: String
  let members: [String]
}

struct PairLine: Decodable {
  struct Passage: Decodable {
    let a, b: [Int]
    let similarity: Double
  }

  let a, b, kind: String
  let coverage_a, coverage_b, similarity: Double
  let passages: [Passage]
}

struct StemmaLine: Decodable {
  struct Node: Decodable {
    let id, label: String
    let lost: Bool
  }
  struct Evidence: Decodable {
    let kind, text: String
    let article: String?
  }
  struct Edge: Decodable {
    let from, to, kind: String
    let confidence: Double
    let evidence: [Evidence]
  }

  let family: String
  let nodes: [Node]
  let edges: [Edge]
}

struct VariantLine: Decodable {
  struct Reading: Decodable {
    let text: String
    let witnesses: [Place]
  }
  struct Place: Decodable {
    let article: String
    let range: [Int]?
  }

  let family, kind: String
  let readings: [Reading]
}

struct RefusalLine: Decodable { let source, reason, detail: String }

struct SummaryLine: Decodable {
  let articles: Int
  let known, families, soft_errors: Int?
}
