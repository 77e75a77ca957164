import Testing

@testable import Reading

@Suite("Hints in classes and ids")
struct HintTests {
  @Test("words are split at punctuation and capitals; numbers that programs made stay whole")
  func words() {
    #expect(
      HintWords.split("post-relatedLinks ad2 x_5f1ad9") == ["post", "related", "links", "ad", "x", "5f1ad"])
  }

  @Test(
    "what they mean",
    arguments: [
      ("entry-content", Hint.Meaning.body), ("RelatedPosts", .furniture(.relatedLink)),
      ("social-share", .furniture(.share)),
      ("newsletter-box", .furniture(.newsletter)), ("ad-slot-3", .furniture(.advertisement)),
      ("comments", .furniture(.comments)),
      ("sr-only", .hidden), ("cookie-banner", .furniture(.disclaimer)),
      ("wp-caption-text", .furniture(.caption)),
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
