import GRDB

/// The index of features, as sorted segments in the manner of a log: what is added is written once as a segment of its own, and
/// segments of like size are merged, so that a lookup asks few of them and adding a page writes little.
///
/// O'Neil, Cheng, Gawlick and O'Neil (1996), "The log-structured merge-tree"; the sizes by Bentley and Saxe (1980),
/// "Decomposable searching problems": each segment is larger than all the younger together, so that there are at most as
/// many as the number of postings has binary digits, and a posting is rewritten as often at most.
///
/// Invariants:
/// 1. An article's key stands in at most one segment's list of a feature.
/// 2. The blocks of a segment do not overlap; a feature's list is never cut.
/// 3. `segment.postings` is the sum over the segment's blocks.
struct Segments {
  let database: Database

  /// Keys, of the oldest first, with their sizes.
  private func all() throws -> [(key: Int64, postings: Int)] {
    try Command("SELECT key, postings FROM segment ORDER BY key", database).all {
      (key: $0.integer(0), postings: $0.int(1))
    }
  }

  /// Writes a segment of `postings`, whose features rise; nothing where there are none.
  func add(_ postings: (inout Posting) throws -> Bool) throws {
    let segment = try Command("INSERT INTO segment (postings) VALUES (0)", database).insert()
    let write = try Command("INSERT INTO posting (segment, first, last, block) VALUES (?, ?, ?, ?)", database)
    var block = PostingBlock()
    var count = 0
    func flush() throws {
      if block.isEmpty { return }
      try write.run(segment, block.first, block.last, block.bytes)
      count += block.count
      block = PostingBlock()
    }
    var posting = Posting(feature: 0, keys: [])
    while try postings(&posting) {
      block.add(posting.feature, posting.keys)
      if block.isFull { try flush() }
    }
    try flush()
    if count > 0 {
      try Command("UPDATE segment SET postings = ? WHERE key = ?", database).run(count, segment)
    } else {
      try Command("DELETE FROM segment WHERE key = ?", database).run(segment)
    }
  }

  /// Merges the youngest segments, so that each is larger than all the younger together.
  func settle() throws {
    let segments = try all()
    var younger = 0
    var oldest: Int?
    for (number, segment) in segments.enumerated().reversed() {
      if younger > 0, segment.postings <= younger { oldest = number }
      younger += segment.postings
    }
    if let oldest { try merge(segments[oldest...].map(\.key)) }
  }

  private func merge(_ keys: [Int64]) throws {
    var cursors = try keys.map { try SegmentCursor($0, database) }
    try add { posting in
      var least: UInt64?
      for cursor in cursors { if let feature = cursor.feature { least = min(least ?? feature, feature) } }
      guard let least else { return false }
      posting.feature = least
      posting.keys.removeAll(keepingCapacity: true)
      var lists = 0
      for index in cursors.indices where cursors[index].feature == least {
        posting.keys += cursors[index].keys
        lists += 1
        try cursors[index].advance()
      }
      if lists > 1 { posting.keys.sort() }
      return true
    }
    for key in keys {
      try Command("DELETE FROM posting WHERE segment = ?", database).run(key)
      try Command("DELETE FROM segment WHERE key = ?", database).run(key)
    }
  }

  /// Takes every posting of the articles `keys` out, and hands over what was taken. Reads the whole index once.
  func remove(_ keys: Set<Int64>, _ taken: (_ feature: UInt64, _ key: Int64) throws -> Void) throws {
    if keys.isEmpty { return }
    for segment in try all() {
      var removed = 0
      let blocks = try Command("SELECT key FROM posting WHERE segment = ? ORDER BY first", database)
        .all(segment.key) { $0.integer(0) }
      let read = try Command("SELECT first, block FROM posting WHERE key = ?", database)
      var list: [Int64] = []
      for row in blocks {
        guard let (first, bytes) = try read.first(row, read: { ($0.hash(0), $0.bytes(1)) }) else { continue }
        var reader = PostingBlockReader(bytes, first: first)
        var left = PostingBlock()
        var before = 0
        while let feature = try reader.next(&list) {
          before += list.count
          if list.contains(where: keys.contains) {
            for key in list where keys.contains(key) { try taken(feature, key) }
            list.removeAll(where: keys.contains)
          }
          if !list.isEmpty { left.add(feature, list) }
        }
        if left.count == before { continue }
        removed += before - left.count
        if left.isEmpty {
          try Command("DELETE FROM posting WHERE key = ?", database).run(row)
        } else {
          try Command("UPDATE posting SET first = ?, last = ?, block = ? WHERE key = ?", database)
            .run(left.first, left.last, left.bytes, row)
        }
      }
      guard removed > 0 else { continue }
      if removed == segment.postings {
        try Command("DELETE FROM segment WHERE key = ?", database).run(segment.key)
      } else {
        try Command("UPDATE segment SET postings = ? WHERE key = ?", database)
          .run(segment.postings - removed, segment.key)
      }
    }
  }

  /// Takes everything out.
  func clear() throws {
    try Command("DELETE FROM posting", database).run()
    try Command("DELETE FROM segment", database).run()
  }

  /// Hands over, for each of `features` (rising, each once), the articles that carry it: by the feature's position, and the
  /// keys in rising order. Features that nobody carries are left out.
  func look(up features: [UInt64], _ body: (_ position: Int, _ keys: [Int64]) throws -> Void) throws {
    var cursors = try all().map { try SegmentCursor($0.key, database, atLeast: features.first ?? 0) }
    var keys: [Int64] = []
    for (position, feature) in features.enumerated() {
      keys.removeAll(keepingCapacity: true)
      var lists = 0
      for index in cursors.indices {
        try cursors[index].advance(to: feature)
        guard cursors[index].feature == feature else { continue }
        keys += cursors[index].keys
        lists += 1
      }
      if keys.isEmpty { continue }
      if lists > 1 { keys.sort() }
      try body(position, keys)
    }
  }
}
