/// Sums over lists of byte ranges. All but ``union(_:)`` ask for lists that are sorted and disjoint.
enum Ranges {
  /// The same bytes as a sorted list of disjoint ranges.
  static func union(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  static func length(_ ranges: [Range<Int>]) -> Int { ranges.reduce(0) { $0 + $1.count } }

  /// Bytes that two lists have in common.
  static func overlap(_ a: [Range<Int>], _ b: [Range<Int>]) -> Int {
    var (i, j, common) = (0, 0, 0)
    while i < a.count, j < b.count {
      common += max(0, min(a[i].upperBound, b[j].upperBound) - max(a[i].lowerBound, b[j].lowerBound))
      if a[i].upperBound < b[j].upperBound { i += 1 } else { j += 1 }
    }
    return common
  }
}
