/// Reads one date that starts at a given byte. A cursor over borrowed bytes; lives as long as one scan.
struct DateReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let yearless: Bool
  let order: DateScanner.FigureOrder?
  private var at = 0

  init(bytes: UnsafeBufferPointer<UInt8>, yearless: Bool, order: DateScanner.FigureOrder? = nil) {
    self.bytes = bytes
    self.yearless = yearless
    self.order = order
  }

  /// The date whose first word starts at `start`, or `nil`.
  mutating func read(at start: Int) -> ScannedDate? {
    at = start
    if DateScanner.isDigit(bytes[start]) {
      return readISO(start) ?? readFigures(start) ?? readDayFirst(start) ?? readTimeFirst(start)
    }
    return readMonthFirst(start)
  }

  // MARK: Forms

  /// 2023-04-16, 2023/04/16, 2023.04.16, with a time.
  private mutating func readISO(_ start: Int) -> ScannedDate? {
    at = start
    guard let year = number(4, 4), isYear(year), let mark = separator(), let month = number(1, 2),
      separator() == mark, let day = number(1, 2)
    else { return nil }
    return finish(start, year, month, day)
  }

  /// 16/04/2023 where only one reading makes a date or the order is known; 16.04.2023 always day first.
  private mutating func readFigures(_ start: Int) -> ScannedDate? {
    at = start
    guard let first = number(1, 2), let mark = separator(), let second = number(1, 2), separator() == mark,
      let year = number(4, 4) ?? shortYear(mark), isYear(year)
    else { return nil }
    if mark == UInt8(ascii: ".") || first > 12 || first == second {
      return finish(start, year, second, first)
    }
    if second > 12 || order == .monthFirst { return finish(start, year, first, second) }
    return order == .dayFirst ? finish(start, year, second, first) : nil
  }

  /// The year of 16.04.23, which only a writer who is known to put the day first means so.
  private mutating func shortYear(_ mark: UInt8) -> Int? {
    guard order == .dayFirst, mark == UInt8(ascii: "."), let year = number(2, 2) else { return nil }
    let isMore =
      at < bytes.count
      && (DateScanner.isDigit(bytes[at]) || bytes[at] == mark && DateScanner.isDigit(byte(at + 1)))
    return isMore ? nil : 2000 + year
  }

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// 16 April 2023, 16. April 2023, 16 de abril de 2023, 1er avril, 16-Apr-2023.
  private mutating func readDayFirst(_ start: Int) -> ScannedDate? {
    at = start
    guard let day = number(1, 2), (1...31).contains(day) else { return nil }
    skipOrdinal()
    _ = skipMarks(".")
    guard skipMarks(" -") else { return nil }
    skipWord(["de", "of", "di"])
    guard let month = monthName() else { return nil }
    let monthEnd = at
    _ = skipMarks(".")
    skipMarks(" ,-/")
    skipWord(["de", "del"])
    if let year = number(4, 4), isYear(year) { return finish(start, year, month, day) }
    return withoutYear(start, month, day, end: monthEnd)
  }

  /// April 16, 2023; Apr. 3 2018; July 15th, 2018; April 2023.
  private mutating func readMonthFirst(_ start: Int) -> ScannedDate? {
    at = start
    // Most words are not months: a figure must follow before the table is asked.
    guard figureFollowsWord(), let month = monthName() else { return nil }
    _ = skipMarks(".")
    guard skipMarks(" ") else { return nil }
    if let year = number(4, 4) {
      return isYear(year)
        ? ScannedDate(year: year, month: month, day: nil, time: nil, range: start..<at) : nil
    }
    guard let day = number(1, 2), (1...31).contains(day) else { return nil }
    skipOrdinal()
    let dayEnd = at
    if skipMarks(" ,"), let year = number(4, 4), isYear(year) { return finish(start, year, month, day) }
    return withoutYear(start, month, day, end: dayEnd)
  }

  /// 6:16 p.m. EDT, Sunday, July 15, 2018.
  private mutating func readTimeFirst(_ start: Int) -> ScannedDate? {
    at = start
    guard let time = time() else { return nil }
    skipMarks(" ,|")
    skipWord(["on", "et", "ist", "am", "le", "el", "del", "op"])
    skipMarks(" ,|")
    skipWeekday()
    let inner = at
    guard inner < bytes.count, DateScanner.isWordByte(bytes[inner]) else { return nil }
    let digitFirst = DateScanner.isDigit(bytes[inner])
    let date =
      digitFirst ? readISO(inner) ?? readFigures(inner) ?? readDayFirst(inner) : readMonthFirst(inner)
    guard let date, date.time == nil, date.day != nil, date.year != nil else { return nil }
    return ScannedDate(
      year: date.year, month: date.month, day: date.day, time: time, range: start..<date.range.upperBound)
  }

  private mutating func finish(_ start: Int, _ year: Int, _ month: Int, _ day: Int) -> ScannedDate? {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let end = at
    let tail = timeAfterDate()
    if tail == nil { at = end }
    let date = ScannedDate(year: year, month: month, day: day, time: tail, range: start..<at)
    guard date.moment != nil else { return nil }
    // A figure that runs on ("2023-04-161") is no date.
    return at < bytes.count && DateScanner.isDigit(bytes[at]) ? nil : date
  }

  private func withoutYear(_ start: Int, _ month: Int, _ day: Int, end: Int) -> ScannedDate? {
    yearless ? ScannedDate(year: nil, month: month, day: day, time: nil, range: start..<end) : nil
  }

  // MARK: Time of day

  private mutating func timeAfterDate() -> String? {
    if at < bytes.count, bytes[at] == UInt8(ascii: "T") {
      at += 1
      return time()
    }
    guard skipMarks(" ,|-") else { return nil }
    skipWord(["at", "a", "as", "um", "om", "alle", "ore", "saat", "las"])
    skipMarks(" -|")
    skipWord(["las", "ore"])
    guard at < bytes.count, DateScanner.isDigit(bytes[at]) else { return nil }
    return time()
  }

  /// 09:30, 9:30:15.5 pm, 14h30, with a zone.
  private mutating func time() -> String? {
    guard var hour = number(1, 2), hour < 24, at < bytes.count else { return nil }
    let mark = bytes[at]
    guard mark == UInt8(ascii: ":") || mark == UInt8(ascii: "h") || mark == UInt8(ascii: ".") else {
      return nil
    }
    at += 1
    guard let minute = number(2, 2), minute < 60 else { return nil }
    var second: Int?
    if mark == UInt8(ascii: ":"), at < bytes.count, bytes[at] == mark {
      at += 1
      guard let s = number(2, 2), s < 61 else { return nil }
      second = min(s, 59)
      if at + 1 < bytes.count, bytes[at] == UInt8(ascii: "."), DateScanner.isDigit(bytes[at + 1]) {
        at += 1
        while at < bytes.count, DateScanner.isDigit(bytes[at]) { at += 1 }
      }
    }
    let half = halfOfDay()
    if mark == UInt8(ascii: "."), half == nil { return nil }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half ? 12 : 0)
    }
    var text = two(hour) + ":" + two(minute)
    if let second { text += ":" + two(second) }
    return text + (zone() ?? "")
  }

  /// `true` for pm, `false` for am, `nil` where neither stands.
  private mutating func halfOfDay() -> Bool? {
    let start = at
    skipMarks(" ")
    guard at < bytes.count else { at = start; return nil }
    let letter = bytes[at] | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { at = start; return nil }
    at += 1
    _ = skipMarks(".")
    guard at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "m") else { at = start; return nil }
    at += 1
    if at < bytes.count, DateScanner.isWordByte(bytes[at]) { at = start; return nil }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") { at += 1 }
    return letter == UInt8(ascii: "p")
  }

  private mutating func zone() -> String? {
    let start = at
    skipMarks(" ()")
    guard at < bytes.count else { at = start; return nil }
    if bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
      if let offset = offset() { return offset }
      at = start
      return nil
    }
    let word = foldedWord()
    guard let minutes = DateWords.zone(word) else { at = start; return nil }
    if minutes == 0, at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") {
      if let offset = offset() { return offset }
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: ")") { at += 1 }
    return minutes == 0
      ? "Z" : (minutes < 0 ? "-" : "+") + two(abs(minutes) / 60) + ":" + two(abs(minutes) % 60)
  }

  /// +03:00, +0300, -05, +3.
  private mutating func offset() -> String? {
    let sign = bytes[at] == UInt8(ascii: "-") ? "-" : "+"
    at += 1
    guard let hours = number(1, 2), hours <= 14 else { return nil }
    var minutes = 0
    if at < bytes.count, bytes[at] == UInt8(ascii: ":") { at += 1 }
    if let m = number(2, 2), m < 60 { minutes = m }
    return sign + two(hours) + ":" + two(minutes)
  }

  // MARK: Words and marks

  private func isYear(_ value: Int) -> Bool { (1500...2199).contains(value) }

  private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

  /// A run of digits whose length lies in `low...high`; otherwise nothing is taken.
  private mutating func number(_ low: Int, _ high: Int) -> Int? {
    var end = at
    var value = 0
    while end < bytes.count, DateScanner.isDigit(bytes[end]), end - at < high {
      value = value * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    guard end - at >= low else { return nil }
    // "2023" must not be read as the day 20; but "0930" after a sign is hours and minutes.
    if high == 2, low == 1, end < bytes.count, DateScanner.isDigit(bytes[end]), !afterSign { return nil }
    if high == 4, end < bytes.count, DateScanner.isDigit(bytes[end]) { return nil }
    at = end
    return value
  }

  private var afterSign: Bool {
    at > 0 && (bytes[at - 1] == UInt8(ascii: "+") || bytes[at - 1] == UInt8(ascii: "-"))
  }

  private mutating func separator() -> UInt8? {
    guard at < bytes.count else { return nil }
    let mark = bytes[at]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") else {
      return nil
    }
    at += 1
    return mark
  }

  /// Skips any of the ASCII `marks`; a blank stands for no-break blanks too, a hyphen for dashes, a bar for bullets.
  @discardableResult
  private mutating func skipMarks(_ marks: StaticString) -> Bool {
    let start = at
    marks.withUTF8Buffer { marks in
      while at < bytes.count {
        if marks.contains(bytes[at]) { at += 1; continue }
        if marks.contains(0x20), bytes[at] == 0x09 { at += 1; continue }
        let width = wideMark(marks)
        guard width > 0 else { break }
        at += width
      }
    }
    return at > start
  }

  private func wideMark(_ marks: UnsafeBufferPointer<UInt8>) -> Int {
    guard bytes[at] >= 0xC2 else { return 0 }
    func next(_ offset: Int) -> UInt8 { at + offset < bytes.count ? bytes[at + offset] : 0 }
    if bytes[at] == 0xC2 {
      if next(1) == 0xA0, marks.contains(0x20) { return 2 }
      if next(1) == 0xB7, marks.contains(UInt8(ascii: "|")) { return 2 }
    }
    if bytes[at] == 0xE2, next(1) == 0x80 {
      if next(2) == 0xAF || next(2) == 0x89, marks.contains(0x20) { return 3 }
      if next(2) == 0x93 || next(2) == 0x94, marks.contains(UInt8(ascii: "-")) { return 3 }
      if next(2) == 0xA2, marks.contains(UInt8(ascii: "|")) { return 3 }
    }
    return 0
  }

  private mutating func skipOrdinal() {
    let start = at
    // º and ª
    if at + 1 < bytes.count, bytes[at] == 0xC2, bytes[at + 1] == 0xBA || bytes[at + 1] == 0xAA {
      at += 2; return
    }
    let word = foldedWord()
    let ordinals: [StaticString] = ["st", "nd", "rd", "th", "er", "re", "e"]
    if !ordinals.contains(where: { equal(word, $0) }) { at = start }
  }

  /// Skips one of `words` and the blanks after it, when it stands here as a whole word.
  private mutating func skipWord(_ words: [StaticString]) {
    let start = at
    let word = foldedWord()
    guard words.contains(where: { equal(word, $0) }), skipMarks(" ") else { at = start; return }
  }

  private mutating func skipWeekday() {
    let start = at
    guard DateWords.isWeekday(foldedWord()) else { at = start; return }
    skipMarks(" ,.")
  }

  private mutating func monthName() -> Int? {
    let start = at
    if let month = DateWords.month(foldedWord()) { return month }
    at = start
    return nil
  }

  /// Bytes of blanks and marks between a month and its day.
  private static let mostBlanks = 8

  private func figureFollowsWord() -> Bool {
    var end = at
    while end < bytes.count, DateScanner.isWordByte(bytes[end]), end - at < 14 {
      if bytes[end] == 0xC2 || bytes[end] == 0xE2 { break }
      end += 1
    }
    // Few blanks: no-break ones are taken for letters too, and a run of them would be walked from each.
    let limit = min(bytes.count, end + Self.mostBlanks)
    while end < limit,
      bytes[end] == 0x20 || bytes[end] == UInt8(ascii: ".") || bytes[end] == 0xC2
        || bytes[end] == 0xA0
    { end += 1 }
    return end < bytes.count && DateScanner.isDigit(bytes[end])
  }

  private func equal(_ word: [UInt8], _ text: StaticString) -> Bool {
    text.withUTF8Buffer { word.elementsEqual($0) }
  }

  /// The letters that stand here, in lower case and without diacritics; at most 12, which no name of a month passes.
  private mutating func foldedWord() -> [UInt8] {
    var word: [UInt8] = []
    while at < bytes.count, word.count < 13 {
      let byte = bytes[at]
      if (byte | 0x20) &- 0x61 < 26 {
        word.append(byte | 0x20)
        at += 1
      } else if byte == 0xC3 || byte == 0xC4 || byte == 0xC5, at + 1 < bytes.count,
        let letter = Self.baseLetter(byte, bytes[at + 1])
      {
        word.append(letter)
        at += 2
      } else {
        break
      }
    }
    return word
  }

  /// The base letter of those accented letters that names of months and weekdays have.
  private static func baseLetter(_ first: UInt8, _ second: UInt8) -> UInt8? {
    switch (first, first == 0xC3 ? second | 0x20 : second) {
    case (0xC3, 0xA0...0xA4): UInt8(ascii: "a")
    case (0xC3, 0xA7): UInt8(ascii: "c")
    case (0xC3, 0xA8...0xAB): UInt8(ascii: "e")
    case (0xC3, 0xAC...0xAF): UInt8(ascii: "i")
    case (0xC3, 0xB9...0xBC): UInt8(ascii: "u")
    case (0xC4, 0x9E), (0xC4, 0x9F): UInt8(ascii: "g")
    case (0xC4, 0xB0), (0xC4, 0xB1): UInt8(ascii: "i")
    case (0xC5, 0x9E), (0xC5, 0x9F): UInt8(ascii: "s")
    default: nil
    }
  }
}
