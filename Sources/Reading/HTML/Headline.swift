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

  /// The heading over the article: of those of the first level the one most like a stated title, or the only one.
  static func shown(in outline: Outline, stated: [String]) -> String? {
    let texts = outline.pieces.lazy.filter {
      $0.headingLevel == 1 && $0.words >= 2 && $0.linkShare < 0.9 && $0.end - $0.start <= Self.longest
    }.prefix(40).map { outline.text($0) }
    let titles = stated.filter { $0.utf8.count <= Self.longest }.map { (folded($0), Set(words($0))) }
    guard !titles.isEmpty else { return texts.first }
    var best: (text: String, likeness: Double)?
    var distinct: Set<String> = []
    for text in texts {
      let (key, own) = (folded(text), Set(words(text)))
      distinct.insert(key)
      var likeness = 0.0
      for (other, words) in titles {
        likeness = max(likeness, key == other ? 2 : Self.likeness(own, words))
      }
      if likeness > (best?.likeness ?? -1) { best = (text, likeness) }
    }
    guard let best else { return nil }
    return best.likeness >= (distinct.count == 1 ? 0.25 : 0.6) ? best.text : nil
  }

  /// Whether two headlines are the same, letter for letter, but for what a separator hangs at the end of one.
  static func isSame(_ one: String, _ other: String) -> Bool {
    guard one.utf8.count <= longest, other.utf8.count <= longest else { return false }
    let (a, b) = (folded(one), folded(other))
    if a == b { return true }
    return a.hasPrefix(b) ? heads(of: one).contains(b) : b.hasPrefix(a) && heads(of: other).contains(a)
  }

  /// What stands before each of the last separators of a title, folded.
  private static func heads(of title: String) -> [String] {
    var found: [String] = []
    for separator in separators {
      let parts = split(title, separator)
      for count in stride(from: parts.count - 1, to: max(0, parts.count - 5), by: -1) {
        found.append(folded(parts[..<count].joined()))
      }
    }
    return found
  }

  /// The headline behind two kickers that differ: "Islands: Harbour reopens" as stated and "Ferries – Harbour reopens"
  /// as shown. A colon in what is shown may be the headline's own.
  static func commonTail(_ stated: String, _ shown: String) -> String? {
    let dashes = [" - ", " – ", " — ", " | "]
    guard let shown = behindKicker(shown, dashes), let stated = behindKicker(stated, dashes + [": "]),
      folded(stated) == folded(shown), words(shown).count >= 4
    else { return nil }
    return shown
  }

  /// Whether a headline is another one with fewer blanks between its words.
  static func isGlued(_ text: String, _ other: String) -> Bool {
    folded(text) == folded(other) && words(text).count < words(other).count
  }

  /// Whether a headline is the beginning or the end of another one, whole words of it.
  static func isPart(_ part: String, of whole: String) -> Bool {
    let (short, long) = (blankParted(part), blankParted(whole))
    guard short.count >= 3, short.count < long.count else { return false }
    return long.starts(with: short) || long.suffix(short.count).elementsEqual(short)
  }

  private static func blankParted(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map { folded(String($0)) }.filter { !$0.isEmpty }
  }

  private static func behindKicker(_ title: String, _ separators: [String]) -> String? {
    let marks = separators.compactMap { title.firstRange(of: $0) }
    guard let first = marks.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
    return String(title[first.upperBound...])
  }

  /// How much of the shorter of two headlines is in the other, by words, in 0...1.
  static func likeness(_ a: String, _ b: String) -> Double {
    likeness(Set(words(a)), Set(words(b)))
  }

  /// As above, of the words of two headlines.
  static func likeness(_ one: Set<String>, _ other: Set<String>) -> Double {
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

  /// The words of a headline in lower case.
  static func words(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { plainWords($0) }
      ?? text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Letters and digits alone, in lower case.
  static func folded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { plainFolded($0) }
      ?? String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
