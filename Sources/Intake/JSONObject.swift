/// An object of JSON with its direct members, read field by field.
struct JSONObject {
  let bytes: UnsafeRawBufferPointer
  let members: [JSONMember]

  /// The value of a field, the last one where the key comes twice, as most readers have it; `nil` for `null`.
  func value(_ name: StaticString) -> JSONValue? {
    guard let member = members.last(where: { hasKey($0, name) }), member.value.kind != .null else {
      return nil
    }
    return member.value
  }

  /// Whether there is such a field, be it `null`.
  func hasKey(_ name: StaticString) -> Bool { members.contains { hasKey($0, name) } }

  /// Text of a string, and whether an escape in it was half a character.
  func text(of value: JSONValue) -> (text: String, broken: Int) {
    JSONText.decode(bytes.part(value.range), escaped: value.escaped)
  }

  /// The same as UTF-8 bytes.
  func bytes(of value: JSONValue) -> (bytes: [UInt8], broken: Int) {
    JSONText.bytes(bytes.part(value.range), escaped: value.escaped)
  }

  /// The value as it stands, for numbers.
  func raw(_ value: JSONValue) -> String { String(decoding: bytes.part(value.range), as: UTF8.self) }

  /// The values of an array.
  func elements(of value: JSONValue) -> [JSONValue]? {
    guard value.kind == .array else { return nil }
    var scanner = JSONScanner(bytes, at: value.range.lowerBound)
    return scanner.members()?.map(\.value)
  }

  func object(of value: JSONValue) -> JSONObject? {
    guard value.kind == .object else { return nil }
    var scanner = JSONScanner(bytes, at: value.range.lowerBound)
    return scanner.members().map { JSONObject(bytes: bytes, members: $0) }
  }

  /// The first keys, for a message.
  var keys: String {
    let names = members.prefix(8).map {
      "“\(JSONText.decode(bytes.part($0.key), escaped: $0.keyEscaped).text)”"
    }
    return names.joined(separator: ", ") + (members.count > 8 ? ", …" : "")
  }

  private func hasKey(_ member: JSONMember, _ name: StaticString) -> Bool {
    if member.keyEscaped {
      return JSONText.decode(bytes.part(member.key), escaped: true).text == "\(name)"
    }
    guard member.key.count == name.utf8CodeUnitCount else { return false }
    let key = bytes.part(member.key)
    let wanted = name.utf8Start
    for i in 0..<key.count where key[i] != wanted[i] { return false }
    return true
  }
}
