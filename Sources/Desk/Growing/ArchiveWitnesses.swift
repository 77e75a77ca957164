import Archive
import Matching
import Press
import Reading

/// An archive's articles as a run of matching wants them: read when they are asked for, and not kept.
struct ArchiveWitnesses: WitnessSource {
  private let archive: Archive
  private let lines: SiteLines
  private let keys: [Int64]
  private let ids: [String]

  /// - Parameter lines: The lines that are to be passed over in the texts.
  init(_ archive: Archive, _ lines: SiteLines) throws {
    self.archive = archive
    self.lines = lines
    let all = try archive.keysByID().sorted { $0.id < $1.id }
    keys = all.map(\.key)
    ids = all.map(\.id)
  }

  var count: Int { keys.count }
  /// Length of all ids together.
  var idBytes: Int { ids.reduce(0) { $0 + $1.utf8.count } }
  func id(_ number: Int) -> String { ids[number] }

  func witness(_ number: Int) throws -> Witness {
    guard let article = try archive.articles(keys: [keys[number]])[keys[number]] else {
      throw ArticleGone(id: ids[number])
    }
    return Witness(lines.marking(article))
  }

  func published(_ number: Int) throws -> Moment? {
    try archive.outlines(keys: [keys[number]]).first?.published
  }
}

/// An article that was there when its archive was looked through is no longer there.
struct ArticleGone: Error, CustomStringConvertible {
  let id: String
  var description: String {
    "the article “\(id)” has gone from the archive while it was being matched; read again"
  }
}
