// Hot loop: one pass over every posting. Plain arrays of integers, no hashing containers.

/// An inverted index of shingles: which texts share enough of them to be worth comparing word by word.
///
/// Broder (1997), "On the resemblance and containment of documents", for shingles; here the index is exact.
public struct CandidateIndex: Sendable {
  /// A shingle carried by more texts than this links each of them to two others only, not to all: work stays
  /// linear in the texts, whatever boilerplate they share (invariant 12).
  public static let frequencyCap = 200
  /// Shared shingles that make two texts worth comparing.
  public static let enough = 6

  /// Texts, by shingle: those of shingle `s` are `texts[starts[s]..<starts[s + 1]]`, in rising order.
  private let starts: [UInt32]
  private let texts: [UInt32]
  /// Shingles, by text: those of text `t` that other texts have too.
  private let ownStarts: [UInt32]
  private let own: [UInt32]

  /// Builds the index of texts numbered as in `hashes`, each a sorted list from ``Shingles/hashes(of:)``.
  public init(hashes: [[UInt64]]) {
    precondition(hashes.count < 1 << 24, "an index holds 16 million texts at most")
    var postings: [UInt64] = []
    postings.reserveCapacity(hashes.reduce(0) { $0 + $1.count })
    for (text, list) in hashes.enumerated() {
      for hash in list { postings.append(hash << 24 | UInt64(text)) }
    }
    postings.sort()
    var starts: [UInt32] = [0]
    var texts: [UInt32] = []
    var counts = [UInt32](repeating: 0, count: hashes.count + 1)
    var at = 0
    while at < postings.count {
      var end = at + 1
      while end < postings.count, postings[end] >> 24 == postings[at] >> 24 { end += 1 }
      if end - at > 1 {
        for posting in postings[at..<end] {
          let text = UInt32(posting & 0xFF_FFFF)
          texts.append(text)
          counts[Int(text) + 1] += 1
        }
        starts.append(UInt32(texts.count))
      }
      at = end
    }
    for text in hashes.indices { counts[text + 1] += counts[text] }
    var own = [UInt32](repeating: 0, count: texts.count)
    var fill = counts
    for shingle in 0..<(starts.count - 1) {
      for posting in Int(starts[shingle])..<Int(starts[shingle + 1]) {
        let text = Int(texts[posting])
        own[Int(fill[text])] = UInt32(shingle)
        fill[text] += 1
      }
    }
    self.starts = starts
    self.texts = texts
    self.ownStarts = counts
    self.own = own
  }

  /// Texts in the index.
  public var count: Int { ownStarts.count - 1 }

  /// Room for counting, one a worker.
  public struct Scratch: Sendable {
    fileprivate var shared: [UInt16]
    fileprivate var touched: [UInt32] = []

    /// Room for an index of `count` texts.
    public init(count: Int) { shared = [UInt16](repeating: 0, count: count) }
  }

  /// Texts numbered below `text` that share enough shingles with it, in rising order.
  public func candidates(below text: Int, scratch: inout Scratch) -> [Int] {
    for position in Int(ownStarts[text])..<Int(ownStarts[text + 1]) {
      let shingle = Int(own[position])
      let first = Int(starts[shingle])
      let end = Int(starts[shingle + 1])
      if end - first <= Self.frequencyCap {
        for posting in first..<end {
          let other = texts[posting]
          if other >= UInt32(text) { break }
          count(other, &scratch)
        }
      } else if texts[first] < UInt32(text) {
        count(texts[first], &scratch)
        let before = predecessor(of: UInt32(text), first, end)
        if before != texts[first] { count(before, &scratch) }
      }
    }
    return enough(&scratch)
  }

  private func enough(_ scratch: inout Scratch) -> [Int] {
    var found: [Int] = []
    for other in scratch.touched {
      if scratch.shared[Int(other)] >= UInt16(Self.enough) { found.append(Int(other)) }
      scratch.shared[Int(other)] = 0
    }
    scratch.touched.removeAll(keepingCapacity: true)
    found.sort()
    return found
  }

  @inline(__always)
  private func count(_ other: UInt32, _ scratch: inout Scratch) {
    let seen = scratch.shared[Int(other)]
    if seen == 0 { scratch.touched.append(other) }
    scratch.shared[Int(other)] = seen < .max ? seen + 1 : seen
  }

  /// The text just below `text` in a shingle's list that holds it, and something before it.
  private func predecessor(of text: UInt32, _ first: Int, _ end: Int) -> UInt32 {
    var low = first
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if texts[middle] < text { low = middle + 1 } else { high = middle }
    }
    return texts[low - 1]
  }

  /// Texts numbered above `text` that share enough shingles with it, in rising order: those of which it is a candidate.
  public func candidates(above text: Int, scratch: inout Scratch) -> [Int] {
    for position in Int(ownStarts[text])..<Int(ownStarts[text + 1]) {
      let shingle = Int(own[position])
      let first = Int(starts[shingle])
      let end = Int(starts[shingle + 1])
      if texts[first] == UInt32(text) || end - first <= Self.frequencyCap {
        for posting in first..<end where texts[posting] > UInt32(text) { count(texts[posting], &scratch) }
      } else {
        let next = successor(of: UInt32(text), first, end)
        if next < end { count(texts[next], &scratch) }
      }
    }
    return enough(&scratch)
  }

  private func successor(of text: UInt32, _ first: Int, _ end: Int) -> Int {
    var low = first
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if texts[middle] <= text { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
