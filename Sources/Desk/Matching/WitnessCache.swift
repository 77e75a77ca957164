import Matching

/// The texts that a worker met last, ready for comparing, so that a family's members are not read and cut into words
/// again for each of their pairs.
struct WitnessCache {
  /// A text ready for comparing.
  struct Text {
    let witness: Witness
    let words: WordIndex
  }

  private struct Slot {
    let number: Int
    let size: Int
    /// Whether it was used since the hand came by.
    var isUsed: Bool
  }

  private let limit: Int
  private var held: [Int: (text: Text, slot: Int)] = [:]
  /// Slots in a ring (Corbató's clock): what was used since the hand came by stays for another round.
  private var slots: [Slot] = []
  private var hand = 0
  private var size = 0

  /// Holds texts of about `limit` bytes, and one text whatever its size.
  init(limit: Int) { self.limit = limit }

  /// Text `number`, read from `source` where it is not held.
  mutating func text(_ number: Int, _ source: any WitnessSource) throws -> Text {
    if let known = held[number] {
      slots[known.slot].isUsed = true
      return known.text
    }
    let witness = try source.witness(number)
    let text = Text(witness: witness, words: witness.wordIndex)
    // The text, and for each word a token, a place in the index, and what the arrays have to spare.
    let weight = witness.text.utf8.count + 56 * text.words.words.count + 512
    makeRoom(for: weight)
    held[number] = (text, slots.count)
    slots.append(Slot(number: number, size: weight, isUsed: false))
    size += weight
    return text
  }

  private mutating func makeRoom(for weight: Int) {
    while size + weight > limit, !slots.isEmpty {
      if hand >= slots.count { hand = 0 }
      if slots[hand].isUsed {
        slots[hand].isUsed = false
        hand += 1
        continue
      }
      let gone = slots[hand]
      held[gone.number] = nil
      size -= gone.size
      // The last slot moves into the gap.
      let last = slots.removeLast()
      if hand < slots.count {
        slots[hand] = last
        held[last.number]?.slot = hand
      }
    }
  }
}
