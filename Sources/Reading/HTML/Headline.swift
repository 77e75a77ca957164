/// Headlines, and the outlets' names that hang at their ends.
enum Headline {
  /// Longer than any headline, in bytes: what exceeds it is something else.
  static let longest = 1200

  private static let separators = [
    " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " // ", " ∣ ",
  ]

  /// A title without the outlet's name behind it (or before it), where the outlet is known to be that.
  static func withoutTail(_ title: String, outlet: String?) -> String {
    guard let outlet, !outlet.isEmpty else { return title }
    let name = folded(outlet)
    for separator in separators {
      let parts = split(title, separator)
      guard parts.count > 1, let last = parts.last, let first = parts.first else { continue }
      if isName(folded(last), name) { return parts.dropLast().joined(separator: separator) }
      if isName(folded(first), name) { return parts.dropFirst().joined(separator: separator) }
    }
    return title
  }

  /// The heading over the article: of those of the first level the one most like the stated title, or the only one.
  static func shown(in outline: Outline, stated: String?) -> String? {
    let headings = outline.pieces.lazy.filter {
      $0.headingLevel == 1 && $0.words >= 2 && $0.linkShare < 0.9 && $0.end - $0.start <= Self.longest
    }.prefix(40)
    guard let stated, stated.utf8.count <= Self.longest else {
      return headings.first.map { outline.text($0) }
    }
    let texts = headings.map { outline.text($0) }
    let best = texts.max { likeness($0, stated) < likeness($1, stated) }
    guard let best else { return nil }
    // A kicker inside the heading is not the headline.
    if folded(best).hasSuffix(folded(stated)) { return nil }
    let needed = Set(texts).count == 1 ? 0.25 : 0.6
    return likeness(best, stated) >= needed ? best : nil
  }

  /// How much of the shorter of two headlines is in the other, by words, in 0...1.
  static func likeness(_ a: String, _ b: String) -> Double {
    let one = Set(words(a))
    let other = Set(words(b))
    guard !one.isEmpty, !other.isEmpty else { return 0 }
    return Double(one.intersection(other).count) / Double(max(min(one.count, other.count), 1))
  }

  private static func isName(_ part: String, _ name: String) -> Bool {
    !part.isEmpty
      && (part == name || (part.utf8.count >= 3 && (name.hasPrefix(part) || part.hasPrefix(name))))
  }

  private static func split(_ text: String, _ separator: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(text)
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    parts.append(String(rest))
    return parts
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Letters and digits alone, in lower case.
  static func folded(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
