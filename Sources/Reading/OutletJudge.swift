import Press

/// The outlet of a page that states none, by what its own lines say: a masthead before the report, or an imprint.
///
/// Only names that the tables know count: any two words in capitals might be an outlet's, and a false one would be
/// taken for the source of others.
enum OutletJudge {
  /// Lines at the head of a page among which a masthead may stand.
  private static let head = 4

  static func outlet(_ lines: [Line], _ verdicts: Verdicts) -> String? {
    masthead(lines, verdicts) ?? imprint(verdicts)
  }

  /// "Harbour Herald", alone or at the head of a bar of sections.
  private static func masthead(_ lines: [Line], _ verdicts: Verdicts) -> String? {
    for (index, line) in lines.prefix(head).enumerated() where index != verdicts.title && !line.tokens.isEmpty
    {
      guard verdicts.kinds[index] == .navigation,
        let found = line.names.name(in: line, at: 0, limit: line.tokens.count)
      else { continue }
      let end = found.tokens.upperBound
      let isWhole = end == line.tokens.count || line.tokens[end].isMark("|")
      if isWhole, found.known.kind == .outlet || end == line.tokens.count { return found.known.name }
    }
    return nil
  }

  /// "© 2023 Harbour Herald": who keeps the rights of a page that names no one else is its publisher.
  private static func imprint(_ verdicts: Verdicts) -> String? {
    let owners = verdicts.credits.filter { placed in
      placed.credit.furniture == .disclaimer && !placed.credit.hasFeed
    }.flatMap(\.credit.names).filter { $0.kind == .outlet }
    let names = Set(owners.map(\.name))
    return names.count == 1 ? names.first : nil
  }
}
