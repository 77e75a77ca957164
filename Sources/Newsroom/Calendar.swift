import Press

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

  var parts: (year: Int, month: Int, day: Int) { Moment.date(daysFromEpoch: number) }

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
