/// What there is to report of an event: more than any one version of the report has.
public struct Material: Sendable {
  /// Headlines, one for each version, and more for those who want their own.
  var headlines: [String]
  /// First paragraphs, one for each version that has a top of its own.
  var leads: [String]
  /// All that follows, the most important first.
  var paragraphs: [String]
  /// Where the dateline says that it was written.
  var place: String
}

/// Writes invented reports.
struct Reporter {
  private let grammar = Rules.grammar

  /// The material of a report of some `words` words.
  mutating func material(_ scene: inout Scene, words: Int, _ chance: inout Chance) -> Material {
    let leads = (0..<2).map { _ in Self.tidy(scene.draw("lead", grammar, &chance)) }
    let headlines = (0..<4).map { _ in sentence("headline", &scene, &chance) }
    var paragraphs: [String] = []
    var count = leads[0].utf8.count / 6
    let firstVoice = scene.voice
    var number = 0
    while count < words {
      let paragraph = paragraph(number, voices: firstVoice...(firstVoice + 3), &scene, &chance)
      count += paragraph.utf8.count / 6
      paragraphs.append(paragraph)
      number += 1
    }
    return Material(
      headlines: headlines, leads: leads, paragraphs: paragraphs,
      place: scene.kept["townt"] ?? Names.town(&chance))
  }

  /// Paragraphs that only one outlet has: what its own people say of it.
  mutating func local(_ scene: inout Scene, paragraphs: Int, _ chance: inout Chance) -> [String] {
    (0..<paragraphs).map { number in
      if number == 0 { scene.voice += 1 }
      return sentence(chance.pick(["speech", "reaction", "further", "speech"]), &scene, &chance)
    }
  }

  /// News first, then voices and reactions in turn, background last.
  private func paragraph(
    _ number: Int, voices: ClosedRange<Int>, _ scene: inout Scene, _ chance: inout Chance
  ) -> String {
    let rule: String
    switch number {
    case 0, 2, 4: rule = "body"
    case 1: rule = "speech"
    default:
      rule =
        ["body", "speech", "reaction", "background", "further", "speech"][
          chance.index(weights: number < 8 ? [3, 3, 1, 0.4, 0.6, 0] : [1, 2, 1, 1.6, 1, 1])]
    }
    if rule == "speech" {
      scene.voice = chance.happens(0.4) ? scene.voice : chance.number(in: voices)
      let first = sentence(rule, &scene, &chance)
      guard !first.hasSuffix("”"), chance.happens(0.3) else { return first }
      return first + " “" + sentence("said", &scene, &chance) + ".”"
    }
    let first = sentence(rule, &scene, &chance)
    let more = ["body": 0.55, "background": 0.5, "further": 0.35][rule] ?? 0.2
    guard chance.happens(more) else { return first }
    return first + " " + sentence(rule, &scene, &chance)
  }

  private func sentence(_ rule: String, _ scene: inout Scene, _ chance: inout Chance) -> String {
    let text = Self.tidy(scene.draw(rule, grammar, &chance))
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Closes the gaps and the doubled commas that choices leave, puts capitals behind opened quotation marks, and the right
  /// article before vowels.
  static func tidy(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    let blank = UInt8(ascii: " ")
    let comma = UInt8(ascii: ",")
    for byte in text.utf8 {
      if byte == blank, out.last == blank { continue }
      if byte == comma || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") {
        if out.last == blank { out.removeLast() }
        if out.last == comma { out.removeLast() }
      }
      out.append(byte)
    }
    out = Array(articled(String(decoding: out, as: UTF8.self)).utf8)
    // “ is E2 80 9C in UTF-8; a full sentence in quotation marks begins with a capital.
    var at = 0
    while at + 3 < out.count {
      let isOpening = out[at] == 0xE2 && out[at + 1] == 0x80 && out[at + 2] == 0x9C
      let isSentence = isOpening && isWholeSentence(out, from: at + 3)
      if isSentence, (0x61...0x7A).contains(out[at + 3]) { out[at + 3] -= 0x20 }
      at += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// “an” before vowels and eights, “a” before the rest, “the” once.
  private static func articled(_ text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for index in words.indices.dropLast() {
      let next = words[index + 1].drop { "“\"".contains($0) }
      guard let first = next.first else { continue }
      let isVowel =
        "aeioAEIO8".contains(first) || next.hasPrefix("un") && !next.hasPrefix("uni") || next.hasPrefix("18")
        || next.hasPrefix("11 ")
      switch words[index] {
      case "a", "an": words[index] = isVowel ? "an" : "a"
      case "A", "An": words[index] = isVowel ? "An" : "A"
      case "the", "The": if next == "the" { words[index + 1] = "" }
      default: break
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether the quotation that begins at `start` ends with a comma or a full stop: a fragment ends without.
  private static func isWholeSentence(_ bytes: [UInt8], from start: Int) -> Bool {
    var at = start
    while at + 2 < bytes.count {
      if bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x9D {
        return bytes[at - 1] == UInt8(ascii: ",") || bytes[at - 1] == UInt8(ascii: ".")
      }
      at += 1
    }
    return false
  }
}
