import TestSupport
import Testing

@testable import Language

@Suite("Words are found and folded")
struct TokenizerTests {
  private func keys(_ text: String) -> [UInt32] { Tokenizer.tokens(of: text).map(\.key) }
  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Tokenizer.tokens(of: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test("case, accents, apostrophes, hyphens and zero-width marks make no difference")
  func folding() {
    #expect(keys("The Café’s harbour-master") == keys("the cafe's HARBOUR master"))
    #expect(keys("e\u{301}clair") == keys("éclair"))
    #expect(keys("re\u{AD}port") == keys("report"))
    #expect(keys("re\u{200B}port") == keys("report"))
    #expect(keys("ferry") != keys("ferries"))
  }

  @Test("ranges give the words back")
  func ranges() {
    #expect(words("“Ölpreis: 4,2 %” — sagte Żak.") == ["Ölpreis", "4", "2", "sagte", "Żak"])
    #expect(words("") == [])
    #expect(words("港口 closed") == ["港", "口", "closed"])
  }

  @Test("what stands in quotation marks is known")
  func quotations() {
    func quoted(_ text: String) -> [String] {
      let bytes = Array(text.utf8)
      return Tokenizer.tokens(of: text).filter { $0.traits.contains(.quoted) }
        .map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
    #expect(quoted("He said “we wait” and left") == ["we", "wait"])
    #expect(quoted("He said \"we wait\" and left") == ["we", "wait"])
    #expect(quoted("Er sagte „wir warten“ und ging") == ["wir", "warten"])
    #expect(quoted("Il dit « on attend » et part") == ["on", "attend"])
    #expect(quoted("“Never closed\nNext paragraph") == ["Never", "closed"])
  }

  @Test("masked stretches yield no words")
  func masked() {
    let text = "one two three four"
    let kept = Tokenizer.tokens(of: text, masked: [4..<13]).map(\.key)
    #expect(kept == keys("one four"))
  }

  @Test("names, numbers and sentence heads are told apart")
  func traits() {
    let tokens = Tokenizer.tokens(of: "Dock 7 closed. Mayor Ilse Brandt spoke.")
    #expect(tokens.map(\.isNameLike) == [false, false, false, false, true, true, false])
    #expect(tokens[1].traits.contains(.number))
    #expect(tokens[3].traits.contains(.sentenceStart))
  }
}

@Suite("Words by a slow and obvious twin, and texts from anywhere")
struct TokenizerLawTests {
  /// Words as a reader would cut them: letters, marks and digits together, marks of no width passed over.
  private func obvious(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      let isIdeograph = (0x3040..<0xA000).contains(scalar.value)
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
        .decimalNumber, .letterNumber:
        if isIdeograph {
          words += [word, String(scalar)]
          word = ""
        } else {
          word.unicodeScalars.append(scalar)
        }
      case .nonspacingMark, .enclosingMark, .format: continue
      default:
        words.append(word)
        word = ""
      }
    }
    return (words + [word]).filter { !$0.isEmpty }
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64 = 77
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let pieces = [
    "a", "Z", "é", "e\u{301}", "ß", "İ", "ł", "7", "०", "港", "あ", "한", "ﷺ", "🛟", "👩‍🚀", " ", " ", "\n", ".",
    "’", "'", "-", "“",
    "”", "„", "«", "»", "\u{AD}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{2028}", "\u{0}", "\u{10FFFF}", "ǅ",
    "ⅷ", "\u{301}",
    "\r\n",
  ]

  @Test("random texts are cut as the twin cuts them, on whole characters")
  func random() {
    var random = Generator()
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      }.joined()
      let bytes = Array(text.utf8)
      let tokens = Tokenizer.tokens(of: text)
      let words = tokens.map { String(validating: bytes[$0.range], as: UTF8.self) }
      #expect(!words.contains(nil))
      #expect(words.map { obvious($0 ?? "").joined() } == obvious(text), "\(text.debugDescription)")
      for (before, after) in zip(tokens, tokens.dropFirst()) { #expect(before.end <= after.start) }
      #expect(tokens.allSatisfy { $0.start < $0.end })
    }
  }

  @Test("no word reaches into a masked stretch, wherever that begins and ends")
  func masks() {
    let text = "Der Fährbetrieb SOURCE:AFPruht, 港口 geschlossen – für über 200 Cafés im Café"
    let count = text.utf8.count
    for start in 0..<count {
      for end in (start + 1)...count {
        let tokens = Tokenizer.tokens(of: text, masked: [start..<end])
        for token in tokens {
          #expect(token.start >= 0 && token.end <= count && token.start < token.end)
          // A mask that cuts a character in two may lose or leave that character, nothing more.
          #expect(Int(token.end) <= start + 3 || Int(token.start) >= end)
        }
      }
    }
  }

