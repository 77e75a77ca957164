import Press

extension SiteLines {
  /// The article without its outlet's lines, which go to its furniture: for text that was read from a page, and is
  /// ours to cut. What is left has its ranges where the words now stand; a credit in a line that goes stays a credit,
  /// in the furniture.
  public func cutting(_ article: Article) -> Article {
    let lines = lines(of: article)
    guard !lines.isEmpty else { return article }
    // A credit or a block of several lines stays whole.
    let marks = article.credits.compactMap(\.range) + article.blocks.map(\.range)
    let cut = lines.compactMap(\.range).filter { line in
      marks.allSatisfy {
        !$0.overlaps(line) || line.lowerBound <= $0.lowerBound && $0.upperBound <= line.upperBound
      }
    }
    let gaps = Gaps(cut, in: article.text)
    guard !gaps.isEmpty, !gaps.leaveNothing else { return article }
    var left = article
    left.text = gaps.rest
    left.dateline?.range = article.dateline?.range.map(gaps.moved)
    left.blocks = article.blocks.compactMap { block in
      gaps.line(of: block.range) == nil
        ? Article.Block(kind: block.kind, range: gaps.moved(block.range)) : nil
    }
    let first = article.furniture.count
    left.furniture = article.furniture.map {
      Furniture(kind: $0.kind, text: $0.text, range: $0.range.map(gaps.moved))
    }
    left.furniture += lines.filter { $0.range.map(cut.contains) == true }.map {
      Furniture(kind: $0.kind, text: $0.text)
    }
    for index in left.credits.indices {
      guard let range = left.credits[index].range else { continue }
      guard let line = gaps.line(of: range) else {
        left.credits[index].range = gaps.moved(range)
        continue
      }
      left.credits[index].place = .furniture
      left.credits[index].range = nil
      left.credits[index].line = first + line
      left.credits[index].lineRange =
        (range.lowerBound - cut[line].lowerBound)..<(range.upperBound - cut[line].lowerBound)
    }
    return left
  }
}

/// What is taken out of a text: whole lines, each with the break behind it, or, for those at the end, before it.
private struct Gaps {
  private let text: String
  private let lines: [Range<Int>]
  /// Sorted, disjoint.
  private let gaps: [Range<Int>]

  /// - Parameter lines: Lines of `text`, in its order.
  init(_ lines: [Range<Int>], in text: String) {
    self.text = text
    self.lines = lines
    let spans = Lines.spans(text).spans
    var gaps: [Range<Int>] = []
    var (next, kept) = (0, 0)
    for (index, span) in spans.enumerated() {
      guard next < lines.count, lines[next] == span else {
        kept = span.upperBound
        continue
      }
      next += 1
      let end = index + 1 < spans.count ? spans[index + 1].lowerBound : text.utf8.count
      if let last = gaps.last, last.upperBound == span.lowerBound {
        gaps[gaps.count - 1] = last.lowerBound..<end
      } else {
        gaps.append(span.lowerBound..<end)
      }
    }
    // No break is left behind the last line that stays.
    if let last = gaps.last, last.upperBound == text.utf8.count {
      gaps[gaps.count - 1] = kept..<last.upperBound
    }
    self.gaps = gaps
  }

  var isEmpty: Bool { gaps.isEmpty }

  var leaveNothing: Bool { gaps.reduce(0) { $0 + $1.count } >= text.utf8.count }

  /// What is left of the text.
  var rest: String {
    var bytes: [UInt8] = []
    var at = 0
    let all = Array(text.utf8)
    for gap in gaps {
      bytes += all[at..<gap.lowerBound]
      at = gap.upperBound
    }
    return String(decoding: bytes + all[at...], as: UTF8.self)
  }

  /// Which of the lines holds `range`.
  func line(of range: Range<Int>) -> Int? {
    lines.firstIndex { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }

  /// Where a range stands in what is left.
  func moved(_ range: Range<Int>) -> Range<Int> { moved(range.lowerBound)..<moved(range.upperBound) }

  private func moved(_ offset: Int) -> Int {
    offset - gaps.reduce(0) { $0 + max(0, min(offset, $1.upperBound) - $1.lowerBound) }
  }
}
