import GRDB
import Press

extension Inspection {
  /// Invariant 9, and that every arrow has its evidence.
  mutating func stemmata() throws {
    try report(
      9, "\(Self.edges) WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.edge = stemma_edge.key)"
    ) { ("an arrow (\($0.text(1)) to \($0.text(2))) has no evidence", "family \($0.text(0))") }
    try report(
      9, "\(Self.edges) WHERE parent.family <> stemma_edge.family OR child.family <> stemma_edge.family"
    ) { ("an arrow (\($0.text(1)) to \($0.text(2))) ends in another stemma", "family \($0.text(0))") }
    try report(
      9,
      """
      -- Counted in one pass: no index leads from a parent to its children.
      WITH below AS MATERIALIZED (
        SELECT parent, count(*) AS children, max(EXISTS (
          SELECT 1 FROM evidence WHERE evidence.edge = stemma_edge.key AND evidence.kind = 'credit')) AS named
        FROM stemma_edge GROUP BY parent)
      SELECT family.id, name FROM stemma_node AS lost JOIN family ON family.key = lost.family
        LEFT JOIN below ON below.parent = lost.key
      WHERE name IS NOT NULL AND coalesce(children, 0) < 2 AND NOT coalesce(named, 0)
      """
    ) {
      (
        "lost witness \($0.text(1)) has neither a credit that names it nor two children",
        "family \($0.text(0))"
      )
    }
    try nodes()
    try againstTheClock()
    try cycles()
  }

  /// That a stemma has the members of its family and says of others that they are guests; and that who else may have been
  /// copied stands in the same stemma.
  private mutating func nodes() throws {
    try report(
      9,
      """
      SELECT family.id, article.id FROM stemma_node JOIN family ON family.key = stemma_node.family
        JOIN article ON article.key = stemma_node.article
      WHERE other_family IS NULL AND NOT EXISTS (
        SELECT 1 FROM member WHERE member.article = stemma_node.article AND member.family = stemma_node.family)
      """
    ) { ("a stemma has \($0.text(1)) as its own, which is in another family", "family \($0.text(0))") }
    try report(
      9,
      """
      SELECT family.id, article.id FROM member JOIN family ON family.key = member.family
        JOIN article ON article.key = member.article
      WHERE EXISTS (SELECT 1 FROM stemma_node WHERE stemma_node.family = member.family) AND NOT EXISTS (
        SELECT 1 FROM stemma_node WHERE stemma_node.family = member.family AND stemma_node.article = member.article)
      """
    ) { ("a stemma lacks \($0.text(1)), a member of its family", "family \($0.text(0))") }
    try report(
      9,
      """
      SELECT family.id FROM alternative JOIN stemma_edge ON stemma_edge.key = alternative.edge
        JOIN stemma_node ON stemma_node.key = alternative.parent JOIN family ON family.key = stemma_edge.family
      WHERE stemma_node.family <> stemma_edge.family
      """
    ) { ("an arrow's alternative stands in another stemma", "family \($0.text(0))") }
  }

  /// A copy that came surely before what it was copied from, and no word about it. A source that states only when it was
  /// changed may have been there before.
  private mutating func againstTheClock() throws {
    try report(
      9,
      """
      SELECT family.id, a.id, b.id, a.published, b.published
      FROM stemma_edge JOIN family ON family.key = stemma_edge.family
        JOIN stemma_node AS parent ON parent.key = stemma_edge.parent JOIN article AS a ON a.key = parent.article
        JOIN stemma_node AS child ON child.key = stemma_edge.child JOIN article AS b ON b.key = child.article
      WHERE NOT EXISTS (
        SELECT 1 FROM evidence WHERE evidence.edge = stemma_edge.key AND evidence.kind = 'conflict')
        AND coalesce(json_extract(a.found, '$.published'), '') <> 'modified'
      """
    ) { row in
      guard let parent = try row.moment(3), let child = try row.moment(4), child.isSurelyBefore(parent) else {
        return nil
      }
      return (
        "an arrow (\(row.text(1)) to \(row.text(2))) runs against time without a word",
        "family \(row.text(0))"
      )
    }
  }

  private static let edges = """
    SELECT family.id, coalesce((SELECT id FROM article WHERE key = parent.article), parent.name),
      coalesce((SELECT id FROM article WHERE key = child.article), child.name)
    FROM stemma_edge JOIN family ON family.key = stemma_edge.family
      JOIN stemma_node AS parent ON parent.key = stemma_edge.parent
      JOIN stemma_node AS child ON child.key = stemma_edge.child
    """

  /// One family's arrows at a time, so that memory is bounded by the largest stemma.
  private mutating func cycles() throws {
    var family: (key: Int64, id: String)?
    var arrows: [(parent: Int64, child: Int64)] = []
    var cyclic: [String] = []
    func finish() {
      if let family, Self.hasCycle(arrows) { cyclic.append(family.id) }
      arrows.removeAll(keepingCapacity: true)
    }
    try Command(
      """
      SELECT family, parent, child, family.id FROM stemma_edge
      JOIN family ON family.key = stemma_edge.family ORDER BY stemma_edge.family
      """, database
    ).each { row in
      if family?.key != row.integer(0) {
        finish()
        family = (row.integer(0), row.text(3))
      }
      arrows.append((row.integer(1), row.integer(2)))
    }
    finish()
    for id in cyclic.prefix(limit) { note(9, "the stemma runs in a circle", "family \(id)") }
  }

  /// Kahn (1962), "Topological sorting of large networks": what cannot be taken off from the roots is in a circle.
  static func hasCycle(_ arrows: [(parent: Int64, child: Int64)]) -> Bool {
    var children: [Int64: [Int64]] = [:]
    var parents: [Int64: Int] = [:]
    for arrow in arrows {
      children[arrow.parent, default: []].append(arrow.child)
      parents[arrow.child, default: 0] += 1
    }
    var free = children.keys.filter { parents[$0] == nil }
    var taken = 0
    while let node = free.popLast() {
      for child in children[node] ?? [] {
        taken += 1
        parents[child, default: 0] -= 1
        if parents[child] == 0 { free.append(child) }
      }
    }
    return taken < arrows.count
  }
}
