import Archive
import Press

/// What is known of a report without its texts.
struct ReportHead {
  let family: Family
  let stemma: Stemma
  let title: String

  init?(_ id: String, in archive: Archive) throws {
    guard let family = try archive.family(id) else { return nil }
    self.family = family
    stemma =
      try archive.stemma(family: id)
      ?? Stemma(
        family: id, nodes: family.members.map { Stemma.Node(id: $0, lost: false, label: $0) }, edges: [])
    let first = try (family.representative ?? family.members.first).flatMap { try archive.article(id: $0) }
    title = first.map(Wording.headline) ?? id
  }
}
