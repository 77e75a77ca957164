import Export
import Press

/// Two texts beside each other, each change marked by its kind in both, with a strip at the side of each that shows how much
/// was changed where.
struct SideBySide {
  /// Bytes of a text, and changes, that are shown at most.
  private static let mostBytes = 400_000
  private static let mostChanges = 2_000

  private let source: Article
  private let copy: Article
  private let variants: [Variant]
  private let leftOut: Int

  /// Whether the copy has a page of its own: a text that is only traced has none.
  private let linksCopy: Bool

  init(source: Article, copy: Article, variants: [Variant], linksCopy: Bool = true) {
    self.source = source
    self.linksCopy = linksCopy
    self.copy = copy
    // In the order of the copy, so that numbers rise.
    let sorted = variants.sorted { Self.key($0) < Self.key($1) }
    self.variants = Array(sorted.prefix(Self.mostChanges))
    leftOut = sorted.count - self.variants.count
  }

  private static func key(_ variant: Variant) -> (Int, Int, Int) {
    let place = range(variant, .copy) ?? -1..<0
    return (place.lowerBound, -place.upperBound, range(variant, .source)?.lowerBound ?? -1)
  }

  enum Side: String {
    case source, copy
  }

  private static func range(_ variant: Variant, _ side: Side) -> Range<Int>? {
    let reading = side == .source ? variant.readings.first : variant.readings.last
    return reading?.witnesses.first?.range
  }

  /// The letter that marks a kind beside its colour.
  static func key(_ kind: Variant.Kind) -> String {
    switch kind {
    case .quotation: "Q"
    case .negation: "¬"
    case .number: "#"
    case .date: "D"
    case .name: "N"
    case .attribution: "A"
    case .headline: "H"
    case .substituted: "R"
    case .moved: "M"
    case .cut: "C"
    case .added: "+"
    case .spelling: "S"
    }
  }

  var html: HTML {
    let most = max(source.text.utf8.count, copy.text.utf8.count)
    guard most <= Self.mostBytes else {
      return "<p class=\"note\">These texts are too long to be shown beside each other.</p>"
    }
    let more: HTML =
      leftOut > 0 ? "<p class=\"note\">\(Wording.number(leftOut)) more changes are not marked.</p>" : HTML()
    return """
      \(legend)\(more)
      <div class="texts">
      \(column(.source, source))
      \(column(.copy, copy))
      </div>
      """
  }

  private var legend: HTML {
    let items = Variant.Kind.byWeight.compactMap { kind -> HTML? in
      let count = variants.count { $0.kind == kind }
      guard count > 0 else { return nil }
      return
        "<li class=\"k-\(kind.rawValue)\"><span class=\"key\">\(Self.key(kind))</span> \(Wording.change(kind, count)) <span class=\"n\">\(count)</span></li>"
    }
    guard !items.isEmpty else { return "<p>The two have the same words throughout.</p>" }
    return """
      <ul class="legend" aria-label="Kinds of change">\(items)</ul>
      <p class="note keys">Keys: <kbd>n</kbd> next change, <kbd>p</kbd> previous change; the texts scroll together.</p>
      """
  }

  private func column(_ side: Side, _ article: Article) -> HTML {
    let paragraphs = Marking(article.text, spans(side)).paragraphs()
    let shown = paragraphs.enumerated().map { number, paragraph -> HTML in
      "<p id=\"\(side.rawValue)-p\(number + 1)\">\(paragraph.html)</p>"
    }
    let name = side == .copy && !linksCopy ? "This text" : Wording.name(article)
    let linked: HTML =
      side == .copy && !linksCopy ? "\(name)" : "<a href=\"\(Link.article(article.id))\">\(name)</a>"
    return """
      <section class="side" aria-labelledby="\(side.rawValue)-name">
      <h3 id="\(side.rawValue)-name"><span class="tag">\(side == .source ? "the source" : "the copy")</span> \
      \(linked) <span class="dim">\(Wording.time(article))</span></h3>
      <div class="flowed">
      \(heat(side, paragraphs.map(\.range)))
      <div class="flow" id="\(side.rawValue)" tabindex="0" role="region" aria-label="Text of \(name)">
      <p class="headline">\(headline(side, article))</p>
      \(shown.joined("\n"))
      </div></div>
      </section>
      """
  }

