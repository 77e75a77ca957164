import Language
import Press

/// A line of an article's text, with what tells an outlet's line from a report's.
struct SiteLine {
  let line: Line
  /// Where it stands in the article's text.
  let range: Range<Int>
  /// `nil` where the line is too long, or has no word.
  let key: SiteLineKey?
  /// Whether it is furniture already.
  let isMarked: Bool

  init(_ text: String, _ range: Range<Int>, isMarked: Bool, outlet: UInt64, _ names: NameTable) {
    line = Line(text, names)
    self.range = range
    self.isMarked = isMarked
    key =
      line.wordCount <= SitePage.mostWords && range.count <= SitePage.mostBytes
      ? SiteLineKey(text, line.tokens, outlet: outlet) : nil
  }

  /// Looks like a paragraph: a sentence of some length.
  var isProse: Bool {
    let words = line.wordCount + UnspacedScripts.words(in: line.text.utf8)
    return words >= SitePage.leastSketched && line.endsSentence || words > SitePage.mostWords
  }

  /// Ends as a sentence, or is as long as one.
  var isSentence: Bool {
    line.endsSentence || line.wordCount + UnspacedScripts.words(in: line.text.utf8) >= 12
  }

  /// Whether nothing says that it is a part of the report: it quotes nobody, has no dateline, and is neither headline
  /// nor heading.
  func mayBeFurniture(_ article: Article) -> Bool {
    if let title = article.title, line.text == title { return false }
    if let dateline = article.dateline?.range, dateline.overlaps(range) { return false }
    if isPlaceAndSource || DatelineReader.read(line) != nil { return false }
    if line.tokens.count(where: { $0.isMark("\"") }) >= 2 { return false }
    return !article.blocks.contains { $0.kind != .listItem && $0.range.overlaps(range) }
  }

  /// "Minch (NPA)": what opens a report, though it stands on a line of its own.
  private var isPlaceAndSource: Bool {
    guard line.tokens.last?.isMark(")") == true, line.tokens.first?.isCapital == true,
      let open = line.tokens.lastIndex(where: { $0.isMark("(") }), (1...4).contains(open)
    else { return false }
    return line.wordCount <= 8
  }

  /// Whether a sentence is about the page and not about the news: a known phrase, a credit, an address, the outlet's
  /// name.
  func speaksOfItself(_ article: Article) -> Bool {
    if knownKind != nil || line.tokens.contains(where: { $0.isMark("@") || isAddress($0) || isCopyright($0) })
    {
      return true
    }
    guard let outlet = article.outlet else { return false }
    let name = LineTokens.scan(outlet).compactMap { $0.isMark ? nil : $0.hash }
    let words = line.tokens.compactMap { $0.isMark ? nil : $0.hash }
    guard !name.isEmpty, name.count <= words.count else { return false }
    return (0...(words.count - name.count)).contains { words[$0..<($0 + name.count)].elementsEqual(name) }
  }

  /// "quay.example", and not "U.S" or "3.5".
  private func isAddress(_ token: Token) -> Bool {
    guard token.hasDot, token.kind == .word else { return false }
    let end = line.bytes(token.range).reversed().prefix { $0 != UInt8(ascii: ".") }
    return end.count >= 2 && end.allSatisfy { $0 &- 0x61 < 26 }
  }

  private func isCopyright(_ token: Token) -> Bool { line.bytes(token.range).elementsEqual("©".utf8) }

  /// What it is; an outlet's line that says nothing of itself leads about its pages.
  var kind: Furniture.Kind {
    if let known = knownKind { return known }
    if line.wordCount <= 12, BylineReader.read(line) != nil || isAll(.byline) { return .bylineBox }
    let dates = StampJudge.dates(line)
    if isAll(.stamp) || StampJudge.read(line, dates: dates) != nil || !dates.isEmpty && line.wordCount <= 10 {
      return .metadata
    }
    return line.tokens.contains(where: isCopyright) ? .disclaimer : .navigation
  }

  private func isAll(_ word: WordTable.Class) -> Bool {
    line.tokens.allSatisfy { $0.isMark || WordTable.shared.has($0, word) }
  }

  private var knownKind: Furniture.Kind? {
    let whole = 0..<line.tokens.count
    if let credit = CreditPhrases.read(line, whole), credit.isExplicit { return credit.furniture }
    return FurniturePhrases.kind(of: line) ?? KindPhrases.kind(of: line)
      ?? CreditShapes.alone(line)?.furniture
  }
}
