import Foundation

/// News that never was, made by chance that is always the same: enough of it to be killed in the middle of.
struct InventedPile {
  /// JSON Lines, an article each.
  let lines: [String]

  var data: Data { Data((lines.joined(separator: "\n") + "\n").utf8) }

  /// Four of five articles state when they were published, unless none is to be `dated`.
  init(articles: Int, seed: UInt64, dated: Bool = true) {
    var dice = Dice(seed)
    var lines: [String] = []
    var report = 0
    while lines.count < articles {
      let dispatch = (0..<8).map { _ in Self.sentence(&dice) }
      let day = 1 + dice.roll(28)
      // Every third report is copied: whole, cut, or with a sentence of the copyist's own.
      let copies = report.isMultiple(of: 3) ? 1 + dice.roll(6) : 1
      for copy in 0..<min(copies, articles - lines.count) {
        var sentences = dispatch
        if copy > 0 {
          switch dice.roll(3) {
          case 0: sentences.removeLast(1 + dice.roll(3))
          case 1: sentences[dice.roll(sentences.count)] = Self.sentence(&dice)
          default: break
          }
        }
        let outlet = Self.outlets[dice.roll(Self.outlets.count)]
        let time =
          dice.roll(5) == 0 || !dated
          ? "" : ",\"published\":\"2021-03-\(day < 10 ? "0" : "")\(day)T\(10 + copy):00:00Z\""
        lines.append(
          "{\"id\":\"r\(report)-\(copy)\",\"outlet\":\"\(outlet)\"\(time),\"text\":\"\(sentences.joined(separator: " "))\"}"
        )
      }
      report += 1
    }
    self.lines = lines
  }

  /// The same articles in another order.
  func shuffled(seed: UInt64) -> [String] {
    var dice = Dice(seed)
    var shuffled = lines
    for position in shuffled.indices.reversed() { shuffled.swapAt(position, dice.roll(position + 1)) }
    return shuffled
  }

  private static let outlets = ["Fennmoor Courier", "Lowick Star", "Tarn Valley Post", "Osk Herald"]
  private static let heads = ["br", "d", "fl", "g", "h", "kr", "l", "m", "n", "p", "st", "t", "v", "w"]
  private static let middles = ["a", "e", "i", "o", "u", "ea", "ou"]
  private static let tails = ["n", "rd", "l", "st", "mp", "ck", "ve", "sh", "nt", "r"]

  private static func word(_ dice: inout Dice) -> String {
    var word = ""
    for _ in 0...dice.roll(2) {
      word +=
        heads[dice.roll(heads.count)] + middles[dice.roll(middles.count)] + tails[dice.roll(tails.count)]
    }
    return word
  }

  private static func sentence(_ dice: inout Dice) -> String {
    let words = (0..<8 + dice.roll(6)).map { _ in word(&dice) }
    return "The " + words.joined(separator: " ") + "."
  }
}

/// Numbers that look random and are the same in every run (SplitMix64, Steele, Lea and Flood 2014).
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// A number below `sides`.
  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(max(1, sides)))
  }
}
