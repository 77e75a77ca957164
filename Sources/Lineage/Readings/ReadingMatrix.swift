import Press

/// What witnesses read at each place at which they differ, in numbers.
///
/// A place is a segment of the apparatus in which there are two readings, or a gap: a run of segments that some witness
/// lacks, which is one event however long (simple indel coding; Simmons and Ochoterena 2000, "Gaps as characters in
/// sequence-based phylogenetic analyses"). Witnesses whose texts are the same are one row.
struct ReadingMatrix {
  /// A place at which rows differ.
  struct Place {
    /// The segment, or for a gap the first of its segments.
    let segment: Int
    /// Whether the readings are having and lacking some words.
    let isGap: Bool
    /// Words that a gap lacks; of the longest reading otherwise.
    let words: Int
    /// By row: number of the reading; -1 where the row says nothing, because it lacks more than this place.
    var readings: [Int]
    /// By reading: as the apparatus has it.
    let texts: [String]
    let costs: ReadingCosts
  }

  /// By row: the witnesses that have this text, in rising order; rows in the order of their first witness.
  let rows: [[Int]]
  /// By witness: its row.
  let rowOf: [Int]
  let places: [Place]
  /// By row: long stretches that this row alone lacks, as ranges of segments. They say what became of the witness, and
  /// not what it was copied from: a fragment was once whole.
  let losses: [[Range<Int>]]
  /// By row and segment: whether it has anything there, for the segments that are part of the report.
  private let has: [[Bool]]
  private let segmentWords: [Int]
  /// By row: words of the report that it has, or has lost by damage, as the longest readings have them.
  var rowWords: [Int] {
    zip(has, losses).map { has, losses in
      let lost = Set(losses.joined())
      return segmentWords.indices.reduce(0) { $0 + (has[$1] || lost.contains($1) ? segmentWords[$1] : 0) }
    }
  }

  /// Words that a stretch must have, for its absence from one witness alone to be damage.
  static let fragmentWords = 25
  /// Readings of one place that are told apart; those of the fewest rows say nothing.
  static let mostReadings = 12

  /// - Parameter most: Different texts that there may be at most.
  init?(_ apparatus: Apparatus, most: Int = .max) {
    let segments = apparatus.segments.filter { !$0.isApart }
    let witnessCount = apparatus.witnesses.count
    guard witnessCount > 0 else { return nil }
    var numbers: [[Int32]: Int] = [:]
    var rows: [[Int]] = []
    var rowOf: [Int] = []
    for witness in 0..<witnessCount {
      let cells = segments.map { Int32($0.cells[witness]?.reading ?? -1) }
      if let row = numbers[cells] {
        rows[row].append(witness)
        rowOf.append(row)
      } else {
        guard rows.count < most else { return nil }
        numbers[cells] = rows.count
        rowOf.append(rows.count)
        rows.append([witness])
      }
    }
    self.rows = rows
    self.rowOf = rowOf
    has = rows.map { row in segments.map { $0.cells[row[0]] != nil } }
    segmentWords = segments.map { segment in segment.readings.map(\.words).max() ?? 0 }
    var made: [Place] = []
    (made, losses) = Self.gaps(has, segmentWords)
    let vocabulary = Vocabulary(segments)
    for (number, segment) in segments.enumerated() where segment.readings.count > 1 {
      if let place = Self.place(number, segment, rows, vocabulary) { made.append(place) }
    }
    places = made.sorted { ($0.segment, $0.isGap ? 0 : 1) < ($1.segment, $1.isGap ? 0 : 1) }
  }

  /// What each node reads: a held one what it has, be it a slip; where it says nothing, and for lost ones, what the tree tells.
  func readings(_ told: [[Int]]) -> [[Int]] {
    told.enumerated().map { node, told in
      node < rows.count ? zip(places, told).map { $0.readings[node] < 0 ? $1 : $0.readings[node] } : told
    }
  }

  /// Words that `row` has and `other` lacks within one of the other's losses.
  func words(of row: Int, within loss: Range<Int>) -> Int {
    loss.reduce(0) { $0 + (has[row][$1] ? segmentWords[$1] : 0) }
  }

  private static func gaps(_ has: [[Bool]], _ words: [Int]) -> ([Place], [[Range<Int>]]) {
    var lacking: [Range<Int>: [Int]] = [:]
    var runs: [[Range<Int>]] = []
    let holders = words.indices.map { segment in has.reduce(0) { $0 + ($1[segment] ? 1 : 0) } }
    for (row, cells) in has.enumerated() {
      var own: [Range<Int>] = []
      var start: Int?
      for segment in 0...cells.count {
        if segment < cells.count, !cells[segment] {
          start = start ?? segment
        } else if let first = start {
          own.append(first..<segment)
          lacking[first..<segment, default: []].append(row)
          start = nil
        }
      }
      runs.append(own)
    }
    // What one witness added alone is no part of what the others lack.
    let enough = min(2, has.count - 1)
    var losses = [[Range<Int>]](repeating: [], count: has.count)
    var places: [Place] = []
    let sorted = lacking.sorted {
      ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound)
    }
    for (gap, rows) in sorted {
      let common = gap.reduce(0) { $0 + (holders[$1] >= enough ? words[$1] : 0) }
      if rows.count == 1, common >= fragmentWords {
        losses[rows[0]].append(gap)
        continue
      }
      let size = max(common, gap.reduce(0) { max($0, words[$1]) })
      var readings = [Int](repeating: 0, count: has.count)
      for (row, own) in runs.enumerated() {
        // The last run that begins at the gap's head or before.
        if let run = own.last(where: { $0.lowerBound <= gap.lowerBound }), run.upperBound >= gap.upperBound {
          readings[row] = run == gap ? 1 : -1
        }
      }
      guard readings.contains(0) else { continue }
      places.append(
        Place(
          segment: gap.lowerBound, isGap: true, words: size, readings: readings, texts: [],
          costs: .gap(words: size)))
    }
    return (places, losses)
  }

  private static func place(
    _ number: Int, _ segment: Apparatus.Segment, _ rows: [[Int]], _ vocabulary: Vocabulary
  ) -> Place? {
    let found = rows.map { segment.cells[$0[0]]?.reading ?? -1 }
    var counts = [Int](repeating: 0, count: segment.readings.count)
    for reading in found where reading >= 0 { counts[reading] += 1 }
    let kept = counts.indices.filter { counts[$0] > 0 }.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
      .prefix(mostReadings)
    guard kept.count > 1 else { return nil }
    var renumbered = [Int](repeating: -1, count: counts.count)
    for (new, old) in kept.enumerated() { renumbered[old] = new }
    let texts = kept.map { segment.readings[$0].text }
    return Place(
      segment: number, isGap: false, words: kept.map { segment.readings[$0].words }.max() ?? 0,
      readings: found.map { $0 < 0 ? -1 : renumbered[$0] }, texts: texts,
      costs: .words(texts, counts: kept.map { counts[$0] }, vocabulary))
  }
}
