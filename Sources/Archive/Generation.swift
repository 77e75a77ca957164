import GRDB

/// A number that grows with every change to an archive, so that what was made of it can be told to be old.
enum Generation {
  static func next(_ database: Database) throws {
    try Command(
      "INSERT INTO state VALUES ('generation', '1') ON CONFLICT (name) DO UPDATE SET value = value + 1",
      database
    ).run()
  }
}

extension Archive {
  /// Grows with every change to the archive. What was made at one generation holds as long as it is the same.
  public func generation() throws(ArchiveError) -> Int { try state("generation").flatMap { Int($0) } ?? 0 }
}
