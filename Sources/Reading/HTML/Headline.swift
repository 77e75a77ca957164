/// Headlines, and the outlets' names that hang at their ends.
enum Headline {
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

  /// Whether a title is a heading with something hung behind it.
  static func isTail(of title: String, behind heading: String) -> Bool {
    guard title.utf8.count > heading.utf8.count, title.hasPrefix(heading) else { return false }
    let tail = title.dropFirst(heading.count)
    return separators.contains { tail.hasPrefix($0) }
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
