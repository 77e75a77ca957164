/// Names of authors as metadata states them: one a value, or many in one.
enum Names {
  private static let joints = [
    " and ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " & ", " with ",
  ]
  // "Di" and "Von" open bylines too, but more often names.
  private static let openings = ["by ", "words by ", "written by ", "par ", "por "]

  /// Single names, each once, in order; addresses and what is no name are left out.
  static func split(_ values: [String]) -> [String] {
    var names: [String] = []
    for value in values where value.utf8.count <= 2000 {
      for part in parts(value) {
        let name = cleaned(part)
        if isName(name), !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  private static func parts(_ value: String) -> [String] {
    var parts = value.split { $0 == ";" || $0 == "|" }.map(String.init)
    // A comma may stand within a name ("Ames, Jo"): it parts names only if each part has two words.
    parts = parts.flatMap { part -> [String] in
      let pieces = part.split(separator: ",").map { String($0).folded }
      return pieces.allSatisfy { $0.contains(" ") } ? pieces : [part]
    }
    return parts.flatMap { part -> [String] in
      for joint in joints {
        guard let range = part.firstRange(of: joint) else { continue }
        let (one, other) = (String(part[..<range.lowerBound]), String(part[range.upperBound...]))
        if one.folded.contains(" "), other.folded.contains(" ") { return [one, other] }
      }
      return [part]
    }
  }

  private static func cleaned(_ part: String) -> String {
    var name = part.folded
    for opening in openings where name.lowercased().hasPrefix(opening) {
      name = String(name.dropFirst(opening.count))
      break
    }
    return name
  }

  private static func isName(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 120 else { return false }
    let lower = name.lowercased()
    if lower.hasPrefix("http") || lower.hasPrefix("www.") || lower.hasPrefix("@")
      || lower.contains("/profile")
    {
      return false
    }
    return name.contains { $0.isLetter }
      && !["admin", "editor", "staff", "null", "undefined"].contains(lower)
  }
}
