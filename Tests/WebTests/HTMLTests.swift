import Testing

@testable import Web

@Suite struct HTMLTests {
  @Test func interpolatedWordsAreTextAndMarkupIsMarkup() {
    let words = "<b title='x' & \"y\">"
    let line: HTML = "<p title=\"\(words)\">\(words)\("<i>z</i>" as HTML)</p>"
    #expect(
      line.text
        == "<p title=\"&lt;b title=&#39;x&#39; &amp; &quot;y&quot;&gt;\">&lt;b title=&#39;x&#39; &amp; &quot;y&quot;&gt;<i>z</i></p>"
    )
  }

  @Test func aStringThatIsJoinedToMarkupIsEscapedToo() {
    let parts = ["<", "&"].map { HTML(escaping: $0) }
    #expect(parts.joined(", ").text == "&lt;, &amp;")
  }

  @Test func whatTurnsDirectionsOrEndsTextsIsShown() {
    #expect(HTML(escaping: "a\u{0}b\u{202E}c\u{1B}d\n").text == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\n")
  }
}
