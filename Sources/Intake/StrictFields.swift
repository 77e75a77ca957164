import Press

/// A field of a line by an earlier stage that is not as that stage writes it.
struct BadField: Error {
  let name: String
  let expected: String
}

/// Reads the fields of a line that an earlier stage wrote: the first that is not as it should be stops the
/// reading.
extension JSONObject {
  func optionalString(_ name: StaticString) throws(BadField) -> String? {
    guard let value = value(name) else { return nil }
    if value.kind == .number { return raw(value) }
    guard value.kind == .string else { throw BadField(name: "\(name)", expected: "a string") }
    let (text, broken) = text(of: value)
    guard broken == 0 else { throw BadField(name: "\(name)", expected: "whole characters in its escapes") }
    return text
  }

  func string(_ name: StaticString) throws(BadField) -> String {
    guard let text = try optionalString(name) else { throw BadField(name: "\(name)", expected: "a string") }
    return text
  }

  /// One of the words that `T` knows.
  func word<T: RawRepresentable>(_ name: StaticString) throws(BadField) -> T where T.RawValue == String {
    let text = try string(name)
    guard let word = T(rawValue: text) else {
      throw BadField(name: "\(name)", expected: "one of the known words, not “\(shortened(text))”")
    }
    return word
  }

  func moment(_ name: StaticString) throws(BadField) -> Moment? {
    guard let text = try optionalString(name) else { return nil }
    guard let moment = Moment(iso: text) else {
      throw BadField(name: "\(name)", expected: "an ISO 8601 date, not “\(shortened(text))”")
    }
    return moment
  }

  func flag(_ name: StaticString) -> Bool { value(name)?.kind == .yes }

  /// A number in 0...1.
  func share(_ name: StaticString) throws(BadField) -> Double {
    guard let value = value(name), value.kind == .number, let share = Double(raw(value)),
      (0...1).contains(share)
    else { throw BadField(name: "\(name)", expected: "a number from 0 to 1") }
    return share
  }

  /// Numbers in 0...1; none where the line says nothing.
  func shares(_ name: StaticString) throws(BadField) -> [Double] {
    guard let value = value(name) else { return [] }
    guard let elements = elements(of: value) else { throw BadField(name: "\(name)", expected: "an array") }
    var shares: [Double] = []
    for element in elements {
      guard element.kind == .number, let share = Double(raw(element)), (0...1).contains(share) else {
        throw BadField(name: "\(name)", expected: "an array of numbers from 0 to 1")
      }
      shares.append(share)
    }
    return shares
  }

  /// A whole number from 0 on; 0 where the line says nothing of it.
  func count(_ name: StaticString) throws(BadField) -> Int {
    guard let value = value(name) else { return 0 }
    guard value.kind == .number, let count = Int(raw(value)), count >= 0 else {
      throw BadField(name: "\(name)", expected: "a whole number from 0 on")
    }
    return count
  }

  func range(_ name: StaticString) throws(BadField) -> Range<Int>? {
    guard let value = value(name) else { return nil }
    let ends = elements(of: value)?.map { $0.kind == .number ? Int(raw($0)) : nil } ?? []
    guard ends.count == 2, let start = ends[0], let end = ends[1], start >= 0, start <= end else {
      throw BadField(name: "\(name)", expected: "[start, end] with 0 ≤ start ≤ end")
    }
    // Where the text is withheld nothing else bounds a range, and whoever adds lengths up must not overflow.
    guard end <= Int32.max else {
      throw BadField(name: "\(name)", expected: "within a text of two gigabytes")
    }
    return start..<end
  }

  /// An array of strings, or one string.
  func strings(_ name: StaticString) throws(BadField) -> [String] {
    guard let value = value(name) else { return [] }
    if value.kind == .string { return [text(of: value).text] }
    guard let elements = elements(of: value) else { throw BadField(name: "\(name)", expected: "an array") }
    var result: [String] = []
    result.reserveCapacity(elements.count)
    for element in elements {
      guard element.kind == .string || element.kind == .number else {
        throw BadField(name: "\(name)", expected: "an array of strings")
      }
      result.append(element.kind == .string ? text(of: element).text : raw(element))
    }
    return result
  }

  func objects(_ name: StaticString) throws(BadField) -> [JSONObject] {
    guard let value = value(name) else { return [] }
    guard let elements = elements(of: value) else { throw BadField(name: "\(name)", expected: "an array") }
    var result: [JSONObject] = []
    for element in elements {
      guard let object = object(of: element) else {
        throw BadField(name: "\(name)", expected: "an array of objects")
      }
      result.append(object)
    }
    return result
  }
}
