import Export
import Foundation
import Press
import Testing

@Suite("A stemma drawn by time")
struct SVGTests {
  private struct Sign {
    let classes: String
    let x: Double
    let y: Double
  }

  private static func signs(_ svg: String) -> [Sign] {
    XMLDocumentReader(svg).elements.compactMap { element in
      guard element.name == "circle", let x = element.attributes["cx"].flatMap(Double.init),
        let y = element.attributes["cy"].flatMap(Double.init)
      else { return nil }
      return Sign(classes: element.attributes["class"] ?? "", x: x, y: y)
    }
  }

  /// A dispatch that is lost, and `count` copies an hour apart, every fifth a copy of the one before.
  private static func family(_ count: Int, undated: Int = 0) -> FamilyView {
    var articles: [Article] = []
    var edges: [Stemma.Edge] = []
    for number in 0..<count {
      let id = "p\(1_000 + number)"
      let time =
        "2031-05-\(1 + number / 24 % 28 < 9 ? "0" : "")\(1 + number / 24 % 28)T\(number % 24 < 10 ? "0" : "")\(number % 24):00Z"
      articles.append(
        News.article(
          id, outlet: "Outlet of \(number)", title: "Ferry", published: number < count - undated ? time : nil)
      )
      let parent = number % 5 == 4 ? "p\(999 + number)" : "lost:NPA"
      edges.append(News.edge(parent, id, CopyKind.allCases[number % 4], 0.9, .credit, "NPA"))
    }
    let nodes =
      [Stemma.Node(id: "lost:NPA", lost: true, label: "NPA")]
      + articles.map { .init(id: $0.id, lost: false, label: $0.outlet ?? "") }
    return FamilyView(
      family: Family(id: "f", members: articles.map(\.id)),
      stemma: Stemma(family: "f", nodes: nodes, edges: edges),
      articles: articles)
  }

  @Test("Pages are solid, later ones further right; the lost original is hollow and before its first copy")
  func order() throws {
    let signs = Self.signs(SVG.drawing(Self.family(9)))
    let lost = try #require(signs.first { $0.classes == "lost" })
    let pages = signs.filter { $0.classes == "page" }
    // The last ring and disc are those of the legend.
    #expect(signs.count { $0.classes == "lost" } == 2 && pages.count == 10)
    #expect(pages.dropLast().allSatisfy { $0.x > lost.x + 10 })
    let xs = pages.dropLast().map(\.x)
    #expect(xs == xs.sorted() && Set(xs).count == xs.count)
  }

  @Test("Each witness has a row of its own, so that no label lies on another", arguments: [2, 12, 60, 200])
  func rows(count: Int) {
    for width in [340.0, 1_000] {
      let svg = SVG.drawing(Self.family(count, undated: count / 10), width: width)
      let signs = Self.signs(svg).filter { $0.classes != "lost" }.dropLast()
      #expect(signs.count == count)
      let ys = signs.map(\.y).sorted()
      #expect(zip(ys, ys.dropFirst()).allSatisfy { $1 - $0 >= 16 })
      #expect(signs.allSatisfy { $0.x > 0 && $0.x < width })
      for element in XMLDocumentReader(svg).elements {
        let numbers = ["d", "x", "y", "cx", "cy", "width", "height"].compactMap { element.attributes[$0] }
        #expect(numbers.allSatisfy { !$0.contains("nan") && !$0.contains("inf") }, "\(numbers)")
      }
    }
  }

  @Test("A family of thousands stays a drawing that can be looked at, and loses nobody")
  func large() {
    let view = Self.family(3_000)
    let leaves = FamilyView(
      family: view.family,
      stemma: Stemma(
        family: "f", nodes: view.stemma.nodes,
        edges: view.stemma.nodes.dropFirst().map {
          News.edge("lost:NPA", $0.id, .verbatim, 0.9, .credit, "NPA")
        }),
      articles: view.articles)
    let svg = SVG.drawing(leaves)
    #expect(svg.contains("further copies"))
    let signs = Self.signs(svg).filter { $0.classes == "page" }
    #expect(signs.count == 3_001)
    #expect((signs.map(\.y).max() ?? 0) < 6_000)
  }

  @Test("It says in words what it shows, needs nothing from outside, and knows light and dark")
  func whole() {
    let svg = SVG.drawing(Collated.view())
    #expect(svg.contains("<title id=\"chart-title\">How “Ferry aground” was copied</title>"))
    #expect(svg.contains("Lindmouth Courier from the lost NPA, 96 %."))
    #expect(svg.contains("prefers-color-scheme:dark"))
    #expect(
      !svg.contains("href") && !svg.contains("url(") && !svg.contains("<script") && !svg.contains("@import"))
    #expect(svg.contains("copied from here too") && svg.contains("class=\"mix\""))
    #expect(svg.contains("no date"))
  }

  @Test("Where no hour is known, none is written")
  func days() {
    let pages = ["a", "b"].map { News.article($0, outlet: $0, title: nil, published: "2031-05-06") }
    let stemma = Stemma(
      family: "f", nodes: pages.map { .init(id: $0.id, lost: false, label: $0.id) },
      edges: [News.edge("a", "b", .verbatim, 0.6, .credit, "a")])
    let svg = SVG.drawing(FamilyView(family: Family(id: "f", members: []), stemma: stemma, articles: pages))
    #expect(svg.contains("6 May 2031") && !svg.contains("class=\"tick\""))
  }

  @Test("An arrow against the clock is said")
  func conflict() {
    let stemma = Stemma(
      family: "f",
      nodes: [
        .init(id: "courier", lost: false, label: "Courier"),
        .init(id: "plinth", lost: false, label: "Plinth"),
      ],
      edges: [News.edge("plinth", "courier", .verbatim, 0.6, .conflict, "dated a day before its source")])
    let view = FamilyView(family: Family(id: "f", members: []), stemma: stemma, articles: News.articles)
    #expect(SVG.drawing(view).contains("against the clock"))
    #expect(HTMLReport.page([view]).contains("Conflict: dated a day before its source"))
  }
}
