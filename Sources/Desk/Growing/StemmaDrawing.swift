import Archive
import Dispatch
import Press
import Reading
import Synchronization

/// Draws the stemmata of families, and sums their reports up, from what an archive has of them, while its findings are being
/// changed.
struct StemmaDrawing {
  let editor: FindingsEditor
  let lines: SiteLines
  let threads: Int

  /// Draws the stemmata of `families`, and puts each in the place of the one that there is.
  func draw(_ families: some Sequence<Family>, counter: Counter) throws {
    var waiting: [FamilyMaterial] = []
    var articles = 0
    for family in families {
      let material = try material(of: family)
      waiting.append(material)
      articles += material.articles
      guard articles >= 512 else { continue }
      try flush(waiting)
      counter.add(waiting.count)
      (waiting, articles) = ([], 0)
    }
    try flush(waiting)
    counter.add(waiting.count)
  }

  private func material(of family: Family) throws -> FamilyMaterial {
    let members = Set(family.members)
    var pairs: [Pair] = []
    for member in family.members {
      // Each pair once: those within the family with their first member.
      for pair in try editor.copies(touching: member) where pair.a == member || !members.contains(pair.a) {
        pairs.append(pair)
      }
    }
    pairs.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    let guests = Set(pairs.flatMap { [$0.a, $0.b] }).subtracting(members).sorted()
    return FamilyMaterial(
      family: family, members: try family.members.compactMap(article),
      guests: try guests.compactMap { id in
        guard let article = try article(id), let other = try editor.familyID(of: id) else { return nil }
        return (article, other)
      }, pairs: pairs)
  }

  private func article(_ id: String) throws -> Article? { try editor.article(id: id).map(lines.marking) }

  private func flush(_ materials: [FamilyMaterial]) throws {
    let drawn = Mutex<[(stemma: Stemma, entry: ReportEntry)?]>(Array(repeating: nil, count: materials.count))
    let next = Atomic<Int>(0)
    // The transaction that we are in belongs to this thread: the drawing is done beside it while it waits.
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, materials.count))) { _ in
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < materials.count else { return }
        let material = materials[number]
        let stemma = material.stemma()
        let entry = material.entry(stemma)
        drawn.withLock { $0[number] = (stemma, entry) }
      }
    }
    for case let drawn? in drawn.withLock({ $0 }) {
      try editor.set(drawn.stemma)
      try editor.set(drawn.entry)
    }
  }
}
