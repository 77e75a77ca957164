import Archive
import Desk
import Export
import Press

/// What copies changed, on a terminal: the findings that matter first, quotations in full.
struct ChangeSheet {
  let look: Look

  /// The kinds in the order of their weight in a newsroom.
  static let order: [Variant.Kind] = [
    .quotation, .negation, .number, .name, .date, .attribution, .headline, .substituted, .moved, .cut, .added,
    .spelling,
  ]

  /// "2 numbers, 1 cut", the weightiest first.
  static func summary(_ variants: [Variant]) -> String {
    if variants.isEmpty { return "nothing" }
    return order.compactMap { kind in
      let count = variants.filter { $0.kind == kind }.count
      return count == 0 ? nil : counted(count, name(kind, 1), name(kind, 2))
    }.joined(separator: ", ")
  }

  private static func name(_ kind: Variant.Kind, _ count: Int) -> String {
    switch kind {
    case .quotation: count == 1 ? "change within quotation marks" : "changes within quotation marks"
    case .number, .name, .headline, .spelling, .date, .attribution, .negation:
      kind.rawValue + (count == 1 ? "" : "s")
    case .substituted, .moved, .cut, .added: kind.rawValue
    }
  }

  /// Heading and lines for one copy; empty when it changed nothing of the `kinds`.
  func lines(_ changes: Desk.Changes, kinds: Set<Variant.Kind>? = nil, most: Int) -> [String] {
    let variants = changes.variants.filter { kinds?.contains($0.kind) ?? true }
    guard !variants.isEmpty else { return [] }
    return [heading(changes, variants)] + lines(variants, changes.compared.first, changes.copy, most: most)
  }

  private func heading(_ changes: Desk.Changes, _ variants: [Variant]) -> String {
    let copy = look.bold(Self.name(changes.copy))
    let summary = Self.summary(variants)
    guard let first = changes.compared.first else { return "\(copy): \(summary)" }
    guard let lost = changes.lost else { return "\(copy), compared with \(Self.name(first)): \(summary)" }
    let original = TextTree.clean(lost)
    if changes.compared.count > 1 {
      let others = changes.compared.map(Self.name).joined(separator: ", ")
      return "\(copy), unlike most other copies of the lost \(original) (\(others)): \(summary)"
    }
    if changes.isSpun {
      return "\(copy), spun, compared with \(Self.name(first)): \(summary) (\(original), its source, is lost)"
    }
    return "\(copy), compared with \(Self.name(first)): \(summary)"
      + " (\(original), its source, is lost: either of the two may have made a change)"
  }

  /// One line a variant; changes within one quotation together, with the whole quotation before and after.
  func lines(_ variants: [Variant], _ source: Article?, _ copy: Article, most: Int) -> [String] {
    var lines: [String] = []
    var shown = 0
    var quotations: Set<Range<Int>> = []
    for variant in Self.order.flatMap({ kind in variants.filter { $0.kind == kind } }) {
      if shown >= most {
        lines.append(look.dim("  … and \(variants.count - shown) more (--all lists them)"))
        break
      }
      shown += 1
      if variant.kind == .quotation, let source, let quoted = Quoted(variant, source, copy) {
        guard quotations.insert(quoted.place).inserted else { continue }
        lines.append("  \(look.dim("quotation".padding(to: 11))) was “\(TextTree.clean(quoted.before))”")
        lines.append("  \("".padding(to: 11)) is  “\(TextTree.clean(quoted.after))”")
      } else {
        lines.append("  \(look.dim(variant.kind.rawValue.padding(to: 11))) \(change(variant))")
      }
    }
    return lines
  }

  private func change(_ variant: Variant) -> String {
    let before = Self.short(variant.readings.first?.text ?? "")
    let after = Self.short(variant.readings.dropFirst().first?.text ?? "")
    switch variant.kind {
    case .cut: return "“\(before)”"
    case .added: return "“\(after)”"
    default: return (before.isEmpty ? "–" : "“\(before)”") + " → " + (after.isEmpty ? "–" : "“\(after)”")
    }
  }

  /// What to call an article in a sentence.
  static func name(_ article: Article) -> String {
    TextTree.clean(article.outlet ?? article.source.split(separator: "/").last.map(String.init) ?? article.id)
  }

  private static func short(_ text: String) -> String {
    let clean = TextTree.clean(text)
    return clean.count > 90 ? clean.prefix(60) + " … " + clean.suffix(25) : clean
  }
}

/// A changed quotation in full, as the source and as the copy have it.
private struct Quoted {
  let before: String
  let after: String
  /// Where it stands in the copy.
  let place: Range<Int>

  /// Bytes that are looked at on either side of a change for the quotation marks.
  private static let reach = 240

  init?(_ variant: Variant, _ source: Article, _ copy: Article) {
    guard let left = variant.readings.first?.witnesses.first?.range,
      let right = variant.readings.dropFirst().first?.witnesses.first?.range,
      let was = Self.quotation(around: left, Array(source.text.utf8)),
      let found = Self.quotation(around: right, Array(copy.text.utf8))
    else { return nil }
    before = was.text
    after = found.text
    place = found.range
  }

  /// The words between the marks around a range, or as much of them as lies within reach.
  private static func quotation(around range: Range<Int>, _ text: [UInt8]) -> (
    text: String, range: Range<Int>
  )? {
    guard range.upperBound <= text.count else { return nil }
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < reach, !isMark(text, start - 1), text[start - 1] != 0x0A {
      start -= 1
    }
    var end = range.upperBound
    while end < text.count, end - range.upperBound < reach, !isMark(text, end), text[end] != 0x0A { end += 1 }
    while start < end, text[start] & 0xC0 == 0x80 { start += 1 }
    while end > start, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return (String(decoding: text[start..<end], as: UTF8.self), start..<end)
  }

  /// Whether the byte at `at` belongs to a quotation mark: `"`, a curly one or a guillemet.
  private static func isMark(_ text: [UInt8], _ at: Int) -> Bool {
    if text[at] == 0x22 { return true }
    for lead in max(0, at - 2)...at {
      if text[lead] == 0xE2, lead + 2 < text.count, text[lead + 1] == 0x80,
        (0x9C...0x9E).contains(text[lead + 2])
      {
        return true
      }
      if text[lead] == 0xC2, lead + 1 >= at, lead + 1 < text.count,
        text[lead + 1] == 0xAB || text[lead + 1] == 0xBB
      {
        return true
      }
    }
    return false
  }
}
