/// What a form sent: its fields, and its files.
struct Form: Sendable {
  private(set) var fields: [(name: String, value: String)] = []
  private(set) var files: [Request.File] = []

  /// Parts beyond these are no form of ours.
  private static let mostParts = 64
  /// Bytes that the head of a part may have.
  private static let mostHead = 4_096

  /// Takes a form's body apart.
  ///
  /// - Parameter type: Its `Content-Type`.
  /// - Throws: `Fault` when it is of another type, or not what it says.
  init(_ body: [UInt8], type: String?) throws(Fault) {
    let parts = Self.parameters(type ?? "")
    switch parts.first?.name {
    case "application/x-www-form-urlencoded":
      guard let text = String(validating: body, as: UTF8.self) else { throw .form("it is not UTF-8") }
      fields = try PercentCoding.pairs(text[...])
    case "multipart/form-data":
      guard let boundary = parts.first(where: { $0.name == "boundary" })?.value,
        (1...70).contains(boundary.utf8.count)
      else { throw .form("its parts have no boundary") }
      try read(body, parted: Array(boundary.utf8))
    default: throw .formKind
    }
  }

  /// Reads the parts of a form with files (RFC 7578).
  private mutating func read(_ body: [UInt8], parted boundary: [UInt8]) throws(Fault) {
    let mark = Array("\r\n--".utf8) + boundary
    // The first mark stands at the very beginning, without a line's end before it.
    let bytes = Array("\r\n".utf8) + body
    guard var at = bytes.firstRange(of: mark, from: 0)?.upperBound else {
      throw .form("its boundary does not occur in it")
    }
    while true {
      if bytes[at...].starts(with: Array("--".utf8)) { return }
      guard bytes[at...].starts(with: Array("\r\n".utf8)) else { throw .form("a part begins in no line") }
      guard let end = bytes.firstRange(of: mark, from: at) else { throw .form("it breaks off") }
      guard fields.count + files.count < Self.mostParts else { throw .form("it has too many parts") }
      try add(bytes[at..<end.lowerBound])
      at = end.upperBound
    }
  }

  private mutating func add(_ part: ArraySlice<UInt8>) throws(Fault) {
    let whole = Array(part)
    guard let blank = whole.firstRange(of: Array("\r\n\r\n".utf8), from: 0),
      blank.lowerBound <= Self.mostHead,
      let head = String(validating: whole[..<blank.lowerBound], as: UTF8.self)
    else { throw .form("a part has no head") }
    let content = Array(whole[blank.upperBound...])
    let lines = head.split(separator: "\r\n")
    guard
      let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") })
    else { throw .form("a part has no name") }
    let words = Self.parameters(String(line.dropFirst("content-disposition:".count)))
    guard let name = words.first(where: { $0.name == "name" })?.value else {
      throw .form("a part has no name")
    }
    if let file = words.first(where: { $0.name == "filename" })?.value {
      files.append(Request.File(field: name, name: file, bytes: content))
    } else {
      guard !content.contains(0), let value = String(validating: content, as: UTF8.self) else {
        throw .form("a field is no text")
      }
      fields.append((name, value))
    }
  }

  /// The words of a head's field: `form-data; name="text"`. Names in lower case.
  private static func parameters(_ text: String) -> [(name: String, value: String)] {
    var words: [(name: String, value: String)] = []
    var name = ""
    var value = ""
    var isValue = false
    var isQuoted = false
    var isEscaped = false
    for scalar in (text + ";").unicodeScalars {
      if isEscaped {
        value.unicodeScalars.append(scalar)
        isEscaped = false
        continue
      }
      switch scalar {
      case "\\" where isQuoted: isEscaped = true
      case "\"" where isValue: isQuoted.toggle()
      case "=" where !isValue && !isQuoted: isValue = true
      case ";" where !isQuoted:
        words.append((name.lowercased(), value))
        (name, value, isValue) = ("", "", false)
      case " ", "\t":
        if isQuoted { value.unicodeScalars.append(scalar) }
      default:
        if isValue { value.unicodeScalars.append(scalar) } else { name.unicodeScalars.append(scalar) }
      }
    }
    return words
  }
}

extension [UInt8] {
  /// Where `words` stand first, from `start` on.
  fileprivate func firstRange(of words: [UInt8], from start: Int) -> Range<Int>? {
    withUnsafeBufferPointer { bytes in
      guard let first = words.first, start + words.count <= bytes.count else { return nil }
      for at in start...(bytes.count - words.count) where bytes[at] == first {
        var length = 1
        while length < words.count, bytes[at + length] == words[length] { length += 1 }
        if length == words.count { return at..<at + length }
      }
      return nil
    }
  }
}
