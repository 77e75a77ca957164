import Matching

/// Pairs as they are found, in any order; read back by the numbers of their texts, as often as wanted.
///
/// Sorted in memory while they fit there; beyond that in runs on disk, which reading merges.
struct PairSpool: Sendable {
  private struct Entry {
    let key: UInt64
    let start: Int
  }

  /// A sorted part on disk.
  private struct Run {
    let start: UInt64
    let end: UInt64
  }

  private let folder: String?
  /// Bytes that may be held in memory.
  private let limit: Int
  private var held: [UInt8] = []
  private var entries: [Entry] = []
  private var runs: [Run] = []
  private var file: ScratchFile?
  private var end: UInt64 = 0
  /// Pairs in the spool.
  private(set) var count = 0

  /// A spool that holds `limit` bytes in memory, and what is more in `folder`; without one, everything.
  init(limit: Int, folder: String?) {
    self.limit = folder == nil ? .max : limit
    self.folder = folder
  }

  /// Adds all of `records`, one behind the other.
  mutating func add(_ records: [UInt8]) throws {
    if !held.isEmpty, held.count + records.count + entries.count * MemoryLayout<Entry>.stride > limit {
      try spill()
    }
    let first = held.count
    held += records
    held.withUnsafeBytes { buffer in
      var at = first
      while at < buffer.count {
        let record = PairRecord(buffer, at: at)
        entries.append(Entry(key: record.key, start: at))
        at += record.bytes.count
      }
    }
    count = spilled + entries.count
  }

  private var spilled = 0

  private mutating func sort() { entries.sort { $0.key < $1.key } }

  private mutating func spill() throws {
    guard let folder else { return }
    sort()
    let file = try self.file ?? ScratchFile(folder: folder)
    self.file = file
    let start = end
    var gathered: [UInt8] = []
    gathered.reserveCapacity(Self.window)
    func write() throws {
      try file.write(gathered, at: end)
      end += UInt64(gathered.count)
      gathered.removeAll(keepingCapacity: true)
    }
    try held.withUnsafeBytes { buffer in
      for entry in entries {
        gathered += PairRecord(buffer, at: entry.start).bytes
        if gathered.count >= Self.window { try write() }
      }
    }
    try write()
    runs.append(Run(start: start, end: end))
    spilled += entries.count
    held.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }

  /// Says that nothing more comes.
  mutating func finish() throws {
    if file != nil { try spill() }
    sort()
    if file != nil { (held, entries) = ([], []) }
  }

  /// Bytes gathered for a write, or read at a time.
  private static let window = 1 << 20

  /// A walk over all pairs, by the numbers of their texts.
  func cursor() throws -> PairCursor {
    guard let file else { return PairCursor(held: held, order: entries.map(\.start)) }
    let share = max(1 << 16, 8 * Self.window / max(1, runs.count))
    return PairCursor(
      readers: try runs.map { try RunReader(file, from: $0.start, to: $0.end, window: share) })
  }
}

/// A walk over sorted pairs, a batch of records at a time.
final class PairCursor {
  private let held: [UInt8]
  private let order: [Int]
  private var at = 0
  private let readers: [RunReader]
  private var queue = MergeQueue()

  fileprivate init(held: [UInt8], order: [Int]) { (self.held, self.order, readers) = (held, order, []) }

  fileprivate init(readers: [RunReader]) {
    (held, order, self.readers) = ([], [], readers)
    for (number, reader) in readers.enumerated() { if let key = reader.key { queue.push(key, number) } }
  }

  /// Records, one behind the other, of `size` bytes or a little more; `nil` at the end.
  func next(size: Int = 1 << 18) throws -> [UInt8]? {
    var batch: [UInt8] = []
    batch.reserveCapacity(size + 4096)
    held.withUnsafeBytes { buffer in
      while at < order.count, batch.count < size {
        batch.append(contentsOf: PairRecord(buffer, at: order[at]).bytes)
        at += 1
      }
    }
    while batch.count < size, let number = queue.pop() {
      try readers[number].take(into: &batch)
      if let key = readers[number].key { queue.push(key, number) }
    }
    return batch.isEmpty ? nil : batch
  }
}

extension PairRecord {
  /// Calls `body` with every record of a batch.
  static func forEach(in batch: [UInt8], _ body: (PairRecord) throws -> Void) rethrows {
    try batch.withUnsafeBytes { buffer in
      var at = 0
      while at < buffer.count {
        let record = PairRecord(buffer, at: at)
        try body(record)
        at += record.bytes.count
      }
    }
  }
}

/// Reads one sorted run.
private final class RunReader {
  private let file: ScratchFile
  private var next: UInt64
  private let end: UInt64
  private let window: Int
  private var buffer: [UInt8] = []
  private var at = 0

  init(_ file: ScratchFile, from start: UInt64, to end: UInt64, window: Int) throws {
    (self.file, next, self.end, self.window) = (file, start, end, window)
    try prepare()
  }

  /// Of the record that comes next; `nil` at the end.
  var key: UInt64? { at < buffer.count ? buffer.withUnsafeBytes { PairRecord($0, at: at).key } : nil }

  func take(into batch: inout [UInt8]) throws {
    at += buffer.withUnsafeBytes { bytes in
      let record = PairRecord(bytes, at: at)
      batch.append(contentsOf: record.bytes)
      return record.bytes.count
    }
    try prepare()
  }

  /// Sees to it that the whole next record is there.
  private func prepare() throws {
    try fill(atLeast: MemoryLayout<UInt32>.size)
    guard at < buffer.count else { return }
    try fill(
      atLeast: buffer.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: at, as: UInt32.self)) })
  }

  private func fill(atLeast needed: Int) throws {
    guard buffer.count - at < needed, next < end else { return }
    let rest = buffer.count - at
    let count = min(max(window, needed) - rest, Int(end - next))
    let more = try file.bytes(at: next, count: count)
    buffer.removeFirst(at)
    buffer += more
    next += UInt64(count)
    at = 0
  }
}

/// The runs by the key that each has next: a binary heap.
private struct MergeQueue {
  private var heap: [(key: UInt64, run: Int)] = []

  mutating func push(_ key: UInt64, _ run: Int) {
    heap.append((key, run))
    var at = heap.count - 1
    while at > 0, heap[at].key < heap[(at - 1) / 2].key {
      heap.swapAt(at, (at - 1) / 2)
      at = (at - 1) / 2
    }
  }

  mutating func pop() -> Int? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first.run }
    heap[0] = last
    var at = 0
    while true {
      var least = at
      for child in [2 * at + 1, 2 * at + 2] where child < heap.count && heap[child].key < heap[least].key {
        least = child
      }
      guard least != at else { return first.run }
      heap.swapAt(at, least)
      at = least
    }
  }
}
