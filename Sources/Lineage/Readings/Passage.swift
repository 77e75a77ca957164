/// What going along an arrow costs, at all places.
struct Passage {
  /// A place at which rows differ.
  struct Place {
    /// Where its readings begin in a line, how many they are, and where its costs begin.
    let offset: Int
    let count: Int
    let change: Int
  }

  let places: [Place]
  /// By place, what it costs to make a reading of another.
  let change: [Int32]

  /// From what a node costs to what the arrow to it costs, by the parent's reading.
  func up(_ from: ArraySlice<Int32>, to: UnsafeMutableBufferPointer<Int32>) {
    pass(from, to) { $0 * $2 + $1 }
  }

  /// From what the rest costs by the parent's reading to what it costs by the child's.
  func down(_ from: ArraySlice<Int32>, to: UnsafeMutableBufferPointer<Int32>) {
    pass(from, to) { $1 * $2 + $0 }
  }

  @inline(__always)
  private func pass(
    _ from: ArraySlice<Int32>, _ to: UnsafeMutableBufferPointer<Int32>, _ index: (Int, Int, Int) -> Int
  ) {
    from.withUnsafeBufferPointer { from in
      change.withUnsafeBufferPointer { change in
        for place in places {
          let n = place.count
          for a in 0..<n {
            var best = Int32.max
            for b in 0..<n {
              best = min(best, change[place.change + index(a, b, n)] &+ from[place.offset + b])
            }
            to[place.offset + a] = min(best, 4 * ReadingCosts.never)
          }
        }
      }
    }
  }
}
