/// The address of a page of the site. Every link is one of these, so that an id means the same to whoever writes it and to
/// whoever reads it (``Request`` says how).
///
/// ```swift
/// let link: HTML = "<a href=\"\(Address.article(id).text)\">"
/// ```
public struct Address: Sendable, Hashable {
  /// A field of the query.
  public struct Field: Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// What it says, decoded.
    public let value: String
  }

  /// Parts of the path, decoded.
  public let path: [String]
  /// Which of its forms it leads to.
  public let twin: Request.Twin
  /// Fields of the query, decoded, in order.
  public let query: [Field]

  /// The address of `path`; fields of the query without a value are left out.
  public init(
    _ path: [String], twin: Request.Twin = .html, query: KeyValuePairs<String, String?> = [:]
  ) {
    self.init(path, twin, query.compactMap { pair in pair.value.map { Field(name: pair.key, value: $0) } })
  }

  private init(_ path: [String], _ twin: Request.Twin, _ query: [Field]) {
    self.path = path
    self.twin = twin
    self.query = query
  }

  /// The address that a request came to, in the twin that it asked for.
  public init(of request: Request) {
    self.init(request.path, request.twin, request.query.map { Field(name: $0.name, value: $0.value) })
  }

  /// The first page.
  public static let pile = Address([])
  /// The list of reports.
  public static let families = Address(["families"])
  /// The outlets.
  public static let outlets = Address(["outlets"])
  /// Where a text is asked about.
  public static let trace = Address(["trace"])
  /// What people corrected.
  public static let corrections = Address(["corrections"])
  /// The pages that could not be read.
  public static let refusals = Address(["refusals"])

  /// A report.
  public static func family(_ id: String) -> Address { Address(["families", id]) }
  /// Every place at which a report's witnesses differ.
  public static func apparatus(of family: String) -> Address { Address(["families", family, "apparatus"]) }
  /// The arrow between two nodes of a family's stemma.
  public static func arrow(of family: String, from: String, to: String) -> Address {
    Address(["families", family, "arrows"], query: ["from": from, "to": to])
  }
  /// An article.
  public static func article(_ id: String) -> Address { Address(["articles", id]) }
  /// An outlet.
  public static func outlet(_ name: String) -> Address { Address(["outlets", name]) }
  /// What is found for some words.
  public static func search(_ words: String) -> Address { Address(["search"], query: ["q": words]) }

  /// The same page in another form.
  public func twin(_ twin: Request.Twin) -> Address { Address(path, twin, query) }

  /// The same page with fields of its query changed: `nil` takes one away.
  public func with(_ fields: KeyValuePairs<String, String?>) -> Address {
    var query = query
    for (name, value) in fields {
      let at = query.firstIndex { $0.name == name } ?? query.endIndex
      query.removeAll { $0.name == name }
      if let value { query.insert(Field(name: name, value: value), at: min(at, query.endIndex)) }
    }
    return Address(path, twin, query)
  }

  /// As it stands in a link: from the slash on.
  public var text: String {
    var parts = path.map { PercentCoding.encode(Self.guarded($0)) }
    if parts.isEmpty, twin != .html { parts = ["index"] }
    let needsEnding = twin != .html || path.last.map { Request.partEnding($0).twin != nil } == true
    let ending = needsEnding ? ".\(twin.rawValue)" : ""
    let fields = query.map { PercentCoding.encode($0.name) + "=" + PercentCoding.encode($0.value) }
    return "/" + parts.joined(separator: "/") + ending
      + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
  }

  private static func guarded(_ part: String) -> String {
    part.isEmpty || part == "." || part == ".." || part.utf8.first == UInt8(ascii: "~") ? "~" + part : part
  }

  static func unguarded(_ part: String) -> String {
    part.utf8.first == UInt8(ascii: "~") ? String(Substring(part.utf8.dropFirst())) : part
  }
}
