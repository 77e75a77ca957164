import Foundation
import Press

/// One line of JSON, as the command line promises it: an object whose `type` says what it is, keys sorted.
public struct JSONLine: Sendable {
  /// Schema that the header line names.
  public static let schema = "stemma/1"

  private let encoder: JSONEncoder
  private let withText: Bool

  /// A writer of lines; articles are written without `text` unless `withText`.
  public init(withText: Bool = true) {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    self.withText = withText
  }

  /// The line that every stream begins with.
  public func header(version: String) throws -> String {
    try line("header", ["schema": Self.schema, "version": version])
  }

  /// The line of an article.
  public func line(_ article: Article) throws -> String {
    String(decoding: bytes(article), as: UTF8.self)
  }
  /// The same as UTF-8, for those who only write it.
  public func bytes(_ article: Article) -> [UInt8] { ArticleLine(article: article, withText: withText).bytes }

  /// The line of a refusal.
  public func line(_ refusal: Refusal) throws -> String { try line("refusal", refusal) }
  /// The line of a notice.
  public func line(_ notice: Notice) throws -> String { try line("notice", notice) }
  /// The line of a pair.
  public func line(_ pair: Pair) throws -> String {
    var bytes: [UInt8] = []
    append(pair, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
  /// The same as UTF-8 behind `bytes`, for those who write many.
  public func append(_ pair: Pair, to bytes: inout [UInt8]) { PairLine.append(pair, to: &bytes) }
  /// The line of a family.
  public func line(_ family: Family) throws -> String {
    var bytes: [UInt8] = []
    append(family, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
  /// The same as UTF-8 behind `bytes`, for those who write many.
  public func append(_ family: Family, to bytes: inout [UInt8]) { FamilyLine.append(family, to: &bytes) }
  /// The line of a stemma.
  public func line(_ stemma: Stemma) throws -> String { try line("stemma", stemma) }
  /// The line of a variant.
  public func line(_ variant: Variant) throws -> String { try line("variant", variant) }

  /// The line of a copy's numbers.
  public func line(_ reuse: Reuse) throws -> String { try line("reuse", reuse) }
  /// The line of an apparatus.
  public func line(_ apparatus: Apparatus) throws -> String { try line("apparatus", apparatus) }

  /// A line of any other kind: `type` and the fields of `value`, which must encode as an object.
  public func line(_ type: String, _ value: some Encodable) throws -> String {
    String(decoding: try encoder.encode(Typed(type: type, value: value)), as: UTF8.self)
  }
}

/// A value with its `type` beside its own fields.
private struct Typed<Value: Encodable>: Encodable {
  enum Key: String, CodingKey { case type }

  let type: String
  let value: Value

  func encode(to encoder: any Encoder) throws {
    try value.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(type, forKey: .type)
  }
}
