import Press

/// What the copies changed, the findings that matter first: old and new wording side by side.
struct HTMLChanges {
  private let family: HTMLFamily

  init(_ family: HTMLFamily) { self.family = family }

  /// Those that change what is said.
  static let hot: Set<Variant.Kind> = [.quotation, .negation, .number, .name, .date, .attribution]

  static func name(_ kind: Variant.Kind) -> String {
    switch kind {
    case .quotation: "quotation altered"
    case .negation: "“not” lost or gained"
    case .attribution: "attribution"
    case .substituted: "words replaced"
    default: kind.rawValue
    }
  }

  func lines() -> [String] {
    var lines = [family.part("What was changed")]
    let changes = family.view.changes
    let decided = changes.filter { $0.isDecided && !$0.variants.isEmpty }
    if decided.isEmpty {
      lines.append("<p>No change that can be laid to one page was found.</p>")
    }
    // What a person changed comes before what a machine did.
    let byHand = decided.filter { !$0.isSpun } + decided.filter(\.isSpun)
    var left = HTMLFamily.mostChanges
    var leftOut = 0
    for kind in Variant.Kind.byWeight {
      var rows: [String] = []
      var count = 0
      for change in byHand {
        let found = change.variants.filter { $0.kind == kind }
        count += found.count
        for group in HTMLWording.groups(found) {
          guard left > 0 else {
            leftOut += group.count
            continue
          }
          left -= group.count
          rows.append(line(change, group, kind))
        }
      }
      guard !rows.isEmpty else { continue }
      lines.append(family.heading("\(Self.title(kind)) <small>\(count)</small>"))
      lines += rows
    }
    if leftOut > 0 {
      lines.append("<p class=\"meta\">And \(leftOut) more changes that are not listed here.</p>")
    }
    let open = changes.count { !$0.isDecided && !$0.variants.isEmpty }
    if open > 0 {
      lines.append(
        "<p class=\"meta\">\(open) \(open == 1 ? "copy differs" : "copies differ") from the one other copy that it can be"
          + " compared with. As their source is lost, either may have made the changes; they are not listed.</p>"
      )
    }
    return lines + places()
  }

  private static func title(_ kind: Variant.Kind) -> String {
    switch kind {
    case .quotation: "Altered quotations"
    case .negation: "“Not” lost or gained"
    case .number: "Numbers"
    case .name: "Names"
    case .date: "Dates"
    case .attribution: "Attributions"
    case .headline: "Headlines"
    case .substituted: "Words replaced"
    case .moved: "Moved"
    case .cut: "Cut"
    case .added: "Added"
    case .spelling: "Spelling"
    }
  }

  /// Who had it otherwise.
  private func source(_ change: FamilyView.Changes) -> String {
    let compared = change.compared.first.map(family.label) ?? "its source"
    guard let lost = change.lost.map(family.escaped) else { return compared }
    return change.compared.count > 1
      ? "most other copies of the lost \(lost)" : "\(compared) (\(lost), its source, is lost)"
  }

  private func line(_ change: FamilyView.Changes, _ group: [Variant], _ kind: Variant.Kind) -> String {
    let articles = family.view.byID
    let compared = change.compared.first
    let source = self.source(change)
    let wording = HTMLWording(group, source: compared.flatMap { articles[$0] }, copy: articles[change.copy])
    let hot = Self.hot.contains(kind) ? " hot" : ""
    func cell(_ words: String, _ classes: String, _ who: String) -> String {
      "<p class=\"\(classes)\"><span class=\"tag\">\(who)</span>\(words)</p>"
    }
    let machine = change.isSpun ? " <small>by machine</small>" : ""
    return "<div class=\"change\"><p><span class=\"kind\(hot)\">\(Self.name(kind))</span>\(machine)</p>"
      + cell(wording.before, "was", "was, in \(source)")
      + cell(wording.after, "is", "is, in \(family.link(change.copy))")
      + "</div>"
  }

  private static func short(_ text: String) -> String {
    text.count > 900 ? text.prefix(600) + " … " + text.suffix(200) : text
  }

  /// The apparatus: every place at which witnesses differ, with all readings and who has them.
  private func places() -> [String] {
    guard let apparatus = family.view.apparatus else { return [] }
    let places = apparatus.segments.filter { $0.readings.count > 1 && !$0.isApart }
    guard !places.isEmpty else { return [] }
    let order = Dictionary(
      uniqueKeysWithValues: Variant.Kind.byWeight.enumerated().map { ($1, $0) })
    let sorted = places.enumerated().sorted { a, b in
      let (x, y) = (a.element.kind.flatMap { order[$0] } ?? 99, b.element.kind.flatMap { order[$0] } ?? 99)
      return (x, a.offset) < (y, b.offset)
    }
    var lines = [
      family.part("The apparatus"),
      "<p class=\"meta\">\(places.count) \(places.count == 1 ? "place" : "places") at which the witnesses differ,"
        + " the weightiest first.</p>",
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Apparatus\"><table>",
      "<thead><tr><th scope=\"col\">Kind</th><th scope=\"col\">Reading</th><th scope=\"col\">Witnesses</th></tr></thead>",
    ]
    for (_, place) in sorted.prefix(HTMLFamily.mostPlaces) {
      lines.append("<tbody>")
      for (number, reading) in place.readings.enumerated() {
        let ids = zip(apparatus.witnesses, place.cells).filter { $0.1?.reading == number }.map(\.0)
        let hot = place.kind.map(Self.hot.contains) ?? false
        let kind = place.kind.map { "<span class=\"kind\(hot ? " hot" : "")\">\(Self.name($0))</span>" } ?? ""
        lines.append(
          "<tr><td>\(number == 0 ? kind : "")</td><td>\(HTMLReport.running(Self.short(reading.text)))</td>"
            + "<td>\(names(ids))</td></tr>")
      }
      lines.append("</tbody>")
    }
    lines.append("</table></div>")
    if sorted.count > HTMLFamily.mostPlaces {
      lines.append(
        "<p class=\"meta\">And \(sorted.count - HTMLFamily.mostPlaces) more places that are not listed here.</p>"
      )
    }
    return lines
  }

  private func names(_ ids: [String]) -> String {
    let shown = ids.prefix(12).map(family.link).joined(separator: ", ")
    return ids.count > 12 ? shown + " and \(ids.count - 12) more" : shown
  }
}