  @Test("a mask longer than the text, or beyond it, does no harm")
  func beyond() {
    #expect(Tokenizer.tokens(of: "one two", masked: [4..<900]).count == 1)
    #expect(Tokenizer.tokens(of: "one two", masked: [900..<901]).count == 2)
    #expect(Tokenizer.tokens(of: "", masked: [0..<4]).isEmpty)
  }
}

@Suite("The fast tokenizer finds what its slow twin finds")
struct TokenizerTwinTests {
  private static let pieces = [
    "a", "Z", "the", "Harbour", "7", "2024", "extraordinarily", "counterrevolutionaries", "x1", " ", " ", " ",
    "  ",
    "\n", "\r\n", ".", "!", "?", ",", "\"", "'", "-", "_", "@", "[", "`", "{", "~", "/", ":", "\u{7F}",
    "\u{0}",
    "é", "É", "e\u{301}", "ß", "İ", "ł", "Ж", "०", "港", "港口", "あ", "한", "한국", "ﷺ", "🛟", "👩‍🚀", "’", "“", "”",
    "„", "«", "»", "「", "」", "。", "！", "？", "—", "…", "\u{A0}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{2060}",
    "\u{FEFF}", "\u{2028}", "\u{FE0F}", "\u{10FFFF}", "ǅ", "ⅷ", "\u{301}", "豈", "\u{20000}", "𝔄", "\u{E0061}",
    "K",
  ]

  /// Texts of pieces, the plain ones more often; long enough for several blocks of 64 bytes.
  private func text(_ random: inout SplitMix) -> String {
    let plain = Int.random(in: 0...100, using: &random)
    let some = Int.random(in: 0...120, using: &random)
    return (0..<some).map { _ in
      Int.random(in: 0..<100, using: &random) < plain
        ? Self.pieces[Int.random(in: 0..<24, using: &random)] : Self.pieces.randomElement(using: &random)!
    }.joined()
  }

  /// Sorted ranges that do not overlap, some of them empty, some beyond the text, some through characters.
  private func masks(_ count: Int, _ random: inout SplitMix) -> [Range<Int>] {
    let ends = (0..<(2 * Int.random(in: 0...4, using: &random))).map { _ in
      Int.random(in: 0...(count + 9), using: &random)
    }.sorted()
    return stride(from: 0, to: ends.count, by: 2).map { ends[$0]..<ends[$0 + 1] }
  }

  @Test("random texts, masked and not", arguments: [UInt64(1), 2, 3, 4])
  func random(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<1_500 {
      let text = text(&random)
      let masks = masks(text.utf8.count, &random)
      #expect(
        Tokenizer.tokens(of: text) == SlowTokenizer.tokens(of: text, masked: []), "\(text.debugDescription)")
      #expect(
        Tokenizer.tokens(of: text, masked: masks) == SlowTokenizer.tokens(of: text, masked: masks),
        "\(text.debugDescription) \(masks)")
    }
  }

  @Test("every byte of ASCII, alone and between letters, at every place of a block")
  func ascii() {
    for byte in UInt8(0)..<128 {
      for place in [0, 1, 7, 8, 9, 55, 56, 63, 64, 65, 127] {
        let bytes = [UInt8](repeating: 0x61, count: place) + [byte] + Array("Bc9 ".utf8)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
          Tokenizer.tokens(of: text) == SlowTokenizer.tokens(of: text, masked: []), "\(byte) at \(place)")
      }
    }
  }

  @Test("every scalar that Unicode has folds as its tables say")
  func scalars() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if Folding.fold(value) != Folding.compute(scalar) {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  @Test("words of up to forty letters end where the text ends")
  func lengths() {
    for count in 0...40 {
      let text = String(repeating: "Word9", count: 9).prefix(count)
      #expect(Tokenizer.tokens(of: String(text)) == SlowTokenizer.tokens(of: String(text), masked: []))
    }
  }
}

@Suite("A before a vowel, an before a consonant")
struct IndefiniteArticleTests {
  @Test(
    "what a synonym machine leaves is counted",
    arguments: [
      ("She is a impartial judge.", 1), ("It was an harbour and a investigation.", 2),
      ("They opened a\u{20}inquiry.", 1),
    ])
  func wrong(text: String, errors: Int) { #expect(IndefiniteArticles.errors(in: text) == errors) }

  @Test(
    "what careful editors write is not",
    arguments: [
      "an impartial judge, a harbour, an inquiry", "a European union, a one-off, a uniform, a useful unit",
      "an hour, an honest heir",
      "a unanimous vote", "an historic visit by an historian", "an FBI agent, an MP, a UN envoy",
      "Vitamin A is; plan a, item b", "",
    ])
  func right(text: String) { #expect(IndefiniteArticles.errors(in: text) == 0) }
}
