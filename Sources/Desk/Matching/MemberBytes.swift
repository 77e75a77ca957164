import Archive
import Matching
import Press

/// What an archive remembers of a text for the finding of families: where its lead stands, and hashes of its headlines.
///
/// One byte: how many ranges the lead has. Each range as its distance from the end of the one before and its length, in four
/// bytes each; then the headlines, in eight bytes each; the lowest byte first.
enum MemberBytes {
  static func write(_ member: Member) -> [UInt8] {
    guard member.lead.count < 256 else { return [] }
    var bytes = [UInt8(member.lead.count)]
    func add(_ number: UInt64, _ size: UInt64) {
      for byte in 0..<size { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
    }
    var end = 0
    for range in member.lead {
      guard let distance = UInt32(exactly: range.lowerBound - end), let length = UInt32(exactly: range.count)
      else {
        return []
      }
      add(UInt64(distance), 4)
      add(UInt64(length), 4)
      end = range.upperBound
    }
    for headline in member.headlines { add(headline, 8) }
    return bytes
  }

  /// `nil` where nothing was remembered, or not so.
  static func read(_ outline: Archive.Outline) -> Member? {
    let bytes = outline.member
    guard let count = bytes.first.map(Int.init), bytes.count >= 1 + 8 * count, (bytes.count - 1) % 8 == 0
    else {
      return nil
    }
    func number(_ start: Int, _ size: Int) -> UInt64 {
      (0..<size).reduce(0) { $0 | UInt64(bytes[start + $1]) << (8 * UInt64($1)) }
    }
    var lead: [Range<Int>] = []
    var end = 0
    for place in 0..<count {
      let start = end + Int(number(1 + 8 * place, 4))
      end = start + Int(number(5 + 8 * place, 4))
      lead.append(start..<end)
    }
    let headlines = stride(from: 1 + 8 * count, to: bytes.count, by: 8).map { number($0, 8) }
    return Member(
      id: outline.id, published: outline.published, outlet: outline.outlet, lead: lead, headlines: headlines)
  }
}
