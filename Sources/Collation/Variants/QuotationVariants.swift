import Press

/// The quotations that the witnesses do not agree on, each whole, with who prints it how.
struct QuotationVariants {
  /// A quotation of one row.
  private struct Node: Hashable {
    let row, quotation: Int
  }

  private let apparatus: Apparatus
  private let rows: WitnessRows
  private(set) var all: [PlacedVariant] = []

  init(_ apparatus: Apparatus, _ rows: WitnessRows) {
    self.apparatus = apparatus
    self.rows = rows
    // Quotations that are altered in one segment are the same quotation.
    var groupOf: [Node: Int] = [:]
    var groups: [(segment: Int, nodes: [Node])] = []
    for segment in apparatus.segments.indices where !apparatus.segments[segment].isApart {
      let nodes = altered(segment)
      if nodes.isEmpty { continue }
      let known = Set(nodes.compactMap { groupOf[$0] }).sorted()
      let group = known.first ?? groups.count
      if known.isEmpty { groups.append((segment, [])) }
      for other in known.dropFirst() {
        for node in groups[other].nodes { groupOf[node] = group }
        groups[group].nodes += groups[other].nodes
        groups[other].nodes = []
      }
      for node in nodes where groupOf[node] == nil {
        groupOf[node] = group
        groups[group].nodes.append(node)
      }
    }
    for group in groups where !group.nodes.isEmpty { add(group.segment, group.nodes) }
  }

  /// The quotations that a segment is a part of, in the rows whose readings of it alter each other's.
  private func altered(_ segment: Int) -> [Node] {
    let found = apparatus.segments[segment]
    let lacks = found.readings.count == 1 && found.cells.contains { $0 == nil }
    guard found.readings.count > 1 || lacks else { return [] }
    var quoted: [(row: Int, reading: Int, stretch: Stretch, quotation: Int)] = []
    for row in rows.rows.indices {
      if let stretch = rows.stretch(row, segment) {
        guard let quotation = stretch.text.quotation(of: stretch.range.lowerBound) else { continue }
        quoted.append((row, rows.reading(row, segment) ?? 0, stretch, quotation))
      } else if found.readings.allSatisfy({ $0.words <= SegmentVariants.mostOmitted }) {
        let place = rows.place(row, before: segment)
        let at = place.range.lowerBound
        guard let quotation = place.text.quotation(of: at - 1) ?? place.text.quotation(of: at) else {
          continue
        }
        quoted.append((row, -1, place, quotation))
      }
    }
    // The first of each reading is held against the first of all; the others say the same.
    guard let base = quoted.first(where: { !$0.stretch.isEmpty }) else { return [] }
    var verdicts: [Int: Bool] = [base.reading: true]
    var isAltered = false
    for one in quoted where verdicts[one.reading] == nil {
      let verdict =
        AlteredQuotation.isAltered(base.stretch, one.stretch)
        && !Notation.isSameLetters(base.stretch, one.stretch) && !Notation.isSame(base.stretch, one.stretch)
      verdicts[one.reading] = verdict
      isAltered = isAltered || verdict
    }
    guard isAltered else { return [] }
    return quoted.filter { verdicts[$0.reading] == true }.map { Node(row: $0.row, quotation: $0.quotation) }
  }

  private mutating func add(_ segment: Int, _ nodes: [Node]) {
    var readings = ReadingGroups()
    let byRow = Dictionary(grouping: nodes, by: \.row)
    for row in byRow.keys.sorted() {
      let text = rows.rows[row].text
      let ranges = (byRow[row] ?? []).map { text.quotations[$0.quotation] }
      guard let start = ranges.map(\.lowerBound).min(), let end = ranges.map(\.upperBound).max() else {
        continue
      }
      let words = text.words.indices(in: start..<end)
      guard !words.isEmpty else { continue }
      let stretch = Stretch(text, words)
      readings.add(
        String(decoding: stretch.slice, as: UTF8.self), stretch.words.map(\.key),
        rows.places(row, stretch.place))
    }
    guard readings.count > 1 else { return }
    all.append(
      PlacedVariant(
        segment: segment, rank: 0, order: 0,
        variant: Variant(family: apparatus.family, kind: .quotation, readings: readings.ranked)))
  }
}
