import Language
import Press

/// The dates that a page shows its readers beside the headline.
struct ShownDates {
  /// The date that stands there as the article's, and whether a word says that it is.
  private(set) var published: (moment: Moment, isLabelled: Bool)?
  /// The date of the last change.
  private(set) var updated: Moment?
  /// The month that alone is a line, as magazines date their articles.
  private(set) var month: Moment?

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
      guard let moment = date.moment else { continue }
      guard moment.precision >= .day else {
        if month == nil, date.range == 0..<bytes.count { month = moment }
        continue
      }
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

  // MARK: Anywhere on the page

  /// A date behind words that say that the page was published then.
  struct Labelled {
    let moment: Moment
    /// The words say that it was the first time: "This article was originally published on 26 September 2019".
    let isFirst: Bool
  }

  /// The date that short lines anywhere on a page label as that of its publication; `nil` where two such dates differ,
  /// as in lists of pages.
  static func labelled(in outline: Outline, order: DateScanner.FigureOrder?) -> Labelled? {
    var found: Labelled?
    for piece in outline.pieces where piece.end - piece.start <= longest && piece.linkShare < 0.5 {
      let bytes = outline.bytes[Int(piece.start)..<Int(piece.end)]
      guard bytes.contains(where: { $0 &- 0x30 < 10 }) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      for date in DateScanner.scan(text, order: order).prefix(4) {
        guard let moment = date.moment, moment.precision >= .day,
          let isFirst = label(bytes.prefix(date.range.lowerBound))
        else { continue }
        if isFirst {
          // By somebody else, or somewhere else: no date of this page.
          guard goesOnPlainly(bytes.dropFirst(date.range.upperBound)) else { continue }
          if found?.isFirst == true, found?.moment != moment { return nil }
          found = Labelled(moment: moment, isFirst: true)
        } else if let known = found, !known.isFirst, known.moment != moment {
          return nil
        } else if found == nil {
          found = Labelled(moment: moment, isFirst: false)
        }
      }
    }
    return found
  }

  /// Bytes of the longest line in which a date's label is looked for.
  private static let longest = 240

  /// Whether the words before a date are a label of it, and whether they speak of the first publication.
  private static func label(_ before: ArraySlice<UInt8>) -> Bool? {
    let words = String(decoding: before, as: UTF8.self).lowercased().split { !$0.isLetter }
    let last = words.last.map { ["on", "am", "le", "el", "il", "em", "op"].contains($0) } == true
    let head = last ? words.dropLast() : words[...]
    guard let verb = head.last.map(String.init) else { return nil }
    if head.count >= 2, firsts.contains(String(head[head.endIndex - 2])),
      verb == "published" || verb == "posted"
    {
      return (3...8).contains(head.count) && pageWords.contains { head.contains(Substring($0)) } ? true : nil
    }
    return head.count == 1 && publications.contains(where: verb.hasPrefix) ? false : nil
  }

  private static let firsts: Set<String> = ["originally", "first", "initially"]
  private static let pageWords = ["article", "story", "post", "page", "piece", "report"]

  /// Whether what follows a date is a time, or the end of the sentence, or tells of changes.
  private static func goesOnPlainly(_ rest: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: rest, as: UTF8.self).lowercased().split { !$0.isLetter && !$0.isNumber }
    let names = words.drop { $0 == "at" || $0.first?.isNumber == true || $0 == "am" || $0 == "pm" }
    if names.isEmpty { return true }
    return names.first == "and" || names.first == "but"
      || changes.contains { names[names.startIndex].hasPrefix($0) }
      || names.prefix(3).contains { $0.hasPrefix("updat") }
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
