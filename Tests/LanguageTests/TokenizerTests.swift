import Language
import Testing

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
