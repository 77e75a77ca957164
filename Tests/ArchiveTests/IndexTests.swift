import Foundation
import GRDB
import Press
import TestSupport
import Testing

@testable import Archive

@Suite("The index of features grows, and forgets, as a plain table would")
struct IndexTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  /// An index that is a dictionary.
  private struct Slow {
    var features: [Int64: Set<UInt64>] = [:]
    var places: [Int64: UInt64] = [:]

    func carriers(_ feature: UInt64) -> [Int64] {
      features.filter { $0.value.contains(feature) }.keys.sorted()
    }

    /// How many features link each two articles.
    func links(cap: Int) -> [[Int64]: Int] {
      var links: [[Int64]: Int] = [:]
      for feature in features.values.reduce(into: Set<UInt64>(), { $0.formUnion($1) }) {
        let carriers = carriers(feature)
        if carriers.count <= cap {
          for (number, a) in carriers.enumerated() {
            for b in carriers[(number + 1)...] { links[[a, b], default: 0] += 1 }
          }
        } else {
          let chain = carriers.sorted { places[$0, default: 0] < places[$1, default: 0] }
          for (a, b) in zip(chain, chain.dropFirst()) { links[[min(a, b), max(a, b)], default: 0] += 1 }
        }
      }
      return links
    }
  }

  private func features(_ random: inout SplitMix) -> [UInt64] {
    // Some features are everybody's, most are rare, some lie at the ends of what a feature may be.
    let count = Int.random(in: 0...30, using: &random)
    return Set(
      (0..<count).map { _ -> UInt64 in
        switch Int.random(in: 0..<4, using: &random) {
        case 0: .random(in: 0..<6, using: &random)
        case 1: (1 << 40) - .random(in: 1..<20, using: &random)
        case 2: .random(in: 0..<300, using: &random) << 30
        default: .random(in: 0..<(1 << 40), using: &random)
        }
      }
    ).sorted()
  }

  @Test(
    "whatever is added, changed and merged, it holds what was put in, and notes whom that concerns",
    arguments: 0..<6)
  func grows(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let archive = try Archive(path: folder.file("x"), mode: .create)
    var slow = Slow()
    let cap = 5
    for round in 0..<12 {
      let new = (0..<Int.random(in: 0...12, using: &random)).map {
        Stored.article(News.article("\(round)-\($0)"), contentHash: .random(in: 0 ... .max, using: &random))
      }
      try archive.store(new)
      let changed = slow.features.keys.sorted().filter { _ in Int.random(in: 0..<9, using: &random) == 0 }
      let batch = try (archive.unindexed(limit: 99).map(\.key) + changed).map {
        Fingerprinted(
          key: $0, textHash: 7, place: .random(in: 0 ... .max, using: &random), features: features(&random))
      }
      let before = slow.links(cap: cap)
      for print in batch {
        slow.features[print.key] = Set(print.features)
        slow.places[print.key] = print.place
      }
      let after = slow.links(cap: cap)
      try archive.updateFindingsForTest()
      try archive.index(batch, cap: cap)
      if Bool.random(using: &random) { try archive.settleIndex() }
      // Every link that is other than before is one of the batch, or both its ends are noted.
      let due = Set(try archive.dueArticles().map(\.key))
      #expect(due.isSuperset(of: batch.map(\.key)))
      for link in Set(before.keys).union(after.keys) where before[link] != after[link] {
        let isOfBatch = link.contains { key in batch.contains { $0.key == key } }
        #expect(isOfBatch || link.allSatisfy(due.contains), "round \(round): \(link)")
      }
      let wanted = slow.features.values.reduce(into: Set<UInt64>()) { $0.formUnion($1) }.union([3, 77 << 20])
        .sorted()
      var found: [UInt64: [Int64]] = [:]
      try archive.carriers(of: wanted, cap: cap) { position, carriers in
        switch carriers {
        case .few(let keys):
          #expect(keys.count <= cap && keys == keys.sorted())
          found[wanted[position]] = keys
        case .chain(let links):
          #expect(links.count > cap && links.map(\.place) == links.map(\.place).sorted())
          #expect(links.allSatisfy { slow.places[$0.key] == $0.place })
          found[wanted[position]] = links.map(\.key).sorted()
        }
      }
      for feature in wanted { #expect(found[feature] ?? [] == slow.carriers(feature)) }
      #expect(try archive.featureCounts(of: slow.features.keys) == slow.features.mapValues(\.count))
      #expect(try archive.check().filter { $0.what.contains("index") || $0.invariant == 0 } == [])
    }
    try archive.settleIndex()
    let sizes = try archive.read { try Int.fetchAll($0, sql: "SELECT postings FROM segment ORDER BY key") }
    for number in sizes.indices { #expect(sizes[number] > sizes[(number + 1)...].reduce(0, +)) }
  }

  @Test("lists of any length come back from a block, and bytes of any sort never trap")
  func blocks() throws {
    var random = SplitMix(seed: 4)
    for _ in 0..<40 {
      var block = PostingBlock()
      var postings: [Posting] = []
      var feature: UInt64 = .random(in: 0..<1000, using: &random)
      for _ in 0..<Int.random(in: 1...50, using: &random) {
        let count = [1, 1, 2, 3, 300].randomElement(using: &random) ?? 1
        let keys = Set((0..<count).map { _ in Int64.random(in: 1...(1 << 33), using: &random) }).sorted()
        postings.append(Posting(feature: feature, keys: keys))
        block.add(feature, keys)
        feature += .random(in: 1...(1 << 38), using: &random)
      }
      var reader = PostingBlockReader(block.bytes, first: block.first)
      var keys: [Int64] = []
      var read: [Posting] = []
      while let feature = try reader.next(&keys) { read.append(Posting(feature: feature, keys: keys)) }
      #expect(read == postings && block.last == postings.last?.feature)
      #expect(block.count == postings.reduce(0) { $0 + $1.keys.count })
      var torn = block.bytes
      for _ in 0..<3 {
        torn[Int.random(in: 0..<torn.count, using: &random)] = .random(in: 0...255, using: &random)
      }
      var hostile = PostingBlockReader(torn, first: .random(in: 0...(1 << 62), using: &random))
      do { while try hostile.next(&keys) != nil {} } catch { #expect(error is Damage) }
    }
  }

  @Test("an index that somebody tore is an error, not a crash", arguments: 0..<20)
  func torn(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let archive = try Archive(path: folder.file("x"), mode: .create)
    try archive.store((0..<20).map { .article(News.article("n\($0)"), contentHash: $0) })
    let batch = try archive.unindexed(limit: 99).map {
      Fingerprinted(key: $0.key, textHash: 1, place: UInt64($0.key), features: features(&random))
    }
    for part in [batch.prefix(9), batch[9...]] { try archive.index(Array(part), cap: 3) }
    archive.close()
    let queue = try DatabaseQueue(path: folder.file("x"))
    try queue.write { database in
      for (key, block) in try Row.fetchAll(database, sql: "SELECT key, block FROM posting").map({
        ($0[0] as Int64, [UInt8]($0[1] as Data))
      }) where !block.isEmpty {
        var bytes = block
        for _ in 0..<4 {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
        }
        try database.execute(
          sql: "UPDATE posting SET block = ?, last = last + ? WHERE key = ?",
          arguments: [Data(bytes), Int.random(in: -5...5, using: &random), key])
      }
    }
    try queue.close()
    let again = try Archive(path: folder.file("x"), mode: .readWrite)
    for action in [
      { try again.carriers(of: Array(0..<300), cap: 3) { _, _ in } }, { try again.settleIndex() },
      { try again.index(Array(batch.prefix(3)), cap: 3) }, { _ = try again.check() },
    ] {
      do { try action() } catch { #expect((error as? ArchiveError)?.kind == .damaged, "\(error)") }
    }
  }

  @Test("lines and pages are kept, and the outlets that are to be counted again")
  func siteLines() throws {
    let archive = try Archive(path: folder.file("x"), mode: .create)
    try archive.store((0..<3).map { .article(News.article("n\($0)"), contentHash: $0) })
    let keys = try archive.unindexed(limit: 9).map(\.key)
    let pages = [
      Archive.KeptSitePage(key: keys[0], outlet: .max, bytes: [1, 2]),
      Archive.KeptSitePage(key: keys[1], outlet: 4, bytes: []),
      Archive.KeptSitePage(key: keys[2], outlet: nil, bytes: []),
    ]
    try archive.storeSitePages(pages)
    #expect(try Set(archive.dueOutlets()) == [4, .max])
    #expect(try archive.sitePages(of: .max) == [pages[0]])
    try archive.settleSiteLines(of: .max, [(line: 9, standing: 5)], remasked: [])
    #expect(try archive.dueOutlets() == [4])
    let lines = try archive.siteLines()
    #expect(lines.count == 1 && lines[0] == (line: 9, outlet: .max, standing: 5))
    // The same again changes nothing; another outlet concerns both.
    try archive.storeSitePages([pages[0]])
    #expect(try archive.dueOutlets() == [4])
    try archive.storeSitePages([Archive.KeptSitePage(key: keys[0], outlet: 6, bytes: [3])])
    #expect(try Set(archive.dueOutlets()) == [4, 6, .max])
    #expect(try archive.sitePages(of: .max) == [])
    try archive.clearIndex(engine: "other")
    #expect(try archive.dueOutlets() == [] && archive.siteLines().isEmpty && archive.indexEngine() == "other")
  }
}

extension Archive {
  /// Says that nothing is due.
  fileprivate func updateFindingsForTest() throws {
    try changeFindings(digest: "d", engine: "e") { _ in }
  }
}
