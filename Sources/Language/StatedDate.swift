import Press

/// A date that stands in a field of its own, as feeds and records state it: ISO 8601 in its long and its compact form,
/// the form of e-mail headers, seconds or milliseconds since 1970, and what `DateScanner` finds in prose.
///
/// Source of the e-mail form, of its years of two digits and of its zones by name: RFC 5322, chapters 3.3 and 4.3. A
/// weekday that does not fit is passed over; a zone that is not known leaves the moment without one, wider and not wrong.
public enum StatedDate {
  /// Longer texts are prose, not a date.
  private static let longest = 80

  /// The moment that `text` states; `nil` where that is no date, or more than one.
  public static func moment(_ text: String) -> Moment? {
    guard text.utf8.count <= 4 * longest else { return nil }
    let bytes = Array(text.utf8.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    guard !bytes.isEmpty, bytes.count <= longest else { return nil }
    if let moment = Moment(iso: String(decoding: bytes, as: UTF8.self)) { return moment }
    return figures(bytes) ?? mail(bytes) ?? prose(bytes)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func mail(_ bytes: [UInt8]) -> Moment? {
    var reader = MailDateReader(bytes: bytes)
    return reader.read()
  }

  /// One date that is all there is, a weekday before it aside.
  private static func prose(_ bytes: [UInt8]) -> Moment? {
    let found = bytes.withUnsafeBufferPointer { DateScanner.scan($0) }
    guard found.count == 1, found[0].range.upperBound >= bytes.count - 1 else { return nil }
    let before = bytes[..<found[0].range.lowerBound]
    return before.contains(where: { $0 &- 0x30 < 10 }) ? nil : found[0].moment
  }

  // MARK: Figures alone

  /// `20230416`, `20230416T093015Z`, `20230416093015`, seconds (10 digits) or milliseconds (13) since 1970.
  private static func figures(_ bytes: [UInt8]) -> Moment? {
    let digits = bytes.prefix { $0 &- 0x30 < 10 }.count
    switch digits {
    case 8 where digits == bytes.count: return compact(bytes, rest: bytes[8...])
    case 8 where bytes[8] | 0x20 == UInt8(ascii: "t"): return compact(bytes, rest: bytes[9...])
    case 10, 13:
      // A fraction of a second may follow, and is dropped.
      let rest = bytes[digits...]
      guard
        rest.isEmpty || rest.first == UInt8(ascii: ".") && rest.dropFirst().allSatisfy({ $0 &- 0x30 < 10 })
      else { return nil }
      return Int64(String(decoding: bytes[..<10], as: UTF8.self)).flatMap(sinceEpoch)
    case 14: return compact(bytes, rest: bytes[8...])
    default: return nil
    }
  }

  private static func compact(_ bytes: [UInt8], rest: ArraySlice<UInt8>) -> Moment? {
    func part(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    let day = part(bytes[..<4]) + "-" + part(bytes[4..<6]) + "-" + part(bytes[6..<8])
    guard !rest.isEmpty else { return Moment(iso: day) }
    let digits = rest.prefix { $0 &- 0x30 < 10 }
    guard digits.count == 4 || digits.count == 6 else { return nil }
    let at = digits.startIndex
    var time = part(rest[at..<at + 2]) + ":" + part(rest[at + 2..<at + 4])
    if digits.count == 6 { time += ":" + part(rest[at + 4..<at + 6]) }
    return Moment(iso: day + "T" + time + part(rest[digits.endIndex...]))
  }

  /// A count of seconds since 1970-01-01T00:00:00Z as a moment.
  ///
  /// Source of the way from days to the calendar: Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  private static func sinceEpoch(_ seconds: Int64) -> Moment? {
    guard seconds >= 0 else { return nil }
    let shifted = seconds / 86_400 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    // Years begin in March here, so that a leap day comes last.
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    let month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    let year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    let rest = Int(seconds % 86_400)
    let time = "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    return Moment(iso: "\(year)-\(two(month))-\(two(day))T\(time)Z")
  }

  static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
