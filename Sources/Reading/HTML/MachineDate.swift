import Language
import Press

/// Dates as programs write them into pages: what `StatedDate` reads, and its near misses. Dates as people write them are
/// read elsewhere, with the language at hand.
enum MachineDate {
  static func moment(_ text: String) -> Moment? {
    let text = text.folded
    guard text.utf8.count <= 80 else { return nil }
    let bytes = Array(text.utf8)
    let moment = StatedDate.moment(text) ?? fromNumbers(bytes) ?? fromMonthName(bytes)
    return moment.flatMap { isPlausible($0) ? $0 : nil }
  }

  /// The date in an address: `/2023/04/16/`, `/2023/april/16/`, `/2023-04-16-`, `/20230416/`.
  static func inAddress(_ address: String) -> Moment? {
    let scan = Scan(Array(address.utf8))
    for (i, number) in scan.numbers.enumerated() {
      if number.digits == 8, let moment = StatedDate.moment(String(number.value)), isPlausible(moment) {
        return moment
      }
      guard number.digits == 4 else { continue }
      let parts = scan.numbers[(i + 1)...].prefix(2)
      if parts.count == 2, let month = parts.first, let day = parts.last, month.digits <= 2, day.digits <= 2,
        month.start == number.end + 1, day.start == month.end + 1
      {
        if let moment = Self.day(number.value, month.value, day.value), isPlausible(moment) { return moment }
      } else if let day = parts.first, day.digits <= 2, (5...11).contains(day.start - number.end),
        let month = Self.month(scan.bytes[number.end..<day.start]),
        let moment = Self.day(number.value, month, day.value), isPlausible(moment)
      {
        return moment
      }
    }
    return nil
  }

  /// The month whose name stands between two slashes.
  private static func month(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.first == UInt8(ascii: "/"), bytes.last == UInt8(ascii: "/") else { return nil }
    let dated = StatedDate.moment("1 \(String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)) 2000")
    return dated.flatMap { Int($0.iso.dropFirst(5).prefix(2)) }
  }

  private static func isPlausible(_ moment: Moment) -> Bool {
    moment.earliest > -3_000_000_000 && moment.earliest < 4_200_000_000
  }

  /// Year, month and day in figures, with a time or without: `2023/4/16`, `2023-04-16 09:30:15 +0300`.
  private static func fromNumbers(_ bytes: [UInt8]) -> Moment? {
    let scan = Scan(bytes)
    let numbers = scan.numbers
    guard numbers.count >= 3, numbers[0].digits == 4, numbers[1].digits <= 2, numbers[2].digits <= 2,
      numbers[1].start == numbers[0].end + 1, numbers[2].start == numbers[1].end + 1
    else { return nil }
    return moment(
      day: (numbers[0].value, numbers[1].value, numbers[2].value), time: Array(numbers.dropFirst(3)), scan)
  }

  /// A month by its English name: `Sun, 16 Apr 2023 09:30:15 GMT`, `April 16, 2023`.
  private static func fromMonthName(_ bytes: [UInt8]) -> Moment? {
    let scan = Scan(bytes)
    guard let month = scan.month, let year = scan.numbers.firstIndex(where: { $0.digits == 4 }),
      let day = scan.numbers[..<year].last(where: { $0.digits <= 2 })
        ?? scan.numbers[(year + 1)...].first(where: { $0.digits <= 2 })
    else { return nil }
    return moment(
      day: (scan.numbers[year].value, month, day.value), time: Array(scan.numbers.dropFirst(year + 1)), scan)
  }

  private static func moment(day stated: (Int, Int, Int), time: [Scan.Number], _ scan: Scan) -> Moment? {
    let date = "\(stated.0)-\(pad(Int64(stated.1)))-\(pad(Int64(stated.2)))"
    guard time.count >= 2, time[0].digits <= 2, time[1].digits == 2,
      scan.bytes[time[0].end] == UInt8(ascii: ":")
    else { return Moment(iso: date) }
    var hour = time[0].value
    if scan.isAfternoon, hour < 12 { hour += 12 }
    if scan.isMorning, hour == 12 { hour = 0 }
    var iso = date + "T\(pad(Int64(hour))):\(pad(Int64(time[1].value)))"
    if time.count > 2, time[2].digits == 2, time[2].start == time[1].end + 1,
      scan.bytes[time[1].end] == UInt8(ascii: ":")
    {
      iso += ":\(pad(Int64(time[2].value)))"
    }
    return Moment(iso: iso + scan.zone) ?? Moment(iso: iso) ?? Moment(iso: date)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Moment? {
    Moment(iso: "\(year)-\(pad(Int64(month)))-\(pad(Int64(day)))")
  }

  private static func pad(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The numbers and the few words that a machine's date is made of.
  private struct Scan {
    struct Number {
      var value: Int
      var digits: Int
      var start: Int
      var end: Int
    }

    let bytes: [UInt8]
    private(set) var numbers: [Number] = []
    private(set) var month: Int?
    private(set) var isMorning = false
    private(set) var isAfternoon = false
    /// `Z`, `+03:00`, or nothing.
    private(set) var zone = ""

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      var at = 0
      while at < bytes.count {
        let start = at
        if bytes[at] &- 0x30 < 10 {
          var value = 0
          while at < bytes.count, bytes[at] &- 0x30 < 10 {
            value = min(value * 10 + Int(bytes[at] - 0x30), 1_000_000_000)
            at += 1
          }
          if !readZone(start, at) {
            numbers.append(Number(value: value, digits: at - start, start: start, end: at))
          }
        } else if (bytes[at] | 0x20) &- 0x61 < 26 {
          while at < bytes.count, (bytes[at] | 0x20) &- 0x61 < 26 { at += 1 }
          word(String(decoding: bytes[start..<at], as: UTF8.self).lowercased())
        } else {
          at += 1
        }
      }
    }

    /// Whether a number behind a sign, late in the text, is a zone.
    private mutating func readZone(_ start: Int, _ end: Int) -> Bool {
      guard numbers.count >= 5 || zone == "Z", start > 0, end - start == 4 || end - start == 2 else {
        return false
      }
      let sign = bytes[start - 1]
      guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
      let digits = String(decoding: bytes[start..<end], as: UTF8.self)
      let minutes = end - start == 4 ? String(digits.suffix(2)) : "00"
      zone = String(Unicode.Scalar(sign)) + digits.prefix(2) + ":" + minutes
      return true
    }

    private mutating func word(_ word: String) {
      switch word {
      case "am": isMorning = true
      case "pm": isAfternoon = true
      case "z", "gmt", "utc": zone = "Z"
      default:
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        if month == nil, word.count >= 3, let index = names.firstIndex(where: { word.hasPrefix($0) }) {
          month = index + 1
        }
      }
    }
  }
}
