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
      if end == line.tokens.count { return found.known.name }
      guard line.tokens[end].isMark("|"), found.known.kind == .outlet else { continue }
      // A bar of several outlets is a list of sources, nobody's masthead.
      let others = (end..<line.tokens.count).contains { at in
        line.names.name(in: line, at: at, limit: line.tokens.count)?.isOrdinary == false
      }
      if !others { return found.known.name }
    }
    return nil
  }

  /// "© 2023 Harbour Herald": who keeps the rights of a page that names no one else is its publisher.
  private static func imprint(_ verdicts: Verdicts) -> String? {
    let owners = verdicts.credits.filter { placed in
      placed.credit.furniture == .disclaimer && !placed.credit.hasFeed
    }.flatMap(\.credit.names).filter { $0.kind == .outlet && $0.role == nil }
    // Whom another line names as the source is not the publisher: nobody credits himself so.
    let sources = verdicts.credits.filter { $0.credit.furniture != .disclaimer }.flatMap(\.credit.names)
    let names = Set(owners.map(\.name)).subtracting(sources.map(\.name))
    return names.count == 1 ? names.first : nil
  }
}
