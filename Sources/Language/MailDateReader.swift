import Press

/// Reads `Sun, 16 Apr 2023 09:30:15 +0300` and what comes near it: without the weekday, without the seconds or the time,
/// years of two digits, zones by name, and C's `Sun Apr 16 09:30:15 2023`.
struct MailDateReader {
  let bytes: [UInt8]
  private var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The moment; `nil` where the bytes are no such date.
  mutating func read() -> Moment? {
    skipMarks()
    let weekday = at
    if isLetter, !DateWords.isWeekday(word()) { at = weekday }
    skipMarks()
    var day: Int
    var month: Int
    var year: Int?
    if isLetter {
      guard let named = DateWords.month(word()) else { return nil }
      month = named
      skipMarks()
      guard let figure = figure(), figure.digits <= 2 else { return nil }
      day = figure.value
    } else {
      guard let figure = figure(), figure.digits <= 2 else { return nil }
      day = figure.value
      skipMarks()
      guard isLetter, let named = DateWords.month(word()) else { return nil }
      month = named
      skipMarks()
      guard let stated = self.figure() else { return nil }
      year = Self.year(stated)
    }
    skipMarks()
    let beforeTime = at
    var time = self.time()
    if time == nil { at = beforeTime }
    let zone = time == nil ? "" : self.zone()
    if year == nil {
      skipMarks()
      guard let stated = figure(), stated.digits == 4 else { return nil }
      year = stated.value
    }
    skipMarks()
    // A comment in brackets may follow, as RFC 5322 has it; nothing else.
    guard let year, at == bytes.count || bytes[at] == UInt8(ascii: "(") else { return nil }
    let date = "\(year)-\(StatedDate.two(month))-\(StatedDate.two(day))"
    if let stated = time {
      time = date + "T" + stated
      if let moment = Moment(iso: date + "T" + stated + zone) ?? Moment(iso: date + "T" + stated) {
        return moment
      }
    }
    return Moment(iso: date)
  }

  /// RFC 5322, chapter 4.3: 00 to 49 mean this century, 50 to 99 and years of three digits count from 1900.
  private static func year(_ figure: (value: Int, digits: Int)) -> Int? {
    switch figure.digits {
    case 4: figure.value
    case 2: figure.value < 50 ? 2000 + figure.value : 1900 + figure.value
    case 3: 1900 + figure.value
    default: nil
    }
  }

  private mutating func time() -> String? {
    guard let hour = figure(), hour.digits <= 2, hour.value < 24, take(UInt8(ascii: ":")),
      let minute = figure(),
      minute.digits == 2, minute.value < 60
    else { return nil }
    var text = StatedDate.two(hour.value) + ":" + StatedDate.two(minute.value)
    if take(UInt8(ascii: ":")), let second = figure(), second.digits == 2, second.value <= 60 {
      text += ":" + StatedDate.two(min(second.value, 59))
      if take(UInt8(ascii: ".")) { _ = figure() }
    }
    return text
  }

  /// The zone as ISO 8601 writes it; empty where none is known.
  private mutating func zone() -> String {
    let start = at
    // Not the hyphen, which is a sign here.
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    guard at < bytes.count else { return "" }
    if let offset = offset() { return offset }
    guard isLetter else {
      at = start
      return ""
    }
    let name = word()
    // Within a date of this form the American zones mean what the standard says; elsewhere CST may be China's.
    if let hours = Self.standardZones[name] { return Self.text(sign: hours < 0 ? "-" : "+", abs(hours), 0) }
    guard let minutes = DateWords.zone(name) else { return "" }
    if minutes == 0, let offset = offset() { return offset }
    return Self.text(sign: minutes < 0 ? "-" : "+", abs(minutes) / 60, abs(minutes) % 60)
  }

  private static let standardZones: [[UInt8]: Int] = [
    "ut": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
  ].reduce(into: [:]) { $0[Array($1.key.utf8)] = $1.value }

  private static func text(sign: String, _ hours: Int, _ minutes: Int) -> String {
    hours == 0 && minutes == 0 ? "Z" : sign + StatedDate.two(hours) + ":" + StatedDate.two(minutes)
  }

  /// `+0300`, `+03:00`, `+3`.
  private mutating func offset() -> String? {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") else {
      return nil
    }
    let start = at
    let sign = bytes[at] == UInt8(ascii: "-") ? "-" : "+"
    at += 1
    guard let first = figure(), first.digits <= 4 else {
      at = start
      return nil
    }
    var hours = first.value
    var minutes = 0
    if first.digits > 2 {
      hours = first.value / 100
      minutes = first.value % 100
    } else if take(UInt8(ascii: ":")), let second = figure() {
      minutes = second.value
    }
    guard hours <= 14, minutes < 60 else { return "" }
    return Self.text(sign: sign, hours, minutes)
  }

  // MARK: Letters, figures and marks

  private var isLetter: Bool { at < bytes.count && ((bytes[at] | 0x20) &- 0x61 < 26 || bytes[at] >= 0xC3) }

  private mutating func skipMarks() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x2D, 0x2E].contains(bytes[at]) { at += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func figure() -> (value: Int, digits: Int)? {
    let start = at
    var value = 0
    while at < bytes.count, bytes[at] &- 0x30 < 10, at - start < 9 {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return at > start ? (value, at - start) : nil
  }

  /// The letters that stand here, small and without the accents that names of months have.
  private mutating func word() -> [UInt8] {
    let start = at
    while isLetter || at > start && at < bytes.count && bytes[at] >= 0x80 { at += 1 }
    let folded = String(decoding: bytes[start..<at], as: UTF8.self).unicodeScalars.map {
      Folding.fold($0.value)
    }
    return folded.filter { $0 > Folding.ignored && $0 < 0x80 }.map { UInt8($0) }
  }
}
