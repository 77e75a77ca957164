import Archive
import Collation
import Dispatch
import Lineage
import Press
import Reading
import Synchronization

/// Draws the stemmata of families from what an archive has of them, while its findings are being changed.
struct StemmaDrawing {
  let editor: FindingsEditor
  let lines: SiteLines
  let threads: Int
  let stop: StopRequest

  /// What one stemma is drawn from.
  private struct Material: Sendable {
    let family: Family
    let members: [Article]
    let guests: [(article: Article, family: String)]
    let pairs: [Pair]

    var articles: Int { members.count + guests.count }
  }

  /// Draws the stemmata of `families`, and puts each in the place of the one that there is.
  func draw(_ families: some Sequence<Family>, counter: Counter) throws {
    var waiting: [Material] = []
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

  private func material(of family: Family) throws -> Material {
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
    return Material(
      family: family, members: try family.members.compactMap(article),
      guests: try guests.compactMap { id in
        guard let article = try article(id), let other = try editor.familyID(of: id) else { return nil }
        return (article, other)
      }, pairs: pairs)
  }

  private func article(_ id: String) throws -> Article? { try editor.article(id: id).map(lines.marking) }

  private func flush(_ materials: [Material]) throws {
    let table = Table(materials)
    let group = DispatchGroup()
    // The transaction that we are in belongs to this thread: the drawing is done beside it while it waits.
    for _ in 0..<min(threads, materials.count) {
      DispatchQueue.global().async(group: group) { [stop] in table.work(until: stop) }
    }
    // Where it is to stop it waits for nobody: a drawing under way touches nothing, and ends by itself.
    while group.wait(timeout: .now() + .milliseconds(50)) == .timedOut { try stop.check() }
    try stop.check()
    for stemma in table.drawn { if let stemma { try editor.set(stemma) } }
  }

  /// Families that several threads draw.
  private final class Table: Sendable {
    private let materials: [Material]
    private let stemmata: Mutex<[Stemma?]>
    private let next = Atomic<Int>(0)

    init(_ materials: [Material]) {
      self.materials = materials
      stemmata = Mutex(Array(repeating: nil, count: materials.count))
    }

    var drawn: [Stemma?] { stemmata.withLock(\.self) }

    func work(until stop: StopRequest) {
      while !stop.isRequested {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < materials.count else { return }
        let material = materials[number]
        let stemma = StemmaBuilder.stemma(
          of: material.family, members: material.members, guests: material.guests, pairs: material.pairs,
          apparatus: material.members.count > 1
            ? Collator.apparatus(of: material.members, family: material.family.id) : nil)
        stemmata.withLock { $0[number] = stemma }
      }
    }
  }
}
