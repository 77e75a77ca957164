import Archive
import Desk
import Export
import Press

/// One report on a terminal: its heading, its tree, and what the copies changed.
struct Sheet {
  let archive: Archive
  let look: Look

  /// Heading and tree.
  func lines(of family: Family, _ stemma: Stemma, explains: Bool, with extra: [Article] = []) throws
    -> [String]
  {
    let ids = Set(stemma.nodes.filter { !$0.lost }.map(\.id))
    let articles = try archive.articles(ids: ids.sorted()) + extra
    let byID = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let tree = TextTree(stemma, articles: byID, style: look.tree(explains: explains))
    return [heading(family, stemma, byID)] + tree.lines()
  }

  private func heading(_ family: Family, _ stemma: Stemma, _ articles: [String: Article]) -> String {
    let members = family.members.compactMap { articles[$0] }
    let first = members.min {
      ($0.published?.earliest ?? .max, $0.id) < ($1.published?.earliest ?? .max, $1.id)
    }
    let title = TextTree.clean(first?.title ?? members.compactMap(\.title).first ?? "(no headline)")
    let lost = stemma.nodes.filter(\.lost).count
    var facts = [counted(family.members.count, "page", "pages")]
    if lost > 0 { facts.append("\(lost) lost") }
    if let day = first?.published?.iso.prefix(10) { facts.append(String(day)) }
    return
      "\(look.bold(title))  \(look.dim("\(TextTree.clean(family.id)) · " + facts.joined(separator: " · ")))"
  }

  /// For every arrow between pages that are held: what the copy changed, quotations first.
  func changes(_ stemma: Stemma, most: Int) throws -> [String] {
    var lines: [String] = []
    let lost = Set(stemma.nodes.filter(\.lost).map(\.id))
    for edge in stemma.edges where !lost.contains(edge.from) && !lost.contains(edge.to) {
      guard let source = try archive.article(id: edge.from), let copy = try archive.article(id: edge.to)
      else { continue }
      let variants = Desk.changes(from: source, to: copy, family: stemma.family)
      guard !variants.isEmpty else { continue }
      lines.append("\(look.bold(name(copy))) changed in \(name(source)): \(summary(variants))")
      lines += self.lines(variants, most: most)
    }
    return lines
  }

  /// "3 cut, 1 quotation".
  func summary(_ variants: [Variant]) -> String {
    Self.order.compactMap { kind in
      let count = variants.filter { $0.kind == kind }.count
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }.joined(separator: ", ")
  }

  /// The findings that matter first: altered quotations, numbers, names, the headline.
  private static let order: [Variant.Kind] = [
    .quotation, .number, .name, .headline, .substituted, .moved, .cut, .added,
  ]

  /// One line a variant.
  func lines(_ variants: [Variant], most: Int) -> [String] {
    let sorted = Self.order.flatMap { kind in variants.filter { $0.kind == kind } }
    var lines = sorted.prefix(most).map { variant -> String in
      let texts = variant.readings.map { Self.short($0.text) }
      let before = texts.first ?? ""
      let after = texts.dropFirst().first ?? ""
      let change =
        after.isEmpty ? "“\(before)”" : before.isEmpty ? "“\(after)”" : "“\(before)” → “\(after)”"
      return "  \(look.dim(variant.kind.rawValue.padding(to: 11))) \(change)"
    }
    if sorted.count > most { lines.append(look.dim("  … and \(sorted.count - most) more")) }
    return lines
  }

  /// What to call an article in a sentence.
  func name(_ article: Article) -> String { TextTree.clean(article.outlet ?? article.source) }

  private static func short(_ text: String) -> String {
    let clean = TextTree.clean(text)
    return clean.count > 90 ? clean.prefix(60) + " … " + clean.suffix(25) : clean
  }
}

extension String {
  /// Filled up with blanks.
  func padding(to width: Int) -> String {
    count >= width ? self : self + String(repeating: " ", count: width - count)
  }
}