  private func headline(_ side: Side, _ article: Article) -> HTML {
    guard let number = variants.firstIndex(where: { $0.kind == .headline }) else {
      return HTML(escaping: Wording.headline(article))
    }
    let span = span(side, variants[number], number + 1, 0..<0)
    return span.open + HTML(escaping: Wording.headline(article)) + span.close
  }

  private func spans(_ side: Side) -> [Marking.Span] {
    variants.enumerated().compactMap { number, variant in
      Self.range(variant, side).map { span(side, variant, number + 1, $0) }
    }
  }

  private func span(_ side: Side, _ variant: Variant, _ number: Int, _ range: Range<Int>) -> Marking.Span {
    let (was, now) = (variant.readings.first?.text ?? "", variant.readings.last?.text ?? "")
    let isHere = side == .source ? !was.isEmpty : !now.isEmpty
    let other = side == .source ? now : was
    let kind = Wording.change(variant.kind)
    let told =
      other.isEmpty
      ? "\(kind): not in the \(side == .source ? "copy" : "source")"
      : "\(kind); the \(side == .source ? "copy" : "source") has: \(Wording.short(other, 300))"
    let tag: HTML = !isHere ? "span" : variant.kind == .moved ? "mark" : side == .source ? "del" : "ins"
    let counterpart = side == .source ? "copy" : "source"
    let note: HTML =
      "<a class=\"key\" id=\"\(side.rawValue)-v\(number)\" href=\"#\(counterpart)-v\(number)\" title=\"\(told)\" aria-label=\"Change \(number), \(told)\">\(Self.key(variant.kind))\(number)</a>"
    let open: HTML = "<\(tag) class=\"v k-\(variant.kind.rawValue)\(isHere ? HTML() : " gone")\">"
    return Marking.Span(range, open + note, again: open, "</\(tag)>")
  }

  // MARK: The strip

  /// A bar for each paragraph, as high as it is long and as broad as it was changed, which leads to it.
  private func heat(_ side: Side, _ paragraphs: [Range<Int>]) -> HTML {
    let total = paragraphs.reduce(0) { $0 + $1.count }
    guard total > 0, !variants.isEmpty else { return "<div class=\"heat\"></div>" }
    let ranges = variants.compactMap { Self.range($0, side) }
    var bars: [HTML] = []
    var y = 0.0
    for (number, paragraph) in paragraphs.enumerated() {
      let height = Double(paragraph.count) / Double(total) * 1_000
      let changed = Self.changed(paragraph, ranges)
      let share = min(1, Double(changed) / Double(max(1, paragraph.count)))
      let level = share == 0 ? 0 : share < 0.05 ? 1 : share < 0.2 ? 2 : share < 0.5 ? 3 : 4
      let width = [1.5, 4, 7, 10, 14][level]
      let title = "Paragraph \(number + 1): \(share == 0 ? "nothing" : Wording.percent(share)) changed"
      bars.append(
        HTML(
          raw:
            "<a href=\"#\(side.rawValue)-p\(number + 1)\" tabindex=\"-1\"><title>\(title)</title><rect class=\"all\" x=\"0\" y=\"\(Self.n(y))\" width=\"14\" height=\"\(Self.n(height))\"/><rect class=\"h\(level)\" x=\"0\" y=\"\(Self.n(y))\" width=\"\(Self.n(width))\" height=\"\(Self.n(max(1, height - 1.5)))\"/></a>"
        ))
      y += height
    }
    return """
      <svg class="heat" viewBox="0 0 14 1000" width="14" preserveAspectRatio="none" role="group" \
      aria-label="How much of each paragraph was changed">\(bars)</svg>
      """
  }

  private static func n(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

  /// Bytes of the paragraph that a change touches; a place where something is lacking counts as a few.
  private static func changed(_ paragraph: Range<Int>, _ ranges: [Range<Int>]) -> Int {
    var marked: [Range<Int>] = []
    var points = 0
    for range in ranges {
      if range.isEmpty {
        if paragraph.contains(range.lowerBound) || range.lowerBound == paragraph.upperBound { points += 12 }
      } else if range.overlaps(paragraph) {
        marked.append(range.clamped(to: paragraph))
      }
    }
    marked.sort { $0.lowerBound < $1.lowerBound }
    var (count, end) = (points, paragraph.lowerBound)
    for range in marked where range.upperBound > end {
      count += range.upperBound - max(end, range.lowerBound)
      end = range.upperBound
    }
    return count
  }
}
