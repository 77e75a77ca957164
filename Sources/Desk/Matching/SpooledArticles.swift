import Foundation
import Matching
import Press
import Reading
import Synchronization

/// The articles of a pile on disk, by id, each with an id of its own.
///
/// First ``forEach(threads:each:sink:)`` hands them all over; from then on they are a source for matching.
public final class SpooledArticles: WitnessSource {
  /// Where articles lie, by the order in which they came.
  struct Places: Sendable {
    let file: ScratchBytes
    let ends: [UInt64]
    let ids: [UInt8]
    let idEnds: [UInt64]

    func bytes(_ slot: Int) throws -> [UInt8] {
      let start = slot == 0 ? 0 : ends[slot - 1]
      return try file.bytes(at: start, count: Int(ends[slot] - start))
    }

    func article(_ slot: Int) throws -> Article {
      try bytes(slot).withUnsafeBytes { ArticleRecord.article($0) }
    }

    func id(_ slot: Int) -> String {
      let start = slot == 0 ? 0 : Int(idEnds[slot - 1])
      return String(decoding: ids[start..<Int(idEnds[slot])], as: UTF8.self)
    }

    func haveSameID(_ a: Int, _ b: Int) -> Bool {
      let (x, y) = (a == 0 ? 0 : Int(idEnds[a - 1]), b == 0 ? 0 : Int(idEnds[b - 1]))
      return ids[x..<Int(idEnds[a])] == ids[y..<Int(idEnds[b])]
    }
  }

  private let places: Places
  /// The place of each article, by the order of ids.
  private let order: [UInt32]
  /// New ids of those that share theirs with another.
  private let renamed: [UInt32: String]
  private let lines: SiteLines
  /// Whether an article may have any of its outlet's lines, by the order in which they came.
  private let mayHave: [Bool]
  private let folder: String
  private let heads = Mutex<WitnessHeads?>(nil)
  /// One for every article that was renamed.
  public let notices: [Notice]

  /// - Parameter sorted: Places in the order of their ids.
  init(_ places: Places, order sorted: [UInt32], lines: SiteLines, mayHave: [Bool], folder: String) throws {
    self.places = places
    self.lines = lines
    self.mayHave = mayHave
    self.folder = folder
    var renamed: [UInt32: String] = [:]
    var notices: [Notice] = []
    var gone: Set<UInt32> = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, places.haveSameID(Int(sorted[start]), Int(sorted[end])) { end += 1 }
      if end - start > 1 {
        let slots = sorted[start..<end]
        let settled = DistinctArticles.settle(try slots.map { try places.article(Int($0)) }) { id in
          Self.holds(id, sorted, places)
        }
        notices += settled.notices
        for (slot, verdict) in zip(slots, settled.verdicts) {
          switch verdict {
          case .kept: break
          case .renamed(let id): renamed[slot] = id
          case .twin: gone.insert(slot)
          }
        }
      }
      start = end
    }
    self.renamed = renamed
    self.notices = notices.sorted { ($0.source, $0.detail) < ($1.source, $1.detail) }
    if gone.isEmpty && renamed.isEmpty {
      order = sorted
    } else {
      func id(_ slot: UInt32) -> String { renamed[slot] ?? places.id(Int(slot)) }
      let left = sorted.filter { !gone.contains($0) }
      let moved = left.filter { renamed[$0] != nil }.sorted { id($0) < id($1) }
      var kept: [UInt32] = []
      kept.reserveCapacity(left.count)
      var next = moved[...]
      for slot in left where renamed[slot] == nil {
        while let first = next.first, id(first) < id(slot) {
          kept.append(first)
          next.removeFirst()
        }
        kept.append(slot)
      }
      order = kept + next
    }
  }

  /// Whether an article came with this id.
  private static func holds(_ id: String, _ sorted: [UInt32], _ places: Places) -> Bool {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if places.id(Int(sorted[middle])) < id { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && places.id(Int(sorted[low])) == id
  }

  /// How many articles there are.
  public var count: Int { order.count }
  /// Length of all ids together, in bytes.
  public var idBytes: Int { places.ids.count }

  /// The id of an article.
  public func id(_ number: Int) -> String { renamed[order[number]] ?? places.id(Int(order[number])) }

  /// An article as it was read, with the lines that its outlet prints on many pages among its furniture.
  ///
  /// - Throws: `ScratchError`.
  public func article(_ number: Int) throws -> Article {
    var article = try places.article(Int(order[number]))
    if let id = renamed[order[number]] { article.id = id }
    return mayHave[Int(order[number])] ? lines.marking(article) : article
  }

  /// Has `each` make something of every article, on all threads, and hands it to `sink` in the order of ids.
  ///
  /// - Throws: `ScratchError`, or what `sink` throws.
  public func forEach<Output: Sendable>(
    threads: Int, each: @escaping @Sendable (Article) -> Output,
    sink: @escaping @Sendable (Output) throws -> Void
  ) async throws {
    let writer = Box(Mutex(WitnessHeads.Writer(count: count, folder: folder)))
    try await Workers(threads: threads).pass(
      count: count, scratch: {},
      work: { range, _ in
        try range.map { number in
          let article = try self.article(number)
          return (each(article), WitnessHeads.bytes(of: article))
        }
      },
      sink: { batch in
        for (output, head) in batch {
          try writer.value.withLock { try $0.add(head) }
          try sink(output)
        }
      })
    let all = try writer.value.withLock { try $0.finished() }
    heads.withLock { $0 = all }
  }

  /// An article as matching sees it.
  ///
  /// - Throws: `ScratchError`.
  public func witness(_ number: Int) throws -> Witness {
    guard let heads = heads.withLock({ $0 }) else { return Witness(try article(number)) }
    let head = try heads.head(number)
    let end = places.ends[Int(order[number])]
    let text = try places.file.bytes(at: end - UInt64(head.textLength), count: head.textLength)
    return head.witness(id: id(number), text: String(decoding: text, as: UTF8.self))
  }

  /// When an article was published, as its witness has it.
  ///
  /// - Throws: `ScratchError`.
  public func published(_ number: Int) throws -> Moment? {
    guard let heads = heads.withLock({ $0 }) else { return Witness(try article(number)).published }
    return try heads.head(number).witness(id: id(number), text: "").published
  }
}
