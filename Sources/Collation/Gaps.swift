import Language
import Matching

/// The places of a passage at which the two texts differ, each as what belongs together: a phrase replaced by a phrase.
enum Gaps {
  /// Words of the one text and what the other has for them; either may be empty.
  typealias Change = (left: Range<Int>, right: Range<Int>)

  /// Words between two changes that are one: the same words in another order.
  private static let mostBetween = 3

  /// Words between two passages, on either side, that are taken for a change and not for a cut beside an addition.
  private static let mostBetweenPassages = 12

  /// Passages in the order of the first text; those that follow each other in both texts, with little between, are one.
  static func joined(_ alignments: [Alignment]) -> [Alignment] {
    var joined: [Alignment] = []
    let starts = alignments.map(\.b.lowerBound).sorted()
    for next in alignments {
      guard let last = joined.last, last.a.upperBound <= next.a.lowerBound,
        last.b.upperBound <= next.b.lowerBound,
        next.a.lowerBound - last.a.upperBound <= mostBetweenPassages,
        next.b.lowerBound - last.b.upperBound <= mostBetweenPassages,
        // No other passage stands between the two in the second text, which no passage overlaps.
        !hasElement(starts, within: last.b.upperBound..<next.b.lowerBound)
      else {
        joined.append(next)
        continue
      }
      joined[joined.count - 1] = Alignment(runs: last.runs + next.runs)
    }
    return joined
  }

  private static func hasElement(_ sorted: [Int], within range: Range<Int>) -> Bool {
    sorted.contains { range.contains($0) }
  }

  /// What lies between the runs of a passage, widened to whole figures; what would overlap then, and what is the same
  /// words in another order ("Li said", "said Li"), is one.
  static func of(_ passage: Alignment, _ a: CollatedText, _ b: CollatedText) -> [Change] {
    var gaps: [Change] = []
    for (before, after) in zip(passage.runs, passage.runs.dropFirst()) {
      let between: Change = ((before.a + before.count)..<after.a, (before.b + before.count)..<after.b)
      let change = shifted(between, by: -before.count...after.count, a, b)
      let (left, right) = Stretch.withWholeFigures(Stretch(a, change.left), Stretch(b, change.right))
      let gap: Change = (left.range, right.range)
      guard let last = gaps.last else {
        gaps.append(gap)
        continue
      }
      let isOverlapping =
        gap.left.lowerBound < last.left.upperBound || gap.right.lowerBound < last.right.upperBound
      if isOverlapping || isReordered(last, gap, a, b) {
        gaps[gaps.count - 1] = (
          last.left.lowerBound..<max(last.left.upperBound, gap.left.upperBound),
          last.right.lowerBound..<max(last.right.upperBound, gap.right.upperBound)
        )
      } else {
        gaps.append(gap)
      }
    }
    return gaps
  }

  /// What is put in between words that it begins or ends with itself may as well stand further on: "said, the crew told"
  /// has "the crew told" where "the" follows, or "crew told the". It is taken to stand where sentences, or at least pauses,
  /// part it from the rest.
  private static func shifted(
    _ change: Change, by most: ClosedRange<Int>, _ a: CollatedText, _ b: CollatedText
  ) -> Change {
    guard change.left.isEmpty != change.right.isEmpty else { return change }
    let (text, range) = change.left.isEmpty ? (b, change.right) : (a, change.left)
    func weight(_ shift: Int) -> Int {
      [range.lowerBound + shift, range.upperBound + shift].reduce(0) { sum, at in
        guard at < text.words.count else { return sum + 4 }
        let traits = text.words[at].traits
        return sum
          + (traits.contains(.paragraphStart)
            ? 4 : traits.contains(.sentenceStart) ? 3 : text.hasPause(before: at) ? 2 : 0)
      }
    }
    var best = (shift: 0, weight: weight(0))
    for step in [-1, 1] {
      var shift = 0
      while abs(shift) < mostShift, most.contains(shift + step) {
        // The word that leaves the stretch at one end must be the one that enters it at the other.
        let (out, into) =
          step > 0
          ? (range.lowerBound + shift, range.upperBound + shift)
          : (range.upperBound + shift - 1, range.lowerBound + shift - 1)
        guard text.words.indices.contains(into), text.words[out].key == text.words[into].key else { break }
        shift += step
        let weight = weight(shift)
        if weight > best.weight { best = (shift, weight) }
      }
    }
    func moved(_ range: Range<Int>) -> Range<Int> {
      range.lowerBound + best.shift..<range.upperBound + best.shift
    }
    return (moved(change.left), moved(change.right))
  }

  private static let mostShift = 8

