import Testing

@testable import Reading

@Suite("Hints in classes and ids")
struct HintTests {
  @Test("words are split at punctuation and capitals; numbers that programs made stay whole")
  func words() {
    #expect(
      HintWords.split("post-relatedLinks ad2 x_5f1ad9") == ["post", "related", "links", "ad", "x", "5f1ad"])
  }

  @Test("the quick way to a headline's words and letters agrees with Unicode's, or leaves the text to it")
  func plainHeadlines() {
    let pieces = [
      "Tide", "TABLES", "9", " ", "’", "“", "—", "…", "\u{A0}", "-", "\r\n", "é", "ß", "e\u{301}", "İ",
      "\u{200D}", "灯",
      "½", "\u{2028}", "'s", "", "A\u{FE0F}",
    ]
    for one in pieces {
      for other in pieces {
        for last in pieces {
          var text = one + other + last
          let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
          let folded = String(text.lowercased().filter { $0.isLetter || $0.isNumber })
          #expect(Headline.words(text) == words && Headline.folded(text) == folded, "\(text)")
          let isPlain = text.withUTF8 { Headline.plainFolded($0) } != nil
          #expect(
            isPlain
              == text.unicodeScalars.allSatisfy { $0.isASCII || "’“—…\u{A0}".unicodeScalars.contains($0) })
        }
      }
    }
  }

  @Test(
    "what they mean",
    arguments: [
      ("entry-content", Hint.Meaning.body), ("RelatedPosts", .furniture(.relatedLink)),
      ("social-share", .furniture(.share)),
      ("newsletter-box", .furniture(.newsletter)), ("ad-slot-3", .furniture(.advertisement)),
      ("comments", .furniture(.comments)),
      ("sr-only", .hidden), ("cookie-banner", .furniture(.disclaimer)),
      ("wp-caption-text", .furniture(.caption)), ("x READ_more", .furniture(.relatedLink)),
      ("a hidden b", .foldedAway), ("d-none sidebar d-md-block", .furniture(.relatedLink)),
    ])
  func meanings(value: String, meaning: Hint.Meaning) {
    #expect(HintWords.hint(in: value)?.meaning == meaning)
  }

  @Test(
    "words inside other words mean nothing",
    arguments: ["header-shadow", "broadcast", "navy-blue", "download", "x-5f18ad9"])
  func others(value: String) { #expect(HintWords.hint(in: value) == nil) }

  @Test(
    "headlines lose the outlet's name, and no other tail",
    arguments: [
      ("Harbour reopens | The Quay", "Harbour reopens"), ("The Quay - Harbour reopens", "Harbour reopens"),
      ("Harbour reopens - at last", "Harbour reopens - at last"), ("Harbour reopens", "Harbour reopens"),
    ])
  func tails(title: String, expected: String) {
    #expect(Headline.withoutTail(title, outlet: "The Quay") == expected)
  }

  @Test(
    "names are taken apart, and left whole",
    arguments: [
      (["By Jo Ames and Kim Lee"], ["Jo Ames", "Kim Lee"]), (["Jo Ames, Kim Lee"], ["Jo Ames", "Kim Lee"]),
      (["Ames, Jo"], ["Ames, Jo"]), (["https://quay.example/jo"], []), (["Jo Ames", "Jo Ames"], ["Jo Ames"]),
      (["Ferries and Tides"], ["Ferries and Tides"]),
    ])
  func names(values: [String], expected: [String]) { #expect(Names.split(values) == expected) }
}
