/// HTML's named character references: `&eacute;`, `&nbsp`, and two thousand more.
struct CharacterReferences: Sendable {
  static let standard = CharacterReferences()

  private struct Entry: Sendable {
    var name: Range<Int32>
    var first: UInt32
    var second: UInt32
    var standsBare: Bool
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var slots = [Int16](repeating: -1, count: 8192)
  /// The longest name, in bytes and without its semicolon.
  private(set) var longest = 0
  /// The longest name that stands without its semicolon.
  private(set) var longestBare = 0

  private init() {
    Self.table.withUTF8Buffer { bytes = Array($0) }
    var at = 0
    while at < bytes.count {
      let start = at
      while bytes[at] != 0x21, bytes[at] != 0x3D { at += 1 }
      let name = start..<at
      let standsBare = bytes[at] == 0x21
      at += 1
      var points: [UInt32] = [0]
      while at < bytes.count, !bytes[at].isSpace {
        if bytes[at] == 0x2B {
          points.append(0)
        } else {
          points[points.count - 1] = points[points.count - 1] << 4 | UInt32(bytes[at].hexadecimalValue ?? 0)
        }
        at += 1
      }
      at += 1
      add(name, points, standsBare)
    }
  }

  private mutating func add(_ name: Range<Int>, _ points: [UInt32], _ standsBare: Bool) {
    longest = max(longest, name.count)
    if standsBare { longestBare = max(longestBare, name.count) }
    var slot = bytes[name].reduce(0x811C_9DC5) { NameTable.step($0, $1) }
    while slots[Int(slot & 8191)] >= 0 { slot &+= 1 }
    slots[Int(slot & 8191)] = Int16(entries.count)
    entries.append(
      Entry(
        name: Int32(name.lowerBound)..<Int32(name.upperBound), first: points[0],
        second: points.count > 1 ? points[1] : 0, standsBare: standsBare))
  }

  /// What a name stands for: one code point, or two (the second is 0 where there is none).
  func points(
    for name: UnsafeBufferPointer<UInt8>, withSemicolon: Bool
  ) -> (first: UInt32, second: UInt32)? {
    var slot = name.reduce(0x811C_9DC5) { NameTable.step($0, $1) }
    while slots[Int(slot & 8191)] >= 0 {
      let entry = entries[Int(slots[Int(slot & 8191)])]
      if entry.name.count == name.count, isSpelled(entry, name) {
        return withSemicolon || entry.standsBare ? (entry.first, entry.second) : nil
      }
      slot &+= 1
    }
    return nil
  }

  private func isSpelled(_ entry: Entry, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(entry.name.lowerBound)
    for i in 0..<name.count where bytes[start + i] != name[i] { return false }
    return true
  }

  /// The code point that a numeric reference stands for, after the standard's table of corrections.
  static func corrected(_ number: UInt32) -> UInt32 {
    switch number {
    case 0, 0xD800...0xDFFF, 0x110000...: return 0xFFFD
    case 0x80...0x9F: return windows1252[Int(number - 0x80)]
    default: return number
    }
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: return self - 0x30
    case 0x41...0x46: return self - 0x41 + 10
    case 0x61...0x66: return self - 0x61 + 10
    default: return nil
    }
  }
}
