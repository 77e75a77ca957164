import GRDB

/// Brings the index of features up to date within one transaction.
struct IndexWriter {
  let database: Database

  /// Puts articles into the index, in the place of what it had of them, and notes that their pairs are due.
  ///
  /// - Parameter cap: Articles that may carry a feature for it to link each of them to all others. Articles whose
  ///   candidates change because others join or leave a feature's carriers are noted as well; `nil` where everything is
  ///   to be matched anyway.
  func index(_ batch: [Fingerprinted], cap: Int?) throws {
    let batch = batch.sorted { $0.key < $1.key }
    let held = try Command("SELECT place FROM fingerprint WHERE article = ? AND features > 0", database)
    var oldPlaces: [Int64: UInt64] = [:]
    for article in batch {
      if let place = try held.first(article.key, read: { $0.hash(0) }) { oldPlaces[article.key] = place }
    }
    let segments = Segments(database: database)
    var removed: [(feature: UInt64, key: Int64)] = []
    try segments.remove(Set(oldPlaces.keys)) { removed.append((feature: $0, key: $1)) }
    let added = Self.postings(of: batch)
    if let cap { try note(added, batch, removed, oldPlaces, cap: cap) }
    var at = 0
    try segments.add { posting in
      guard at < added.count else { return false }
      posting.feature = added[at] >> 24
      posting.keys.removeAll(keepingCapacity: true)
      while at < added.count, added[at] >> 24 == posting.feature {
        posting.keys.append(batch[Int(added[at] & 0xFF_FFFF)].key)
        at += 1
      }
      return true
    }
    let keep = try Command(
      """
      INSERT INTO fingerprint (article, text_hash, place, features, digest, member, due) VALUES (?, ?, ?, ?, ?, ?, 2)
      ON CONFLICT (article) DO UPDATE SET text_hash = excluded.text_hash, place = excluded.place,
        features = excluded.features, digest = excluded.digest, member = excluded.member, due = 2
      """, database)
    for article in batch {
      try keep.run(
        article.key, article.textHash, article.place, article.features.count,
        Fingerprinted.digest(article.features), article.member)
    }
  }

  /// Features with the number of the article in the batch in the lower 24 bits, sorted.
  private static func postings(of batch: [Fingerprinted]) -> [UInt64] {
    precondition(batch.count < 1 << 24, "a batch holds 16 million articles at most")
    var postings: [UInt64] = []
    postings.reserveCapacity(batch.reduce(0) { $0 + $1.features.count })
    for (number, article) in batch.enumerated() {
      for feature in article.features {
        precondition(feature >> Fingerprinted.featureBits == 0, "a feature has 40 bits")
        postings.append(feature << 24 | UInt64(number))
      }
    }
    postings.sort()
    return postings
  }

  /// Notes the articles outside the batch that a change of carriers touches: all carriers of a feature that crosses the cap;
  /// of one beyond it before and after, those next to an article that joins or leaves.
  private func note(
    _ added: [UInt64], _ batch: [Fingerprinted], _ removed: [(feature: UInt64, key: Int64)],
    _ oldPlaces: [Int64: UInt64], cap: Int
  ) throws {
    // Each change as a feature, and the place of who joins or leaves.
    var changes = added.map { (feature: $0 >> 24, place: batch[Int($0 & 0xFF_FFFF)].place, joins: true) }
    changes += removed.map { (feature: $0.feature, place: oldPlaces[$0.key] ?? 0, joins: false) }
    changes.sort { $0.feature < $1.feature }
    var starts: [Int] = []
    for index in changes.indices where index == 0 || changes[index].feature != changes[index - 1].feature {
      starts.append(index)
    }
    var places = try Places(database)
    var touched: Set<Int64> = []
    let features = starts.map { changes[$0].feature }
    try Segments(database: database).look(up: features) { position, others in
      let end = position + 1 < starts.count ? starts[position + 1] : changes.count
      let here = changes[starts[position]..<end]
      let joining = here.count(where: \.joins)
      let (before, after) = (others.count + here.count - joining, others.count + joining)
      guard max(before, after) > cap else { return }
      guard min(before, after) > cap else { return touched.formUnion(others) }
      let sorted = try places.sorted(others)
      for change in here {
        var (low, high) = (0, sorted.count)
        while low < high {
          let middle = (low + high) / 2
          if sorted[middle].place < change.place { low = middle + 1 } else { high = middle }
        }
        // Equal places are sorted by ids: to be on the safe side, all of them and one on either side.
        if low > 0 { touched.insert(sorted[low - 1].key) }
        while low < sorted.count {
          touched.insert(sorted[low].key)
          if sorted[low].place != change.place { break }
          low += 1
        }
      }
    }
    let mark = try Command("UPDATE fingerprint SET due = 1 WHERE article = ? AND due = 0", database)
    for key in touched.sorted() { try mark.run(key) }
  }
}

/// Articles in the order in which a feature beyond the cap has them: by place, then by id.
struct Places {
  private let place: Command
  private let id: Command
  private var known: [Int64: UInt64] = [:]
  /// Many features of one text have the same carriers.
  private var last: (keys: [Int64], sorted: [(place: UInt64, key: Int64)]) = ([], [])

  init(_ database: Database) throws {
    place = try Command("SELECT place FROM fingerprint WHERE article = ?", database)
    id = try Command("SELECT id FROM article WHERE key = ?", database)
  }

  mutating func sorted(_ keys: [Int64]) throws -> [(place: UInt64, key: Int64)] {
    if keys == last.keys { return last.sorted }
    var list: [(place: UInt64, key: Int64)] = []
    list.reserveCapacity(keys.count)
    for key in keys {
      if let place = known[key] {
        list.append((place, key))
      } else {
        let found: UInt64? = try place.first(key) { $0.hash(0) }
        known[key] = found ?? 0
        list.append((found ?? 0, key))
      }
    }
    list.sort { $0.place < $1.place }
    var start = 0
    while start < list.count {
      var end = start + 1
      while end < list.count, list[end].place == list[start].place { end += 1 }
      if end - start > 1 {
        var named: [(id: String, key: Int64)] = []
        for one in list[start..<end] { named.append((try id.first(one.key) { $0.text(0) } ?? "", one.key)) }
        for (offset, one) in named.sorted(by: { $0.id < $1.id }).enumerated() {
          list[start + offset].key = one.key
        }
      }
      start = end
    }
    last = (keys, list)
    return list
  }
}
