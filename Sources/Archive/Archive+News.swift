import GRDB
import Press

extension Archive {
  /// A mark of how far the archive has grown: articles stored later come after it.
  public func growth() throws(ArchiveError) -> Int64 {
    try read { try Command("SELECT coalesce(max(key), 0) FROM article", $0).first { $0.integer(0) } ?? 0 }
  }

  /// Ids of the articles that came after a mark, in the order in which they came.
  public func articleIDs(since mark: Int64) throws(ArchiveError) -> [String] {
    try read {
      try Command("SELECT id FROM article WHERE key > ? ORDER BY key", $0).all(mark) { $0.text(0) }
    }
  }
}
