import Language

/// Tells states of one page over time from copies: an outlet corrects and updates its own page.
enum Versions {
  /// Coverage on both sides of two texts that are nearly the same.
  static let coverage = 0.8
  /// Share of their words that two headlines have in common which are nearly the same.
  static let headlineShare = 0.5

  /// Whether two pages that share text are one page at two times: one outlet's, at one address; or one outlet's of
  /// different times, with nearly the same text below nearly the same headline.
  ///
  /// - Parameter least: The smaller of the two coverages.
  static func areVersions(_ a: Witness, _ b: Witness, coverage least: Double) -> Bool {
    guard let outlet = a.outlet, let other = b.outlet,
      fold(outlet).symmetricDifference(fold(other)).isSubset(of: article)
    else { return false }
    if let here = a.address, let there = b.address, page(at: here) == page(at: there) { return true }
    guard least >= coverage, let first = a.published, let second = b.published, first != second else {
      return false
    }
    guard let here = a.title, let there = b.title else { return true }
    return areNear(here, there)
  }

  /// "The Courier" is "Courier".
  private static let article = fold("the")

  private static func fold(_ text: String) -> Set<UInt32> { Set(Tokenizer.tokens(of: text).map(\.key)) }

  private static func areNear(_ a: String, _ b: String) -> Bool {
    let (x, y) = (fold(a), fold(b))
    return Double(x.intersection(y).count) >= headlineShare * Double(x.union(y).count)
  }

  /// What of an address names the page: no scheme, no "www.", no fragment, no trailing slash, and of the query nothing
  /// that only says where a reader came from.
  static func page(at address: String) -> String {
    var rest = Substring(address.lowercased())
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    var query: [Substring] = []
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...].split(separator: "&").filter { !isTracking($0) }
      rest = rest[..<mark]
    }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    return query.isEmpty ? String(rest) : rest + "?" + query.sorted().joined(separator: "&")
  }

  private static let tracking: Set<Substring> = [
    "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "ref", "ref_src", "cmpid", "ncid",
    "smid", "ito",
  ]

  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }
    return name.hasPrefix("utm_") || tracking.contains(name)
  }
}
