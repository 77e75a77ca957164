/// The names that a page uses, each with a number: a table of known names that grows by those the page brings.
///
/// Open addressing over 32-bit hashes; a seed drawn per process keeps a hostile page from choosing names that collide.
struct NameTable: Sendable {
  /// Names beyond this count all get the number 0, so that a page of invented names stays bounded.
  static let capacity = 60_000
  static let known = NameTable(knownNames: ())
  static let seed = UInt32.random(in: 1...UInt32.max)

  private(set) var overflowed = false
  private var bytes: [UInt8] = []
  private var ends: [Int32] = [0]
  private var hashes: [UInt32] = [0]
  private var slots: [UInt16]
  private var mask: Int

  private init(knownNames: Void) {
    slots = [UInt16](repeating: 0, count: 2048)
    mask = 2047
    for name in HTMLName.allCases.dropFirst() {
      let spelling = Array(name.spelling.utf8)
      let number = number(of: spelling, hash: Self.hash(spelling))
      precondition(number == name.rawValue, "known names are numbered in their order")
    }
  }

  /// One step of the hash; callers that already walk the bytes fold it in as they go.
  @inline(__always)
  static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }

  static func hash(_ name: [UInt8]) -> UInt32 { name.reduce(seed) { step($0, $1) } }

  /// The number of a name, which is added when it is new. `name` is in lower case.
  mutating func number(of name: [UInt8], hash: UInt32) -> UInt16 {
    name.withUnsafeBufferPointer { number(of: $0, hash: hash) }
  }

  /// The same for bytes that lie elsewhere; capital letters are folded on the way.
  mutating func number(of name: UnsafeBufferPointer<UInt8>, hash: UInt32) -> UInt16 {
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 15)) & mask
    while slots[slot] != 0 {
      let candidate = Int(slots[slot])
      if hashes[candidate] == hash, isSpelled(candidate, name) { return UInt16(candidate) }
      slot = (slot + 1) & mask
    }
    guard ends.count < Self.capacity else {
      overflowed = true
      return 0
    }
    for byte in name { bytes.append(byte.lowercased) }
    ends.append(Int32(bytes.count))
    hashes.append(hash)
    let number = UInt16(ends.count - 1)
    slots[slot] = number
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  /// The number of a name that may not be there.
  func existingNumber(of name: String) -> UInt16? {
    let bytes = Array(name.utf8).map(\.lowercased)
    let hash = Self.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 15)) & mask
    while slots[slot] != 0 {
      let candidate = Int(slots[slot])
      if hashes[candidate] == hash, bytes.withUnsafeBufferPointer({ isSpelled(candidate, $0) }) {
        return UInt16(candidate)
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// How a name is spelled, in lower case.
  func spelling(_ number: UInt16) -> String { String(decoding: spellingBytes(number), as: UTF8.self) }

  func spellingBytes(_ number: UInt16) -> ArraySlice<UInt8> {
    guard number > 0 else { return [] }
    return bytes[Int(ends[Int(number) - 1])..<Int(ends[Int(number)])]
  }

  private func isSpelled(_ number: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[number - 1])
    guard Int(ends[number]) - start == name.count else { return false }
    for i in 0..<name.count where bytes[start + i] != name[i].lowercased { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt16](repeating: 0, count: slots.count * 2)
    mask = slots.count - 1
    for number in 1..<ends.count {
      var slot = Int(truncatingIfNeeded: hashes[number] ^ (hashes[number] >> 15)) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt16(number)
    }
  }
}

extension UInt8 {
  /// The byte with A–Z folded to a–z.
  @inline(__always)
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  @inline(__always)
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }
  /// Tab, line feed, form feed, carriage return or blank.
  @inline(__always)
  var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }
}
