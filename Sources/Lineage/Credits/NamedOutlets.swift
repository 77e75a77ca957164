import Press

/// Whether a page names another's outlet in a line of its own.
///
/// Two pages may share what is no sign of copying: whole paragraphs that many pages have, as the smaller part of each. Where the
/// one names the other it is one all the same, and lineage has to see the pair.
public struct NamedOutlets {
  private var lines: [String: [String]] = [:]
  private var outlets: [String: SourceName] = [:]
  /// Words and bytes of the longest line that may be a credit, and lines of a page that are looked at (invariant 12).
  private static let longest = (words: 16, bytes: 140)
  private static let mostLines = 64

  /// Nothing read yet.
  public init() {}

  /// Whether `copy` has a credit or a short line with the name of `source`'s outlet.
  public mutating func names(_ source: Article, in copy: Article) -> Bool {
    let (outlet, own) = (name(of: source), name(of: copy))
    guard !outlet.folded.isEmpty, !own.isSame(as: outlet) else { return false }
    let name = " " + outlet.words.joined(separator: " ") + " "
    return lines(of: copy).contains { $0.contains(name) }
  }

  private mutating func name(of article: Article) -> SourceName {
    if let known = outlets[article.id] { return known }
    let name = SourceName(article.outlet ?? "")
    outlets[article.id] = name
    return name
  }

  private mutating func lines(of article: Article) -> [String] {
    if let known = lines[article.id] { return known }
    var found: [String] = []
    func add(_ text: String) {
      let words = SourceName.words(of: text)
      if !words.isEmpty, words.count <= Self.longest.words {
        found.append(" " + words.joined(separator: " ") + " ")
      }
    }
    for credit in article.credits.prefix(Self.mostLines) { add(credit.text) }
    // Who is named stands above a report or below it.
    let short = article.text.utf8.split(separator: 0x0A).filter { $0.count <= Self.longest.bytes }
    for line in short.prefix(Self.mostLines / 2)
      + short.dropFirst(Self.mostLines / 2).suffix(Self.mostLines / 2)
    {
      add(String(decoding: line, as: UTF8.self))
    }
    lines[article.id] = found
    return found
  }
}
