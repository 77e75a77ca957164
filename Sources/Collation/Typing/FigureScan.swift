import Language

/// Finds the numbers, dates and times of a text, each with all of its words.
///
/// A walk from word to word; nothing is looked at more than a few words away.
struct FigureScan {
  let bytes: [UInt8]
  let words: [Token]
  let language: WrittenLanguage?

  /// All figures in their order; no word belongs to two.
  func figures() -> [Figure] {
    var found: [Figure] = []
    var at = 0
    while at < words.count {
      let next = date(at) ?? (isDigit(at) ? figure(at) : spelled(at)) ?? calendarWord(at).map { [$0] } ?? []
      found += next
      at = max(at + 1, next.last?.words.upperBound ?? 0)
    }
    return withDays(found)
  }

  // MARK: Figures

  /// 16.04.2023, 16/4/2023, 04/16/2023, 2023-04-16: three numbers that make a day.
  private func date(_ at: Int) -> [Figure]? {
    guard isDigit(at), at + 2 < words.count, let mark = separator(after: at), ["-", "/", "."].contains(mark),
      separator(after: at + 1) == mark, let a = whole(at), let b = whole(at + 1), let c = whole(at + 2)
    else { return nil }
    let isLong = words[at].range.count == 4
    var (year, month, day) = isLong ? (a, b, c) : (c, b, a)
    if month > 12 { (month, day) = (day, month) }
    guard (1...12).contains(month), (1...31).contains(day),
      year < 100 ? !isLong : (1500...2199).contains(year)
    else { return nil }
    if year < 100 { year += 2000 }
    let values: [Figure.Value] = [.day(day), .month(month), .year(year)]
    let order = isLong ? [2, 1, 0] : b == month ? [0, 1, 2] : [1, 0, 2]
    return order.enumerated().map { Figure(words: at + $0..<at + $0 + 1, value: values[$1]) }
  }

  /// A number in figures with its marks of thousands, its decimals, its scale; or a time, or a year.
  private func figure(_ at: Int) -> [Figure]? {
    let (digits, suffix) = parts(at)
    guard !digits.isEmpty else { return [Figure(words: at..<at + 1, value: .number(letters(at)))] }
    var end = at + 1
    var number = digits
    var tail = suffix
    var marks: [String] = []
    // What is drawn together with marks between: groups of three are thousands, another last one the decimals.
    while tail.isEmpty, end < words.count, marks.count < 8, let mark = separator(after: end - 1),
      [".", ",", ":", "'", " "].contains(mark),
      mark != " " || digits.count <= 3
    {
      let (more, rest) = parts(end)
      guard !more.isEmpty else { break }
      let isGroup =
        more.count == 3 && mark != ":" && digits.count <= 3 && digits != "0"
        && marks.allSatisfy { $0 == mark }
      if mark == " " || mark == "'", !isGroup { break }
      if isGroup {
        number += more
      } else if marks.contains(":") || number.contains(".") {
        break
      } else {
        number += "." + more
      }
      marks.append(mark)
      tail = rest
      end += 1
    }
    if let time = time(at, number, tail, isColon: marks == [":"], &end) {
      return [Figure(words: at..<end, value: .time(time))]
    }
    if ["st", "nd", "rd", "th", "er", "e", "º", "ª"].contains(tail) {
      return [Figure(words: at..<end, value: .number(Self.plain(number) + "th"))]
    }
    if marks.isEmpty, tail.isEmpty, digits.count == 4, let year = Int(digits), isYear(at, year) {
      return [Figure(words: at..<end, value: .year(year))]
    }
    var power = NumberWords.scale(suffix: tail) ?? 0
    while power < 15, end < words.count, tail.isEmpty || power > 0, isBeside(end),
      case .scale(let more)? = NumberWords.part(words[end], language)
    {
      power += more
      end += 1
    }
    let isDecade = tail == "s"
    return [
      Figure(words: at..<end, value: .number(Self.plain(number, shiftedBy: power) + (isDecade ? "s" : "")))
    ]
  }

  /// A time of day in minutes, where a colon, an hour's word or a half of the day says that it is one; moves `end` behind
  /// what does.
  private func time(_ at: Int, _ number: String, _ tail: String, isColon: Bool, _ end: inout Int) -> Int? {
    let fields = number.split(separator: ".")
    guard let first = fields.first, first.count <= 2, let hour = Int(first), hour <= 24, fields.count <= 2
    else { return nil }
    var minute = 0
    if fields.count == 2 {
      guard fields[1].count == 2, let value = Int(fields[1]), value < 60 else { return nil }
      minute = value
    }
    // 14h30, 14h.
    if tail.hasPrefix("h"), fields.count == 1, tail.dropFirst().allSatisfy(\.isNumber), tail.count <= 3 {
      guard let value = Int("0" + tail.dropFirst()), value < 60 else { return nil }
      return hour * 60 + value
    }
    if let half = half(tail, &end) {
      // "13:05 p.m." is what a slip makes of it.
      return (hour > 12 ? hour : hour % 12 + half) * 60 + minute
    }
    guard tail.isEmpty else { return nil }
    if end < words.count, isBeside(end), CalendarWords.clocks.contains(words[end]) {
      end += 1
      return hour * 60 + minute
    }
    if end + 1 < words.count, letters(end) == "o", letters(end + 1) == "clock" {
      end += 2
      return hour * 60 + minute
    }
    return isColon && fields.count == 2 ? hour * 60 + minute : nil
  }

