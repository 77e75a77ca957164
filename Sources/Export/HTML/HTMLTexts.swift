import Press

/// The texts of the witnesses, with what each changed marked at its place.
struct HTMLTexts {
  private let family: HTMLFamily
  private let changes: [String: [FamilyView.Changes]]

  init(_ family: HTMLFamily) {
    self.family = family
    changes = Dictionary(grouping: family.view.changes, by: \.copy)
  }

  func lines() -> [String] {
    let numbers = family.textNumbers
    let shown = family.view.stemma.nodes.filter { numbers[$0.id] != nil }
    guard !shown.isEmpty else {
      return [family.part("The texts"), "<p class=\"meta\">The texts of these pages were not at hand.</p>"]
    }
    var lines = [
      family.part("The texts"),
      "<p class=\"meta\">Marked is what a page has otherwise than its source; <span class=\"gone\">[…]</span> stands where"
        + " words of the source are left out.</p>",
    ]
    for node in shown {
      guard let article = family.view.byID[node.id], let number = numbers[node.id] else { continue }
      lines += text(article, number, isOpen: shown.count <= 3)
    }
    let all = family.view.stemma.nodes.count { !$0.lost }
    if all > shown.count {
      lines.append("<p class=\"meta\">And \(all - shown.count) pages whose texts are not shown.</p>")
    }
    return lines
  }

  private func text(_ article: Article, _ number: Int, isOpen: Bool) -> [String] {
    var about = [article.outlet, article.published?.iso, article.source].compactMap { $0 }.map(family.escaped)
    if let address = article.address, Self.isWeb(address) {
      about.append(
        "<a href=\"\(family.escaped(address))\" rel=\"noreferrer noopener\">\(family.escaped(address))</a>")
    }
    return [
      "<details id=\"\(family.name)-t\(number)\"\(isOpen ? " open" : "")>",
      "<summary>\(family.label(article.id))<small> \(family.escaped(article.title ?? ""))</small></summary>",
      "<p class=\"meta\">\(about.joined(separator: " · "))</p>",
      "<div class=\"text\">\(marked(article))</div>", "</details>",
    ]
  }

  /// Only links that open a page: an address is what some page claims of itself.
  static func isWeb(_ address: String) -> Bool {
    let lower = address.lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://")
  }

  private struct Spot {
    let range: Range<Int>
    let kind: Variant.Kind
    let before: String
  }

  private func marked(_ article: Article) -> String {
    let bytes = Array(article.text.utf8)
    var spots: [Spot] = []
    for change in changes[article.id] ?? [] where change.isDecided {
      for variant in change.variants {
        guard let place = variant.readings.last?.witnesses.first(where: { $0.article == article.id }),
          let range = place.range, range.upperBound <= bytes.count
        else { continue }
        spots.append(Spot(range: range, kind: variant.kind, before: variant.readings.first?.text ?? ""))
      }
    }
    spots.sort {
      ($0.range.lowerBound, $1.range.upperBound, $0.kind.rawValue) < (
        $1.range.lowerBound, $0.range.upperBound, $1.kind.rawValue
      )
    }
    var html = ""
    var at = 0
    func plain(to end: Int) {
      if end > at { html += HTMLReport.running(String(decoding: bytes[at..<end], as: UTF8.self)) }
      at = max(at, end)
    }
    for spot in spots where spot.range.lowerBound >= at {
      plain(to: spot.range.lowerBound)
      let kind = HTMLChanges.name(spot.kind)
      if spot.range.isEmpty {
        let gone = spot.before.count > 300 ? spot.before.prefix(300) + "…" : spot.before[...]
        html += "<span class=\"gone\" title=\"\(kind): \(family.escaped(String(gone)))\">[…]</span>"
        continue
      }
      let hot = HTMLChanges.hot.contains(spot.kind) ? " class=\"hot\"" : ""
      let was = spot.before.isEmpty ? kind : "\(kind), was: \(spot.before.prefix(300))"
      html += "<mark\(hot) title=\"\(family.escaped(was))\">"
      plain(to: spot.range.upperBound)
      html += "</mark>"
    }
    plain(to: bytes.count)
    return html
  }
}
