import Foundation
import Matching
import Press
import Synchronization

/// Finds the pairs and families of any number of articles, in bounded memory.
///
/// What is found depends on the articles alone: on no order, no number of threads, and no limit on memory. Texts are
/// read from their source whenever they are needed; what is found lies in memory while there is room, and beyond that
/// in unnamed files in a scratch folder.
///
/// 1. Every text gives its features to an index.
/// 2. The index says of every text which others are worth comparing with it. They are written down, and the texts are
///    put into an order in which those to be compared with each other stand side by side.
/// 3. In that order, pairs are judged; a worker has the texts at hand that it met last.
/// 4. Families are decided, one set of texts that hang together at a time.
public struct MatchingRun: Sendable {
  let source: any WitnessSource
  let workers: Workers
  let limit: MemoryLimit
  let scratch: String?
  let progress: ProgressHandler
  /// Room to work in, in bytes; the less of it, the more is put aside and read again.
  var room: Int

  /// A run over the articles of `source`.
  ///
  /// - Parameters:
  ///   - limit: Memory that the whole program may use.
  ///   - scratch: The folder for what does not fit; without one, everything stays in memory.
  ///   - idBytes: Length of all ids together.
  ///   - stop: Ends the run with an error.
  /// - Throws: `MemoryTooSmall`.
  public init(
    _ source: any WitnessSource, threads: Int, limit: MemoryLimit = .usual,
    scratch: String? = NSTemporaryDirectory(),
    idBytes: Int = 0, stop: StopRequest = StopRequest(),
    progress: @escaping ProgressHandler = { _ in }
  ) throws {
    self.source = source
    workers = Workers(threads: threads, stop: stop)
    self.limit = limit
    self.scratch = scratch
    self.progress = progress
    room = try limit.room(count: source.count, idBytes: idBytes)
  }

  /// Does all of it.
  ///
  /// - Throws: `ScratchError`, or what the source throws.
  public func run() async throws -> Matches {
    let lists = try await candidates(index())
    let (spool, groups, kinds) = try await judge(lists)
    return try await FamilyStage(run: self, spool: spool, groups: groups, weights: kinds).matches()
  }

  // MARK: Candidates

  private func index() async throws -> CandidateIndex {
    let (source, counter) = (source, Counter(.indexing, total: source.count, progress))
    let builder = Box(Mutex(CandidateIndexBuilder(memory: room / 2, folder: scratch ?? "/tmp")))
    try await workers.pass(
      count: source.count, scratch: {},
      work: { range, _ in
        defer { counter.add(range.count) }
        return try range.map { Fingerprint.features(of: try source.witness($0).words) }
      },
      sink: { lists in
        try builder.value.withLock { builder in for list in lists { try builder.add(list) } }
      })
    let order = (0..<source.count).map { CandidateRule.order(of: source.id($0)) }
    return try builder.value.withLock { try $0.finish(order: order) }
  }

  private func candidates(_ index: CandidateIndex) async throws -> CandidateLists {
    let writer = Box(Mutex(CandidateLists.Writer(count: source.count, folder: scratch)))
    for number in index.parts.indices {
      let part = try index.part(number)
      let first = part.texts.lowerBound
      try await workers.pass(
        count: part.texts.count, scratch: { CandidateIndex.Scratch(count: index.count) },
        work: { range, room in range.map { part.candidates(above: first + $0, scratch: &room) } },
        sink: { lists in
          try writer.value.withLock { writer in for list in lists { try writer.add(list) } }
        })
    }
    return try writer.value.withLock { try $0.finished() }
  }

  // MARK: Pairs

  /// What the judging of pairs leaves beside the pairs.
  private struct Links {
    var components: Components
    /// Bytes of the records of the copies of which a text is the first.
    var weights: [UInt32]
  }

  /// What a worker that compares texts keeps at hand.
  private struct Bench {
    var words: WitnessCache
    let judge = PairJudge()
  }

  /// What became of some texts' candidates.
  private struct Judged: Sendable {
    var records: [UInt8] = []
    /// Texts of which one was copied from the other, and how large their pair is.
    var copies: [(a: UInt32, b: UInt32, size: UInt32)] = []
    let texts: Int
  }

  /// Judges all candidates.
  ///
  /// - Returns: the pairs found, for each text the smallest number of those that hang together with it by copying, and for each text
  ///   the bytes of the pairs that it is the first of.
  private func judge(_ lists: CandidateLists) async throws -> (PairSpool, [UInt32], [UInt32]) {
    let (source, counter) = (source, Counter(.comparing, total: source.count, progress))
    let links = Box(
      Mutex(
        Links(
          components: Components(count: source.count), weights: [UInt32](repeating: 0, count: source.count))))
    let found = Box(Mutex(PairSpool(limit: min(room / 4, 1 << 30), folder: scratch)))
    let at = Box(Mutex(0))
    let share = min(room / 3 / workers.threads, 256 << 20)
    try await workers.stream(
      next: { at.value.withLock { lists.nextStretch(from: &$0) } },
      scratch: { Bench(words: WitnessCache(limit: share)) },
      work: { stretch, bench in
        Result { try Self.judge(stretch, lists, source, &bench) }
      },
      sink: { result in
        let judged = try result.get()
        try found.value.withLock { try $0.add(judged.records) }
        links.value.withLock { links in
          for copy in judged.copies {
            links.components.join(Int(copy.a), Int(copy.b))
            links.weights[Int(copy.a)] &+= copy.size
          }
        }
        counter.add(judged.texts)
      })
    let spool = try found.value.withLock { spool in
      try spool.finish()
      return spool
    }
    return links.value.withLock { links in
      (
        spool, (0..<source.count).map { UInt32(links.components.root($0)) }, links.weights
      )
    }
  }

  private static func judge(
    _ stretch: Range<Int>, _ lists: CandidateLists, _ source: any WitnessSource, _ bench: inout Bench
  ) throws -> Judged {
    var judged = Judged(texts: stretch.count)
    var writer = RecordWriter()
    for place in stretch {
      let number = lists.order(place)
      let others = try lists.candidates(of: number)
      guard !others.isEmpty else { continue }
      let own = try bench.words.text(number, source)
      for other in others {
        let second = try bench.words.text(other, source)
        guard let pair = bench.judge.judge(own.witness, own.words, second.witness, second.words) else {
          continue
        }
        let start = writer.bytes.count
        PairRecord.append(pair, a: number, b: other, to: &writer)
        if pair.kind.isCopying || pair.versions {
          judged.copies.append((UInt32(number), UInt32(other), UInt32(writer.bytes.count - start)))
        }
      }
    }
    judged.records = writer.bytes
    return judged
  }
}
