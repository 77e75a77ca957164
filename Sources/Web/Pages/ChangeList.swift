import Desk
import Export
import Press

/// Changes as they were and as they are, the differing words marked.
struct ChangeList {
  /// Changes of one kind that are listed at most.
  static let most = 60

  let changes: [Desk.Changes]
  /// What to call who changed it, with a link to the evidence.
  let heading: (Desk.Changes) -> HTML

  /// The variants without those that only say what was altered in a quotation which is among them.
  static func standing(_ variants: [Variant]) -> [Variant] {
    let quotations = variants.filter { $0.kind == .quotation }.compactMap { copyRange($0) }
    return variants.filter { variant in
      guard variant.kind != .quotation, variant.kind != .headline, let own = copyRange(variant) else {
        return true
      }
      return !quotations.contains { $0.lowerBound <= own.lowerBound && own.upperBound <= $0.upperBound }
    }
  }

  /// Where a variant of a comparison stands in the copy.
  static func copyRange(_ variant: Variant) -> Range<Int>? { variant.readings.last?.witnesses.first?.range }

  /// How many of each kind, of all copies that can be told to have made them.
  static func counts(_ changes: [Desk.Changes]) -> [Variant.Kind: Int] {
    var counts: [Variant.Kind: Int] = [:]
    for change in changes where change.isDecided {
      for variant in standing(change.variants) { counts[variant.kind, default: 0] += 1 }
    }
    return counts
  }

  /// Changes of one kind, those by people before those by machines.
  func entries(_ kind: Variant.Kind) -> HTML {
    var html: [HTML] = []
    var leftOut = 0
    let decided = changes.filter(\.isDecided)
    for change in decided.filter({ !$0.isSpun }) + decided.filter(\.isSpun) {
      let own = Self.standing(change.variants).filter { $0.kind == kind }
      for group in HTMLWording.groups(own) {
        guard html.count < Self.most else {
          leftOut += group.count
          continue
        }
        html.append(entry(change, group))
      }
    }
    if leftOut > 0 {
      html.append("<p class=\"note\">And \(Wording.number(leftOut)) more that are not listed here.</p>")
    }
    return html.joined("\n")
  }

  private func entry(_ change: Desk.Changes, _ group: [Variant]) -> HTML {
    let wording = HTMLWording(group, source: change.compared.first, copy: change.copy)
    return """
      <div class="change"><p class="by">\(heading(change))</p>
      <div class="pair"><p class="was"><span class="tag">was, in \(source(change))</span> \(HTML(raw: wording.before))</p>
      <p class="is"><span class="tag">is, in \(Wording.name(change.copy))</span> \(HTML(raw: wording.after))</p></div></div>
      """
  }

  /// Who had it otherwise.
  private func source(_ change: Desk.Changes) -> String {
    let compared = change.compared.first.map(Wording.name) ?? "its source"
    guard let lost = change.lost.map(TextTree.clean) else { return compared }
    return change.compared.count > 1
      ? "most other copies of the lost \(lost)" : "\(compared); \(lost), its source, is lost"
  }
}
