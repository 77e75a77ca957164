import Press

/// Comma-separated values after RFC 4180, safe to open in a spreadsheet.
public enum CSV {
  /// Columns of ``table(_:families:stemmata:)``.
  public static let columns = [
    "family", "article", "source", "outlet", "title", "published", "parent", "parent_label", "kind",
    "confidence",
    "evidence",
  ]

  /// A row for each article and each of its parents; an article without a parent has one row all the same.
  public static func table(_ articles: [Article], families: [Family], stemmata: [Stemma]) -> String {
    var familyOf: [String: String] = [:]
    for family in families { for member in family.members { familyOf[member] = family.id } }
    var parents: [String: [(Stemma.Edge, String)]] = [:]
    for stemma in stemmata {
      let labels = Dictionary(stemma.nodes.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
      for edge in stemma.edges where familyOf[edge.to] == stemma.family {
        parents[edge.to, default: []].append((edge, labels[edge.from] ?? edge.from))
      }
    }
    var rows = [row(columns)]
    for article in articles {
      let head = [
        familyOf[article.id] ?? "", article.id, article.source, article.outlet ?? "", article.title ?? "",
        article.published?.iso ?? "",
      ]
      let arrows = parents[article.id] ?? []
      if arrows.isEmpty { rows.append(row(head + ["", "", "", "", ""])) }
      for (edge, label) in arrows {
        let evidence = edge.evidence.map { "\($0.kind.rawValue): \($0.text)" }.joined(separator: "; ")
        rows.append(
          row(head + [edge.from, label, edge.kind.rawValue, String(format(edge.confidence)), evidence]))
      }
    }
    return rows.joined()
  }

  /// A row, its fields quoted where they must be. Fields that a spreadsheet would run as a formula get an apostrophe
  /// before them; numbers stay numbers.
  public static func row(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, formulas.contains(first), !isNumber(text) { text = "'" + text }
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
    // By scalars: a mark that an accent follows is one character with it, and must be doubled all the same.
    var quoted = "\""
    for scalar in text.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }

  /// What makes a cell a formula where it stands first, in spreadsheets of East Asia too.
  private static let formulas = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)

  /// Whether it is a number in digits: names such as “-inf”, which are numbers to Swift, are names to a spreadsheet.
  private static func isNumber(_ text: String) -> Bool {
    Double(text) != nil && text.utf8.allSatisfy { "0123456789.eE+-".utf8.contains($0) }
  }

  private static func format(_ share: Double) -> String { "\((share * 1000).rounded() / 1000)" }
}
