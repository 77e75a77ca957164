import Language
import Press

/// Recognises lines that hold a date and nothing of the report: "April 16, 2023", "Updated: 5:35 PM, July 15, 2018",
/// "date 2023-04-16 WORLD".
enum StampJudge {
  struct Stamp: Sendable {
    let moment: Moment?
    /// The line says that this is when the page was last changed.
    let isUpdate: Bool
    /// The line says what the date is ("Published:"), so that it is no subheading of a chronicle.
    let isLabelled: Bool
    /// Agencies beside the date: "Reuters | April 16, 2023".
    let credited: [CreditedName]
  }

  /// Dates in a line short enough to be judged by them.
  static func dates(_ line: Line) -> [ScannedDate] {
    guard line.text.utf8.count <= 160,
      line.text.utf8.contains(where: { $0 &- 0x30 < 10 })
    else { return [] }
    return DateScanner.scan(line.text)
  }

  static func read(_ line: Line, dates: [ScannedDate]) -> Stamp? {
    guard let first = dates.first(where: { $0.day != nil }), line.wordCount <= 22,
      !line.endsInFullStop || isShort(line)
    else { return nil }
    let words = WordTable.shared
    var (capitals, labels, credited) = (0, 0, [CreditedName]())
    var isUpdate = false
    var at = 0
    while at < line.tokens.count {
      let token = line.tokens[at]
      if token.isMark || token.kind == .number || dates.contains(where: { $0.range.contains(token.start) }) {
        at += 1
      } else if words.has(token, .stamp) || isTime(token) {
        if token.end - token.start > 3 { labels += 1 }
        if updates.contains(token.hash) { isUpdate = true }
        at += 1
      } else if let found = line.names.name(in: line, at: at, limit: line.tokens.count) {
        if !isPersons(line, found.tokens) {
          credited.append(
            CreditedName(name: found.known.name, kind: found.known.kind, isOrdinary: found.isOrdinary))
        }
        at = found.tokens.upperBound
      } else if words.has(token, .section) || token.isAllCapitals {
        capitals += 1
        at += 1
      } else if isWeekday(line, token) {
        at += 1
      } else {
        return nil
      }
    }
    guard capitals <= 3, credited.count <= 2 else { return nil }
    return Stamp(
      moment: first.moment, isUpdate: isUpdate,
      isLabelled: labels > 0 || dates.contains { $0.range.count > 20 },
      credited: credited)
  }

  /// "EFE KAYA | May 3": beside another name an agency's of one word is a person's.
  private static func isPersons(_ line: Line, _ name: Range<Int>) -> Bool {
    guard name.count == 1 else { return false }
    return [name.lowerBound - 1, name.upperBound].contains { index in
      guard line.tokens.indices.contains(index), line.tokens[index].isAllCapitals else { return false }
      let (token, words) = (line.tokens[index], WordTable.shared)
      return !words.has(token, .stamp) && !words.has(token, .section) && !words.has(token, .capital)
        && !words.has(token, .suffix) && !words.has(token, .label)
        && line.names.name(in: line, at: index, limit: index + 1) == nil
    }
  }

  /// Short enough that a full stop may be that of "8:27 a.m."
  private static func isShort(_ line: Line) -> Bool { line.wordCount <= 12 }

  /// "14h30", "3pm": figures with letters grown on.
  private static func isTime(_ token: Token) -> Bool {
    token.kind == .word && !token.isCapital && token.end - token.start <= 6 && token.hasDot
  }

  private static func isWeekday(_ line: Line, _ token: Token) -> Bool {
    weekdays.contains(token.hash)
  }

  private static let updates = hashes(
    "updated update modified revised aktualisiert geandert actualizado actualizada actualise modifie mis mise aggiornato "
      + "aggiornamento modificato atualizado atualizada bijgewerkt gewijzigd guncelleme guncellenme guncellendi"
  )

  private static let weekdays = hashes(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun lundi mardi "
      + "mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
      + "lunes martes miercoles jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi domenica segunda "
      + "terca quarta quinta sexta feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag pazartesi sali "
      + "carsamba persembe cuma cumartesi pazar")

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { Folding.hash($0) })
  }
}