  /// 0 for the morning and 12 for the afternoon: "am", "p.m.", beside the figure or drawn together with it.
  private func half(_ tail: String, _ end: inout Int) -> Int? {
    if tail == "am" { return 0 }
    if tail == "pm" { return 12 }
    guard tail.isEmpty, end < words.count, isBeside(end) else { return nil }
    let word = letters(end)
    if word == "pm" || word == "am" && (language ?? .english) == .english {
      end += 1
      return word == "am" ? 0 : 12
    }
    guard word == "a" || word == "p", end + 1 < words.count, letters(end + 1) == "m",
      separator(after: end) == "."
    else { return nil }
    end += 2
    return word == "a" ? 0 : 12
  }

  /// Four figures without a mark of thousands are mostly a year; not so before the name of what is counted.
  private func isYear(_ at: Int, _ value: Int) -> Bool {
    guard (1500...2199).contains(value) else { return false }
    let before = at > 0 ? bytes[Int(words[at].start) - 1] : 0x20
    if before == UInt8(ascii: "$") || before == 0xA3 || before == 0xAC { return false }
    if at > 0, CalendarWords.leads.contains(words[at - 1]) || month(at - 1) != nil { return true }
    guard at + 1 < words.count, isBeside(at + 1) else { return true }
    return words[at + 1].traits.contains(.capitalised) && value >= 1800
  }

  // MARK: Words

  /// A number in words: "two hundred and fourteen", "a dozen", "third".
  private func spelled(_ start: Int) -> [Figure]? {
    var at = start
    var (total, current, seen) = (0, 0, 0)
    let isArticle = NumberWords.indefinite.contains(words[at])
    if isArticle {
      guard at + 1 < words.count, let part = NumberWords.part(words[at + 1], language), isBeside(at + 1)
      else { return nil }
      switch part {
      case .hundred, .scale, .dozen: at += 1
      default: return nil
      }
    }
    if case .fixed(let value)? = NumberWords.part(words[at], language) {
      return [Figure(words: at..<at + 1, value: .number(value))]
    }
    var last: NumberWords.Part?
    walk: while at < words.count, seen == 0 || isBeside(at, orHyphen: true) {
      var word = at
      if seen > 0, NumberWords.conjunctions.contains(words[at]), last == .hundred || language != .english,
        at + 1 < words.count
      {
        word = at + 1
      }
      guard let part = NumberWords.part(words[word], language) else { break }
      switch part {
      case .small(let value):
        // "twenty-one", but not "two three".
        if case .small(let before)? = last, before < 20 || value >= 10 { break walk }
        if value == 1, seen == 0, isPronoun(at) { break walk }
        guard current < 1_000_000 else { break walk }
        current += value
      case .hundred where current < 1000: current = max(1, current) * 100
      case .dozen where current < 1000: current = max(1, current) * 12
      case .scale(let power) where total < 1 << 60:
        total += max(1, current) * Self.power(power)
        current = 0
      case .hundred, .dozen, .scale: break walk
      case .fixed: break walk
      }
      last = part
      seen += 1
      at = word + 1
    }
    guard seen > 0 else { return nil }
    return [Figure(words: start..<at, value: .number(String(total + current)))]
  }

  private func isPronoun(_ at: Int) -> Bool {
    at > 0 && NumberWords.beforePronoun.contains(words[at - 1])
      || at + 1 < words.count && isBeside(at + 1) && letters(at + 1) == "another"
  }

  private func calendarWord(_ at: Int) -> Figure? {
    func found(_ value: Figure.Value) -> Figure { Figure(words: at..<at + 1, value: value) }
    if let month = month(at) { return found(.month(month)) }
    if let day = CalendarWords.weekdays[words[at]] { return found(.weekday(day)) }
    if let day = CalendarWords.feiras[words[at]], at + 1 < words.count,
      CalendarWords.feira.contains(words[at + 1])
    {
      return Figure(words: at..<at + 2, value: .weekday(day))
    }
    if let hour = CalendarWords.hours[words[at]] { return found(.time(hour)) }
    return CalendarWords.parts[words[at]].map { found(.partOfDay($0)) }
  }

