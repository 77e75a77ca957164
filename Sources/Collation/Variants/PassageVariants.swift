import Press

/// Passages that some witnesses lack, that few have, or that stand elsewhere in some: one variant each, however many
/// segments they span.
struct PassageVariants {
  private let apparatus: Apparatus
  private let rows: WitnessRows
  private(set) var all: [PlacedVariant] = []

  init(_ apparatus: Apparatus, _ rows: WitnessRows) {
    self.apparatus = apparatus
    self.rows = rows
    takeLacunae()
    takeAdditions()
    takeMoved()
  }

  /// Whether a row that lacks a segment lacks the common one before or behind it too.
  static func lacksMore(_ row: Int, _ segment: Int, _ apparatus: Apparatus, _ rows: WitnessRows) -> Bool {
    func isLacking(_ segments: some Sequence<Int>) -> Bool {
      for at in segments {
        if rows.isCommon[at] { return !rows.has(row, at) }
        // What few have, and what is apart, neither counts nor parts.
        if rows.has(row, at), !apparatus.segments[at].isApart { return false }
      }
      return false
    }
    return isLacking(stride(from: segment - 1, through: 0, by: -1))
      || isLacking(segment + 1..<apparatus.segments.count)
  }

  // MARK: What some lack

  private mutating func takeLacunae() {
    let common = rows.isCommon
    var lacking: [Range<Int>: [Int]] = [:]
    for row in rows.rows.indices {
      var open: Range<Int>?
      for segment in apparatus.segments.indices where common[segment] {
        if rows.has(row, segment) {
          if let open { lacking[open, default: []].append(row) }
          open = nil
        } else {
          open = (open?.lowerBound ?? segment)..<segment + 1
        }
      }
      if let open { lacking[open, default: []].append(row) }
    }
    for (range, without) in lacking.sorted(by: {
      ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound)
    }) {
      let isOne = range.count { common[$0] } == 1
      let segment = apparatus.segments[range.lowerBound]
      // A word or two that stand beside other readings are a reading among them.
      if isOne, segment.readings.count > 1,
        segment.readings.allSatisfy({ $0.words <= SegmentVariants.mostOmitted })
      {
        continue
      }
      add(range, segments: range.filter { common[$0] }, without: without, isCut: true)
    }
  }

  // MARK: What few have

  private mutating func takeAdditions() {
    var open: (range: Range<Int>, holders: [Int])?
    func holders(_ segment: Int) -> [Int] { rows.rows.indices.filter { rows.has($0, segment) } }
    for segment in apparatus.segments.indices {
      let isFew = !apparatus.segments[segment].isApart && !rows.isCommon[segment]
      let having = isFew ? holders(segment) : []
      if let last = open, isFew, last.holders == having, last.range.upperBound == segment {
        open = (last.range.lowerBound..<segment + 1, having)
        continue
      }
      if let last = open { addition(last.range, last.holders) }
      open = isFew ? (segment..<segment + 1, having) : nil
    }
    if let last = open { addition(last.range, last.holders) }
  }

  private mutating func addition(_ range: Range<Int>, _ having: [Int]) {
    let have = Set(having)
    let before = stride(from: range.lowerBound - 1, through: 0, by: -1).first { rows.isCommon[$0] }
    let after = (range.upperBound..<apparatus.segments.count).first { rows.isCommon[$0] }
    let beside = [before, after].compactMap { $0 }
    // Who lacks the passage around it too lacks more than this.
    let without = rows.rows.indices.filter { row in
      !have.contains(row) && (beside.isEmpty || beside.contains { rows.has(row, $0) })
    }
    add(range, segments: Array(range), without: without, isCut: false)
  }

  private mutating func add(_ range: Range<Int>, segments: [Int], without: [Int], isCut: Bool) {
    var readings = ReadingGroups()
    var longest: Stretch?
    let lacks = Set(without)
    for row in rows.rows.indices where !lacks.contains(row) {
      guard let stretch = span(row, segments) else { continue }
      if stretch.count > longest?.count ?? 0 { longest = stretch }
      readings.add(String(decoding: stretch.slice, as: UTF8.self), [1], rows.places(row, stretch.place))
    }
    guard let longest, !without.isEmpty else { return }
    var kind: Variant.Kind = isCut ? .cut : .added
    for (number, row) in without.enumerated() {
      let place = rows.place(row, before: range.lowerBound)
      readings.add("", [], rows.places(row, place.place))
      if number == 0, segments.count == 1 {
        kind =
          ChangeTyping.kind(from: isCut ? longest : place, to: isCut ? place : longest, quotations: false)
          ?? kind
      }
    }
    all.append(
      PlacedVariant(
        segment: range.lowerBound, rank: 1, order: range.count,
        variant: Variant(
          family: apparatus.family, kind: kind, readings: isCut ? readings.kept : readings.ranked)))
  }

  /// What a row has of segments that stand together in it.
  private func span(_ row: Int, _ segments: [Int]) -> Stretch? {
    let stretches = segments.compactMap { rows.stretch(row, $0) }
    guard let first = stretches.first, let last = stretches.last,
      first.range.lowerBound < last.range.upperBound
    else { return nil }
    let words = stretches.reduce(0) { $0 + $1.count }
    let range = first.range.lowerBound..<last.range.upperBound
    // Half of it may be words that others do not have; a moved part is not told here.
    return range.count <= 2 * words ? Stretch(first.text, range) : nil
  }

  // MARK: What stands elsewhere

  private mutating func takeMoved() {
    let moved = apparatus.segments.map { $0.kind == .moved }
    guard moved.contains(true) else { return }
    let isElsewhere = rows.rows.indices.map { elsewhere($0, moved) }
    var segment = 0
    while segment < moved.count {
      defer { segment += 1 }
      guard moved[segment] else { continue }
      let first = segment
      func holders(_ at: Int) -> [Int] { rows.rows.indices.filter { rows.has($0, at) } }
      func movers(_ at: Int) -> [Int] { rows.rows.indices.filter { isElsewhere[$0][at] } }
      let (having, elsewhere) = (holders(first), movers(first))
      while segment + 1 < moved.count, moved[segment + 1], holders(segment + 1) == having,
        movers(segment + 1) == elsewhere
      {
        segment += 1
      }
      var readings = ReadingGroups()
      for row in having {
        guard let stretch = span(row, Array(first...segment)) else { continue }
        readings.add(
          String(decoding: stretch.slice, as: UTF8.self), [isElsewhere[row][first] ? 1 : 0],
          rows.places(row, stretch.place))
      }
      guard readings.count > 1 else { continue }
      all.append(
        PlacedVariant(
          segment: first, rank: 1, order: 0,
          variant: Variant(family: apparatus.family, kind: .moved, readings: readings.ranked)))
    }
  }

  /// For each segment whether a row has it out of the order of those around it that nobody moved.
  private func elsewhere(_ row: Int, _ moved: [Bool]) -> [Bool] {
    var result = [Bool](repeating: false, count: moved.count)
    var before = -1
    for segment in moved.indices {
      guard let start = rows.start(row, segment) else { continue }
      if moved[segment] { result[segment] = start < before } else { before = start }
    }
    var after = Int.max
    for segment in moved.indices.reversed() {
      guard let start = rows.start(row, segment) else { continue }
      if moved[segment] { result[segment] = result[segment] || start > after } else { after = start }
    }
    return result
  }
}

extension ReadingGroups {
  /// As they came.
  var kept: [Variant.Reading] { ranked.sorted { !$0.text.isEmpty && $1.text.isEmpty } }
}
