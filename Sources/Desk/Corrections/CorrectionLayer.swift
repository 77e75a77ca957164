import Archive
import Lineage
import Press
import Reading

/// Lays the corrections that hold over the findings, while those are being changed: what is shown is the findings with the
/// corrections applied, and the findings themselves stay as they are.
struct CorrectionLayer {
  let editor: FindingsEditor
  let lines: SiteLines

  /// Shows the families that corrections touch as they say, and all others as found.
  func lay() throws {
    let corrections = try editor.corrections()
    let corrected = try CorrectedFamilies(
      corrections,
      familyOf: { id in try editor.familyID(of: id).flatMap(editor.family) },
      pairs: editor.copies(touching:))
    let homes = Dictionary(
      corrected.families.flatMap { family in family.members.map { ($0, family.id) } },
      uniquingKeysWith: { first, _ in first })
    let entries = try corrected.families.map { family in
      let material = try material(of: family, corrections, homes)
      var stemma = material.stemma()
      for flip in corrections where flip.kind == .flip {
        guard let from = flip.articles.first, let to = flip.others.first else { continue }
        stemma = stemma.flipping(from: from, to: to, note: flip.note)
      }
      return (material.entry(stemma, isCorrected: true), stemma)
    }
    try editor.correct(entries, inPlaceOf: corrected.found.map(\.id))
  }

  private func material(
    of family: Family, _ corrections: [Correction], _ homes: [String: String]
  ) throws -> FamilyMaterial {
    let members = Set(family.members)
    var pairs: [Pair] = []
    var guests: Set<String> = []
    for member in family.members {
      for pair in try editor.copies(touching: member) {
        let other = pair.a == member ? pair.b : pair.a
        if members.contains(other) {
          if pair.a == member { pairs.append(pair) }
        } else if !arePart(member, other, corrections) {
          guests.insert(other)
          pairs.append(pair)
        }
      }
    }
    pairs.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    return FamilyMaterial(
      family: family, members: try family.members.compactMap { try article($0, corrections) },
      guests: try guests.sorted().compactMap { id in
        guard let article = try article(id, corrections), let home = try homes[id] ?? editor.familyID(of: id)
        else { return nil }
        return (article, home)
      }, pairs: pairs)
  }

  /// Whether a correction says that the two carry different reports.
  private func arePart(_ a: String, _ b: String, _ corrections: [Correction]) -> Bool {
    corrections.contains { correction in
      correction.kind == .split
        && (correction.articles.contains(a) && correction.others.contains(b)
          || correction.articles.contains(b) && correction.others.contains(a))
    }
  }

  /// The article without the credits that are said to be wrong.
  private func article(_ id: String, _ corrections: [Correction]) throws -> Article? {
    guard var article = try editor.article(id: id).map(lines.marking) else { return nil }
    for wrong in corrections where wrong.kind == .credit && wrong.articles == [id] {
      let names = Set(article.credits.filter { $0.text == wrong.text }.map(\.name))
      article.credits.removeAll { $0.text == wrong.text }
      if let agency = article.dateline?.agency, names.contains(agency) || agency == wrong.text {
        article.dateline?.agency = nil
      }
    }
    return article
  }
}
