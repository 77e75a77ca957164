import Export
import Press

/// An apparatus on a terminal: the witnesses, then the variants, those that matter first; in each the reading of most
/// witnesses before the bracket, the others behind it with those who have them.
struct ApparatusSheet {
  private let collated: Collated
  private let look: Look
  private let sigla: [String: String]

  init(_ collated: Collated, look: Look) {
    self.collated = collated
    self.look = look
    sigla = collated.sigla
  }

  /// Witnesses that are named one by one, at most.
  private static let mostNamed = 6

  /// - Parameter most: Variants of one kind, at most; altered quotations and the like are all listed.
  func lines(most: Int) -> [String] {
    var lines = heading
    for kind in Variant.Kind.byWeight {
      let found = collated.variants.filter { $0.kind == kind }
      guard !found.isEmpty else { continue }
      lines += ["", look.bold(Self.title(kind)) + look.dim("  \(found.count)")]
      let isFinding = Self.isFinding(kind)
      for variant in isFinding ? found[...] : found.prefix(most) { lines += entry(variant) }
      if !isFinding, found.count > most {
        lines.append(look.dim("  … and \(found.count - most) more (--all lists them)"))
      }
    }
    return lines
  }

  private static func isFinding(_ kind: Variant.Kind) -> Bool {
    Variant.Kind.byWeight.prefix { $0 != .substituted }.contains(kind)
  }

  private static func title(_ kind: Variant.Kind) -> String {
    switch kind {
    case .substituted: "words for words"
    case .moved: "moved, or in another order"
    case .cut: "lacking in some"
    case .added: "in few only"
    default: ChangeSheet.name(kind, 2)
    }
  }

  private var heading: [String] {
    let title = collated.articles.compactMap(\.title).first.map(TextTree.clean) ?? "(no headline)"
    let facts = [
      counted(collated.articles.count, "witness", "witnesses"),
      counted(collated.variants.count, "variant", "variants"),
      collated.apparatus.level.rawValue,
    ]
    var lines = [look.bold(title) + "  " + look.dim(facts.joined(separator: " · "))]
    let shown = collated.articles.prefix(24)
    for article in shown {
      let name = sigla[article.id] ?? article.id
      let day = article.published.map { String($0.iso.prefix(10)) } ?? ""
      lines.append(
        "  " + name.padding(to: 24) + " " + look.dim(day.padding(to: 11) + TextTree.clean(article.source)))
    }
    if collated.articles.count > shown.count {
      lines.append(look.dim("  … and \(collated.articles.count - shown.count) more"))
    }
    return lines
  }

  private func entry(_ variant: Variant) -> [String] {
    let readings = variant.readings
    let isLong =
      variant.kind == .quotation || variant.kind == .headline || readings.contains { $0.text.count > 60 }
    if isLong {
      return readings.enumerated().flatMap { place, reading in
        look.wrapped(
          "\(quoted(reading.text, variant.kind))  \(names(reading))", behind: place == 0 ? "  " : "    ] ",
          indent: 6)
      }
    }
    let others = readings.dropFirst().map { "\(quoted($0.text, variant.kind)) \(names($0))" }
    return look.wrapped(
      "\(quoted(readings[0].text, variant.kind)) ] \(others.joined(separator: "; "))", behind: "  ", indent: 4
    )
  }

  private func quoted(_ text: String, _ kind: Variant.Kind) -> String {
    if text.isEmpty { return "–" }
    return kind == .quotation || kind == .headline ? "“\(TextTree.clean(text))”" : ChangeSheet.short(text)
  }

  private func names(_ reading: Variant.Reading) -> String {
    let names = reading.witnesses.prefix(Self.mostNamed).map { sigla[$0.article] ?? $0.article }
    let more = reading.witnesses.count - names.count
    return names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
