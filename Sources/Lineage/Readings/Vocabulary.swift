import Press

/// The words of a tradition, by which slips of the pen are known: a word that stands at one place only, and there beside one
/// that is nearly the same.
struct Vocabulary {
  /// By word or words: the number of segments with a reading in which they stand.
  private var counts: [[UInt8]: Int] = [:]

  init(_ segments: [Apparatus.Segment]) {
    for segment in segments {
      var here: Set<[UInt8]> = []
      for reading in segment.readings {
        here.insert(Self.letters(reading.text))
        // Segments without variants are long: their words are what the tradition has elsewhere.
        guard reading.words > 1 else { continue }
        for word in reading.text.utf8.split(whereSeparator: { $0 <= 0x20 }) {
          here.insert(Self.letters(word))
        }
      }
      for word in here { counts[word, default: 0] += 1 }
    }
  }

  /// At how many places the tradition has these letters as a word or as a whole reading.
  func places(of letters: [UInt8]) -> Int { counts[letters] ?? 0 }

  /// The letters and figures of a text, ASCII ones in lower case, all else left out but bytes beyond ASCII.
  static func letters(_ text: some Sequence<UInt8>) -> [UInt8] {
    text.compactMap { byte in
      switch byte {
      case 0x41...0x5A: byte | 0x20
      case 0x30...0x39, 0x61...0x7A, 0x80...: byte
      default: nil
      }
    }
  }

  static func letters(_ text: String) -> [UInt8] { letters(text.utf8) }

  /// Whether two words are one letter apart, or two where they are long: letters left out, put in, exchanged, or taken
  /// for others (Damerau 1964, "A technique for computer detection and correction of spelling errors"). A letter beyond
  /// ASCII is two bytes, and counts so.
  static func isNear(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let limit = min(a.count, b.count) < 8 ? 1 : 2
    let far = limit + (a.contains { $0 >= 0x80 } || b.contains { $0 >= 0x80 } ? 1 : 0)
    guard a != b, abs(a.count - b.count) <= far, a.count <= 64, b.count <= 64, !a.isEmpty, !b.isEmpty else {
      return false
    }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
      }
      before = last
      last = row
    }
    return last[b.count] <= far
  }
}
