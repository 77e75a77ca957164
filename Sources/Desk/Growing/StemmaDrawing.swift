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
  let stop: StopRequest

  /// Draws the stemmata of `families`, and puts each in the place of the one that there is.
  func draw(_ families: some Sequence<Family>, counter: Counter) throws {
    var waiting: [FamilyMaterial] = []
    var articles = 0
    for family in families {
      try stop.check()
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
    let table = Table(materials)
    let group = DispatchGroup()
    // The transaction that we are in belongs to this thread: the drawing is done beside it while it waits.
    for _ in 0..<min(threads, materials.count) {
      DispatchQueue.global().async(group: group) { [stop] in table.work(until: stop) }
    }
    // Where it is to stop it waits for nobody: a drawing under way touches nothing, and ends by itself.
    while group.wait(timeout: .now() + .milliseconds(50)) == .timedOut { try stop.check() }
    try stop.check()
    for case let drawn? in table.drawn {
      try editor.set(drawn.stemma)
      try editor.set(drawn.entry)
    }
  }

  /// Families that several threads draw, and sum up.
  private final class Table: Sendable {
    private let materials: [FamilyMaterial]
    private let found: Mutex<[(stemma: Stemma, entry: ReportEntry)?]>
    private let next = Atomic<Int>(0)

    init(_ materials: [FamilyMaterial]) {
      self.materials = materials
      found = Mutex(Array(repeating: nil, count: materials.count))
    }

    var drawn: [(stemma: Stemma, entry: ReportEntry)?] { found.withLock(\.self) }

    func work(until stop: StopRequest) {
      while !stop.isRequested {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < materials.count else { return }
        let stemma = materials[number].stemma()
        let entry = materials[number].entry(stemma)
        found.withLock { $0[number] = (stemma, entry) }
      }
    }
  }
}
