import Press

/// A date as it was found in text.
public struct ScannedDate: Sendable, Hashable {
  /// `nil` where only a day and a month were stated, as datelines do.
  public let year: Int?
  /// 1...12.
  public let month: Int
  /// `nil` where only a month was stated.
  public let day: Int?
  /// The time of day as ISO 8601 writes it after the `T`, with the zone where one is stated.
  let time: String?
  /// Half-open byte range of all its words.
  public let range: Range<Int>

  /// The date as a moment; `nil` when no year was stated, or when the calendar has no such day.
  public var moment: Moment? { year.flatMap { moment(inYear: $0) } }

  /// The date as a moment of the year given, for dates that state none.
  public func moment(inYear year: Int) -> Moment? {
    var text = pad(year, 4) + "-" + pad(month, 2)
    if let day { text += "-" + pad(day, 2) }
    if day != nil, let time, let moment = Moment(iso: text + "T" + time) { return moment }
    return Moment(iso: text)
  }

  private func pad(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}

/// Finds dates in running text and in date stamps, in eight languages: "April 16, 2023", "le 16 avril 2023",
/// "16. April 2023", "2023-04-16 09:30", "6:16 p.m. EDT, July 15, 2018".
///
/// A date in figures whose day and month could be exchanged ("04/07/2018") is left alone, since a wrong date would
/// turn the order of two witnesses round. Dots are the exception: whoever writes 04.07.2018 means the 4th of July.
public enum DateScanner {
  /// How the day and the month of 04/07/2018 stand to each other.
  public enum FigureOrder: Sendable {
    case dayFirst, monthFirst

    /// The order that a language's writers use, by its BCP 47 code; `nil` for English without a country, which has
    /// both, and for what is not known.
    public init?(language: String) {
      let parts = language.lowercased().split { $0 == "-" || $0 == "_" }
      guard let first = parts.first else { return nil }
      let region = parts.dropFirst().first { $0.utf8.count == 2 }
      switch first {
      case "en":
        guard let region else { return nil }
        if region == "us" { self = .monthFirst; return }
        // Canada writes both ways.
        guard ["gb", "uk", "ie", "au", "nz", "za", "in", "pk", "ng", "ke", "sg"].contains(region) else {
          return nil
        }
        self = .dayFirst
      case "de", "es", "it", "pt", "nl", "tr", "da", "nb", "no", "pl", "cs", "ru", "uk", "el", "ro", "id":
        self = .dayFirst
      case "fr":
        if region == "ca" { return nil }
        self = .dayFirst
      default: return nil
      }
    }
  }

  /// All dates in `text`, in order, not overlapping.
  ///
  /// - Parameters:
  ///   - yearless: whether "April 16" without a year is wanted too.
  ///   - order: how 04/07/2018 is read; without it, it is left alone.
  public static func scan(_ text: String, yearless: Bool = false, order: FigureOrder? = nil) -> [ScannedDate]
  {
    var text = text
    return text.withUTF8 { scan($0, yearless: yearless, order: order) }
  }

  /// All dates in UTF-8 `bytes`, in order, not overlapping. Linear in their number.
  public static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, yearless: Bool = false, order: FigureOrder? = nil
  ) -> [ScannedDate] {
    var found: [ScannedDate] = []
    var reader = DateReader(bytes: bytes, yearless: yearless, order: order)
    var at = 0
    while at < bytes.count {
      guard isWordByte(bytes[at]) else { at += 1; continue }
      if let date = reader.read(at: at) {
        found.append(date)
        at = max(date.range.upperBound, at + 1)
      } else {
        while at < bytes.count, isWordByte(bytes[at]) { at += 1 }
      }
    }
    return found
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Letters, digits, and every byte of a character beyond ASCII (dashes and blanks there are told apart later).
  static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
  }
}
