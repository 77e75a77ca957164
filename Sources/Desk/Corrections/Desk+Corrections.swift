import Archive
import Foundation
import Press

extension Desk {
  /// Keeps a correction, and shows at once what follows from it. What the machine found stays beside it.
  ///
  /// - Returns: the correction with its number.
  /// - Throws: `ArchiveError` of kind `badCorrection` when it makes no sense, `beingWritten` while another stemma is writing, and others
  ///   when the archive cannot be written.
  @discardableResult
  public func correct(_ correction: Correction) throws -> Correction {
    let lines = try archive.knownSiteLines(tables)
    let dated = Correction(
      kind: correction.kind, articles: correction.articles, others: correction.others,
      text: correction.text, note: correction.note,
      made: correction.made.isEmpty ? Self.now() : correction.made, withdrawn: correction.withdrawn)
    return try writing { desk in
      try desk.archive.correct(dated) { try CorrectionLayer(editor: $0, lines: lines).lay() }
    }
  }

  /// Takes a correction back. It stays on record as one that was taken back.
  ///
  /// - Returns: whether there is one of this number that held until now.
  @discardableResult
  public func withdraw(correction number: Int) throws -> Bool {
    let lines = try archive.knownSiteLines(tables)
    return try writing { desk in
      try desk.archive.withdraw(correction: number, at: Self.now()) {
        try CorrectionLayer(editor: $0, lines: lines).lay()
      }
    }
  }

  /// Takes corrections that another archive exported: those that this one has already change nothing.
  ///
  /// - Returns: how many were new, and what was wrong with those that could not be taken.
  public func correct(all corrections: [Correction]) throws -> (taken: Int, refused: [String]) {
    var known = Set(try archive.corrections().map(\.statement))
    var refused: [String] = []
    var taken = 0
    for correction in corrections where !known.contains(correction.statement) {
      do {
        try correct(correction)
        known.insert(correction.statement)
        taken += 1
      } catch let error as ArchiveError where error.kind == .badCorrection { refused.append(error.what) }
    }
    return (taken, refused)
  }

  private static func now() -> String { Date.now.formatted(.iso8601) }
}

extension Correction {
  /// What it says, whatever its number.
  fileprivate var statement: Correction {
    Correction(
      kind: kind, articles: articles, others: others, text: text, note: note, made: made,
      withdrawn: withdrawn == nil ? nil : "")
  }
}
