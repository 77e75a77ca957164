/// The host of a web address, and the site that it belongs to.
struct WebHost: Sendable, Hashable {
  /// In lower case, without `www.`.
  let bare: String
  private let labels: [Substring]

  /// The host of an address; `nil` where the address is none of the web, or is relative.
  init?(_ address: String) {
    var rest = Substring(address).drop { $0.isWhitespace }
    if let scheme = rest.firstRange(of: "//"),
      rest.distance(from: rest.startIndex, to: scheme.lowerBound) <= 6
    {
      rest = rest[scheme.upperBound...]
    } else if !rest.hasPrefix("www.") {
      return nil
    }
    rest = rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" }
    var host = rest.lowercased()
    if host.hasPrefix("www.") { host.removeFirst(4) }
    let labels = host[...].split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, host.utf8.count <= 253, labels.allSatisfy({ !$0.isEmpty }),
      host.utf8.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "@") }), labels.last?.first?.isNumber == false
    else { return nil }
    bare = host
    self.labels = labels
  }

  /// The label that the site chose: of `sport.quay.co.uk` it is `quay`.
  var label: String { String(labels[chosen]) }

  /// What the site registered: of `sport.quay.co.uk` it is `quay.co.uk`.
  var domain: String { labels[chosen...].joined(separator: ".") }

  private var chosen: Int {
    let isCountry = (labels.last?.utf8.count ?? 0) == 2
    let second = labels[labels.count - 2]
    let isRegistry =
      labels.count > 2 && isCountry && (second.utf8.count <= 2 || Self.registries.contains(String(second)))
    return labels.count - (isRegistry ? 3 : 2)
  }

  /// Whether two hosts are of one site: `m.quay.example` and `amp.quay.example`, one name in two countries, or one name
  /// under a group's domain or a provider's (`harbourpost.group.example`, `harbour-post-1.cluster.example`).
  func isSameSite(as other: WebHost) -> Bool {
    label == other.label || isNested(with: other) || holds(other.label) || other.holds(label)
  }

  /// Whether one host is the other or lies below it. `m.hq.example` and `hq.example` are one site under a country's domain too,
  /// where a site's name of two letters looks like a registry's.
  func isNested(with other: WebHost) -> Bool {
    bare == other.bare || bare.hasSuffix("." + other.bare) || other.bare.hasSuffix("." + bare)
  }

  private func holds(_ label: String) -> Bool {
    let wanted = Headline.folded(label)
    return wanted.utf8.count >= 4 && labels.contains { Headline.folded(String($0)).hasPrefix(wanted) }
  }

  /// Whether the host only hands pages on, so that its name does not say whose they are: a cache, a translator, a feed's
  /// proxy, an archive, a shortener, a machine that is rented.
  var isRelay: Bool {
    Self.relays.contains { bare == $0 || bare.hasSuffix("." + $0) } || bare.hasPrefix("webcache.")
  }

  /// Whether an address is a site's front, which is the address of no text.
  static func isFront(_ address: String) -> Bool {
    guard let scheme = address.firstRange(of: "//") else { return false }
    let rest = address[scheme.upperBound...].drop { $0 != "/" && $0 != "?" && $0 != "#" }
    return rest.allSatisfy { $0 == "/" || $0.isWhitespace }
  }

  /// Second labels under which countries register names.
  private static let registries: Set<String> = [
    "com", "org", "net", "gov", "edu", "gob", "gouv", "gub", "info",
  ]

  private static let relays = [
    "ampproject.org", "translate.goog", "feedproxy.google.com", "feeds.feedburner.com", "feedburner.com",
    "google.com", "archive.org", "archive.today", "archive.ph", "archive.is", "t.co", "bit.ly", "localhost",
    "cloudfront.net", "amazonaws.com", "azureedge.net", "azurewebsites.net", "akamaihd.net", "akamaized.net",
    "edgekey.net", "fastly.net", "herokuapp.com", "netlify.app", "vercel.app", "pages.dev", "web.app",
    "wpengine.com", "pantheonsite.io",
  ]
}
