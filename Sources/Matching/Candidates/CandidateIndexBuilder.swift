/// Makes a ``CandidateIndex`` of texts that are added one by one, within a given memory.
///
/// Postings are put apart by the highest byte of their feature as they come. What exceeds the memory goes to a file,
/// bucket after bucket; at the end each bucket is read back, sorted and cut into groups by itself. So all access to
/// the disk is in long stretches.
public struct CandidateIndexBuilder: Sendable {
  /// Texts that an index can hold.
  public static let mostTexts = 1 << Int(Posting.textBits)

  private let memory: Int
  /// Postings that are put apart at once.
  private let chunk: Int
  private let folder: String
  private var fresh: [UInt64] = []
  private var runs: [PostingRun] = []
  private var spilled: [PostingRun] = []
  private var sizes: [UInt16] = []

  /// A builder that keeps at most about `memory` bytes of postings, and puts what exceeds them into files without names
  /// in `folder`. The index made holds to the same bound.
  public init(memory: Int = .max, folder: String = "/tmp") {
    self.memory = memory
    self.folder = folder
    chunk = min(max(memory / 256, 1 << 10), 1 << 19)
  }

  /// Texts added.
  public var count: Int { sizes.count }

  /// Adds the next text, numbered `count`, with its features from ``Fingerprint/features(of:)``.
  ///
  /// - Throws: `ScratchError`.
  public mutating func add(_ features: [UInt64]) throws {
    precondition(count < Self.mostTexts, "an index holds 16 million texts at most")
    let text = UInt64(count)
    if fresh.count + features.count > chunk { try putApart() }
    for feature in features { fresh.append(feature << Posting.textBits | text) }
    sizes.append(UInt16(clamping: features.count))
  }

  private mutating func putApart() throws {
    runs.append(fresh.withUnsafeBufferPointer { PostingRun($0) })
    fresh.removeAll(keepingCapacity: true)
    let held = runs.reduce(0) { $0 + $1.postings.count } * MemoryLayout<UInt64>.stride
    guard held > memory / 2 - chunk * MemoryLayout<UInt64>.stride else { return }
    let file = try spilled.last?.file ?? ScratchFile(folder: folder)
    spilled.append(try PostingRun(writing: runs, to: file, at: spilled.last?.starts.last ?? 0))
    runs.removeAll()
  }

  /// The index of the texts added. The builder is empty afterwards.
  ///
  /// - Parameter order: ``CandidateRule/order(of:)`` of each text; equal ones go by the texts' numbers.
  /// - Throws: `ScratchError`.
  public mutating func finish(order: [UInt64]) throws -> CandidateIndex {
    precondition(order.count == count, "each text has a place in the order")
    try putApart()
    let all = spilled + runs
    (spilled, runs, fresh) = ([], [], [])
    var groups = GroupWriter(texts: count, memory: memory / 4, folder: folder, order: order)
    let largest =
      (0..<Posting.buckets).map { bucket in all.reduce(0) { $0 + $1.count(bucket) } }.max() ?? 0
    var room = [UInt64](repeating: 0, count: 2 * largest)
    try room.withUnsafeMutableBufferPointer { room in
      for bucket in 0..<Posting.buckets {
        var filled = 0
        for run in all {
          let end = filled + run.count(bucket)
          try run.copy(bucket, to: UnsafeMutableBufferPointer(rebasing: room[filled..<end]))
          filled = end
        }
        let postings = UnsafeMutableBufferPointer(rebasing: room[..<filled])
        Posting.sort(
          postings, spare: UnsafeMutableBufferPointer(rebasing: room[filled..<(2 * filled)]))
        try groups.write(UnsafeBufferPointer(postings))
      }
    }
    defer { sizes = [] }
    return try groups.finish(sizes: sizes, memory: memory)
  }
}

/// Writes groups of texts that a feature links, each text with each: the last of a group is marked.
struct GroupWriter {
  /// Marks the last text of a group.
  static let last: UInt32 = 1 << 31

  private let memory: Int
  private let folder: String
  private let order: [UInt64]
  /// The texts by `order`, and the place of each among them; made when they are first asked for.
  private var byRank: [UInt32] = []
  private var ranks: [UInt32] = []
  private var groups: [UInt32] = []
  private var file: ScratchFile?
  private var written = 0
  /// Groups, by text.
  private var own: [UInt32]
  /// Texts in these groups, by text.
  private var reach: [UInt32]

  init(texts: Int, memory: Int, folder: String, order: [UInt64]) {
    self.memory = memory
    self.folder = folder
    self.order = order
    own = [UInt32](repeating: 0, count: texts)
    reach = own
  }

  /// Writes the groups of one bucket's postings, sorted by feature.
  mutating func write(_ postings: UnsafeBufferPointer<UInt64>) throws {
    var at = 0
    while at < postings.count {
      var end = at + 1
      while end < postings.count, Posting.feature(postings[end]) == Posting.feature(postings[at]) {
        end += 1
      }
      if end - at > CandidateRule.frequencyCap {
        let carriers = inOrder(postings[at..<end])
        for (one, next) in zip(carriers, carriers.dropFirst()) {
          link(one, 2)
          link(next, 2)
          groups.append(one)
          groups.append(next | Self.last)
        }
      } else if end - at > 1 {
        for posting in postings[at..<end] {
          link(Posting.text(posting), end - at)
          groups.append(Posting.text(posting))
        }
        groups[groups.count - 1] |= Self.last
      }
      at = end
    }
    if groups.count * MemoryLayout<UInt32>.stride > memory { try spill() }
  }

  /// The texts of postings by `order`.
  private mutating func inOrder(_ postings: Slice<UnsafeBufferPointer<UInt64>>) -> [UInt32] {
    if byRank.isEmpty {
      byRank = order.indices.sorted { (order[$0], $0) < (order[$1], $1) }.map(UInt32.init)
      ranks = [UInt32](repeating: 0, count: order.count)
      for (rank, text) in byRank.enumerated() { ranks[Int(text)] = UInt32(rank) }
    }
    // What a good part of all texts carry is faster picked out of all than sorted.
    if postings.count * 16 > order.count {
      var carries = [Bool](repeating: false, count: order.count)
      for posting in postings { carries[Int(ranks[Int(Posting.text(posting))])] = true }
      return byRank.indices.lazy.filter { carries[$0] }.map { byRank[$0] }
    }
    return postings.map { ranks[Int(Posting.text($0))] }.sorted().map { byRank[Int($0)] }
  }

  @inline(__always)
  private mutating func link(_ text: UInt32, _ size: Int) {
    own[Int(text)] += 1
    reach[Int(text)] += UInt32(size)
  }

  private mutating func spill() throws {
    let file = try self.file ?? ScratchFile(folder: folder)
    self.file = file
    try groups.withUnsafeBufferPointer { try file.write($0, at: written) }
    written += groups.count
    groups.removeAll(keepingCapacity: true)
  }

  mutating func finish(sizes: [UInt16], memory: Int) throws -> CandidateIndex {
    if file != nil { try spill() }
    precondition(
      written + groups.count < 1 << 32, "an index holds four thousand million links at most")
    let storage = file.map { CandidateIndex.Storage.file($0, count: written) } ?? .memory(groups)
    return CandidateIndex(storage: storage, sizes: sizes, own: own, reach: reach, memory: memory)
  }
}
