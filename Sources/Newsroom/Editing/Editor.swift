import Foundation

/// What desks do to a text. Each answers whether anything was changed.
enum Editor {
  /// Cuts from the bottom, as the inverted pyramid is written for.
  static func cut(_ copy: inout Copy, _ chance: inout Chance) -> Bool {
    let count = copy.paragraphs.count
    guard count > 4 else { return false }
    let kept = max(3, Int(Double(count) * chance.number(in: 0.3...0.85)))
    copy.paragraphs.removeLast(count - kept)
    return kept < count
  }

  /// Takes one to three paragraphs out, never the first.
  static func cutInside(_ copy: inout Copy, _ chance: inout Chance) -> Bool {
    guard copy.paragraphs.count > 5 else { return false }
    for _ in 0..<chance.number(in: 1...3) where copy.paragraphs.count > 4 {
      copy.paragraphs.remove(at: chance.number(in: 1...(copy.paragraphs.count - 2)))
    }
    return true
  }

  /// Takes the last sentence out of one to three paragraphs that have several.
  static func trim(_ copy: inout Copy, _ chance: inout Chance) -> Bool {
    var changed = false
    for index in chance.indices(chance.number(in: 2...5), below: copy.paragraphs.count) {
      let sentences = Prose.sentences(copy.paragraphs[index])
      guard sentences.count > 1 else { continue }
      copy.paragraphs[index] = sentences.dropLast().joined(separator: " ")
      changed = true
    }
    return changed
  }

  /// Moves a paragraph to another place below the first.
  static func move(_ copy: inout Copy, _ chance: inout Chance) -> Bool {
    let count = copy.paragraphs.count
    guard count > 4 else { return false }
    let from = chance.number(in: 2...(count - 1))
    let to = chance.number(in: 1...(count - 2))
    guard abs(from - to) > 1 else { return false }
    let paragraph = copy.paragraphs.remove(at: from)
    copy.paragraphs.insert(paragraph, at: to)
    return true
  }

  /// Puts other words for a few, or takes a needless one out.
  static func reword(_ copy: inout Copy, _ chance: inout Chance) -> Bool {
    var changed = false
    for index in chance.indices(chance.number(in: 1...4), below: copy.paragraphs.count) {
      var left = chance.number(in: 1...3)
      copy.paragraphs[index] = Prose.mapWords(copy.paragraphs[index], quoted: false) { word in
        guard left > 0, chance.happens(0.15) else { return nil }
        if Synonyms.needless.contains(word) {
          left -= 1
          changed = true
          return ""
        }
        guard let others = Synonyms.table[word] else { return nil }
        left -= 1
        changed = true
        return others[0]
      }
    }
    return changed
  }

  /// Changes one figure of two digits or more.
  static func number(_ copy: inout Copy, _ chance: inout Chance) -> Bool {
    for index in chance.indices(copy.paragraphs.count, below: copy.paragraphs.count).shuffled(using: &chance)
    {
      var bytes = Array(copy.paragraphs[index].utf8)
      let spots = bytes.indices.filter { at in
        isDigit(bytes, at) && isDigit(bytes, at + 1) && !isDigit(bytes, at - 1)
      }
      guard !spots.isEmpty else { continue }
      let at = chance.pick(spots) + chance.number(in: 0...1)
      let old = bytes[at]
      repeat { bytes[at] = UInt8(0x31 + chance.number(in: 0...8)) } while bytes[at] == old
      copy.paragraphs[index] = String(decoding: bytes, as: UTF8.self)
      return true
    }
    return false
  }

  private static func isDigit(_ bytes: [UInt8], _ at: Int) -> Bool {
    at >= 0 && at < bytes.count && (0x30...0x39).contains(bytes[at])
  }

