extension Request {
  /// The longest address that is read, in bytes.
  static let longestAddress = 8_192

  /// Reads what stands between method and version in a request's first line: a path, and a query behind `?`.
  ///
  /// - Throws: `Fault` when it is no address, says what is wrong with it, and opens nothing.
  init(
    target: String, form: [(name: String, value: String)] = [], files: [File] = [], isPost: Bool = false
  ) throws(Fault) {
    guard target.utf8.count <= Self.longestAddress else { throw .addressTooLong }
    let (path, query) = target.parted(at: "?")
    guard path.utf8.first == UInt8(ascii: "/") else { throw .address("it does not begin with a slash") }
    var parts = path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map(Substring.init)
    if parts.last?.isEmpty == true { parts.removeLast() }
    var decoded: [String] = []
    for part in parts { decoded.append(try PercentCoding.decode(part)) }
    var twin = Twin.html
    if let last = decoded.popLast() {
      let (name, ending) = Self.partEnding(last)
      twin = ending ?? .html
      if !(decoded.isEmpty && ending != nil && name == "index") { decoded.append(name) }
    }
    self.init(
      path: decoded.map(Address.unguarded), twin: twin,
      query: try PercentCoding.pairs(query ?? ""), form: form, files: files, isPost: isPost)
  }

  /// The last part of a path without its ending, and what the ending asks for.
  static func partEnding(_ part: String) -> (name: String, twin: Twin?) {
    for twin in Twin.allCases {
      let ending = ".\(twin.rawValue)".utf8
      // By bytes: a character may reach over the dot.
      if part.utf8.count >= ending.count, part.utf8.suffix(ending.count).elementsEqual(ending) {
        return (String(Substring(part.utf8.dropLast(ending.count))), twin)
      }
    }
    return (part, nil)
  }
}

extension String {
  /// What stands before the first `mark`, and behind it.
  fileprivate func parted(at mark: Unicode.Scalar) -> (Substring, Substring?) {
    guard let at = unicodeScalars.firstIndex(of: mark) else { return (self[...], nil) }
    return (self[..<at], self[unicodeScalars.index(after: at)...])
  }
}
