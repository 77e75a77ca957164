/// What lets a browser in when the site can be reached from other machines: 128 bits of chance, new with every start.
struct Token: Sendable {
  /// The field of an address, and the cookie, that it comes in.
  static let name = "token"
  static let cookie = "stemma_token"

  /// 32 hexadecimal digits.
  let text: String

  init() {
    var random = SystemRandomNumberGenerator()
    text = [random.next(), random.next()].map { (half: UInt64) in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Whether this is it. Takes as long for a near miss as for a far one.
  func isSame(as other: String) -> Bool {
    let own = Array(text.utf8)
    let others = Array(other.utf8)
    guard own.count == others.count else { return false }
    var difference: UInt8 = 0
    for (a, b) in zip(own, others) { difference |= a ^ b }
    return difference == 0
  }

  /// Whether one of a request's cookies is it.
  func isAmong(_ cookies: [String]) -> Bool {
    var found = false
    for line in cookies {
      for cookie in line.split(separator: ";") {
        let halves = cookie.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
        if halves.count == 2, halves[0] == Self.cookie, isSame(as: String(halves[1])) { found = true }
      }
    }
    return found
  }
}
