/// What somebody who works with an archive says against its findings.
///
/// Corrections are a layer of their own: what the machine found stays beside them, and a page that is read later is fitted
/// in under them. They name articles, never families, for a family is another one when a page joins it.
public struct Correction: Sendable, Hashable, Codable {
  /// What sort of correction.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// `articles` do not carry the report that `others` carry.
    case split
    /// `articles` carry the report that `others` carry.
    case merge
    /// The one of `others` was not copied from the one of `articles`: it was the other way round.
    case flip
    /// The words `text` on the one of `articles` do not name its source.
    case credit
  }

  /// Number within the archive; 0 as long as it is in none.
  public let number: Int
  /// What sort of correction.
  public let kind: Kind
  /// Ids of the articles that it is about, sorted.
  public let articles: [String]
  /// Ids of the articles on its other side, sorted; none in a `credit`.
  public let others: [String]
  /// The words of a credit; `nil` in all other kinds.
  public let text: String?
  /// Why, in the words of whoever made it.
  public let note: String
  /// When it was made, ISO 8601.
  public let made: String
  /// When it was taken back; `nil` as long as it holds.
  public let withdrawn: String?

  /// Makes a correction.
  public init(
    number: Int = 0, kind: Kind, articles: [String], others: [String] = [], text: String? = nil,
    note: String = "", made: String = "", withdrawn: String? = nil
  ) {
    self.number = number
    self.kind = kind
    self.articles = articles.sorted()
    self.others = others.sorted()
    self.text = text
    self.note = note
    self.made = made
    self.withdrawn = withdrawn
  }

  enum CodingKeys: String, CodingKey {
    case number, kind, articles, others, text, note, made, withdrawn
  }

  /// Reads what `encode` writes; only the kind and the articles must be there.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      number: try c.decodeIfPresent(Int.self, forKey: .number) ?? 0,
      kind: try c.decode(Kind.self, forKey: .kind),
      articles: try c.decode([String].self, forKey: .articles),
      others: try c.decodeIfPresent([String].self, forKey: .others) ?? [],
      text: try c.decodeIfPresent(String.self, forKey: .text),
      note: try c.decodeIfPresent(String.self, forKey: .note) ?? "",
      made: try c.decodeIfPresent(String.self, forKey: .made) ?? "",
      withdrawn: try c.decodeIfPresent(String.self, forKey: .withdrawn))
  }

  /// Writes every field, `null` where there is nothing.
  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(number, forKey: .number)
    try c.encode(kind, forKey: .kind)
    try c.encode(articles, forKey: .articles)
    try c.encode(others, forKey: .others)
    try c.encode(text, forKey: .text)
    try c.encode(note, forKey: .note)
    try c.encode(made, forKey: .made)
    try c.encode(withdrawn, forKey: .withdrawn)
  }

  /// What is wrong with its shape, in a sentence; `nil` where nothing is.
  public var fault: String? {
    let one = articles.count == 1 && others.count == 1
    switch kind {
    case .split, .merge:
      if articles.isEmpty || others.isEmpty { return "a \(kind.rawValue) needs articles on both sides" }
      return Set(articles).isDisjoint(with: others) ? nil : "an article stands on both sides"
    case .flip: return one && articles != others ? nil : "a flip needs the two ends of one arrow"
    case .credit:
      if articles.count != 1 { return "a wrong credit stands on one article" }
      return text?.isEmpty == false ? nil : "the words of the credit are missing"
    }
  }
}
