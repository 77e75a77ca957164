import ArgumentParser
import Collation
import Desk
import Export
import Press

/// A format for stemmata that other programs read.
enum FamilyFormat: String, CaseIterable {
  case newick
  case extendedNewick = "extended-newick"
  case nexus, dot, graphml, tei, openstemmata, prov, collatex, svg, html

  /// Whether a document of this format holds one report only.
  var isOfOne: Bool { [.openstemmata, .collatex, .svg].contains(self) }

  /// What a document is made of, beside the stemma.
  private var needsApparatus: Bool { [.nexus, .tei, .collatex, .html].contains(self) }
  private var needsChanges: Bool { self == .html }

  /// One report as it was found.
  struct Found: Sendable {
    let family: Family
    let stemma: Stemma
    /// Guests from other families among them.
    let articles: [Article]
    let pairs: [Pair]

    /// What it is called.
    var title: String { FamilyView(family: family, stemma: stemma, articles: articles).title }
  }

  /// The document.
  ///
  /// - Parameters:
  ///   - found: In the order in which they are written; those of a single page are left out, unless they are all.
  ///   - console: Is told what a document had to leave out.
  /// - Throws: ``Failure`` where there are several reports and the format takes one, or texts are missing that it is made of.
  func document(_ found: [Found], _ console: Console) throws -> String {
    let several = found.filter { $0.stemma.nodes.count > 1 }
    let shown = several.isEmpty && found.count == 1 ? found : several
    guard !shown.isEmpty else { throw NothingFound() }
    if isOfOne, shown.count > 1 {
      let names = shown.prefix(5).map { "\($0.family.id) (\($0.title))" }.joined(separator: ", ")
      throw Failure(
        "a document of the format \(rawValue) holds one report, and here are \(shown.count). "
          + "Choose one with --family: \(names)" + (shown.count > 5 ? ", …" : ""))
    }
    if self == .dot {
      let titles = Dictionary(
        shown.map { ($0.stemma.family, $0.title) }, uniquingKeysWith: { first, _ in first })
      return DOT.graph(shown.map(\.stemma), labels: titles)
    }
    let views = shown.map { view($0, isAlone: shown.count == 1) }
    try tellMissing(views, console)
    switch self {
    case .newick: return Newick.trees(views.map(\.stemma))
    case .extendedNewick: return Newick.trees(views.map(\.stemma), isExtended: true)
    case .nexus: return NEXUS.file(views)
    case .dot: return DOT.graph(views.map(\.stemma))
    case .graphml: return GraphML.graph(views)
    case .tei: return TEI.document(views)
    case .openstemmata: return OpenStemmata.document(views[0])
    case .prov: return try Provenance.document(views)
    case .collatex: return try CollationTable.json(views[0]) ?? ""
    case .svg: return SVG.drawing(views[0])
    case .html: return HTMLReport.page(views)
    }
  }

  private func view(_ found: Found, isAlone: Bool) -> FamilyView {
    let members = Set(found.family.members)
    let own = found.articles.filter { members.contains($0.id) }
    let isWanted = needsApparatus && (isAlone || self != .nexus) && own.count > 1
    let apparatus =
      isWanted && own.allSatisfy { !$0.text.isEmpty }
      ? Collator.apparatus(of: own, family: found.family.id) : nil
    let changes =
      needsChanges ? Desk.changes(along: found.stemma, articles: found.articles, pairs: found.pairs) : []
    return FamilyView(
      family: found.family, stemma: found.stemma, articles: found.articles, pairs: found.pairs,
      apparatus: apparatus,
      changes: changes.map {
        FamilyView.Changes(
          copy: $0.copy.id, compared: $0.compared.map(\.id), lost: $0.lost, variants: $0.variants,
          isSpun: $0.isSpun, isDecided: $0.isDecided)
      })
  }

  private func tellMissing(_ views: [FamilyView], _ console: Console) throws {
    guard needsApparatus, self != .nexus || views.count == 1 else { return }
    let without = views.filter { $0.apparatus == nil && $0.family.members.count > 1 }
    let missing = without.flatMap { view in view.membersWithoutText }
    if self == .collatex {
      guard let view = views.first, view.apparatus == nil else { return }
      if let first = missing.first {
        throw Failure(
          "the text of \(first) is missing, and a collation is made of texts. Have the earlier stage write them (--with-text)"
        )
      }
      throw Failure(
        view.family.members.count < 2
          ? "\(view.family.id) is a single page: there is nothing to collate it with"
          : "\(view.family.id) is too large for one table: \(view.family.members.count) pages")
    }
    if !missing.isEmpty {
      console.error(
        "stemma: \(counted(missing.count, "page comes", "pages come")) without text: what is written has no apparatus. "
          + "Have the earlier stage write texts (--with-text)")
    } else if !without.isEmpty {
      console.say("stemma: \(counted(without.count, "report is", "reports are")) too large for an apparatus")
    }
  }
}

extension FamilyView {
  /// Members whose text is not at hand.
  fileprivate var membersWithoutText: [String] {
    let texts = Set(articles.lazy.filter { !$0.text.isEmpty }.map(\.id))
    return family.members.filter { !texts.contains($0) }
  }
}

extension FamilyFormat.Found {
  /// The reports of a run, each with its articles and pairs.
  static func all(_ findings: Findings, _ articles: [Article]) -> [Self] {
    let byID = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let families = Dictionary(findings.families.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var nodes: [String: [Int]] = [:]
    for (number, stemma) in findings.stemmata.enumerated() {
      for node in stemma.nodes where !node.lost { nodes[node.id, default: []].append(number) }
    }
    var pairs: [[Pair]] = Array(repeating: [], count: findings.stemmata.count)
    for pair in findings.pairs {
      guard let a = nodes[pair.a], let b = nodes[pair.b] else { continue }
      for number in a where b.contains(number) { pairs[number].append(pair) }
    }
    return findings.stemmata.enumerated().compactMap { number, stemma in
      guard let family = families[stemma.family] else { return nil }
      return Self(
        family: family, stemma: stemma, articles: stemma.nodes.compactMap { byID[$0.id] },
        pairs: pairs[number])
    }
  }

  /// Whether a user who says `name` means this report: its id or the beginning of it, a page's id, or a file's name.
  func isCalled(_ name: String) -> Bool {
    if family.id == name || family.members.contains(name) { return true }
    let members = Set(family.members)
    return articles.contains { article in
      guard members.contains(article.id) else { return false }
      let path = article.source.split(separator: "#").first.map(String.init) ?? article.source
      return article.source == name || path == name || path.hasSuffix("/" + name)
    }
  }
}
