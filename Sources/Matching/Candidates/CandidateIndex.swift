// Hot loop: every link of every article passes here. Plain arrays of integers, no hashing containers.

/// An inverted index of features: which texts share enough of them to be worth comparing word by word.
///
/// Broder (1997), "On the resemblance and containment of documents", for sampled shingles. Texts are numbered as they
/// were added. Questions are asked part by part, so that memory stays within bounds however many texts there are:
///
///     for part in index.parts.indices {
///       let part = try index.part(part)
///       for text in part.texts { part.candidates(above: text, scratch: &scratch) }
///     }
///
/// The index holds lists of texts that a feature links, one behind the other, in memory or in a file. A part holds
/// where in these lists its texts stand; of an index in a file, it holds these lists too. Reading them is one pass from
/// the beginning to the end.
public struct CandidateIndex: Sendable {
  enum Storage: Sendable {
    case memory([UInt32])
    case file(ScratchFile, count: Int)
  }

  /// Ranges of texts that can be asked about together, in rising order; together they are all.
  public let parts: [Range<Int>]
  /// Texts in the index.
  public var count: Int { sizes.count }
  /// Bytes of the index itself, in memory or on disk.
  public var bytes: Int {
    let links =
      switch storage {
      case .memory(let groups): groups.count
      case .file(_, let count): count
      }
    return 4 * links + 2 * sizes.count + 4 * own.count
  }

  private let storage: Storage
  private let sizes: [UInt16]
  private let own: [UInt32]
  /// Links read from a file at once.
  private let window: Int

  init(storage: Storage, sizes: [UInt16], own: [UInt32], reach: [UInt32], memory: Int) {
    self.storage = storage
    self.sizes = sizes
    self.own = own
    window = min(max(memory / 64, 1 << 10), 1 << 20)
    switch storage {
    case .memory(let groups):
      // An eighth of the index at a time, as long as that is not too small to be worth a pass.
      parts = Self.cut(
        own.map { 4 * Int($0) }, most: min(memory / 4, max(groups.count / 2, 32 << 20)))
    case .file:
      parts = Self.cut(zip(own, reach).map { 4 * (Int($0) + Int($1)) }, most: memory / 2)
    }
  }

  private static func cut(_ costs: [Int], most: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var sum = 0
    for (text, cost) in costs.enumerated() {
      if sum + cost > most, text > start {
        parts.append(start..<text)
        (start, sum) = (text, 0)
      }
      sum += cost
    }
    if start < costs.count { parts.append(start..<costs.count) }
    return parts
  }

  /// Makes the part numbered `number` ready for questions.
  ///
  /// - Throws: `ScratchError`.
  public func part(_ number: Int) throws -> Part {
    let texts = parts[number]
    var builder = PartBuilder(texts: texts, own: own[texts])
    switch storage {
    case .memory(let groups):
      groups.withUnsafeBufferPointer { builder.note($0) }
      return Part(
        texts: texts, groups: groups, starts: builder.starts, own: builder.own, sizes: sizes)
    case .file(let file, let count):
      var window = [UInt32](repeating: 0, count: min(count, self.window))
      var kept = 0
      var at = 0
      while at < count {
        // A group that the window cuts is moved to its beginning, and the rest of it read behind.
        let fresh = min(window.count - kept, count - at)
        at = try window.withUnsafeMutableBufferPointer { window in
          try file.read(
            into: UnsafeMutableBufferPointer(rebasing: window[kept..<(kept + fresh)]), at: at)
          let filled = kept + fresh
          var whole = filled
          while whole > 0, window[whole - 1] & GroupWriter.last == 0 { whole -= 1 }
          builder.copy(UnsafeBufferPointer(rebasing: window[..<whole]))
          kept = filled - whole
          for place in 0..<kept { window[place] = window[whole + place] }
          return at + fresh
        }
      }
      return Part(
        texts: texts, groups: builder.groups, starts: builder.starts, own: builder.own, sizes: sizes
      )
    }
  }

  /// Some texts of an index, ready to be asked about; several workers may ask at once, each with a scratch of its own.
  public struct Part: Sendable {
    /// The texts that can be asked about.
    public let texts: Range<Int>
    fileprivate let groups: [UInt32]
    fileprivate let starts: [UInt32]
    fileprivate let own: [UInt32]
    fileprivate let sizes: [UInt16]

    /// Texts numbered above `text` that are its candidates, in rising order.
    public func candidates(above text: Int, scratch: inout Scratch) -> [Int] {
      candidates(text, least: UInt32(text) + 1, &scratch)
    }

