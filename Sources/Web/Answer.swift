import Export
import Foundation

/// What goes back for a request, without the socket it goes by.
struct Answer: Sendable {
  var status: Int
  /// Fields of the head, but for those that every answer has (``Safety``).
  var fields: [(name: String, value: String)]
  var body: [UInt8]
  /// Whether the connection is to end with it: what was sent has not been read to its end.
  var isLast = false

  /// A page in the form that was asked for.
  ///
  /// - Throws: `EncodingError` when the page's data cannot be written.
  init(_ page: Page, for request: Request, status: Int? = nil) throws {
    self.status = status ?? page.status.rawValue
    switch request.twin {
    case .html:
      fields = [("Content-Type", "text/html; charset=utf-8")]
      body = Array(Frame.html(page, at: Address(of: request)).text.utf8)
    case .json:
      fields = [("Content-Type", "application/json")]
      body = try PageJSON.bytes(page.data)
    case .csv:
      fields = [
        ("Content-Type", "text/csv; charset=utf-8"),
        ("Content-Disposition", "attachment; filename=\"\(Self.fileName(request))\""),
      ]
      body = Array(([page.table.columns] + page.table.rows).map(CSV.row).joined().utf8)
    }
  }

  /// A fault in the form that was asked for.
  init(_ fault: Fault, for request: Request = Request(path: [])) {
    do { self = try Answer(fault.page, for: request, status: fault.status) } catch {
      self.init(status: fault.status, fields: [("Content-Type", "text/plain")], body: Array(fault.title.utf8))
    }
    fields += fault.fields
  }

  init(status: Int, fields: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// A name under which any system can keep the file.
  private static func fileName(_ request: Request) -> String {
    let words = request.path.joined(separator: "-").utf8.prefix(80).map { byte -> Character in
      let character = Character(Unicode.Scalar(byte))
      return character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
    }
    return "stemma-\(words.isEmpty ? "pile" : String(words)).csv"
  }
}

/// A page's data as one JSON object: keys sorted, with the schema's mark among them.
enum PageJSON {
  static func bytes(_ data: any Encodable & Sendable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // A list can bear no mark; asking it to would end the program.
    let plain = Array(try encoder.encode(data))
    guard plain.first == UInt8(ascii: "{") else {
      return Array("{\"items\":".utf8) + plain + Array(",\"schema\":\"\(JSONLine.schema)\"}\n".utf8)
    }
    return Array(try encoder.encode(Marked(data: data))) + [0x0A]
  }

  private struct Marked: Encodable {
    enum Key: String, CodingKey { case schema }
    let data: any Encodable

    func encode(to encoder: any Encoder) throws {
      try data.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(JSONLine.schema, forKey: .schema)
    }
  }
}
