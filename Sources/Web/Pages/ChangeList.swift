import Desk
import Export
import Press

/// Changes as they were and as they are, the differing words marked.
struct ChangeList {
  /// Changes of one kind that are listed at most.
  static let most = 60

  /// What one copy changed in comparison with one other page.
  struct Group {
    let copy: String
    let copyLabel: String
    let sourceLabel: String
    /// Label of the lost source, where another copy of it stands in.
    let lost: String?
    let isSpun: Bool
    let variants: [Variant]
  }

  let groups: [Group]
  let articles: [String: Article]
  /// What to say of who changed it, with a link to the evidence.
  let heading: (Group) -> HTML

  /// - Parameter kept: In any order; those of one copy and one source come together.
  static func groups(_ kept: [KeptChange]) -> [Group] {
    struct Key: Hashable {
      let copy: String
      let source: String
    }
    var order: [Key] = []
    var changes: [Key: [KeptChange]] = [:]
    for change in kept {
      let key = Key(copy: change.copy, source: change.source)
      if changes[key] == nil { order.append(key) }
      changes[key, default: []].append(change)
    }
    return order.compactMap { key in
      guard let own = changes[key], let first = own.first else { return nil }
      return Group(
        copy: key.copy, copyLabel: TextTree.clean(first.copyLabel),
        sourceLabel: TextTree.clean(first.sourceLabel), lost: first.lost.map(TextTree.clean),
        isSpun: first.isSpun, variants: own.map(variant))
    }
  }

  private static func variant(_ change: KeptChange) -> Variant {
    func reading(_ text: String, _ article: String, _ range: Range<Int>?) -> Variant.Reading {
      .init(text: text, witnesses: [.init(article: article, range: range)])
    }
    return Variant(
      family: change.family, kind: change.kind,
      readings: [
        reading(change.was, change.source, change.wasRange),
        reading(change.now, change.copy, change.nowRange),
      ])
  }

  /// Only of copies that can be told to have made the changes.
  static func groups(_ changes: [Desk.Changes]) -> [Group] {
    changes.filter(\.isDecided).map { change in
      Group(
        copy: change.copy.id, copyLabel: Wording.name(change.copy),
        sourceLabel: change.compared.first.map(Wording.name) ?? "its source",
        lost: change.lost.map(TextTree.clean), isSpun: change.isSpun, variants: change.variants)
    }
  }

  func count(_ kind: Variant.Kind) -> Int {
    groups.reduce(0) { $0 + $1.variants.count { $0.kind == kind } }
  }

  /// Changes of one kind, those by people before those by machines.
  func entries(_ kind: Variant.Kind) -> HTML {
    var html: [HTML] = []
    var leftOut = 0
    for group in groups.filter({ !$0.isSpun }) + groups.filter(\.isSpun) {
      for variants in bunches(group.variants.filter { $0.kind == kind }) {
        guard html.count < Self.most else {
          leftOut += variants.count
          continue
        }
        html.append(entry(group, variants))
      }
    }
    if leftOut > 0 {
      html.append("<p class=\"note\">And \(Wording.number(leftOut)) more that are not listed here.</p>")
    }
    return html.joined("\n")
  }

  /// What stands close together is shown together; a quotation stands for itself.
  private func bunches(_ variants: [Variant]) -> [[Variant]] {
    guard let kind = variants.first?.kind else { return [] }
    return kind == .quotation || kind == .headline ? variants.map { [$0] } : HTMLWording.groups(variants)
  }

  private func entry(_ group: Group, _ variants: [Variant]) -> HTML {
    let (was, now) = wording(variants)
    let lost = group.lost.map { "; \($0), its source, is lost" } ?? ""
    return """
      <div class="change"><p class="by">\(heading(group))</p>
      <div class="pair"><p class="was"><span class="tag">was, in \(group.sourceLabel)\(lost)</span> \(was)</p>
      <p class="is"><span class="tag">is, in \(group.copyLabel)</span> \(now)</p></div></div>
      """
  }

  private func wording(_ variants: [Variant]) -> (was: HTML, now: HTML) {
    guard let first = variants.first, first.kind == .quotation || first.kind == .headline else {
      func article(_ reading: Variant.Reading?) -> Article? {
        (reading?.witnesses.first?.article).flatMap { articles[$0] }
      }
      let wording = HTMLWording(
        variants, source: article(variants.first?.readings.first),
        copy: article(variants.first?.readings.last))
      return (HTML(raw: wording.before), HTML(raw: wording.after))
    }
    let marks = WordMarks(first.readings.first?.text ?? "", first.readings.last?.text ?? "")
    return first.kind == .quotation ? ("“\(marks.was)”", "“\(marks.now)”") : (marks.was, marks.now)
  }
}
