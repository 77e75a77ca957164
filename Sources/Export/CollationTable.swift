import Foundation
import Press

/// An apparatus as the alignment table that CollateX writes as JSON: a row for each segment, in it a cell for each witness,
/// in it what the witness has there, blanks included.
public enum CollationTable {
  private struct Table: Encodable {
    let witnesses: [String]
    let table: [[[String]]]
  }

  /// The table; `nil` where the text of a witness is missing.
  public static func json(_ view: FamilyView) throws -> String? {
    guard let apparatus = view.apparatus else { return nil }
    let texts = apparatus.witnesses.compactMap { view.byID[$0].map { Array($0.text.utf8) } }
    guard texts.count == apparatus.witnesses.count else { return nil }
    let rows = apparatus.segments.map { segment in
      zip(segment.cells, texts).map { cell, text -> [String] in
        guard let range = cell?.range, range.upperBound <= text.count else { return [] }
        return [String(decoding: text[range], as: UTF8.self)]
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(
      decoding: try encoder.encode(Table(witnesses: apparatus.witnesses, table: rows)), as: UTF8.self) + "\n"
  }
}
