/// A point in time as precisely as a page states it: a year, a month, a day, a minute or a second.
///
/// A newspaper's "16 April 2023" is a whole day long, and longer still where no time zone is known. Two moments
/// are therefore compared as the intervals of instants that they may mean, never as if midnight had been said.
public struct Moment: Sendable, Hashable {
  /// How much of the date and time was stated.
  public enum Precision: Int, Sendable, Hashable, Comparable, Codable {
    case year, month, day, minute, second

    /// Coarser precisions come first.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The ISO 8601 form that was stated: `2023`, `2023-04`, `2023-04-16`, `2023-04-16T09:30Z`, `…T09:30:15+03:00`.
  public let iso: String
  /// How much of it was stated.
  public let precision: Precision
  /// First and last instant that may be meant, in seconds since 1970-01-01T00:00:00Z, both inclusive.
  public let earliest: Int64
  /// The last instant that may be meant.
  public let latest: Int64

  /// Reads an ISO 8601 date or date-time; a blank may stand for the `T`, fractions of a second are dropped.
  ///
  /// - Returns: `nil` when `text` is no such date, or names a day or an hour that does not exist.
  public init?(iso text: String) {
    var reader = ISOReader(bytes: Array(text.utf8))
    guard let stated = reader.read() else { return nil }
    iso = stated.canonical
    precision = stated.precision
    earliest = stated.earliest
    latest = stated.latest
  }

  /// The calendar day as stated (`2023-04-16`), or `nil` when only a month or a year was.
  public var day: String? { precision >= .day ? String(iso.prefix(10)) : nil }

  /// Whether every instant that `self` may mean lies before every one that `other` may mean.
  public func isSurelyBefore(_ other: Moment) -> Bool { latest < other.earliest }

  /// Whether `self` comes first unless time zones turn the two round: the interval both begins and ends earlier.
  /// Neither of two equal days is before the other, nor is a day before an hour of it.
  public func isLikelyBefore(_ other: Moment) -> Bool { earliest < other.earliest && latest < other.latest }
}

extension Moment: Codable {
  /// Reads the shape that the JSON lines promise.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = Moment(iso: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is no ISO 8601 date or date-time")
    }
    self = moment
  }

  /// Writes the shape that the JSON lines promise.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

/// A reader of the ISO 8601 forms that pages use. Days are counted with the proleptic Gregorian calendar.
private struct ISOReader {
  struct Stated {
    var canonical: String
    var precision: Moment.Precision
    var earliest: Int64
    var latest: Int64
  }

  /// Local times of day are within 14 hours of universal time everywhere on Earth.
  static let widestZone: Int64 = 14 * 3600

  let bytes: [UInt8]
  var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() -> Stated? {
    skipBlanks()
    guard let year = digits(4), year >= 1 else { return nil }
    guard take("-") else {
      return ended ? interval(year, nil, nil, canonical: pad(year, 4), .year) : nil
    }
    guard let month = digits(2), (1...12).contains(month) else { return nil }
    let monthText = pad(year, 4) + "-" + pad(month, 2)
    guard take("-") else { return ended ? interval(year, month, nil, canonical: monthText, .month) : nil }
    guard let day = digits(2), day >= 1, day <= Self.days(in: month, of: year) else { return nil }
    let dayText = monthText + "-" + pad(day, 2)
    if ended { return interval(year, month, day, canonical: dayText, .day) }
    guard take("T") || take("t") || take(" ") else { return nil }
    skipBlanks()
    return readTime(dayStart: Self.daysFromEpoch(year, month, day) * 86_400, dayText: dayText)
  }

  private mutating func readTime(dayStart: Int64, dayText: String) -> Stated? {
    guard let hour = digits(2), hour < 24, take(":"), let minute = digits(2), minute < 60 else { return nil }
    var text = dayText + "T" + pad(hour, 2) + ":" + pad(minute, 2)
    var second: Int?
    if take(":") {
      guard let s = digits(2), s <= 60 else { return nil }
      second = min(s, 59)
      text += ":" + pad(min(s, 59), 2)
      if take(".") || take(",") { while at < bytes.count, isDigit(bytes[at]) { at += 1 } }
    }
    skipBlanks()
    let local = dayStart + Int64(hour * 3600 + minute * 60 + (second ?? 0))
    let width: Int64 = second == nil ? 59 : 0
    let precision: Moment.Precision = second == nil ? .minute : .second
    if ended {
      return Stated(
        canonical: text, precision: precision, earliest: local - Self.widestZone,
        latest: local + width + Self.widestZone)
    }
    guard let offset = readZone() else { return nil }
    return Stated(
      canonical: text + offset.text, precision: precision, earliest: local - offset.seconds,
      latest: local + width - offset.seconds)
  }

  private mutating func readZone() -> (text: String, seconds: Int64)? {
    if take("Z") || take("z") { return ended ? ("Z", 0) : nil }
    let sign: Int
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hours = digits(2), hours <= 14 else { return nil }
    _ = take(":")
    let minutes = at < bytes.count ? digits(2) : 0
    guard let minutes, minutes < 60, ended else { return nil }
    if hours == 0 && minutes == 0 { return ("Z", 0) }
    let text = (sign > 0 ? "+" : "-") + pad(hours, 2) + ":" + pad(minutes, 2)
    return (text, Int64(sign * (hours * 3600 + minutes * 60)))
  }

  private func interval(
    _ year: Int, _ month: Int?, _ day: Int?, canonical: String, _ precision: Moment.Precision
  ) -> Stated {
    let first = Self.daysFromEpoch(year, month ?? 1, day ?? 1)
    let lastMonth = month ?? 12
    let last = Self.daysFromEpoch(year, lastMonth, day ?? Self.days(in: lastMonth, of: year))
    return Stated(
      canonical: canonical, precision: precision, earliest: first * 86_400 - Self.widestZone,
      latest: last * 86_400 + 86_399 + Self.widestZone)
  }

  static func days(in month: Int, of year: Int) -> Int {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Days from 1970-01-01. Years begin in March here, so that a leap day comes last.
  static func daysFromEpoch(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    let y = Int64(month <= 2 ? year - 1 : year)
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = Int64((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1)
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private var ended: Bool { bytes[at...].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 } }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A { at += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func digits(_ count: Int) -> Int? {
    guard at + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[at..<at + count] {
      guard isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    at += count
    return value
  }

  private func pad(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}

extension Moment {
  /// The date of a day counted from 1970-01-01, in the proleptic Gregorian calendar (Richards 2013, "Calendars").
  public static func date(daysFromEpoch days: Int) -> (year: Int, month: Int, day: Int) {
    // Years begin in March here, so that a leap day comes last.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
  }
}
