import Foundation

/// What editing has to know of a text: its sentences, its words, what is quoted.
enum Prose {
  /// The sentences of a paragraph; a full stop within quotation marks ends one only where the marks close behind it.
  static func sentences(_ paragraph: String) -> [String] {
    var sentences: [String] = []
    var start = paragraph.startIndex
    var at = start
    var isQuoted = false
    var last: Character = " "
    while at < paragraph.endIndex {
      let character = paragraph[at]
      if character == "“" { isQuoted = true }
      if character == " ", !isQuoted, ends(last, before: paragraph[..<at]) {
        let next = paragraph.index(after: at)
        if next < paragraph.endIndex, paragraph[next].isUppercase || "“\"‘'".contains(paragraph[next]) {
          sentences.append(String(paragraph[start..<at]))
          start = next
        }
      }
      if character == "”" { isQuoted = false }
      last = character
      at = paragraph.index(after: at)
    }
    sentences.append(String(paragraph[start...]))
    return sentences
  }

  private static let titles: Set<Substring> = [
    "Mr.", "Mrs.", "Ms.", "Dr.", "St.", "a.m.", "p.m.", "U.S.", "Gen.", "Sen.", "Rep.",
  ]

  private static func ends(_ last: Character, before text: Substring) -> Bool {
    if last == "”" || last == "\"" {
      let mark = text.dropLast().last
      return mark == "." || mark == "!" || mark == "?"
    }
    guard last == "." || last == "!" || last == "?" else { return false }
    let word = text.suffix(8).split(separator: " ").last ?? ""
    return !titles.contains(word)
  }

  /// The text with words replaced: `change` gets each word of plain letters in lower case and answers what stands for it,
  /// `nil` where it stays, an empty text where it goes. A capital at its beginning is kept.
  ///
  /// - Parameter quoted: Only words within quotation marks, or only those outside; all where `nil`.
  static func mapWords(_ text: String, quoted: Bool?, _ change: (String) -> String?) -> String {
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    out.reserveCapacity(bytes.count + 16)
    var at = 0
    var isQuoted = false
    while at < bytes.count {
      let start = at
      while at < bytes.count, isLetter(bytes[at]) { at += 1 }
      if at > start {
        let isName =
          start > 0 && isCapital(bytes[start]) && bytes[start - 1] == 0x20 && !isBehindStop(bytes, start)
        let isPlain =
          at - start > 2 && !isName && (at == bytes.count || bytes[at] < 0x80 && bytes[at] != 0x27)
        if isPlain, quoted == nil || quoted == isQuoted {
          let word = String(decoding: bytes[start..<at], as: UTF8.self)
          if let other = change(word.lowercased()) {
            if other.isEmpty {
              if at < bytes.count, bytes[at] == 0x20 { at += 1 }
            } else {
              let isUpper = isCapital(bytes[start])
              out += Array((isUpper ? other.prefix(1).uppercased() + other.dropFirst() : other).utf8)
            }
            continue
          }
        }
        out += bytes[start..<at]
        continue
      }
      if at + 2 < bytes.count, bytes[at] == 0xE2, bytes[at + 1] == 0x80 {
        if bytes[at + 2] == 0x9C { isQuoted = true }
        if bytes[at + 2] == 0x9D { isQuoted = false }
      } else if bytes[at] == 0x22 {
        isQuoted.toggle()
      }
      out.append(bytes[at])
      at += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }
  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isBehindStop(_ bytes: [UInt8], _ start: Int) -> Bool {
    start > 1 && [0x2E, 0x3F, 0x21, 0x9D].contains(bytes[start - 2])
  }

  static func hasQuotation(_ text: String) -> Bool { text.contains("“") || text.contains("\"") }

  /// Words with a capital within sentences, each once, in their order.
  static func names(_ paragraphs: [String]) -> [String] {
    var names: [String] = []
    for paragraph in paragraphs.prefix(8) {
      var isFirst = true
      for word in paragraph.split(separator: " ") {
        let plain = word.trimmingCharacters(in: .punctuationCharacters)
        if !isFirst, plain.count > 4, plain.first?.isUppercase == true,
          plain.dropFirst().allSatisfy(\.isLowercase),
          !days.contains(plain), !names.contains(plain)
        {
          names.append(plain)
        }
        isFirst = word.hasSuffix(".") || word.hasSuffix("”") || word.hasSuffix(":")
      }
    }
    return names
  }

  private static let days: Set<String> = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February",
    "March",
    "April", "August", "September", "October", "November", "December", "University", "Minister", "Mayor",
    "Governor", "Councillor", "Professor", "Institute", "Centre", "Foundation",
  ]

  /// The sentence without “, officials said” at its end; `nil` where it ends otherwise, or quotes.
  static func withoutAttribution(_ sentence: String) -> String? {
    guard sentence.hasSuffix("."), !hasQuotation(sentence), let comma = sentence.lastIndex(of: ",") else {
      return nil
    }
    let tail = sentence[sentence.index(after: comma)...].dropLast()
    let words = tail.split(separator: " ")
    let isSaid =
      (2...8).contains(words.count)
      && (words.last == "said" || words.dropLast().last == "said" || words.dropLast(2).last == "said"
        || words.prefix(2) == ["according", "to"])
    guard isSaid, sentence[..<comma].utf8.count > 30 else { return nil }
    return String(sentence[..<comma]) + "."
  }
}

extension Prose {
  /// Whether two paragraphs are one but for editing: half of the longer words of the one stand in the other.
  static func isNearly(_ a: String, _ b: String) -> Bool {
    func long(_ text: String) -> Set<Substring> {
      Set(text.split(separator: " ").filter { $0.utf8.count > 5 })
    }
    let (x, y) = (long(a), long(b))
    guard !x.isEmpty, !y.isEmpty else { return a == b }
    return x.intersection(y).count * 2 >= min(x.count, y.count)
  }
}
