import Language
import Press

/// Reads the fields of a line that someone else wrote: what is not as it should be is left out and said.
struct LooseFields {
  let object: JSONObject
  let source: String
  private(set) var notices: [Notice] = []

  init(_ object: JSONObject, source: String) {
    self.object = object
    self.source = source
  }

  /// A string, or a number as it stands; `nil` where it is missing or blank.
  mutating func text(_ name: StaticString) -> String? {
    guard let value = object.value(name) else { return nil }
    return text(value, name)
  }

  /// The UTF-8 of a string; `nil` where it is missing, blank, or no string.
  mutating func bytes(_ name: StaticString) -> [UInt8]? {
    guard let value = object.value(name), value.kind == .string else { return nil }
    let (bytes, broken) = object.bytes(of: value)
    noteBroken(broken, name)
    return bytes.allSatisfy(isBlank) ? nil : bytes
  }

  /// The UTF-8 of a page of HTML; `nil` where it is missing, blank, or no string.
  mutating func page(_ name: StaticString) -> [UInt8]? {
    guard let bytes = bytes(name) else { return nil }
    let decoded = Decoding.writtenOnce(Decoded(bytes: bytes))
    if let warning = decoded.warning { note(.brokenEncoding, warning) }
    return decoded.bytes
  }

  mutating func moment(_ name: StaticString) -> Moment? {
    guard let stated = text(name) else { return nil }
    if let moment = StatedDate.moment(stated) { return moment }
    bad(
      name,
      "“\(shortened(stated))” is no date such as 2023-04-16, 2023-04-16T09:30Z or Sun, 16 Apr 2023 09:30 GMT")
    return nil
  }

  /// An array of strings, or one string.
  mutating func texts(_ name: StaticString) -> [String] {
    guard let value = object.value(name) else { return [] }
    guard let elements = object.elements(of: value) else { return text(value, name).map { [$0] } ?? [] }
    return elements.filter { $0.kind != .null }.compactMap { text($0, name) }
  }

  /// Adds what was wrong with the line as a whole.
  mutating func note(_ reason: Notice.Reason, _ detail: String) {
    notices.append(Notice(source: source, reason: reason, detail: detail))
  }

  private mutating func text(_ value: JSONValue, _ name: StaticString) -> String? {
    switch value.kind {
    case .number: return object.raw(value)
    case .string:
      let (text, broken) = object.text(of: value)
      noteBroken(broken, name)
      return text.utf8.allSatisfy(isBlank) ? nil : text
    default:
      bad(name, "it is neither a string nor a number")
      return nil
    }
  }

  private mutating func noteBroken(_ broken: Int, _ name: StaticString) {
    guard broken > 0 else { return }
    note(
      .brokenEncoding,
      "Field “\(name)” has \(broken) escapes that are half a character; each is replaced by U+FFFD; write the "
        + "line anew from its source if they matter.")
  }

  private mutating func bad(_ name: StaticString, _ what: String) {
    note(.badField, "Field “\(name)” was left out: \(what); correct it and read the line again.")
  }
}

/// So much of a text as fits in a message, on one line.
func shortened(_ text: String) -> String {
  let start = text.unicodeScalars.prefix(60).map { $0.value < 0x20 ? " " : String($0) }.joined()
  return text.unicodeScalars.count > 60 ? start + "…" : start
}
