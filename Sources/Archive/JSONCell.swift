import Foundation

/// Values that are one cell of a row: a list of names, and where each field was found.
enum JSONCell {
  static func write(_ names: [String]) throws -> String { names.isEmpty ? "[]" : try text(names) }

  static func write<Key, Value: Encodable>(_ found: [Key: Value]) throws -> String
  where Key: CodingKeyRepresentable & Encodable {
    found.isEmpty ? "{}" : try text(found)
  }

  static func names(_ json: String) throws -> [String] {
    json == "[]" ? [] : try value(json, "a list of names")
  }

  static func found<Key, Value: Decodable>(_ json: String) throws -> [Key: Value]
  where Key: CodingKeyRepresentable & Decodable {
    json == "{}" ? [:] : try value(json, "an object")
  }

  /// Any value, its fields sorted by name.
  static func encoded(_ value: some Encodable) throws -> String { try text(value) }

  /// What `encoded` wrote; anything else is damage.
  static func decoded<T: Decodable>(_ json: String, as wanted: String) throws -> T { try value(json, wanted) }

  private static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func value<T: Decodable>(_ json: String, _ wanted: String) throws -> T {
    do { return try JSONDecoder().decode(T.self, from: Data(json.utf8)) } catch {
      throw Damage(what: "“\(json.prefix(40))” where \(wanted) belongs")
    }
  }
}
