import GRDB

/// Walks through one segment's postings in the order of features.
struct SegmentCursor {
  private let segment: Int64
  private let find: Command
  private let follow: Command
  private var reader: PostingBlockReader?
  /// The last feature of the block at hand.
  private var last: UInt64 = 0
  /// The feature that the cursor stands on; `nil` behind the last.
  private(set) var feature: UInt64?
  /// The articles that carry it.
  private(set) var keys: [Int64] = []

  /// Stands on the first feature from `least` on.
  init(_ segment: Int64, _ database: Database, atLeast least: UInt64 = 0) throws {
    self.segment = segment
    find = try Command(
      "SELECT first, last, block FROM posting WHERE segment = ? AND first <= ? ORDER BY first DESC LIMIT 1",
      database)
    follow = try Command(
      "SELECT first, last, block FROM posting WHERE segment = ? AND first >= ? ORDER BY first LIMIT 1",
      database)
    try seek(least)
  }

  /// Goes on by one.
  mutating func advance() throws {
    if let next = try reader?.next(&keys) {
      guard next <= last else { throw PostingBlockReader.damage }
      feature = next
    } else {
      try load(follow, last + 1)
    }
  }

  /// Goes on to the first feature from `wanted` on, passing over blocks that do not hold it.
  mutating func advance(to wanted: UInt64) throws {
    guard let here = feature, here < wanted else { return }
    if wanted > last { return try seek(wanted) }
    while let here = feature, here < wanted { try advance() }
  }

  private mutating func seek(_ wanted: UInt64) throws {
    try load(find, wanted)
    if feature == nil || last < wanted { return try load(follow, wanted) }
    while let here = feature, here < wanted { try advance() }
  }

  private mutating func load(_ command: Command, _ bound: UInt64) throws {
    feature = nil
    reader = nil
    let block = try command.first(segment, bound) {
      (first: $0.hash(0), last: $0.hash(1), bytes: $0.bytes(2))
    }
    guard let block else { return }
    guard block.first <= block.last, block.last < UInt64(Int64.max) else { throw PostingBlockReader.damage }
    var reader = PostingBlockReader(block.bytes, first: block.first)
    last = block.last
    feature = try reader.next(&keys)
    self.reader = reader
    guard let feature, feature <= last else { throw PostingBlockReader.damage }
  }
}
