import Press

/// Text within XML 1.0.
enum XMLText {
  /// Text for an element or, in double quotation marks, an attribute. Characters that XML cannot hold become U+FFFD, and
  /// those that a parser would change (a carriage return; in an attribute any line end or tab) are written by number.
  static func escaped(_ text: String, isAttribute: Bool = false) -> String {
    var safe = ""
    safe.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += isAttribute ? "&quot;" : "\""
      case "\r": safe += "&#13;"
      case "\n", "\t": safe += isAttribute ? "&#\(scalar.value);" : String(scalar)
      default:
        let isLegal = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        safe.unicodeScalars.append(isLegal ? scalar : "\u{FFFD}")
      }
    }
    return safe
  }

  /// ` name="value"`.
  static func attribute(_ name: String, _ value: String) -> String {
    " \(name)=\"\(escaped(value, isAttribute: true))\""
  }
}

/// Names for `xml:id`: legal in every XML vocabulary, one for each id however strange that is.
struct XMLNames {
  private let names: [String: String]

  /// - Parameter prefix: A letter or more; an id may begin with a digit, a name may not.
  init(_ ids: some Sequence<String>, prefix: String) {
    var names: [String: String] = [:]
    var taken: Set<String> = []
    for id in Set(ids).sorted() {
      var plain = ""
      for scalar in id.unicodeScalars.prefix(80) {
        let isLegal =
          scalar.isASCII
          && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            || "_.-".unicodeScalars.contains(scalar))
        plain.unicodeScalars.append(isLegal ? scalar : "_")
      }
      var name = prefix + plain
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(prefix)\(plain)_\(number)"
        number += 1
      }
      names[id] = name
    }
    self.names = names
  }

  func callAsFunction(_ id: String) -> String { names[id] ?? "" }
}
