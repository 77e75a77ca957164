// Hot loop: every feature of every article passes here. Plain integers, sorted by their digits.

/// A posting says that a text has a feature: the feature above, the text's number in the lower 24 bits.
enum Posting {
  static let textBits: UInt64 = 24
  /// Postings are kept apart by the highest byte of their feature, so that each bucket is sorted by itself.
  static let buckets = 256

  @inline(__always)
  static func bucket(_ posting: UInt64) -> Int { Int(posting >> 56) }

  @inline(__always)
  static func text(_ posting: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: posting) & 0xFF_FFFF }

  @inline(__always)
  static func feature(_ posting: UInt64) -> UInt64 { posting >> textBits }

  /// Sorts the postings of one bucket by feature, those of a feature staying in their order; `spare` is room for as many.
  static func sort(
    _ postings: UnsafeMutableBufferPointer<UInt64>, spare: UnsafeMutableBufferPointer<UInt64>
  ) {
    guard postings.count > 1 else { return }
    var from = postings
    var to = spare
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 2_048) { places in
      for shift in [UInt64(24), 35, 46] {
        places.initialize(repeating: 0)
        for posting in from { places[Int(posting >> shift & 0x7FF)] += 1 }
        var sum = 0
        for digit in 0..<2_048 { (places[digit], sum) = (sum, sum + places[digit]) }
        for posting in from {
          let digit = Int(posting >> shift & 0x7FF)
          to[places[digit]] = posting
          places[digit] += 1
        }
        swap(&from, &to)
      }
    }
    // After three passes the result lies in `spare`.
    _ = postings.update(fromContentsOf: spare[..<postings.count])
  }
}

/// Postings apart by bucket, in memory or in a file.
struct PostingRun: Sendable {
  /// Where each bucket begins, and the end of the last.
  var starts: [Int]
  /// The postings; empty when they lie in `file`.
  var postings: [UInt64]
  var file: ScratchFile?

  /// Puts `postings` apart.
  init(_ postings: UnsafeBufferPointer<UInt64>) {
    var starts = [Int](repeating: 0, count: Posting.buckets + 1)
    for posting in postings { starts[Posting.bucket(posting) + 1] += 1 }
    for bucket in 0..<Posting.buckets { starts[bucket + 1] += starts[bucket] }
    var fill = starts
    self.postings = Array(unsafeUninitializedCapacity: postings.count) { output, count in
      fill.withUnsafeMutableBufferPointer { fill in
        for posting in postings {
          let bucket = Posting.bucket(posting)
          output[fill[bucket]] = posting
          fill[bucket] += 1
        }
      }
      count = postings.count
    }
    self.starts = starts
  }

  /// Writes what several runs hold to a file, as one run behind its first `place` postings.
  ///
  /// - Throws: `ScratchError`.
  init(writing runs: [PostingRun], to file: ScratchFile, at place: Int) throws {
    starts = [place]
    postings = []
    self.file = file
    var at = place
    for bucket in 0..<Posting.buckets {
      for run in runs {
        try run.postings.withUnsafeBufferPointer { postings in
          let part = UnsafeBufferPointer(
            rebasing: postings[run.starts[bucket]..<run.starts[bucket + 1]])
          try file.write(part, at: at)
          at += part.count
        }
      }
      starts.append(at)
    }
  }

  /// Postings in a bucket.
  func count(_ bucket: Int) -> Int { starts[bucket + 1] - starts[bucket] }

  /// Copies a bucket's postings to `target`, which has room for just these.
  ///
  /// - Throws: `ScratchError`.
  func copy(_ bucket: Int, to target: UnsafeMutableBufferPointer<UInt64>) throws {
    if let file { return try file.read(into: target, at: starts[bucket]) }
    _ = target.update(fromContentsOf: postings[starts[bucket]..<starts[bucket + 1]])
  }
}
