/// The stretches of a copy's text that the sources found so far explain.
struct Explained {
  /// Byte ranges of the copy's text, in order, none touching another.
  private var ranges: [Range<Int>] = []

  /// Takes stretches that one more source explains, in any order.
  mutating func insert(_ more: [Range<Int>]) {
    var joined: [Range<Int>] = []
    for range in (ranges + more).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    ranges = joined
  }

  /// Takes the stretches that at least so many of `more` cover.
  mutating func insert(_ more: [Range<Int>], coveredBy least: Int) {
    guard least > 1 else { return insert(more) }
    let ends =
      more.flatMap { [(at: $0.lowerBound, step: 1), (at: $0.upperBound, step: -1)] }
      .sorted { ($0.at, $0.step) < ($1.at, $1.step) }
    var (depth, start) = (0, 0)
    var covered: [Range<Int>] = []
    for end in ends {
      if end.step > 0, depth + 1 == least { start = end.at }
      if end.step < 0, depth == least, start < end.at { covered.append(start..<end.at) }
      depth += end.step
    }
    insert(covered)
  }

  /// Bytes of each of `others` that nothing explains.
  func bytesLeft(of others: [Range<Int>]) -> [Int] {
    others.map { other in
      var left = other.count
      var at = firstRange(endingAfter: other.lowerBound)
      while at < ranges.count, ranges[at].lowerBound < other.upperBound {
        left -= ranges[at].clamped(to: other).count
        at += 1
      }
      return left
    }
  }

  private func firstRange(endingAfter offset: Int) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