  private func month(_ at: Int) -> Int? {
    let isCapital = words[at].traits.contains(.capitalised)
    if let month = CalendarWords.months[words[at]], isCapital || (language ?? .english) != .english {
      return month
    }
    guard let month = CalendarWords.doubtfulMonths[words[at]] else { return nil }
    let before = at > 0 && isBeside(at) ? at - 1 : nil
    let after =
      at + 1 < words.count && (isBeside(at + 1) || [".", ". "].contains(gap(before: at + 1))) ? at + 1 : nil
    if isCapital || language != .english {
      if [before, after].compactMap({ $0 }).contains(where: isDigit) { return month }
    }
    guard let before, CalendarWords.leads.contains(words[before]) else { return nil }
    return isCapital || language != .english && words[at].range.count >= 4 ? month : nil
  }

  /// Numbers beside a month are its days: "April 16", "16 de abril", "the 16th of April".
  private func withDays(_ figures: [Figure]) -> [Figure] {
    var result = figures
    func day(_ place: Int) -> Int? {
      guard result.indices.contains(place), case .number(let text) = result[place].value,
        let value = Int(text.hasSuffix("th") ? String(text.dropLast(2)) : text), (1...31).contains(value),
        result[place].words.count == 1
      else { return nil }
      return value
    }
    for place in figures.indices {
      guard case .month = figures[place].value else { continue }
      let month = figures[place].words
      if let value = day(place - 1) {
        let gap = result[place - 1].words.upperBound..<month.lowerBound
        if gap.isEmpty || gap.count <= 2 && gap.allSatisfy({ CalendarWords.links.contains(words[$0]) }) {
          result[place - 1] = Figure(words: result[place - 1].words, value: .day(value))
          continue
        }
      }
      if let value = day(place + 1), result[place + 1].words.lowerBound == month.upperBound {
        result[place + 1] = Figure(words: result[place + 1].words, value: .day(value))
      }
    }
    return result
  }
}

// MARK: - Words and what parts them

extension FigureScan {
  func isDigit(_ at: Int) -> Bool { words[at].traits.contains(.number) }

  /// A word of ASCII in small letters.
  private func letters(_ at: Int) -> String {
    String(decoding: bytes[words[at].range].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The figures that a word begins with, but for the mark of a currency, and the letters behind them.
  private func parts(_ at: Int) -> (digits: String, suffix: String) {
    var word = letters(at)[...]
    let lead = word.prefix { $0.isLetter }
    if Self.currencies.contains(String(lead)) { word = word.dropFirst(lead.count) }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    return (String(digits), String(word.dropFirst(digits.count)))
  }

  /// Marks of currencies that are drawn together with the sum: "K18mn", "Rs500".
  private static let currencies: Set<String> = [
    "k", "kr", "r", "rm", "rs", "s", "eur", "usd", "gbp", "chf", "nok", "sek", "dkk", "inr",
  ]

  private func whole(_ at: Int) -> Int? {
    words[at].range.count <= 4 ? Int(letters(at)) : nil
  }

  /// Whether only blanks stand before a word, or a hyphen.
  private func isBeside(_ at: Int, orHyphen: Bool = false) -> Bool {
    guard at > 0 else { return false }
    let mark = gap(before: at)
    return mark == " " || orHyphen && mark == "-"
  }

  /// What stands between a word and the next, where that is one mark and no more and the next begins with a figure; a blank
  /// that does not break and one that is narrow are a blank, a curly apostrophe is a straight one.
  private func separator(after at: Int) -> String? {
    guard at + 1 < words.count else { return nil }
    let mark = gap(before: at + 1)
    // Where thousands are set apart by a plain blank, two numbers side by side look the same.
    if mark == " ", bytes[Int(words[at].end)] == 0x20, (language ?? .english) == .english { return nil }
    return mark
  }

  private func gap(before at: Int) -> String? {
    let (start, end) = (Int(words[at - 1].end), Int(words[at].start))
    guard end > start, end - start <= 3 else { return nil }
    switch String(decoding: bytes[start..<end], as: UTF8.self) {
    case " ", "\u{A0}", "\u{2009}", "\u{202F}", "\n": return " "
    case "'", "’": return "'"
    case "-", "‐", "‑": return "-"
    case let mark: return mark
    }
  }

  /// Without zeros at its head, times a power of ten.
  static func plain(_ number: String, shiftedBy power: Int = 0) -> String {
    let fields = number.split(separator: ".", maxSplits: 1)
    var whole = fields.first.map(String.init) ?? "0"
    var decimals = fields.count > 1 ? String(fields[1]) : ""
    for _ in 0..<power { whole.append(decimals.isEmpty ? "0" : decimals.removeFirst()) }
    if power > 0 { while decimals.hasSuffix("0") { decimals.removeLast() } }
    let bare = String(whole.drop { $0 == "0" })
    return (bare.isEmpty ? "0" : bare) + (decimals.isEmpty ? "" : "." + decimals)
  }

  private static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
