/// Rules from which sentences are made (a context-free grammar with memory).
///
/// In the source a rule is a line without indentation, its alternatives the indented lines below it. Within an
/// alternative `{a|b}` is a choice, `[rule]` another rule, `[rule:key]` one whose result is kept for the whole report, and
/// `[#3-40]` a number, kept with `[#3-40:key]`. `[^rule]` begins with a capital. A rule is first looked for among those of
/// the beat, as `beat.rule`.
struct Grammar: Sendable {
  indirect enum Piece: Sendable {
    case text(String)
    case choice([[Piece]])
    case rule(name: String, key: String, capital: Bool)
    case number(ClosedRange<Int>, key: String)
  }

  private let rules: [String: [[Piece]]]

  /// Reads the rules of all `sources`; of two rules with one name the later counts.
  init(_ sources: [String]) {
    var rules: [String: [[Piece]]] = [:]
    for source in sources {
      var name = ""
      for line in source.split(separator: "\n") {
        if line.hasPrefix(" ") {
          var reader = Reader(bytes: Array(line.drop { $0 == " " }.utf8))
          rules[name, default: []].append(reader.sequence())
        } else {
          name = String(line)
          rules[name] = []
        }
      }
    }
    self.rules = rules
  }

  /// The alternatives of a rule, those of the beat first asked for; none for a rule that there is not.
  func alternatives(_ name: String, beat: String) -> [[Piece]] {
    rules[beat + "." + name] ?? rules[name] ?? []
  }

  /// Names that are asked for and that neither rules nor `known` have, for tests.
  func missing(known: Set<String>, beats: [String]) -> [String] {
    var missing: Set<String> = []
    func look(_ pieces: [Piece]) {
      for piece in pieces {
        switch piece {
        case .text, .number: break
        case .choice(let choices): choices.forEach(look)
        case .rule(let name, _, _):
          let isBeats = beats.allSatisfy { rules[$0 + "." + name] != nil }
          if rules[name] == nil, !isBeats, !known.contains(name) { missing.insert(name) }
        }
      }
    }
    for (name, alternatives) in rules {
      // A beat's own rules may use what only that beat has.
      let beat = beats.first { name.hasPrefix($0 + ".") }
      for alternative in alternatives {
        var found: Set<String> = []
        swap(&found, &missing)
        look(alternative)
        if let beat { missing = missing.filter { rules[beat + "." + $0] == nil } }
        missing.formUnion(found)
      }
    }
    return missing.sorted()
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    /// Up to the end, or to a mark that closes what is around it.
    mutating func sequence() -> [Piece] {
      var pieces: [Piece] = []
      var text: [UInt8] = []
      func flush() {
        if !text.isEmpty { pieces += Self.varied(String(decoding: text, as: UTF8.self)) }
        text = []
      }
      while at < bytes.count {
        switch bytes[at] {
        case UInt8(ascii: "{"):
          flush()
          pieces.append(choice())
        case UInt8(ascii: "["):
          flush()
          pieces.append(reference())
        case UInt8(ascii: "|"), UInt8(ascii: "}"):
          flush()
          return pieces
        case let byte:
          text.append(byte)
          at += 1
        }
      }
      flush()
      return pieces
    }

    /// The same text with choices where ``Lexicon`` has some.
    private static func varied(_ text: String) -> [Piece] {
      let words = text.split(separator: " ", omittingEmptySubsequences: false)
      var pieces: [Piece] = []
      var plain: [Substring] = []
      var at = 0
      while at < words.count {
        guard let (row, mark) = row(words[at...]) else {
          plain.append(words[at])
          at += 1
          continue
        }
        if !plain.isEmpty { pieces.append(.text(plain.joined(separator: " ") + " ")) }
        pieces.append(.choice(row.choices.map { [.text($0)] }))
        plain = [mark]
        at += row.phrase.count
      }
      pieces.append(.text(plain.joined(separator: " ")))
      return pieces
    }

    /// The row of a phrase that the words begin with, and the mark behind its last word.
    private static func row(_ words: ArraySlice<Substring>) -> (row: Lexicon.Row, mark: Substring)? {
      let isMark: (Character) -> Bool = { $0 == "," || $0 == "." || $0 == ";" }
      for row in Lexicon.rows[
        words[words.startIndex].split(whereSeparator: isMark).first.map(String.init) ?? ""] ?? []
      {
        guard row.phrase.count <= words.count else { continue }
        let last = words[words.startIndex + row.phrase.count - 1]
        let bare = last.prefix { !isMark($0) }
        if zip(row.phrase.dropLast(), words).allSatisfy({ $0 == $1 }),
          row.phrase.last.map({ $0 == bare }) == true
        {
          return (row, last.dropFirst(bare.count))
        }
      }
      return nil
    }

    private mutating func choice() -> Piece {
      var choices: [[Piece]] = []
      repeat {
        at += 1
        choices.append(sequence())
      } while at < bytes.count && bytes[at] == UInt8(ascii: "|")
      at += 1
      return .choice(choices)
    }

    private mutating func reference() -> Piece {
      let end = bytes[at...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.count
      var words = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)[...]
      at = end + 1
      let capital = words.first == "^"
      if capital { words.removeFirst() }
      let parts = words.split(separator: ":", maxSplits: 1)
      let key = parts.count > 1 ? String(parts[1]) : ""
      if parts[0].first == "#" {
        let ends = parts[0].dropFirst().split(separator: "-").compactMap { Int($0) }
        return .number(ends[0]...ends[1], key: key)
      }
      return .rule(name: String(parts[0]), key: key, capital: capital)
    }
  }
}
