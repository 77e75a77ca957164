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
    let articles = try articles(of: stemma, with: extra)
    let tree = TextTree(stemma, articles: articles, style: look.tree(explains: explains))
    return [heading(family, stemma, articles)] + tree.lines()
  }

  /// A line of a list of reports: id, pages, day, headline.
  func row(_ family: Family, _ stemma: Stemma) throws -> String {
    let (title, day) = try name(family, stemma, articles(of: stemma))
    return
      "\(family.id)  \("\(family.members.count)".padding(to: 5)) \(look.dim((day ?? "").padding(to: 11)))\(title)"
  }

  /// What a report is called, and how much of it there is.
  ///
  /// - Parameter namesSource: Whether it is told whose text it was: what the tree begins with.
  func heading(_ family: Family, _ stemma: Stemma, namesSource: Bool = false) throws -> String {
    heading(family, stemma, try articles(of: stemma), namesSource: namesSource)
  }

  private func heading(
    _ family: Family, _ stemma: Stemma, _ articles: [String: Article], namesSource: Bool = false
  ) -> String {
    let (title, day) = name(family, stemma, articles)
    let lost = stemma.nodes.filter(\.lost).count
    let facts = [
      TextTree.clean(family.id), counted(family.members.count, "page", "pages"),
      lost > 0 ? "\(lost) lost" : nil, day, namesSource ? source(stemma) : nil,
    ]
    return "\(look.bold(title))  \(look.dim(facts.compactMap { $0 }.joined(separator: " · ")))"
  }

  /// Whose text a report is: the witnesses that were copied from none.
  private func source(_ stemma: Stemma) -> String? {
    let copies = Set(stemma.edges.map(\.to))
    let roots = stemma.nodes.filter { !copies.contains($0.id) && $0.otherFamily == nil }
    guard !roots.isEmpty, roots.count <= 3, stemma.nodes.count > 1 else { return nil }
    return "from " + roots.map { TextTree.clean($0.label) + ($0.lost ? " †" : "") }.joined(separator: " and ")
  }

  /// A report is called by the headline of its first page, and dated by it.
  private func name(
    _ family: Family, _ stemma: Stemma, _ articles: [String: Article]
  ) -> (title: String, day: String?) {
    let root = TextTree(stemma, articles: articles).root.flatMap { articles[$0] }
    let title = root?.title ?? family.members.compactMap { articles[$0]?.title }.first ?? "(no headline)"
    return (TextTree.clean(title), root?.published.map { String($0.iso.prefix(10)) })
  }

  /// What the copies changed, in the order of the tree; copies that changed nothing are passed over, unless it is asked
  /// how much of its source each has.
  func changes(_ stemma: Stemma, kinds: Set<Variant.Kind>? = nil, numbers: Bool = false, most: Int) throws
    -> [String]
  {
    let sheet = ChangeSheet(look: look)
    var ranks: [String: Int] = [:]
    for (rank, id) in TextTree(stemma, articles: try articles(of: stemma)).order().enumerated() {
      ranks[id] = rank
    }
    let all = try Desk.changes(along: stemma, in: archive).sorted {
      (ranks[$0.copy.id] ?? .max, $0.copy.id) < (ranks[$1.copy.id] ?? .max, $1.copy.id)
    }
    var lines = numbers ? findings(all) : []
    for changes in all {
      let block = sheet.lines(changes, kinds: kinds, numbers: numbers, most: most)
      if !block.isEmpty { lines += (lines.isEmpty ? [] : [""]) + block }
    }
    return lines
  }

  /// Who altered a quotation, who a number: the findings that matter, before all else.
  private func findings(_ all: [Desk.Changes]) -> [String] {
    var lines: [String] = []
    for kind in Variant.Kind.byWeight.prefix(while: { $0 != .headline }) {
      let found = all.filter(\.isDecided).compactMap { changes -> String? in
        let count = ChangeSheet.standing(changes.variants).count { $0.kind == kind }
        guard count > 0 else { return nil }
        return ChangeSheet.name(changes.copy) + (changes.isSpun ? " (spun)" : "")
          + (count > 1 ? " ×\(count)" : "")
      }
      guard !found.isEmpty else { continue }
      let most = 12
      let more = found.count > most ? ", and \(found.count - most) more pages" : ""
      let lead = ChangeSheet.name(kind, 2).padding(to: 19)
      lines += look.wrapped(
        found.prefix(most).joined(separator: ", ") + more, behind: look.bold(lead), indent: 19)
    }
    return lines
  }

  private func articles(of stemma: Stemma, with extra: [Article] = []) throws -> [String: Article] {
    let ids = stemma.nodes.filter { !$0.lost }.map(\.id)
    let articles = try archive.articles(ids: ids) + extra
    return Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension String {
  /// Filled up with blanks.
  func padding(to width: Int) -> String {
    count >= width ? self : self + String(repeating: " ", count: width - count)
  }
}
