import Testing

@testable import Markup

@Suite("No page takes more than its share of time", .serialized)
struct HostilePageTests {
  /// Pages that grow with a number: each must take about twice the time at twice the size.
  static let pages: [(name: String, page: @Sendable (Int) -> String)] = [
    ("nested div", { String(repeating: "<div>", count: $0) }),
    (
      "unclosed bold",
      { count in (0..<count).map { "<b id=\($0)>" }.joined() + String(repeating: "<p>x</p>", count: count) }
    ),
    ("misnested links", { String(repeating: "<a><p>", count: $0) }),
    ("misnested formatting", { String(repeating: "<font><i><u><p>x</font>", count: $0 / 4) }),
    ("attributes on one tag", { count in "<p " + (0..<count).map { "a\($0)=1 " }.joined() + ">x" }),
    ("attributes on the body", { count in (0..<count).map { "<body a\($0)>" }.joined() }),
    ("nested forms", { String(repeating: "<form><div>", count: $0) }),
    ("a long attribute", { "<p a='" + String(repeating: "sea &amp; ", count: $0) + "'>" }),
    ("nested tables", { String(repeating: "<table><tr><td>", count: $0) }),
    ("fostered text", { "<table>" + String(repeating: "a<tr><td>b&amp;</td></tr>&amp;", count: $0) }),
    ("nested templates", { String(repeating: "<template>", count: $0) }),
    (
      "end tags of nothing",
      { "<div>" + String(repeating: "<b>", count: 400) + String(repeating: "</x>", count: $0) }
    ),
    (
      "end tags in a drawing",
      { String(repeating: "<svg><g>", count: 200) + String(repeating: "</x>", count: $0) }
    ),
    ("less-than signs", { String(repeating: "<", count: $0 * 4) }),
    ("open comments", { String(repeating: "<!--", count: $0) }),
    ("ampersands", { String(repeating: "&", count: $0 * 4) }),
    ("nearly closed styles", { "<style>" + String(repeating: "</styl", count: $0) }),
    ("nested scripts", { "<script>" + String(repeating: "<!--<script>", count: $0) }),
    ("nulls", { String(repeating: "\u{0}a", count: $0) }),
    ("invented names", { count in (0..<count).map { "<x\($0)>" }.joined() }),
  ]

  @Test("time grows with length and no faster", arguments: pages.indices)
  func linear(page: Int) {
    let make = Self.pages[page].page
    let small = seconds { _ = Tree.parse(Array(make(5_000).utf8)) }
    let large = seconds { _ = Tree.parse(Array(make(40_000).utf8)) }
    // Eight times the length; a quadratic reader would take 64 times as long. Floor against clock noise.
    #expect(large < max(small, 0.02) * 32, "\(Self.pages[page].name): \(small) s, then \(large) s")
    #expect(large < 30)
  }

  private func seconds(_ body: () -> Void) -> Double {
    let time = ContinuousClock().measure(body)
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
}
