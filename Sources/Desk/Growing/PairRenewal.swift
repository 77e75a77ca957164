import Archive
import Matching
import Press
import Reading
import Synchronization

/// Finds which pairs of an archive are others than before, by looking only at the articles for which something is due.
struct PairRenewal {
  let archive: Archive
  let workers: Workers
  let lines: SiteLines
  let progress: ProgressHandler

  /// What is other than before.
  struct Outcome {
    /// Articles whose own words, or what is masked of them, changed: what a stemma tells of them may be other.
    var changed: Set<Int64> = []
    /// Pairs that there are no longer, by their articles' keys.
    var removed: Set<KeyPair> = []
    /// Pairs that there are now, and were not before or not so.
    var added: [KeyPair: Pair] = [:]
  }

  /// Two articles, in the order of their keys.
  struct KeyPair: Hashable {
    let low: Int64
    let high: Int64

    init(_ a: Int64, _ b: Int64) {
      low = min(a, b)
      high = max(a, b)
    }

    func other(than key: Int64) -> Int64 { low == key ? high : low }
  }

  /// Articles looked at together.
  private static let step = 512
  /// Pairs judged together.
  private static let most = 2_048

  func run(_ due: [(key: Int64, due: Due)]) async throws -> Outcome {
    let level = Dictionary(due.map { ($0.key, $0.due) }, uniquingKeysWith: max)
    var outcome = Outcome()
    outcome.changed = Set(due.lazy.filter { $0.due > .candidates }.map(\.key))
    let counter = Counter(.comparing, total: due.count, progress)
    for start in stride(from: 0, to: due.count, by: Self.step) {
      try workers.stop.check()
      let keys = due[start..<min(due.count, start + Self.step)].map(\.key)
      try await renew(keys, level, &outcome)
      counter.add(keys.count)
    }
    return outcome
  }

  private func renew(_ keys: [Int64], _ level: [Int64: Due], _ outcome: inout Outcome) async throws {
    let held = try archive.articles(keys: keys)
    let lines = lines
    let texts = await workers.map(count: keys.count) { number -> CandidateSearch.Text in
      let article = held[keys[number]]
      return CandidateSearch.Text(
        key: keys[number], place: article.map { CandidateRule.order(of: $0.id) } ?? 0,
        features: article.map { Fingerprint.features(of: Witness(lines.marking($0)).words) } ?? [])
    }
    let candidates = try CandidateSearch(archive: archive).candidates(of: texts)
    var judging: [KeyPair] = []
    for (key, others) in zip(keys, candidates) {
      let isChanged = level[key] ?? .pairs > .candidates
      let old = Set(try archive.links(touching: [key]).map { KeyPair($0.a, $0.b) })
      let new = Set(others.map { KeyPair(key, $0) })
      for pair in isChanged ? old : old.subtracting(new) { outcome.removed.insert(pair) }
      for pair in new {
        let other = pair.other(than: key)
        let isOtherChanged = (level[other] ?? .nothing) > .candidates
        // One of the two judges the pair: the changed one, or of two alike the one with the smaller key.
        let isMine = isChanged == isOtherChanged ? level[other] == nil || key < other : isChanged
        guard isMine, isChanged || !old.contains(pair) else { continue }
        judging.append(pair)
      }
    }
    try await judge(judging, held, &outcome)
  }

  private func judge(_ pairs: [KeyPair], _ held: [Int64: Article], _ outcome: inout Outcome) async throws {
    let pairs = pairs.sorted { ($0.low, $0.high) < ($1.low, $1.high) }
    for start in stride(from: 0, to: pairs.count, by: Self.most) {
      try workers.stop.check()
      let stretch = Array(pairs[start..<min(pairs.count, start + Self.most)])
      let keys = Set(stretch.flatMap { [$0.low, $0.high] })
      let articles = held.merging(try archive.articles(keys: keys.subtracting(held.keys))) { first, _ in first
      }
      let (lines, judge) = (lines, PairJudge())
      let wanted = keys.sorted()
      let made = await workers.map(count: wanted.count) { number -> (Witness, WordIndex)? in
        guard let article = articles[wanted[number]] else { return nil }
        let witness = Witness(lines.marking(article))
        return (witness, witness.wordIndex)
      }
      let ready = Dictionary(uniqueKeysWithValues: zip(wanted, made))
      let found = await workers.map(count: stretch.count) { number -> Pair? in
        guard case let one?? = ready[stretch[number].low], case let other?? = ready[stretch[number].high]
        else {
          return nil
        }
        let (a, b) = one.0.id < other.0.id ? (one, other) : (other, one)
        return judge.judge(a.0, a.1, b.0, b.1)
      }
      for (pair, found) in zip(stretch, found) { if let found { outcome.added[pair] = found } }
    }
  }
}
