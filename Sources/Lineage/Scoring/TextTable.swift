import Foundation
import Press

/// What each witness has at each place of the report, as the apparatus tells it.
struct TextTable {
  /// What lies between two texts, seen from the one that might be the copy.
  struct Difference {
    var cut = 0, added = 0, replaced = 0
    var cutWords = 0, addedWords = 0, replacedWords = 0
    var cutsEnd = false
    var undone = 0, undoneWords = 0
    var shared = 0
    var sharedRare = 0.0
    var cutShared = 0
    var cutSharedRare = 0.0
    var equalWords = 0
    var straightToCurly = 0, curlyToStraight = 0

    var isEqual: Bool { cut + added + replaced == 0 }

    /// The same, where another source supplied a part: what is added is no work of the copy's.
    func explained(byPart isPart: Bool) -> Difference {
      guard isPart, added > 0 else { return self }
      var rest = self
      rest.added = max(0, added - 1)
      rest.addedWords = min(addedWords, 20 * added)
      return rest
    }
  }

  private static let nothing: Int32 = -1
  /// What a lost witness had, where those that credit it do not agree.
  private static let unknown: Int32 = -2

  private let places: Int
  private let holdersOfAll: Int
  /// By member: 1 straight marks, 2 typographic ones, 3 both, and by that how many there are.
  private(set) var style: [UInt8]
  private(set) var styleCount = [0, 0, 0, 0]
  /// By witness, then place: its reading.
  private var readings: [Int32]
  /// By place, where its readings begin in the lists below.
  private let offset: [Int32]
  /// By reading.
  private let words: [Int32]
  private var holders: [Int32]
  /// By reading: the two witnesses that have it first.
  private var earliest: [(Int32, Int32)]
  /// By place: how many witnesses have nothing there, and the two of them that were there first.
  private var lacking: [Int32]
  private var lackingFirst: [(Int32, Int32)]
  /// By witness, then place: 1 straight marks, 2 typographic ones.
  private var typography: [UInt8]
  /// By witness: its last place.
  private var last: [Int]
  /// By witness: words of the report.
  private(set) var length: [Int]
  /// Place in time; lower is earlier.
  private let rank: [Int]
  /// Whether there is nothing to tell a time by.
  private let isUndated: [Bool]

  /// - Parameters:
  ///   - rank: By member, its place in time.
  init?(_ apparatus: Apparatus, _ tradition: Tradition, rank: [Int], isUndated: [Bool], lost: Int) {
    var numbers: [String: Int] = [:]
    for member in tradition.members { numbers[tradition.id(member)] = member }
    let columns = apparatus.witnesses.map { numbers[$0] ?? -1 }
    guard columns.filter({ $0 >= 0 }).count == tradition.memberCount else { return nil }
    let segments = apparatus.segments.filter { !$0.isApart }
    let count = tradition.memberCount + lost
    guard count * segments.count <= 40_000_000 else { return nil }
    places = segments.count
    holdersOfAll = tradition.memberCount
    style = Array(repeating: 0, count: tradition.memberCount)
    self.rank = rank
    self.isUndated = isUndated
    readings = Array(repeating: Self.nothing, count: count * places)
    typography = Array(repeating: 0, count: count * places)
    last = Array(repeating: -1, count: count)
    length = Array(repeating: 0, count: count)
    var offset: [Int32] = []
    var words: [Int32] = []
    for segment in segments {
      offset.append(Int32(words.count))
      words += segment.readings.map { Int32($0.words) }
    }
    self.offset = offset
    self.words = words
    holders = Array(repeating: 0, count: words.count)
    earliest = Array(repeating: (-1, -1), count: words.count)
    lacking = Array(repeating: 0, count: places)
    lackingFirst = Array(repeating: (-1, -1), count: places)
    for (column, member) in columns.enumerated() where member >= 0 {
      var text = tradition.witnesses[member].article.text
      text.withUTF8 { bytes in
        for (place, segment) in segments.enumerated() {
          guard let cell = segment.cells[column] else {
            lacking[place] += 1
            enter(member, &lackingFirst[place])
            continue
          }
          readings[member * places + place] = Int32(cell.reading)
          let reading = Int(offset[place]) + cell.reading
          length[member] += Int(words[reading])
          last[member] = place
          holders[reading] += 1
          enter(member, &earliest[reading])
          if cell.range.upperBound <= bytes.count {
            let marks = Self.marks(UnsafeBufferPointer(rebasing: bytes[cell.range]))
            typography[member * places + place] = marks
            style[member] |= marks
          }
        }
      }
      styleCount[Int(style[member])] += 1
    }
  }

