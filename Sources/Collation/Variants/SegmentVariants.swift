import Press

/// The variants within segments: several readings of one place, or a word or two that some lack.
struct SegmentVariants {
  private let apparatus: Apparatus
  private let rows: WitnessRows
  private(set) var all: [PlacedVariant] = []

  /// Words up to which what one witness lacks is a reading among others, and no passage.
  static let mostOmitted = 8

  init(_ apparatus: Apparatus, _ rows: WitnessRows) {
    self.apparatus = apparatus
    self.rows = rows
    for segment in apparatus.segments.indices where !apparatus.segments[segment].isApart { take(segment) }
  }

  private mutating func take(_ segment: Int) {
    let stretches = widened(
      rows.rows.indices.compactMap { row in rows.stretch(row, segment).map { (row, $0) } })
    guard apparatus.segments[segment].readings.count > 1,
      let base = stretches.first(where: { rows.reading($0.row, segment) == 0 })
    else { return }
    var readings = ReadingGroups()
    var kinds: Set<Variant.Kind> = []
    var seen: Set<Int> = [0]
    for (row, stretch) in stretches {
      let reading = rows.reading(row, segment) ?? 0
      readings.add(
        String(decoding: stretch.slice, as: UTF8.self), [UInt32(reading)], rows.places(row, stretch.place))
      guard seen.insert(reading).inserted else { continue }
      // Readings that differ at this level, if only in their marks, are at least written otherwise.
      kinds.insert(ChangeTyping.kind(from: base.stretch, to: stretch, quotations: false) ?? .spelling)
    }
    for row in rows.rows.indices where isOmission(row, segment) {
      let place = rows.place(row, before: segment)
      readings.add("", [], rows.places(row, place.place))
      if let kind = ChangeTyping.kind(from: base.stretch, to: place, quotations: false) { kinds.insert(kind) }
    }
    guard readings.count > 1, let kind = Variant.Kind.byWeight.first(where: kinds.contains) else { return }
    all.append(
      PlacedVariant(
        segment: segment, rank: 2, order: 0,
        variant: Variant(family: apparatus.family, kind: kind, readings: readings.ranked)))
  }

  /// Whether a row lacks this segment and none beside it.
  private func isOmission(_ row: Int, _ segment: Int) -> Bool {
    guard !rows.has(row, segment), rows.isCommon[segment] else { return false }
    return !PassageVariants.lacksMore(row, segment, apparatus, rows)
      && apparatus.segments[segment].readings.allSatisfy { $0.words <= Self.mostOmitted }
  }

  /// All readings with the whole of each figure that one of them has a part of, where the words around are the same in all.
  private func widened(_ stretches: [(row: Int, stretch: Stretch)]) -> [(row: Int, stretch: Stretch)] {
    guard let first = stretches.first else { return stretches }
    var (before, after) = (0, 0)
    for (_, stretch) in stretches {
      let lacking = stretch.lacking
      (before, after) = (max(before, lacking.before), max(after, lacking.after))
    }
    guard before + after > 0 else { return stretches }
    func around(_ stretch: Stretch) -> [UInt32]? {
      let (start, end) = (stretch.range.lowerBound - before, stretch.range.upperBound + after)
      guard start >= 0, end <= stretch.text.words.count else { return nil }
      return
        (stretch.text.words[start..<stretch.range.lowerBound]
        + stretch.text.words[stretch.range.upperBound..<end]).map(\.key)
    }
    guard let same = around(first.stretch), stretches.allSatisfy({ around($0.stretch) == same }) else {
      return stretches
    }
    return stretches.map { row, stretch in
      (row, Stretch(stretch.text, stretch.range.lowerBound - before..<stretch.range.upperBound + after))
    }
  }
}
