import Foundation
import Press
import Reading

/// Articles as they are read, put aside on disk; memory holds their ids, and where they lie.
///
/// Filled by one thread. When all are in, ``settled(tables:)`` gives every article an id of its own.
public struct ArticleSpool: Sendable {
  private let folder: String
  private var log: ScratchLog
  /// Where each record ends.
  private var ends: [UInt64] = []
  /// All ids, one behind the other, and where each ends.
  private var ids: [UInt8] = []
  private var idEnds: [UInt64] = []
  private var pages: PageSketches

  /// A spool in `folder`.
  public init(folder: String = NSTemporaryDirectory()) {
    self.folder = folder
    log = ScratchLog(in: folder)
    pages = PageSketches(folder: folder)
  }

  /// An article made ready for a spool; that can be done on any thread.
  public struct Entry: Sendable {
    let id: String
    let record: [UInt8]
    let outlet: UInt64?
    let sketch: [UInt8]

    /// Makes an article ready.
    public init(_ article: Article) {
      id = article.id
      record = ArticleRecord.bytes(of: article)
      let page = SitePage(article)
      outlet = page.outlet
      sketch = page.outlet == nil ? [] : page.bytes
    }
  }

  /// How many articles came in, before those that came twice are put aside.
  public var count: Int { ends.count }

  /// Adds an article.
  ///
  /// - Throws: `ScratchError`.
  public mutating func add(_ entry: Entry) throws {
    try log.append(entry.record)
    ends.append(log.end)
    var id = entry.id
    id.withUTF8 { ids.append(contentsOf: $0) }
    idEnds.append(UInt64(ids.count))
    try pages.add(entry.outlet, entry.sketch)
  }

  /// The articles, each with an id of its own, by id.
  ///
  /// - Throws: `ScratchError`.
  public mutating func settled(tables: NameTable = .builtIn) throws -> SpooledArticles {
    let file = try log.finished()
    var order = (0..<UInt32(ends.count)).map { $0 }
    ids.withUnsafeBytes { bytes in
      func id(_ slot: UInt32) -> UnsafeRawBufferPointer {
        let start = slot == 0 ? 0 : Int(idEnds[Int(slot) - 1])
        return UnsafeRawBufferPointer(rebasing: bytes[start..<Int(idEnds[Int(slot)])])
      }
      func isBefore(_ a: UInt32, _ b: UInt32) -> Bool {
        let (x, y) = (id(a), id(b))
        let order = x.isEmpty || y.isEmpty ? 0 : memcmp(x.baseAddress!, y.baseAddress!, min(x.count, y.count))
        return order != 0 ? order < 0 : x.count != y.count ? x.count < y.count : a < b
      }
      // Most piles come in the order of their ids.
      if !zip(order, order.dropFirst()).allSatisfy({ isBefore($0, $1) }) { order.sort(by: isBefore) }
    }
    let lines = try pages.lines(names: tables)
    let places = SpooledArticles.Places(file: file, ends: ends, ids: ids, idEnds: idEnds)
    (ends, ids, idEnds) = ([], [], [])
    return try SpooledArticles(
      places, order: order, lines: lines.lines, mayHave: lines.mayHave, folder: folder)
  }
}
