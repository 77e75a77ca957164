/// The words that dates are written with, in English, French, German, Spanish, Italian, Portuguese, Dutch and
/// Turkish, folded: lower case, without diacritics.
enum DateWords {
  /// A month's number, 1...12, by its folded name or abbreviation (without the dot).
  static func month(_ folded: [UInt8]) -> Int? { months[folded] }

  /// Whether the folded word is the name of a weekday or a common abbreviation of one.
  static func isWeekday(_ folded: [UInt8]) -> Bool { weekdays.contains(folded) }

  /// Minutes east of universal time by the folded abbreviation. Those that stand for several zones (IST, CST, ET)
  /// are left out: a moment without a zone is wider, not wrong.
  static func zone(_ folded: [UInt8]) -> Int? { zones[folded] }

  private static let months: [[UInt8]: Int] = table([
    "january januar januari janvier enero gennaio janeiro ocak jan janv ene gen jaenner janner",
    "february februar februari fevrier febrero febbraio fevereiro subat feb fev fevr sub",
    "march marz maerz maart mars marzo marco mart mar mrt",
    "april avril abril aprile nisan apr avr abr nis",
    "may mai mei mayo maggio maio mayis mag",
    "june juni juin junio giugno junho haziran jun giu haz",
    "july juli juillet julio luglio julho temmuz jul juil lug tem",
    "august augustus aout agosto agustos aug aou ago agu",
    "september septembre septiembre setiembre settembre setembro eylul sep sept set eyl",
    "october oktober octobre octubre ottobre outubro ekim oct okt ott out eki",
    "november novembre noviembre novembro kasim nov kas",
    "december dezember decembre diciembre dicembre dezembro aralik dec dez dic ara",
  ])

  private static let weekdays: Set<[UInt8]> = words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    lundi mardi mercredi jeudi vendredi samedi dimanche
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lunes martes miercoles jueves viernes sabado domingo
    lunedi martedi mercoledi giovedi venerdi domenica
    segunda terca quarta quinta sexta feira
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    pazartesi sali carsamba persembe cuma cumartesi pazar
    """)

  private static let zones: [[UInt8]: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "eet": 120,
    "eest": 180, "msk": 180, "trt": 180, "est": -300, "edt": -240, "cdt": -300, "mdt": -360, "pst": -480,
    "pdt": -420, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "wib": 420,
    "sgt": 480, "hkt": 480, "pkt": 300,
  ].reduce(into: [:]) { $0[Array($1.key.utf8)] = $1.value }

  private static func table(_ rows: [String]) -> [[UInt8]: Int] {
    var table: [[UInt8]: Int] = [:]
    for (index, row) in rows.enumerated() {
      for word in row.split(separator: " ") { table[Array(word.utf8)] = index + 1 }
    }
    return table
  }

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) })
  }
}
