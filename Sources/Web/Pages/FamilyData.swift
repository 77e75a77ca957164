import Desk
import Export
import Press

/// What one copy changed, for programs.
struct ChangeData: Encodable, Sendable {
  let copy: String
  let compared: [String]
  let lost: String?
  let spun: Bool
  /// Whether it can be said that the copy made the changes.
  let decided: Bool
  let variants: [Variant]

  init(_ change: Desk.Changes) {
    copy = change.copy.id
    compared = change.compared.map(\.id)
    lost = change.lost
    spun = change.isSpun
    decided = change.isDecided
    variants = change.variants
  }
}

/// A report for programs: all of its stemma, and the changes that its page shows.
struct FamilyData: Encodable, Sendable {
  let id: String
  let title: String
  let members: [String]
  let outlets: Int
  let lost: Int
  let span: Double?
  let stemma: Stemma
  let corrected: Bool
  let said: [KeptChange]
  let changes: [ChangeData]
  let notCompared: Int

  enum CodingKeys: String, CodingKey {
    case id, title, members, outlets, lost, span = "span_seconds", stemma, corrected
    case said = "changes_of_what_is_said", changes = "other_changes"
    case notCompared = "copies_not_compared"
  }

  init(_ material: FamilyMaterial) {
    id = material.family.id
    title = material.title
    members = material.family.members
    outlets = material.outlets
    lost = material.lost
    span = material.span
    stemma = material.stemma
    corrected = material.isCorrected
    said = material.kept
    changes = material.changes.map(ChangeData.init)
    notCompared = material.notCompared
  }

  /// A row for each arrow.
  static func table(_ material: FamilyMaterial) -> Page.Table {
    let nodes = Dictionary(
      material.stemma.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var table = Page.Table([
      "family", "to", "to_label", "from", "from_label", "from_lost", "kind", "confidence", "reason",
      "reason_kind",
    ])
    for edge in material.stemma.edges {
      table.rows.append([
        material.family.id, edge.to, nodes[edge.to]?.label ?? "", edge.from, nodes[edge.from]?.label ?? "",
        nodes[edge.from]?.lost == true ? "1" : "0", edge.kind.rawValue, Wording.decimal(edge.confidence),
        edge.evidence.first?.text ?? "", edge.evidence.first?.kind.rawValue ?? "",
      ])
    }
    return table
  }
}
