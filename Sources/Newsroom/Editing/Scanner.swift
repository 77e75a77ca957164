import Foundation

/// What a scanner makes of print: letters taken for others, lines broken within words, blanks lost.
enum Scanner {
  private static let mistaken: [UInt8: [String]] = [
    0x65: ["c", "o"], 0x63: ["e"], 0x6C: ["1", "i", "I"], 0x69: ["l", "1"], 0x68: ["b", "li"],
    0x62: ["h", "6"],
    0x6E: ["u", "ii"], 0x75: ["n", "ii"], 0x6D: ["rn", "in"], 0x74: ["f", "l"], 0x66: ["t"],
    0x61: ["o", "u"],
    0x6F: ["0", "c"], 0x73: ["5", "a"], 0x72: ["i", "t"], 0x49: ["l", "1"], 0x53: ["5"], 0x42: ["8"],
    0x30: ["O"],
    0x31: ["l"], 0x35: ["S"],
  ]

  /// Scans a text; `rate` is the share of letters that are misread.
  static func scan(_ copy: inout Copy, rate: Double, _ chance: inout Chance) -> Bool {
    copy.paragraphs = copy.paragraphs.map { paragraph in
      var out: [UInt8] = []
      for byte in plain(paragraph).utf8 {
        let roll = chance.unit()
        if roll < rate, let others = mistaken[byte] {
          out += Array(chance.pick(others).utf8)
        } else if roll > 1 - rate / 8, byte == 0x20 {
          continue
        } else if roll > 1 - rate / 8, (0x61...0x7A).contains(byte), let last = out.last,
          (0x61...0x7A).contains(last)
        {
          // A line that ended within the word.
          out += [0x2D, 0x20, byte]
        } else {
          out.append(byte)
        }
      }
      return String(decoding: out, as: UTF8.self)
    }
    return true
  }

  /// Print knows no difference between the marks that a scanner can tell.
  private static func plain(_ text: String) -> String {
    text.replacingOccurrences(of: "“", with: "\"").replacingOccurrences(of: "”", with: "\"")
      .replacingOccurrences(of: "’", with: "'")
  }
}
