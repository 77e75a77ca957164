/// Addresses of the site's pages as they stand in a link.
enum Link {
  static let families = Address.families.text
  static let outlets = Address.outlets.text
  static let corrections = Address.corrections.text
  static let refusals = Address.refusals.text

  static func family(_ id: String) -> String { Address.family(id).text }
  static func article(_ id: String) -> String { Address.article(id).text }
  static func outlet(_ name: String) -> String { Address.outlet(name).text }
  static func search(_ words: String) -> String { Address.search(words).text }

  /// A report's apparatus, of one kind of difference where that is given.
  static func apparatus(_ family: String, kind: String? = nil) -> String {
    Address.apparatus(of: family).with(["kind": kind]).text
  }

  /// The evidence of one arrow, and its two texts.
  static func arrow(_ family: String, from: String, to: String) -> String {
    Address.arrow(of: family, from: from, to: to).text
  }

  /// An address on the web, where it is one that may be followed: what some page claims of itself may be anything.
  static func web(_ address: String?) -> String? {
    guard let address else { return nil }
    let lower = address.lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://") ? address : nil
  }
}
