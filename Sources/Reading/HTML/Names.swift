import Language

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
      guard part.utf8.contains(UInt8(ascii: ",")) else { return [part] }
      let all = part.split(separator: ",").map { String($0).folded }
      let pieces = all.prefix(1) + all.dropFirst().filter { !isPost($0) }
      if pieces.count == 1 { return Array(pieces) }
      return pieces.allSatisfy { $0.contains(" ") } ? Array(pieces) : [pieces.joined(separator: ", ")]
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
    for dash in [" - ", " – ", " — "] {
      if let range = name.firstRange(of: dash), isPost(String(name[range.upperBound...])) {
        name = String(name[..<range.lowerBound])
      }
    }
    name = withoutDate(name)
    while let last = name.last, " ,-–—·•●|:".contains(last) { name.removeLast() }
    return name
  }

  /// Whether words say what somebody is rather than who: "Marketing Director", "Editorial Team".
  private static func isPost(_ words: String) -> Bool {
    let lower = words.lowercased()
    if lower.hasPrefix("head of ") { return true }
    return lower.split { !$0.isLetter }.contains { posts.contains(String($0)) }
  }

  private static let posts: Set<String> = [
    "director", "editor", "editors", "editorial", "founder", "cofounder", "ceo", "cto", "cmo", "writer",
    "reporter",
    "correspondent", "analyst", "manager", "marketing", "expert", "officer", "president", "contributor",
    "columnist",
    "reviewer", "specialist", "strategist", "journalist", "producer", "research", "team", "staff", "desk",
    "network",
    "redakteur", "redakteurin", "redaktion", "korrespondent", "korrespondentin", "reporterin", "journalistin",
    "rédacteur",
    "rédactrice", "journaliste", "redactor", "redactora", "periodista", "giornalista", "redattore",
    "jornalista", "redator",
    "verslaggever", "redacteur", "muhabir", "correspondant", "correspondante", "corresponsal",
  ]

  /// A name without the date that a page has put behind it.
  private static func withoutDate(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 &- 0x30 < 10 }), let date = DateScanner.scan(name).first,
      date.range.lowerBound > 3
    else { return name }
    return String(decoding: Array(name.utf8.prefix(date.range.lowerBound)), as: UTF8.self).folded
  }

  private static func isName(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 120 else { return false }
    let lower = name.lowercased()
    if lower.hasPrefix("http") || lower.hasPrefix("www.") || lower.hasPrefix("@")
      || lower.contains("/profile")
    {
      return false
    }
    if ["reviewed by", "edited by", "fact check", "medically reviewed"].contains(where: lower.hasPrefix) {
      return false
    }
    // The name of a variable that nobody filled in.
    if !name.contains(" "), name.utf8.reduce(0, { $0 + ($1 == UInt8(ascii: ".") ? 1 : 0) }) >= 3 {
      return false
    }
    return name.contains { $0.isLetter }
      && !["admin", "editor", "staff", "null", "undefined"].contains(lower)
  }
}
