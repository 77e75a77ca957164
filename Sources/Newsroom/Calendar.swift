/// A day of the proleptic Gregorian calendar, and instants as pages print them.
struct Calendar: Sendable, Hashable {
  /// Days since 1970-01-01.
  let number: Int

  private static let names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// The day that an instant, in seconds since 1970, falls on in universal time.
  init(instant: Int) { number = (instant >= 0 ? instant : instant - 86_399) / 86_400 }
  init(number: Int) { self.number = number }

  func adding(days: Int) -> Calendar { Calendar(number: number + days) }

  // The first of January 1970 was a Thursday.
  var weekday: String { Self.names[((number + 4) % 7 + 7) % 7] }

  /// Years begin in March here, so that a leap day comes last.
  var parts: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  var year: Int { parts.year }
  var monthAndDay: String { "\(Self.months[parts.month - 1]) \(parts.day)" }

  /// `2024-03-09`.
  var iso: String { "\(parts.year)-\(Self.two(parts.month))-\(Self.two(parts.day))" }

  /// `2024-03-09T14:05:00Z`, or in a zone so many hours east of Greenwich, with or without the seconds and the zone.
  static func stamp(_ instant: Int, zone: Int = 0, seconds: Bool = true, stated: Bool = true) -> String {
    let local = instant + zone * 3600
    let day = Calendar(instant: local)
    let time = local - day.number * 86_400
    var text = "\(day.iso)T\(two(time / 3600)):\(two(time / 60 % 60))"
    if seconds { text += ":" + two(time % 60) }
    guard stated else { return text }
    return text + (zone == 0 ? "Z" : (zone > 0 ? "+" : "-") + two(abs(zone)) + ":00")
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
