import GRDB

/// A numbered step from one version of the schema to the next.
struct Migration: Sendable {
  /// The `user_version` that a file has once the step is done.
  let version: Int64
  let statements: [String]

  /// Every step there is, in order. Steps are added, never changed: files made by them are out there.
  static let all = [
    Migration(version: 1, statements: Schema.tablesOfVersion1 + Schema.indexes + Schema.viewsOfVersion1),
    Migration(version: 2, statements: Schema.version2),
    Migration(version: 3, statements: Schema.version3),
    Migration(version: 4, statements: Schema.version4),
    Migration(version: 5, statements: Schema.version5),
  ]
}

extension [Migration] {
  /// The version that a file has after all steps.
  var newest: Int64 { last?.version ?? 0 }

  /// Takes a file of `version` to the newest, in the transaction that the caller has opened.
  func run(on database: Database, from version: Int64) throws {
    for step in self where step.version > version {
      for statement in step.statements { try database.execute(sql: statement) }
    }
    try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(newest)")
  }

  /// The names and definitions that a file of the newest version has.
  func definitions() throws -> Set<Definition> {
    let memory = try DatabaseQueue()
    return try memory.write {
      try run(on: $0, from: 0)
      return try Definition.all(in: $0)
    }
  }
}

/// One entry of a file's schema.
struct Definition: Hashable {
  let type: String
  let name: String
  let sql: String

  static func all(in database: Database) throws -> Set<Definition> {
    try Set(
      Command("SELECT type, name, coalesce(sql, '') FROM sqlite_schema", database).all {
        Definition(type: $0.text(0), name: $0.text(1), sql: $0.text(2))
      })
  }
}
