import Export
import Press

/// An article on a terminal: what is known of it, its text, and what was kept out of it.
struct ArticleSheet: Sendable {
  let look: Look

  /// What a reader of its report should know of a page: that it is no plain article, and what cannot be as it says.
  func remarks(_ article: Article) -> [String] {
    var said: [String] = []
    if article.form != .article { said.append("form: " + article.form.rawValue) }
    if let part = article.part { said.append("part: \(part.number)" + (part.of.map { " of \($0)" } ?? "")) }
    said += article.flags.map { "doubt: " + TextTree.clean($0.detail) }
    return said.map { look.dim(TextTree.clean(article.source)) + " " + $0 }
  }

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
    lines += text(article)
    if !article.furniture.isEmpty {
      lines.append("")
      lines.append(look.dim("Kept out of the text:"))
      for piece in article.furniture {
        lines.append(look.dim("  \(piece.kind.rawValue.padding(to: 15)) \(TextTree.clean(piece.text))"))
      }
    }
    return lines + [""]
  }

  /// The lines of the text, as what they are: headings bold, items with a dot, quotations with an angle.
  private func text(_ article: Article) -> [String] {
    var lines: [String] = []
    var (start, block) = (0, 0)
    for line in article.text.split(separator: "\n", omittingEmptySubsequences: false) {
      while block < article.blocks.count, article.blocks[block].range.upperBound <= start { block += 1 }
      let isInBlock = block < article.blocks.count && article.blocks[block].range.contains(start)
      let shown = TextTree.clean(String(line))
      switch isInBlock && !line.isEmpty ? article.blocks[block].kind : nil {
      case .heading: lines.append(look.bold(shown))
      case .listItem: lines.append("• " + shown)
      case .quotation: lines.append("> " + shown)
      default: lines.append(shown)
      }
      start += line.utf8.count + 1
    }
    return lines
  }
}
