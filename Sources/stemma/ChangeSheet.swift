import Desk
import Export
import Press

/// What copies changed, on a terminal: the findings that matter first, quotations in full.
struct ChangeSheet {
  let look: Look

  /// "2 numbers, 1 cut", the weightiest first.
  static func summary(_ variants: [Variant]) -> String {
    let shown = standing(variants)
    if shown.isEmpty { return "nothing" }
    return Variant.Kind.byWeight.compactMap { kind in
      let count = shown.count { $0.kind == kind }
      return count == 0 ? nil : counted(count, name(kind, 1), name(kind, 2))
    }.joined(separator: ", ")
  }

  static func name(_ kind: Variant.Kind, _ count: Int) -> String {
    switch kind {
    case .quotation: count == 1 ? "altered quotation" : "altered quotations"
    case .number, .name, .headline, .spelling, .date, .attribution, .negation:
      kind.rawValue + (count == 1 ? "" : "s")
    case .substituted, .moved, .cut, .added: kind.rawValue
    }
  }

  /// The variants without those that only say what was altered in a quotation which is among them.
  static func standing(_ variants: [Variant]) -> [Variant] {
    let quotations = variants.filter { $0.kind == .quotation }.compactMap(place)
    var covered: [String: [Range<Int>]] = [:]
    for quotation in quotations { covered[quotation.article, default: []].append(quotation.range) }
    return variants.filter { variant in
      guard variant.kind != .quotation, variant.kind != .headline, let own = place(variant),
        let ranges = covered[own.article]
      else { return true }
      return !ranges.contains {
        $0.lowerBound <= own.range.lowerBound && own.range.upperBound <= $0.upperBound
      }
    }
  }

  private static func place(_ variant: Variant) -> (article: String, range: Range<Int>)? {
    guard let witness = variant.readings.last?.witnesses.first, let range = witness.range else { return nil }
    return (witness.article, range)
  }

  /// Heading and lines for one copy; empty when it changed nothing of the `kinds` and no numbers are asked for.
  ///
  /// - Parameter numbers: Whether it is said how much of its source the copy has.
  func lines(_ changes: Desk.Changes, kinds: Set<Variant.Kind>? = nil, numbers: Bool = false, most: Int)
    -> [String]
  {
    let variants = changes.variants.filter { kinds?.contains($0.kind) ?? true }
    guard !variants.isEmpty || numbers && !changes.compared.isEmpty else { return [] }
    return look.wrapped(heading(changes, variants), indent: 4).map {
      Self.bolded($0, Self.name(changes.copy), look)
    }
      + (numbers ? reuse(changes) : []) + lines(variants, most: most)
  }

  /// The name that a heading begins with, made bold after the line was cut to its length.
  private static func bolded(_ line: String, _ name: String, _ look: Look) -> String {
    line.hasPrefix(name) ? look.bold(name) + line.dropFirst(name.count) : line
  }

  private func heading(_ changes: Desk.Changes, _ variants: [Variant]) -> String {
    let copy = Self.name(changes.copy)
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

  /// How much of the source the copy has, how much of the copy the source, and the longest passage.
  private func reuse(_ changes: Desk.Changes) -> [String] {
    guard let reuse = changes.reuse, let compared = changes.compared.first else { return [] }
    // Where the source is lost nothing is known of its length.
    let shares =
      changes.lost == nil
      ? "\(Self.percent(reuse.sourceShare)) of the source reused · \(Self.percent(reuse.copyShare)) of the copy copied"
      : "\(Self.percent(reuse.copyShare)) of it is in \(Self.name(compared)) too"
    guard let longest = reuse.longest else {
      return look.wrapped(shares, behind: "  ", indent: 2).map(look.dim)
    }
    let bytes = Array(changes.copy.text.utf8)
    let text = String(decoding: bytes[longest.copy.clamped(to: 0..<bytes.count)], as: UTF8.self)
    let head = TextTree.clean(text).split(separator: " ").prefix(8).joined(separator: " ")
    return look.wrapped(
      "\(shares) · longest passage \(counted(longest.words, "word", "words")): “\(head)\(longest.words > 8 ? " …" : "")”",
      behind: "  ", indent: 2
    ).map(look.dim)
  }

  private static func percent(_ share: Double) -> String {
    // Nearly all is not all.
    let rounded = Int((share * 100).rounded())
    return "\(share < 1 ? min(rounded, 99) : rounded) %"
  }

  /// One line a variant, the weightiest first; an altered quotation in full, as it was and as it is.
  func lines(_ variants: [Variant], most: Int) -> [String] {
    var lines: [String] = []
    var shown = 0
    let standing = Self.standing(variants)
    for variant in Variant.Kind.byWeight.flatMap({ kind in standing.filter { $0.kind == kind } }) {
      if shown >= most {
        lines.append(look.dim("  … and \(standing.count - shown) more (--all lists them)"))
        break
      }
      shown += 1
      lines += line(variant)
    }
    return lines
  }

  private func line(_ variant: Variant) -> [String] {
    let lead = "  " + look.dim(variant.kind.rawValue.padding(to: 11)) + " "
    guard variant.kind == .quotation, variant.readings.count == 2 else {
      return look.wrapped(change(variant), behind: lead, indent: 14)
    }
    let blank = String(repeating: " ", count: 14)
    let (was, now) = (variant.readings[0].text, variant.readings[1].text)
    return look.wrapped("“\(TextTree.clean(was))”", behind: lead + "was ", indent: 18)
      + look.wrapped("“\(TextTree.clean(now))”", behind: blank + "is  ", indent: 18)
  }

  private func change(_ variant: Variant) -> String {
    let before = Self.short(variant.readings.first?.text ?? "")
    let after = Self.short(variant.readings.dropFirst().first?.text ?? "")
    switch variant.kind {
    case .cut: return "“\(before)”"
    case .added: return "“\(after)”"
    case .moved where before == after: return "“\(before)”"
    default: return (before.isEmpty ? "–" : "“\(before)”") + " → " + (after.isEmpty ? "–" : "“\(after)”")
    }
  }

  /// What to call an article in a sentence.
  static func name(_ article: Article) -> String {
    TextTree.clean(article.outlet ?? article.source.split(separator: "/").last.map(String.init) ?? article.id)
  }

  static func short(_ text: String) -> String {
    let clean = TextTree.clean(text)
    return clean.count > 90 ? clean.prefix(60) + " … " + clean.suffix(25) : clean
  }
}
