import Export
import Press

/// An article on a terminal: what is known of it, its text, and what was kept out of it.
struct ArticleSheet: Sendable {
  let look: Look

  func lines(_ article: Article) -> [String] {
    var lines = [look.bold(TextTree.clean(article.title ?? "(no headline)"))]
    func fact(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append(look.dim((name + ":").padding(to: 11)) + TextTree.clean(value))
    }
    if let standfirst = article.standfirst { lines.append(TextTree.clean(standfirst)) }
    fact("source", article.source)
    fact("outlet", article.outlet)
    fact("published", article.published.map { article.isDatedByChange ? "≤ " + $0.iso : $0.iso })
    fact("modified", article.modified?.iso)
    fact("section", article.section)
    if article.form != .article { fact("form", article.form.rawValue) }
    fact("part", article.part.map { part in "\(part.number)" + (part.of.map { " of \($0)" } ?? "") })
    fact("by", article.bylines.joined(separator: ", "))
    fact(
      "dateline",
      article.dateline.map { [$0.place, $0.date?.iso, $0.agency].compactMap { $0 }.joined(separator: ", ") })
    for credit in article.credits {
      let name = credit.name.isEmpty ? "a source without a name" : credit.name
      fact("credit", "\(name) (\(credit.role.rawValue)\(credit.spun ? ", spun" : "")): \(credit.text)")
    }
    for flag in article.flags { fact("doubt", flag.detail) }
    lines.append("")
    lines += article.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      TextTree.clean(String($0))
    }
    if !article.furniture.isEmpty {
      lines.append("")
      lines.append(look.dim("Kept out of the text:"))
      for piece in article.furniture {
        lines.append(look.dim("  \(piece.kind.rawValue.padding(to: 15)) \(TextTree.clean(piece.text))"))
      }
    }
    return lines + [""]
  }
}
