import Export
import Press
import Testing

@Suite("A stemma drawn for a terminal")
struct TextTreeTests {
  @Test("a lost dispatch, its client, and a page with two parents")
  func snapshot() {
    #expect(
      TextTree(News.stemma, articles: News.byID).lines() == [
        "NPA † (lost)",
        "└─ Lindmouth Courier  2031-05-06T09:00Z  pile/courier.html  [96 %: credit “SOURCE: NPA”]",
        "   ├─ The Plinth  2031-05-07  pile/plinth.html  "
          + "[edited, 85 %: 90 of 100 words are the same, 3 places changed]  and from Quay News 60 %",
        "   └─ Boat on a \"bank\"  pile/bulletin.html  [spun, 43 %: Plain words were replaced throughout]",
      ])
  }

  @Test("every reason below its arrow")
  func explained() {
    #expect(
      TextTree(News.stemma, articles: News.byID, style: TextTree.Style(explains: true)).lines() == [
        "NPA † (lost)",
        "└─ Lindmouth Courier  2031-05-06T09:00Z  pile/courier.html  [96 %]",
        "   │    from NPA: credit “SOURCE: NPA”",
        "   ├─ The Plinth  2031-05-07  pile/plinth.html  [edited, 85 %]  and from Quay News 60 %",
        "   │       from Lindmouth Courier: 90 of 100 words are the same, 3 places changed",
        "   │       from Quay News: 30 of 100 words are the same, 1 place changed",
        "   └─ Boat on a \"bank\"  pile/bulletin.html  [spun, 43 %]",
        "           from Lindmouth Courier: Plain words were replaced throughout",
      ])
  }

  @Test("control characters and marks that turn the writing direction are removed")
  func clean() {
    #expect(TextTree.clean("a\u{1B}[31mred\u{7}\nb\u{2028}c\u{85}d") == "a [31mred  b c d")
    #expect(TextTree.clean("\u{202E}evil\u{2066}\u{200F}\u{061C}\u{200B}\u{FEFF}") == "evil")
    #expect(TextTree.clean("Ölpreis 👩‍🚀 港口") == "Ölpreis 👩‍🚀 港口")
    let stemma = Stemma(
      family: "f", nodes: [Stemma.Node(id: "a", lost: false, label: "Cou\u{1B}]0;x\u{7}rier\u{202E}")],
      edges: [])
    var article = News.article("a", outlet: nil, title: nil, published: nil)
    article.source = "pile/\u{1B}[2J.html"
    let drawn = TextTree(stemma, articles: ["a": article]).lines().joined()
    #expect(drawn == "Cou ]0;x rier  pile/ [2J.html")
  }

  @Test("every witness stands once, every lost one too, in a family as deep as it is large")
  func deep() {
    let nodes = (0..<3_000).map { Stemma.Node(id: "n\($0)", lost: $0 == 0, label: "N\($0)") }
    let edges = (1..<3_000).map { News.edge("n\($0 - 1)", "n\($0)", .verbatim, 0.9, .credit, "x") }
    let lines = TextTree(Stemma(family: "f", nodes: nodes, edges: edges), articles: [:]).lines()
    #expect(lines.count == 3_000)
  }

  @Test("a page alone is a tree of one line, an empty stemma of none")
  func alone() {
    let alone = Stemma(
      family: "f", nodes: [Stemma.Node(id: "courier", lost: false, label: "Courier")], edges: [])
    #expect(
      TextTree(alone, articles: News.byID).lines() == ["Courier  2031-05-06T09:00Z  pile/courier.html"])
    #expect(TextTree(Stemma(family: "f", nodes: [], edges: []), articles: [:]).lines() == [])
  }
}
