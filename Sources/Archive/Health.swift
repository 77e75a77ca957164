import GRDB
import GRDBSQLite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What can be said of an archive and of SQLite within a second or two, for somebody who looks for what is wrong.
public enum Health {
  /// The version of SQLite that archives are kept with.
  public static var sqliteVersion: String { String(cString: sqlite3_libversion()) }

  /// Whether this SQLite can search texts (FTS5) and keep strict tables, tried in memory.
  public static var canSearchTexts: Bool {
    guard let queue = try? DatabaseQueue() else { return false }
    let isAble =
      (try? queue.write { database in
        try database.execute(
          sql: """
            CREATE TABLE t (w TEXT NOT NULL) STRICT;
            CREATE VIRTUAL TABLE s USING fts5 (w, content='t', tokenize='unicode61 remove_diacritics 2');
            INSERT INTO s (rowid, w) VALUES (1, 'Fähre');
            """)
        return try Int.fetchOne(database, sql: "SELECT count(*) FROM s WHERE s MATCH 'fahre'") == 1
      }) ?? false
    try? queue.close()
    return isAble
  }

  /// The process that is writing to the archive at `path` now; 0 where it does not say its number, `nil` where nobody is.
  public static func writer(of path: String) -> Int? { WriterLock.writer(of: path) }
}

extension Archive {
  /// Version of the archive's tables.
  public func schemaVersion() throws(ArchiveError) -> Int {
    try read { try Command("PRAGMA user_version", $0).first { Int($0.integer(0)) } ?? 0 }
  }

  /// What SQLite finds wrong with the file's structure, without comparing indexes with their tables; empty where nothing.
  public func quickCheck() throws(ArchiveError) -> [String] {
    do {
      return try read { database in
        try Command("PRAGMA quick_check(10)", database).all { $0.text(0) }.filter { $0 != "ok" }
      }
    } catch  where error.kind == .damaged {
      return [error.what]
    }
  }
}
