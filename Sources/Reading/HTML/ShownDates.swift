import Language
import Press

/// The dates that a page shows its readers beside the headline.
struct ShownDates {
  /// The date that stands there as the article's, and whether a word says that it is.
  private(set) var published: (moment: Moment, isLabelled: Bool)?
  /// The date of the last change.
  private(set) var updated: Moment?

  /// - Parameter order: how the page writes 3/4/2025, where that is known.
  init(_ lines: ShownLines, order: DateScanner.FigureOrder?) {
    var before = ""
    for line in lines.texts {
      read(line, before: before, order)
      before = line
    }
  }

  private mutating func read(_ line: String, before: String, _ order: DateScanner.FigureOrder?) {
    guard line.utf8.contains(where: { $0 &- 0x30 < 10 }) else { return }
    let bytes = Array(line.utf8)
    var start = 0
    for date in DateScanner.scan(line, order: order) {
      let label = String(decoding: bytes[start..<date.range.lowerBound], as: UTF8.self)
      start = date.range.upperBound
      guard let moment = date.moment, moment.precision >= .day else { continue }
      // A label may be a line of its own.
      let words = label.contains(where: \.isLetter) || before.utf8.count > 40 ? label : before + " " + label
      switch Self.meaning(words) {
      case .changed: if updated == nil { updated = moment }
      case .published where published?.isLabelled != true: published = (moment, true)
      case .none where published == nil && Self.isBare(bytes, date.range): published = (moment, false)
      default: break
      }
    }
  }

  private enum Meaning { case published, changed, none, other }

  /// What the words before a date say of it.
  private static func meaning(_ words: String) -> Meaning {
    let folded = String(words.suffix(60)).lowercased().filter { $0.isLetter || $0 == " " }
    if changes.contains(where: folded.contains) { return .changed }
    if publications.contains(where: folded.contains) { return .published }
    return others.contains(where: folded.contains) ? .other : .none
  }

  /// Whether little stands in a line beside its date, so that the line is there for the date's sake and no caption.
  private static func isBare(_ bytes: [UInt8], _ date: Range<Int>) -> Bool {
    words(bytes[..<date.lowerBound]) <= 6 && words(bytes[date.upperBound...]) <= 8
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> Int {
    var words = 0
    var isInWord = false
    for byte in bytes {
      let isLetter = (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
      if isLetter, !isInWord { words += 1 }
      isInWord = isLetter
    }
    return words
  }

  /// Stems, because the languages bend these words.
  private static let changes = [
    "updat", "modif", "revis", "review", "actuali", "aktuali", "aggiorn", "atualiz", "bijgewerkt",
    "gewijzigd",
    "güncel", "geändert", "mis à jour", "mise à jour", "letzte änderung", "oppdatert", "uppdaterad",
    "opdateret",
    "checked",
  ]
  private static let publications = [
    "publi", "posted", "veröff", "erstellt", "gepost", "gepubli", "yayın", "geplaatst", "created",
    "post time",
    "release date", "date de parution",
  ]
  private static let others = ["expire", "deadline", "until", "born", "event", "since", "copyright", "sale"]
}