  private static func isReordered(_ first: Change, _ second: Change, _ a: CollatedText, _ b: CollatedText)
    -> Bool
  {
    guard second.left.lowerBound - first.left.upperBound <= mostBetween,
      first.left.count + second.left.count == first.right.count + second.right.count,
      first.left.count + second.left.count <= 2 * mostBetween
    else { return false }
    func keys(_ text: CollatedText, _ x: Range<Int>, _ y: Range<Int>) -> [UInt32] {
      (text.words[x] + text.words[y]).map(\.key).sorted()
    }
    return keys(a, first.left, second.left) == keys(b, first.right, second.right)
  }

  /// A change as the pieces that are changes of their own: a stretch cut or added beside a replaced one, and what lies on
  /// either side of the end of a quotation or a paragraph.
  static func parted(_ gap: Change, _ a: CollatedText, _ b: CollatedText) -> [Change] {
    split(gap, a, b).flatMap { partedAtQuotations($0, a, b) }.filter { !$0.left.isEmpty || !$0.right.isEmpty }
  }

  /// What somebody is quoted as saying and what the reporter goes on with are two changes, and so are two paragraphs. Where
  /// one text has more such pieces than the other, those beyond, at the head or at the tail, were cut or added.
  private static func partedAtQuotations(_ change: Change, _ a: CollatedText, _ b: CollatedText) -> [Change] {
    let (left, right) = (stretches(a, change.left), stretches(b, change.right))
    guard max(left.count, right.count) > 1, min(left.count, right.count) > 0 else { return [change] }
    let count = min(left.count, right.count)
    let (longer, shorter) = left.count > count ? (left, right) : (right, left)
    let excess = longer.count - count
    let sorts = shorter.map(\.sort)
    let skipped: Int
    if longer.prefix(count).map(\.sort) == sorts {
      skipped = 0
    } else if longer.suffix(count).map(\.sort) == sorts {
      skipped = excess
    } else {
      return [change]
    }
    let isLeft = left.count > count
    func only(_ pieces: ArraySlice<Piece>, _ place: Int) -> [Change] {
      pieces.map { isLeft ? ($0.range, place..<place) : (place..<place, $0.range) }
    }
    let other = isLeft ? change.right : change.left
    return only(longer.prefix(skipped), other.lowerBound)
      + zip(longer[skipped..<skipped + count], shorter).map {
        isLeft ? ($0.range, $1.range) : ($1.range, $0.range)
      } + only(longer[(skipped + count)...], other.upperBound)
  }

  /// A part of a stretch that lies in one paragraph, and in one quotation or none.
  private struct Piece {
    /// What two pieces have in common that may answer to each other.
    struct Sort: Equatable {
      let isQuoted, beginsParagraph: Bool
    }

    var range: Range<Int>
    let sort: Sort
  }

  private static func stretches(_ text: CollatedText, _ range: Range<Int>) -> [Piece] {
    var found: [Piece] = []
    for index in range {
      let sort = Piece.Sort(
        isQuoted: text.quotation(of: index) != nil,
        beginsParagraph: text.words[index].traits.contains(.paragraphStart))
      if let last = found.last, last.sort.isQuoted == sort.isQuoted, !sort.beginsParagraph {
        found[found.count - 1].range = last.range.lowerBound..<index + 1
      } else {
        found.append(Piece(range: index..<index + 1, sort: sort))
      }
    }
    return found
  }

  /// Words by which one side of a change may exceed the other and still be taken for its replacement.
  private static let mostExcess = 6

  /// Parts a replaced word from a stretch cut or added beside it: the shorter side is held against the head and the
  /// tail of the longer, and stays with the one that it is more like.
  private static func split(_ change: Change, _ a: CollatedText, _ b: CollatedText) -> [Change] {
    let (left, right) = change
    let size = min(left.count, right.count)
    guard size > 0, abs(left.count - right.count) > Self.mostExcess else { return [change] }
    let isHead =
      likeness(left.prefix(size), right.prefix(size), a, b)
      >= likeness(left.suffix(size), right.suffix(size), a, b)
    if isHead {
      let inner: Change = (
        left.lowerBound..<left.lowerBound + size, right.lowerBound..<right.lowerBound + size
      )
      return [inner, (inner.left.upperBound..<left.upperBound, inner.right.upperBound..<right.upperBound)]
    }
    let inner: Change = (left.upperBound - size..<left.upperBound, right.upperBound - size..<right.upperBound)
    return [(left.lowerBound..<inner.left.lowerBound, right.lowerBound..<inner.right.lowerBound), inner]
  }

  /// Letters with which words in the same places begin alike.
  private static func likeness(
    _ left: Range<Int>, _ right: Range<Int>, _ a: CollatedText, _ b: CollatedText
  ) -> Int {
    zip(left, right).reduce(0) { sum, pair in
      let x = a.bytes[a.words[pair.0].range]
      let y = b.bytes[b.words[pair.1].range]
      return sum + zip(x, y).prefix { ($0 | 0x20) == ($1 | 0x20) }.count
    }
  }
}
