/// Where each view stands. Ids are whatever an input called its pages, so that every one is a single percent-encoded part.
enum Link {
  static let pile = "/"
  static let families = "/families"
  static let outlets = "/outlets"
  static let trace = "/trace"
  static let corrections = "/corrections"
  static let refusals = "/refusals"
  static let search = "/search"

  static func family(_ id: String) -> String { "/families/" + part(id) }
  static func apparatus(_ id: String) -> String { family(id) + "/apparatus" }
  static func article(_ id: String) -> String { "/articles/" + part(id) }
  static func outlet(_ name: String) -> String { "/outlets/" + part(name) }

  /// The evidence of one arrow, and its two texts.
  static func arrow(_ family: String, from: String, to: String) -> String {
    query("/families/" + part(family) + "/arrows", [("from", from), ("to", to)])
  }

  /// `path` with a query; what is `nil` or empty is left out.
  static func query(_ path: String, _ values: [(String, String?)]) -> String {
    let pairs = values.compactMap { name, value -> String? in
      guard let value, !value.isEmpty else { return nil }
      return "\(name)=\(encoded(value))"
    }
    return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
  }

  /// The same view for programs.
  static func twin(_ twin: Request.Twin, of address: String) -> String {
    guard twin != .html else { return address }
    let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0] == "/" ? "/index" : String(parts[0])
    return path + "." + twin.rawValue + (parts.count > 1 ? "?" + parts[1] : "")
  }

  /// An address on the web, where it is one that may be followed: what some page claims of itself may be anything.
  static func web(_ address: String?) -> String? {
    guard let address else { return nil }
    let lower = address.lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://") ? address : nil
  }

  /// An id as the last part of a path. One that ends as a twin does gets the ending of the page itself as well.
  private static func part(_ id: String) -> String {
    let isLikeTwin = Request.Twin.allCases.contains { id.hasSuffix("." + $0.rawValue) }
    // A browser takes parts of dots for steps in the path, encoded or not.
    let isDots = id == "." || id == ".."
    return encoded(id) + (isLikeTwin || isDots || id.isEmpty ? ".html" : "")
  }

  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = Array("0123456789ABCDEF")
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return result
  }
}
