import Matching
import Press
import Synchronization

/// What a run of matching found: pairs and families, read from where they lie, as often as wanted.
public final class Matches: Sendable {
  private let source: any WitnessSource
  private let workers: Workers
  private let spool: PairSpool
  private let families: FamilyTable
  /// How many pairs there are.
  public let pairCount: Int
  /// How many families there are, those of one article included.
  public let familyCount: Int

  init(source: any WitnessSource, workers: Workers, spool: PairSpool, families: FamilyTable) {
    self.source = source
    self.workers = workers
    self.spool = spool
    self.families = families
    pairCount = spool.count
    familyCount = families.count
  }

  /// Calls `body` with every pair, by `a`, then `b`.
  public func forEachPair(_ body: (Pair) throws -> Void) throws {
    let cursor = try spool.cursor()
    while let records = try cursor.next() {
      try PairRecord.forEach(in: records) { record in
        try body(pair(record))
      }
    }
  }

  /// Calls `body` with every pair, likewise, as its two texts alone tell what it is, and whether their families tell that
  /// what the two share is a common source.
  func forEachJudgedPair(_ body: (_ pair: Pair, _ isCommonSource: Bool) throws -> Void) throws {
    let cursor = try spool.cursor()
    while let records = try cursor.next() {
      try PairRecord.forEach(in: records) { record in
        try body(record.pair(source.id(record.a), source.id(record.b)), families.recast.contains(record.key))
      }
    }
  }

  /// Has `line` turn every pair into bytes, on all threads, and hands them to `sink` in the order of the pairs, many at
  /// a time.
  public func write(
    _ line: @escaping @Sendable (Pair, inout [UInt8]) -> Void,
    to sink: @escaping @Sendable ([UInt8]) throws -> Void
  ) async throws {
    let cursor = Box(Mutex(try spool.cursor()))
    try await workers.stream(
      next: { () -> Result<[UInt8], any Error>? in
        do { return try cursor.value.withLock { try $0.next() }.map { .success($0) } } catch {
          return .failure(error)
        }
      },
      work: { batch -> Result<[UInt8], any Error> in
        batch.map { records in
          var bytes: [UInt8] = []
          bytes.reserveCapacity(records.count * 4)
          PairRecord.forEach(in: records) { record in
            line(self.pair(record), &bytes)
          }
          return bytes
        }
      },
      sink: { try sink($0.get()) })
  }

  private func pair(_ record: PairRecord) -> Pair {
    let pair = record.pair(source.id(record.a), source.id(record.b))
    return families.recast.contains(record.key) ? pair.asCommonSource : pair
  }

  /// Calls `body` with every family, by its smallest member.
  public func forEachFamily(_ body: (Family) throws -> Void) rethrows {
    try families.forEach(ids: source.id, body)
  }

  /// Calls `body` with the id of every family that has `least` members or more, and their numbers in the source.
  public func forEachFamily(ofAtLeast least: Int, _ body: (String, [Int]) throws -> Void) rethrows {
    try families.forEach(ofAtLeast: least) { members in
      try body(Family.id(smallest: source.id(members[0])), members)
    }
  }
}
