import Press

/// Ids that Swift tells apart, for as long as families are looked for.
///
/// Two ids may differ in their bytes and still be equal strings ("é" in one character and in two). The archive keeps
/// such articles apart; matching and lineage, which look articles up by id, would take one for the other. All but the
/// first of equal ids therefore bear a mark while they work.
struct SwiftDistinctIDs {
  /// The articles, marked where they must be.
  let articles: [Article]
  private let given: [String: String]

  /// Marks `articles`, which come in the byte order of their ids, so that the marks depend on nothing else.
  init(_ articles: [Article]) {
    var marked = articles
    var given: [String: String] = [:]
    var taken = Set(articles.map(\.id))
    var seen: Set<String> = []
    if taken.count < articles.count {
      for index in marked.indices where !seen.insert(marked[index].id).inserted {
        var id = marked[index].id
        repeat { id += "~" } while taken.contains(id)
        taken.insert(id)
        given[id] = marked[index].id
        marked[index].id = id
      }
    }
    self.articles = marked
    self.given = given
  }

  /// The findings with the ids as they were given.
  func unmarked(_ findings: Findings) -> Findings {
    if given.isEmpty { return findings }
    func name(_ id: String) -> String { given[id] ?? id }
    return Findings(
      pairs: findings.pairs.map { pair in
        Pair(
          a: name(pair.a), b: name(pair.b), kind: pair.kind, coverageA: pair.coverageA,
          coverageB: pair.coverageB,
          similarity: pair.similarity, wordsA: pair.wordsA, wordsB: pair.wordsB, equalWords: pair.equalWords,
          changes: pair.changes, spun: pair.spun.map(name), passages: pair.passages)
      },
      families: findings.families.map { Family(id: $0.id, members: $0.members.map(name)) },
      stemmata: findings.stemmata.map { stemma in
        Stemma(
          family: stemma.family,
          nodes: stemma.nodes.map {
            Stemma.Node(id: name($0.id), lost: $0.lost, label: $0.label, otherFamily: $0.otherFamily)
          },
          edges: stemma.edges.map { edge in
            Stemma.Edge(
              from: name(edge.from), to: name(edge.to), kind: edge.kind, confidence: edge.confidence,
              evidence: edge.evidence.map {
                Stemma.Evidence(kind: $0.kind, text: $0.text, article: $0.article.map(name))
              })
          })
      })
  }
}