  private func enter(_ member: Int, _ first: inout (Int32, Int32)) {
    func earlier(_ other: Int32) -> Bool { other < 0 || rank[member] < rank[Int(other)] }
    if earlier(first.0) {
      first = (Int32(member), first.0)
    } else if earlier(first.1) {
      first.1 = Int32(member)
    }
  }

  private static func marks(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var found: UInt8 = 0
    for at in bytes.indices {
      switch bytes[at] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): found |= 1
      case 0x80:
        // “ ” ‘ ’ are E2 80 98–9D.
        if at + 1 < bytes.count, (0x98...0x9D).contains(bytes[at + 1]), at > 0, bytes[at - 1] == 0xE2 {
          found |= 2
        }
      default: break
      }
    }
    return found
  }

  /// Gives a lost witness the text that most of those have that credit it; where two readings are as common, nobody knows.
  mutating func reconstruct(_ lost: Int, from clients: [Int]) {
    for place in 0..<places {
      var counts: [Int32: Int] = [:]
      for client in clients { counts[readings[client * places + place], default: 0] += 1 }
      let most = counts.values.max() ?? 0
      let best = counts.filter { $0.value == most }.keys
      guard let reading = best.first else { continue }
      let chosen = best.count == 1 ? reading : Self.unknown
      readings[lost * places + place] = chosen
      if chosen >= 0 {
        length[lost] += Int(words[Int(offset[place] + chosen)])
        last[lost] = place
      }
    }
  }

  /// Whether of those who have a reading, or nothing, first, anyone but `copy` can have been there before it.
  private func isShared(_ first: (Int32, Int32), apartFrom copy: Int) -> Bool {
    let (a, b) = first
    for other in [a, b] where other >= 0 && Int(other) != copy {
      if isUndated[copy] || isUndated[Int(other)] || rank[Int(other)] < rank[copy] { return true }
    }
    return false
  }

  func difference(from source: Int, to copy: Int) -> Difference {
    var difference = Difference()
    var (cut, added) = (0, 0)
    var (isShared, undoneWords) = (false, 0)
    // The rarest of what is shared at the places of one event.
    var (rare, cutRare) = (0.0, -1.0)
    let all = Double(holdersOfAll)
    func close(_ d: inout Difference) {
      guard cut + added > 0 else { return }
      if cut > 0, added > 0 {
        d.replaced += 1
        d.replacedWords += min(cut, added)
      } else if cut > 0 {
        d.cut += 1
      } else {
        d.added += 1
      }
      d.cutWords += cut
      d.addedWords += added
      if isShared {
        d.shared += 1
        d.sharedRare += rare
      }
      if cutRare >= 0, added == 0 {
        d.cutShared += 1
        d.cutSharedRare += cutRare
      }
      if undoneWords > 0 { d.undone += 1 }
      d.undoneWords += undoneWords
      (cut, added, isShared, undoneWords) = (0, 0, false, 0)
      (rare, cutRare) = (0, -1)
    }
    let (from, to) = (source * places, copy * places)
    for place in 0..<places {
      let (x, y) = (readings[from + place], readings[to + place])
      if x == y {
        if x < 0 { continue }
        close(&difference)
        difference.equalWords += Int(words[Int(offset[place] + x)])
        let (p, c) = (typography[from + place], typography[to + place])
        if p != c, p != 0, c != 0 {
          if c == 2 { difference.straightToCurly += 1 }
          if c & 1 != 0, p == 2 { difference.curlyToStraight += 1 }
        }
        continue
      }
      if x >= 0 {
        let reading = Int(offset[place] + x)
        cut += Int(words[reading])
        if holders[reading] == 1 { undoneWords += Int(words[reading]) }
      } else if x == Self.unknown {
        cut += 1
      }
      if y >= 0 {
        let reading = Int(offset[place] + y)
        added += Int(words[reading])
        if self.isShared(earliest[reading], apartFrom: copy) {
          isShared = true
          rare = max(rare, log((all + 1) / Double(max(1, holders[reading]))))
        }
      } else if self.isShared(lackingFirst[place], apartFrom: copy) {
        cutRare = max(cutRare, log((all + 1) / Double(max(1, lacking[place]))))
      }
    }
    let cutsEnd = cut > 0 && added == 0
    close(&difference)
    difference.cutsEnd = cutsEnd
    return difference
  }
}
