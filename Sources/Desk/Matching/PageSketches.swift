import Reading

/// Sketches of pages on disk, for finding the lines that their outlets print on many of them, an outlet at a time.
struct PageSketches: Sendable {
  private var log: ScratchLog
  private var outlets: [UInt64?] = []
  private var ends: [UInt64] = []

  init(folder: String?) { log = ScratchLog(in: folder) }

  /// Adds the next page: the hash of its outlet, and its `SitePage` as bytes.
  mutating func add(_ outlet: UInt64?, _ bytes: [UInt8]) throws {
    try log.append(bytes)
    outlets.append(outlet)
    ends.append(log.end)
  }

  /// Pages that an outlet needs for any line to be told from its reports.
  private static let fewest = 3

  /// The outlets' lines, and for each page whether it may have any of them. The sketches are gone afterwards.
  mutating func lines(names: NameTable) throws -> (lines: SiteLines, mayHave: [Bool]) {
    let sketches = try log.finished()
    defer { self = PageSketches(folder: nil) }
    var mayHave = [Bool](repeating: false, count: ends.count)
    var counted: [SiteLines.Counted] = []
    let order = outlets.indices.filter { outlets[$0] != nil }.sorted {
      (outlets[$0] ?? 0, $0) < (outlets[$1] ?? 0, $1)
    }
    var start = 0
    while start < order.count {
      let outlet = outlets[order[start]] ?? 0
      var end = start + 1
      while end < order.count, outlets[order[end]] == outlet { end += 1 }
      let numbers = order[start..<end]
      start = end
      guard numbers.count >= Self.fewest else { continue }
      let pages = try numbers.map { number in
        let from = number == 0 ? 0 : ends[number - 1]
        return SitePage(outlet: outlet, bytes: try sketches.bytes(at: from, count: Int(ends[number] - from)))
      }
      let found = SiteLines(pages.compactMap(\.self), names: names).counted
      guard !found.isEmpty else { continue }
      counted += found
      let wanted = Set(found.map(\.line))
      for (number, page) in zip(numbers, pages) { mayHave[number] = page?.mayHave(anyOf: wanted) ?? true }
    }
    return (SiteLines(counted, names: names), mayHave)
  }
}
