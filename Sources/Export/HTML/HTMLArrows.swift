import Press

/// The numbers of each copy, and the reasons behind each arrow.
struct HTMLArrows {
  private let family: HTMLFamily
  private let pairs: [String: Pair]

  init(_ family: HTMLFamily) {
    self.family = family
    pairs = Dictionary(
      family.view.pairs.map { (Self.key($0.a, $0.b), $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func key(_ a: String, _ b: String) -> String { min(a, b) + "\u{0}" + max(a, b) }

  func lines() -> [String] {
    let edges = family.view.stemma.edges
    guard !edges.isEmpty else { return [] }
    return numbers(edges) + reasons(edges)
  }

  private func numbers(_ edges: [Stemma.Edge]) -> [String] {
    let rows = edges.compactMap { edge in pairs[Self.key(edge.from, edge.to)].map { row(edge, $0) } }
    guard !rows.isEmpty else { return [] }
    return [
      family.part("How much was copied"),
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"How much was copied\"><table><thead><tr>",
      "<th scope=\"col\">Copy</th><th scope=\"col\">of</th><th scope=\"col\">kind</th>",
      "<th scope=\"col\" class=\"n\">of the source reused</th><th scope=\"col\" class=\"n\">of the copy copied</th>",
      "<th scope=\"col\" class=\"n\">longest passage</th><th scope=\"col\" class=\"n\">changes</th></tr></thead><tbody>",
    ] + rows + ["</tbody></table></div>"]
  }

  private func row(_ edge: Stemma.Edge, _ pair: Pair) -> String {
    let isFirst = pair.a == edge.from
    let (reused, copied) = isFirst ? (pair.coverageA, pair.coverageB) : (pair.coverageB, pair.coverageA)
    let ranges = pair.passages.map { isFirst ? $0.b : $0.a }
    let longest = ranges.map { words(edge.to, $0) }.max() ?? 0
    let passage = longest > 0 ? "\(longest) words" : "–"
    return
      "<tr><td>\(family.link(edge.to))</td><td>\(family.link(edge.from))</td><td>\(HTMLFamily.kind(edge.kind))</td>"
      + "<td class=\"n\">\(Share.percent(reused))</td><td class=\"n\">\(Share.percent(copied))</td>"
      + "<td class=\"n\">\(passage)</td><td class=\"n\">\(pair.changes)</td></tr>"
  }

  /// Words within a range of a witness's text.
  private func words(_ id: String, _ range: Range<Int>) -> Int {
    guard let text = family.view.byID[id]?.text.utf8, range.upperBound <= text.count else { return 0 }
    var count = 0
    var isInWord = false
    let start = text.index(text.startIndex, offsetBy: range.lowerBound)
    for byte in text[start..<text.index(start, offsetBy: range.count)] {
      let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
      if !isBlank, !isInWord { count += 1 }
      isInWord = !isBlank
    }
    return count
  }

  private func reasons(_ edges: [Stemma.Edge]) -> [String] {
    var lines = [family.part("Why each arrow is drawn")]
    for edge in edges {
      let isFurther = family.descent.isContamination(edge)
      lines.append(
        family.heading(
          "\(family.link(edge.to)) \(isFurther ? "also " : "")from \(family.link(edge.from))"
            + " <small>\(HTMLFamily.kind(edge.kind)), \(Share.percent(edge.confidence))</small>"))
      lines.append("<ul class=\"why\">")
      for evidence in edge.evidence {
        let isConflict = evidence.kind == .conflict
        let seen = evidence.article.map { $0 == edge.to ? "" : " (in \(family.label($0)))" } ?? ""
        let text = family.escaped(evidence.text)
        let said = evidence.kind == .credit ? "credit: “\(text)”" : text
        lines.append(
          "<li\(isConflict ? " class=\"warn\"" : "")>\(isConflict ? "Conflict: " : "")\(said)\(seen)</li>")
      }
      if !edge.alternatives.isEmpty {
        let others = edge.alternatives.map { "\(family.link($0.from)) \(Share.percent($0.confidence))" }
        lines.append(
          "<li>Or it came from \(others.joined(separator: ", ")): the evidence does not decide.</li>")
      }
      lines.append("</ul>")
    }
    return lines
  }
}