  /// Changes one to three words within quotation marks.
  static func quotation(_ copy: inout Copy, _ chance: inout Chance) -> Bool {
    var left = chance.number(in: 1...3)
    for index in chance.indices(copy.paragraphs.count, below: copy.paragraphs.count).shuffled(using: &chance)
    {
      guard Prose.hasQuotation(copy.paragraphs[index]) else { continue }
      let before = left
      copy.paragraphs[index] = Prose.mapWords(copy.paragraphs[index], quoted: true) { word in
        guard left > 0, chance.happens(0.5), let others = Synonyms.table[word] else { return nil }
        left -= 1
        return chance.pick(others)
      }
      if left < before { return true }
    }
    return false
  }

  /// Writes one name otherwise, wherever it stands: another transliteration, a letter doubled or lost.
  static func name(_ copy: inout Copy, _ chance: inout Chance) -> Bool {
    let names = Prose.names(copy.paragraphs)
    guard !names.isEmpty else { return false }
    let name = chance.pick(names)
    let swaps = [
      ("nn", "n"), ("ck", "k"), ("ll", "l"), ("rr", "r"), ("ei", "ie"), ("y", "i"), ("k", "c"), ("w", "v"),
      ("f", "ph"), ("z", "s"), ("c", "k"), ("v", "w"), ("s", "ss"), ("l", "ll"), ("n", "nn"), ("r", "rr"),
    ]
    guard let swap = swaps.first(where: { name.dropFirst().contains($0.0) }) else { return false }
    let tail = String(name.dropFirst())
    guard let range = tail.range(of: swap.0) else { return false }
    let other = name.prefix(1) + tail.replacingCharacters(in: range, with: swap.1)
    var changed = false
    for index in copy.paragraphs.indices where copy.paragraphs[index].contains(name) {
      copy.paragraphs[index] = copy.paragraphs[index].replacingOccurrences(of: name, with: other)
      changed = true
    }
    return changed
  }

  /// Drops who said it at the end of a sentence that is no quotation: “…, officials said.”
  static func attribution(_ copy: inout Copy, _ chance: inout Chance) -> Bool {
    for index in copy.paragraphs.indices.shuffled(using: &chance) {
      var sentences = Prose.sentences(copy.paragraphs[index])
      for number in sentences.indices {
        guard let shorter = Prose.withoutAttribution(sentences[number]) else { continue }
        sentences[number] = shorter
        copy.paragraphs[index] = sentences.joined(separator: " ")
        return true
      }
    }
    return false
  }

  /// Turns two letters within one or two words round, or loses one.
  static func typo(_ copy: inout Copy, _ chance: inout Chance) -> Bool {
    var changed = false
    for index in chance.indices(chance.number(in: 1...2), below: copy.paragraphs.count) {
      var isDone = false
      copy.paragraphs[index] = Prose.mapWords(copy.paragraphs[index], quoted: nil) { word in
        guard !isDone, word.utf8.count > 5, chance.happens(0.1) else { return nil }
        var letters = Array(word)
        let at = chance.number(in: 1...(letters.count - 3))
        if chance.happens(0.5) { letters.swapAt(at, at + 1) } else { letters.remove(at: at) }
        guard String(letters) != word else { return nil }
        isDone = true
        changed = true
        return String(letters)
      }
    }
    return changed
  }

  /// Rewrites as a synonym machine does: every word that the table knows, with probability `rate`, in quotations too, and
  /// in the lines about the text's source.
  static func spin(_ copy: inout Copy, rate: Double, _ chance: inout Chance) -> Bool {
    var changed = 0
    func spun(_ text: String) -> String {
      Prose.mapWords(text, quoted: nil) { word in
        guard let others = Synonyms.table[word], chance.happens(rate) else { return nil }
        changed += 1
        return chance.pick(others)
      }
    }
    copy.paragraphs = copy.paragraphs.map(spun)
    copy.headline = spun(copy.headline)
    copy.below = copy.below.map {
      $0.text.utf8.count > 60 ? Copy.Credit(text: spun($0.text), name: $0.name, isPart: $0.isPart) : $0
    }
    return changed > 0
  }
}
