import Matching

/// The quotations of two texts that answer to each other along a passage, and which of them were altered.
struct QuotationPairs {
  /// A quotation of the one text and one of the other.
  private struct Pair: Hashable {
    let a, b: Int
  }

  /// As much of a pair as both texts have, in words.
  private struct Extent {
    var left, right: Range<Int>
    var isAltered = false

    mutating func take(_ a: Range<Int>, _ b: Range<Int>) {
      left = min(left.lowerBound, a.lowerBound)..<max(left.upperBound, a.upperBound)
      right = min(right.lowerBound, b.lowerBound)..<max(right.upperBound, b.upperBound)
    }
  }

  private let a, b: CollatedText
  private var extents: [Pair: Extent] = [:]

  /// The pairs that have words of a passage in common.
  init(_ a: CollatedText, _ b: CollatedText, _ passage: Alignment) {
    self.a = a
    self.b = b
    for run in passage.runs {
      for offset in 0..<run.count {
        let (i, j) = (run.a + offset, run.b + offset)
        guard let x = a.quotation(of: i), let y = b.quotation(of: j) else { continue }
        take(Pair(a: x, b: y), i..<i + 1, j..<j + 1)
      }
    }
  }

  /// Notes that a change altered what is quoted.
  mutating func alter(_ left: Stretch, _ right: Stretch) {
    guard let x = quotation(left), let y = quotation(right) else { return }
    take(Pair(a: x, b: y), left.range, right.range)
    extents[Pair(a: x, b: y)]?.isAltered = true
  }

  /// The quotations that were altered, in the order of the copy; as much of each as both texts have.
  var altered: [(left: Range<Int>, right: Range<Int>)] {
    extents.values.filter(\.isAltered).map { ($0.left, $0.right) }
      .sorted { ($0.right.lowerBound, $0.left.lowerBound) < ($1.right.lowerBound, $1.left.lowerBound) }
  }

  /// The quotation that a stretch is a part of, or that it would be put into.
  private func quotation(_ stretch: Stretch) -> Int? {
    let at = stretch.range.lowerBound
    if !stretch.isEmpty { return stretch.text.quotation(of: at) }
    return stretch.text.quotation(of: at - 1) ?? stretch.text.quotation(of: at)
  }

  private mutating func take(_ pair: Pair, _ left: Range<Int>, _ right: Range<Int>) {
    if extents[pair] == nil {
      extents[pair] = Extent(left: left, right: right)
    } else {
      extents[pair]?.take(left, right)
    }
  }
}
