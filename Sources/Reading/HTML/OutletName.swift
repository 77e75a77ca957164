import Markup

/// The outlet's name where no metadata state it: what the document's title has beside the headline, if the page itself
/// shows that name as its masthead, at its foot, or in its address.
///
/// One of the two alone is not enough: titles carry sections and slogans too, and a page is full of names.
enum OutletName {
  /// Words of the longest name that is looked for.
  private static let longest = 7
  /// What parts an outlet's name from the headline, and nothing else.
  private static let bars = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " « "]
  /// What headlines hold themselves: "China: ferry runs aground".
  private static let marks = [": ", " / "]

  /// The name, as the title spells it.
  ///
  /// - Parameter headline: The headline as the page states it beside the title.
  static func inTitle(
    _ title: String?, _ tree: Tree, _ outline: Outline, address: String?, headline: String? = nil
  ) -> String? {
    guard let title, title.utf8.count <= Headline.longest else { return nil }
    // The longer part is the headline, which pages repeat in breadcrumbs and links as they do their name.
    // So is the part at its head, where the main heading says the same.
    let headings = Set(
      outline.pieces.lazy.filter { $0.headingLevel == 1 && $0.end - $0.start <= Headline.longest }.prefix(40)
        .map {
          Headline.folded(outline.text($0))
        })
    func mayBeName(_ part: String) -> Bool {
      2 * part.utf8.count <= title.utf8.count
        && !(title.hasPrefix(part) && headings.contains(Headline.folded(part)))
    }
    let barred = parts(of: title, at: bars).filter(mayBeName)
    let candidates = barred + parts(of: title, at: marks).filter(mayBeName)
    guard !candidates.isEmpty else { return nil }
    let shown = Self.shown(tree, address)
    if let sure = candidates.first(where: { shown.contains(Headline.folded($0)) }) { return sure }
    if let signed = barred.first(where: { isSigned($0, outline) }) { return signed }
    let stated = headline.map { Headline.folded($0) }
    return tail(of: title) { headings.contains($0) || $0 == stated }
  }

  /// What stands behind the last bar of a title whose head is the headline, if it is named as news outlets are.
  private static func tail(of title: String, isHeadline: (String) -> Bool) -> String? {
    for separator in bars.prefix(4) {
      guard let first = title.firstRange(of: separator) else { continue }
      let head = Headline.folded(String(title[..<first.lowerBound]))
      guard !head.isEmpty, isHeadline(head) else { continue }
      var end = title[first.upperBound...]
      while let next = end.firstRange(of: separator) { end = end[next.upperBound...] }
      let name = String(end).trimmed()
      if isNamedAsOutlet(name) { return name }
    }
    return nil
  }

  /// "Harbour Herald", but not "Latest News": a word for a newspaper or a station, beside one that is no section's.
  private static func isNamedAsOutlet(_ name: String) -> Bool {
    let words = LineTokens.scan(name).filter { $0.kind == .word }
    guard (2...longest).contains(words.count), words.first?.isCapital == true,
      words.last?.isCapital == true
    else { return false }
    let table = WordTable.shared
    return words.contains { table.has($0, .media) }
      && words.contains { !table.has($0, .media) && !table.has($0, .section) && $0.isCapital }
  }

  /// What a page states as its outlet, where that can be a name: not an address, not "/", not "U.S." or "nj".
  static func stated(_ text: String) -> String? {
    let letters = text.lazy.filter(\.isLetter).prefix(3).count
    guard letters > 0, !text.contains("://"), !text.hasPrefix("//") else { return nil }
    let isAbbreviation = text.contains(".") || text == text.lowercased() && text != text.uppercased()
    return letters <= 2 && isAbbreviation && !text.contains(where: \.isNumber) ? nil : text
  }

  /// What a bar parts from the headline at either end of a title: the outlet's name, if it is one that is known.
  static func beside(_ title: String?) -> [String] {
    guard let title, title.utf8.count <= Headline.longest else { return [] }
    return parts(of: title, at: bars)
  }

  /// The parts at both ends of the title, that at the end first.
  private static func parts(of title: String, at separators: [String]) -> [String] {
    var found: [String] = []
    for separator in separators {
      guard let first = title.firstRange(of: separator) else { continue }
      var end = String(title[first.upperBound...])
      while let next = end.firstRange(of: separator) { end = String(end[next.upperBound...]) }
      found += [end, String(title[..<first.lowerBound])]
    }
    return found.map { $0.trimmed() }.filter { name in
      let words = name.split(separator: " ")
      return (1...longest).contains(words.count) && words[0].first?.isUppercase == true
        && Headline.folded(name).utf8.count >= 3
    }
  }

  /// Folded names that the page shows as its own: links that lead to the site's front, the pictures in them, and the
  /// host. (A picture elsewhere shows whom the headline is about.)
  private static func shown(_ tree: Tree, _ address: String?) -> Set<String> {
    var names: Set<String> = []
    var node: NodeID? = tree.document
    while let at = node {
      if tree.is(at, .a), let target = tree.attribute(.href, of: at), isFront(target) {
        if tree.textLength(of: at, most: 200) < 200 {
          let text = tree.text(of: at)
          names.insert(Headline.folded(text))
        }
        for picture in tree.descendants(of: at).prefix(20) where tree.is(picture, .img) {
          guard let words = tree.attribute(named: "alt", of: picture), words.utf8.count < 80 else { continue }
          names.insert(Headline.folded(words))
        }
      }
      node = tree.firstChild(of: at) ?? tree.following(at, within: tree.document)
    }
    if let own = address.flatMap(host).flatMap(ownLabel) { names.insert(Headline.folded(String(own))) }
    names.remove("")
    return names
  }

  /// Whether a link leads to the front of a site: no path behind the host, or none at all.
  private static func isFront(_ target: String) -> Bool {
    if target == "/" { return true }
    guard let scheme = target.firstRange(of: "//") else { return false }
    let rest = target[scheme.upperBound...]
    return !rest.contains { $0 == "/" } || rest.firstIndex(of: "/") == rest.index(before: rest.endIndex)
  }

  private static func host(_ address: String) -> Substring? {
    guard let scheme = address.firstRange(of: "//") else { return nil }
    return address[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" }
  }

  /// The label that a site chose: of "sport.quay.co.uk" it is "quay". What stands before it names a section.
  private static func ownLabel(_ host: Substring) -> Substring? {
    var labels = host.split(separator: ".")
    if labels.count > 1 { labels.removeLast() }
    if labels.count > 1, let last = labels.last, last.utf8.count <= 3 { labels.removeLast() }
    return labels.last
  }

  /// Whether a line of the page is the name alone, as mastheads are, or has it under a copyright sign; the title's own
  /// words aside. (A line that begins with it is a sentence about it.)
  private static func isSigned(_ name: String, _ outline: Outline) -> Bool {
    let wanted = Headline.folded(name)
    return outline.pieces.contains { piece in
      guard piece.headingLevel == 0, piece.end - piece.start < 300, piece.linkShare < 0.5 else {
        return false
      }
      let text = outline.text(piece)
      guard text.utf8.count >= name.utf8.count else { return false }
      return text == name || text.contains("©") && Headline.folded(text).contains(wanted)
    }
  }
}

extension String {
  /// Without white space at the ends.
  fileprivate func trimmed() -> String {
    let head = drop { $0.isWhitespace }
    var end = head.endIndex
    while end > head.startIndex, head[head.index(before: end)].isWhitespace { end = head.index(before: end) }
    return String(head[..<end])
  }
}