    /// All texts that are candidates of `text`, in rising order.
    public func candidates(of text: Int, scratch: inout Scratch) -> [Int] {
      candidates(text, least: 0, &scratch)
    }

    private func candidates(_ text: Int, least: UInt32, _ scratch: inout Scratch) -> [Int] {
      let place = text - texts.lowerBound
      var touched = 0
      for entry in own[Int(starts[place])..<Int(starts[place + 1])] {
        if scratch.touched.count < touched + CandidateRule.frequencyCap { scratch.grow() }
        touched = groups.withUnsafeBufferPointer { groups in
          scratch.count(groups, from: Int(entry), least: least, touched)
        }
      }
      let size = Int(sizes[text])
      var found: [Int] = []
      for other in scratch.touched[..<touched] {
        let other = Int(other)
        let shared = Int(scratch.shared[other])
        scratch.shared[other] = 0
        if other != text,
          CandidateRule.isEnough(shared: shared, featuresA: size, featuresB: Int(sizes[other]))
        {
          found.append(other)
        }
      }
      found.sort()
      return found
    }
  }

  /// Room for counting, one a worker: a byte for each text, so that more than 255 shared features count as 255.
  public struct Scratch: Sendable {
    fileprivate var shared: [UInt8]
    fileprivate var touched: [UInt32] = []

    /// Room for questions to an index of `count` texts.
    public init(count: Int) { shared = [UInt8](repeating: 0, count: count) }

    fileprivate mutating func grow() {
      touched += [UInt32](repeating: 0, count: max(1_024, touched.count))
    }

    /// Counts the texts of one group and notes those not seen before behind the first `touched`; returns how many there
    /// are then.
    @inline(__always)
    fileprivate mutating func count(
      _ groups: UnsafeBufferPointer<UInt32>, from start: Int, least: UInt32, _ touched: Int
    ) -> Int {
      shared.withUnsafeMutableBufferPointer { shared in
        self.touched.withUnsafeMutableBufferPointer { list in
          var touched = touched
          var at = start
          while true {
            let entry = groups[at]
            let other = entry & ~GroupWriter.last
            if other >= least {
              let seen = shared[Int(other)]
              list[touched] = other
              touched += seen == 0 ? 1 : 0
              shared[Int(other)] = seen == .max ? .max : seen + 1
            }
            if entry != other { return touched }
            at += 1
          }
        }
      }
    }
  }
}

/// Notes where the texts of a part stand.
private struct PartBuilder {
  let texts: Range<UInt32>
  let starts: [UInt32]
  var own: [UInt32]
  var groups: [UInt32] = []
  private var fill: [UInt32]

  /// - Parameter own: how many groups each of the texts is in.
  init(texts: Range<Int>, own: ArraySlice<UInt32>) {
    self.texts = UInt32(texts.lowerBound)..<UInt32(texts.upperBound)
    var starts: [UInt32] = [0]
    starts.reserveCapacity(own.count + 1)
    var sum: UInt32 = 0
    for count in own {
      sum += count
      starts.append(sum)
    }
    self.starts = starts
    fill = starts
    self.own = [UInt32](repeating: 0, count: Int(sum))
  }

  /// Notes the places of the texts in `groups`, which stay where they are.
  mutating func note(_ groups: UnsafeBufferPointer<UInt32>) {
    let (first, span) = (texts.lowerBound, UInt32(texts.count))
    var start: UInt32 = 0
    for (at, entry) in groups.enumerated() {
      let place = (entry & ~GroupWriter.last) &- first
      if place < span { note(place, start) }
      if entry & GroupWriter.last != 0 { start = UInt32(at) + 1 }
    }
  }

  /// Copies the groups that hold a text of the part, and notes their places in the copy.
  mutating func copy(_ groups: UnsafeBufferPointer<UInt32>) {
    let (first, span) = (texts.lowerBound, UInt32(texts.count))
    var start = 0
    var isWanted = false
    for (at, entry) in groups.enumerated() {
      let place = (entry & ~GroupWriter.last) &- first
      if place < span {
        note(place, UInt32(self.groups.count))
        isWanted = true
      }
      if entry & GroupWriter.last != 0 {
        if isWanted { self.groups += groups[start...at] }
        (start, isWanted) = (at + 1, false)
      }
    }
  }

  @inline(__always)
  private mutating func note(_ place: UInt32, _ group: UInt32) {
    own[Int(fill[Int(place)])] = group
    fill[Int(place)] += 1
  }
}
