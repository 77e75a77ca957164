import Press

/// Reads the WARC files within a web archive of the kind WACZ, one behind the other.
///
/// Source: Webrecorder, "Web Archive Collection Zipped (WACZ)" 1.1.1: a ZIP archive with the WARC files in its folder
/// `archive/`.
struct WACZRecords: ItemSource {
  private let zip: ZipFile
  private let entries: [ZipFile.Entry]
  private let input: Input
  private let reservoir: Reservoir
  private let limits: Limits
  private let seen: SeenRecords
  private var taken = 0
  /// Packed bytes that may still be read. A table of contents may list the same bytes under thousands of names, and so
  /// make much of little; entries that share none have no more than the file in all. Twice that leaves room for an entry
  /// whose size is damaged.
  private var left: Int
  private var present: (any ItemSource)?

  /// `nil` where no WARC files are in it.
  init?(_ zip: ZipFile, _ input: Input, _ reservoir: Reservoir, limits: Limits, seen: SeenRecords) {
    entries = zip.entries.filter { $0.name.hasPrefix("archive/") && !$0.name.hasSuffix("/") }
    guard !entries.isEmpty else { return nil }
    self.zip = zip
    left = 2 * zip.size
    self.input = input
    self.reservoir = reservoir
    self.limits = limits
    self.seen = seen
  }

  mutating func next() -> Item? {
    while true {
      if let item = present?.next() { return item }
      present = nil
      guard taken < entries.count else { return nil }
      taken += 1
      if let item = begin(entries[taken - 1]) { return item }
    }
  }

  /// Begins to read an entry; its one item where it is no WARC file.
  private mutating func begin(_ entry: ZipFile.Entry) -> Item? {
    let within = Input(path: input.path, entry: entry.name) { [zip, limits] in
      try? zip.stream(of: entry, limits: limits)
    }
    do throws(ZipFile.Damage) {
      let stream = try zip.stream(of: entry, limits: limits)
      guard entry.packed <= left else {
        throw ZipFile.Damage(detail: "its bytes are those of other entries, as only a bomb has them")
      }
      left -= entry.packed
      reservoir.attach(stream)
    } catch {
      return .refusal(
        Refusal(
          source: within.name, reason: .unreadable,
          detail: "This file within the ZIP archive was not read: \(error.detail); fetch the archive again."))
    }
    switch Opening(reservoir, within, limits: limits, seen: seen).open() {
    case .item(let item): return item
    case .records(let records):
      present = records
      return nil
    }
  }
}
