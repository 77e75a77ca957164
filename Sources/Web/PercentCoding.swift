/// Bytes of an address that stand for others: `%2F` for a slash (RFC 3986, 2.1).
enum PercentCoding {
  /// The most fields that a query or a form may have.
  static let mostPairs = 256

  /// Decodes once.
  ///
  /// - Throws: `Fault` where a `%` is not followed by two digits, or what comes out is no text: NUL, or not UTF-8.
  static func decode(_ text: Substring, plusIsBlank: Bool = false) throws(Fault) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
          throw .address("a % in it is not followed by two digits")
        }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsBlank: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    guard !bytes.contains(0) else { throw .address("it holds a NUL") }
    guard let decoded = String(validating: bytes, as: UTF8.self) else { throw .address("it is not UTF-8") }
    return decoded
  }

  /// Pairs of a query, or of a form that was sent as one.
  static func pairs(_ text: Substring) throws(Fault) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    for part in text.utf8.split(separator: UInt8(ascii: "&")) {
      guard pairs.count < mostPairs else { throw .address("it has more than \(mostPairs) fields") }
      let halves = part.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false
      ).map(Substring.init)
      let value = halves.count > 1 ? try decode(halves[1], plusIsBlank: true) : ""
      pairs.append((try decode(halves[0], plusIsBlank: true), value))
    }
    return pairs
  }

  /// Encodes all but letters, digits, and `-._~`, which mean nothing anywhere in an address.
  static func encode(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += byte < 16 ? "%0" : "%"
        result += String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
