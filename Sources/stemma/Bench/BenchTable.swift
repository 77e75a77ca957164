import Foundation

/// The measurements of all engines, and what people see of them.
struct BenchTable {
  /// A row: the medians of an engine's rounds.
  struct Row: Encodable {
    let engine: String
    let articlesPerSecond: Double
    /// Ours divided by this one's, the median over the rounds.
    let ratio: Double?
    let candidates: Int
    let score: PairTruth.Score
    let peakMemoryBytes: Int
    let indexBytesPerArticle: Double?
    let rounds: Int

    enum CodingKeys: String, CodingKey {
      case engine, articlesPerSecond = "articles_per_second", ratio = "ours_to_this", candidates, score,
        rounds
      case peakMemoryBytes = "peak_memory_bytes", indexBytesPerArticle = "index_bytes_per_article"
    }
  }

  /// Confirming and clustering.
  struct FamilyRow: Encodable {
    let threads: Int
    /// By the clock.
    let articlesPerSecond: Double
    /// By the time of the processor, of all threads together.
    let articlesPerProcessorSecond: Double
    let pairs: Int
    let families: Int
    let pairScore: PairTruth.Score
    let familyScore: PairTruth.Score
    let peakMemoryBytes: Int

    enum CodingKeys: String, CodingKey {
      case threads, articlesPerSecond = "articles_per_second", pairs, families, pairScore = "pair_score"
      case articlesPerProcessorSecond = "articles_per_processor_second"
      case familyScore = "family_score", peakMemoryBytes = "peak_memory_bytes"
    }
  }

  private let articles: Int
  private var order: [MatchBench.Engine] = []
  private var seconds: [MatchBench.Engine: [Double]] = [:]
  private var last: [MatchBench.Engine: (run: Usage, candidates: Int, score: PairTruth.Score)] = [:]
  var families: FamilyRow?

  init(articles: Int) { self.articles = articles }

  /// Takes the measurement of one round. Speed is by the processor's time, so that other work on the machine counts little.
  mutating func add(_ engine: MatchBench.Engine, _ run: MatchBench.Run, _ truth: PairTruth) {
    if seconds[engine] == nil { order.append(engine) }
    seconds[engine, default: []].append(run.usage.processorSeconds)
    last[engine] = (run.usage, run.pairs.count, truth.score(run.pairs))
  }

  mutating func add(_ found: FamilyMeasurement, ids: [String], _ truth: PairTruth) {
    let numbers = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func pair(_ a: String, _ b: String) -> NumberPair? {
      guard let a = numbers[a], let b = numbers[b] else { return nil }
      return NumberPair(a: UInt32(min(a, b)), b: UInt32(max(a, b)))
    }
    // A pile of ten thousand identical pages would be fifty million pairs, and nobody has gold for it.
    let isCountable = found.families.reduce(0) { $0 + $1.count * $1.count } < 40_000_000
    let joined = (isCountable ? found.families : []).flatMap { members in
      members.indices.flatMap { first in members[(first + 1)...].compactMap { pair(members[first], $0) } }
    }
    families = FamilyRow(
      threads: found.threads, articlesPerSecond: Double(articles) / found.usage.seconds,
      articlesPerProcessorSecond: Double(articles) / found.usage.processorSeconds,
      pairs: found.pairs.count,
      families: found.families.count, pairScore: truth.score(found.pairs.compactMap { pair($0[0], $0[1]) }),
      familyScore: truth.score(joined), peakMemoryBytes: found.usage.peakMemoryBytes)
  }

  var rows: [Row] {
    order.compactMap { engine in
      guard let times = seconds[engine], let last = last[engine] else { return nil }
      let own = seconds[.own] ?? []
      return Row(
        engine: engine.name, articlesPerSecond: Double(articles) / Self.median(times),
        ratio: engine == .own || own.isEmpty ? nil : Self.median(zip(own, times).map { $1 / $0 }),
        candidates: last.candidates, score: last.score, peakMemoryBytes: last.run.peakMemoryBytes,
        indexBytesPerArticle: last.run.indexBytes.map { Double($0) / Double(articles) }, rounds: times.count)
    }
  }

  /// The tables for people.
  func lines() -> [String] {
    var table = [
      [
        "\(articles) articles, one core", "articles/s", "ours is", "candidates", "recall", "precision",
        "memory",
      ]
    ]
    for row in rows {
      table.append([
        row.engine, Self.number(row.articlesPerSecond), row.ratio.map { Self.decimal($0, 1) + " x" } ?? "",
        Self.number(Double(row.candidates)), Self.share(row.score.recall), Self.share(row.score.precision),
        Self.number(Double(row.peakMemoryBytes) / 1_048_576) + " MB",
      ])
    }
    var lines = Self.aligned(table)
    lines += spinLines()
    if let bytes = rows.first?.indexBytesPerArticle {
      lines += ["", "our index: \(Self.number(bytes)) bytes an article"]
    }
    if let families {
      lines += [
        "",
        "our pairs confirmed and clustered, \(counted(families.threads, "thread", "threads")): "
          + "\(Self.number(families.articlesPerSecond)) articles/s from texts to families (\(Self.number(families.articlesPerProcessorSecond)) for each second of a core), "
          + "\(Self.number(Double(families.pairs))) pairs (recall \(Self.share(families.pairScore.recall)), precision "
          + "\(Self.share(families.pairScore.precision))), \(Self.number(Double(families.families))) families (pairs within: recall "
          + "\(Self.share(families.familyScore.recall)), precision \(Self.share(families.familyScore.precision))), "
          + "\(Self.number(Double(families.peakMemoryBytes) / 1_048_576)) MB",
      ]
    }
    return lines
  }

  /// Recall by how far two pages are spun apart, where it is known.
  private func spinLines() -> [String] {
    let rates = Set(rows.flatMap { $0.score.recallBySpin.keys }).sorted {
      (Double($0) ?? 0) < (Double($1) ?? 0)
    }
    guard !rates.isEmpty else { return [] }
    var table = [["recall of pairs spun apart by"] + rates]
    for row in rows { table.append([row.engine] + rates.map { Self.share(row.score.recallBySpin[$0]) }) }
    return [""] + Self.aligned(table)
  }

  static func aligned(_ table: [[String]]) -> [String] {
    let widths = (table.first ?? []).indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    return table.map { row in
      row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + blanks : blanks + cell
      }.joined(separator: "  ")
    }
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let middle = sorted.indices.dropFirst(sorted.count / 2).first else { return 0 }
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  private static func share(_ value: Double?) -> String { value.map { decimal($0, 3) } ?? "–" }

  private static func decimal(_ value: Double, _ places: Int) -> String {
    String(format: "%.\(places)f", value)
  }

  /// Whole numbers with commas.
  private static func number(_ value: Double) -> String {
    var digits = String(Int(value.rounded()))
    var parts: [String] = []
    while digits.count > 3 {
      parts.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    return ([digits] + parts).joined(separator: ",")
  }
}
