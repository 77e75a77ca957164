import Testing

@testable import Markup

@Suite("A page becomes a tree")
struct TreeTests {
  private func tree(_ html: String, limits: Limits = .standard) -> Tree {
    Tree.parse(Array(html.utf8), limits: limits)
  }

  private func first(_ name: HTMLName, in tree: Tree) throws -> NodeID {
    try #require(tree.descendants(of: tree.document).first { tree.is($0, name) })
  }

  @Test("left-out tags are supplied")
  func implied() {
    let page = tree("<title>Harbour reopens</title><p>Ferries sail again.<p>Fares stay.")
    #expect(
      page.dump() == """
        | <html>
        |   <head>
        |     <title>
        |       "Harbour reopens"
        |   <body>
        |     <p>
        |       "Ferries sail again."
        |     <p>
        |       "Fares stay."
        """)
  }

  @Test("text around references, nulls and line ends is one text")
  func joinedText() throws {
    let page = tree("<p>Fish &amp; chips\r\ncost \u{0}&euro;9 &notit; &#x1F41F;</p>")
    let paragraph = try first(.p, in: page)
    #expect(page.text(of: paragraph) == "Fish & chips\ncost €9 ¬it; 🐟")
    #expect(page.children(of: paragraph).map { page.kind(of: $0) } == [.text])
  }

  @Test("text that stands among a table's rows is put before the table, in one piece")
  func fosteredText() throws {
    let page = tree("<table>Tide <tr><td>high&amp;low</td></tr>times<tr></tr> here</table>")
    let body = try first(.body, in: page)
    let fostered = try #require(page.firstChild(of: body))
    #expect(page.text(of: fostered) == "Tide times here")
    #expect(page.text(of: try first(.td, in: page)) == "high&low")
  }

  @Test("attributes keep their first value, with references resolved")
  func attributes() throws {
    let page = tree(#"<a HREF="/a?b=1&copy=2&amp;c" href=x data-desk='city "desk"' hidden>More</a>"#)
    let link = try first(.a, in: page)
    #expect(page.attribute(.href, of: link) == "/a?b=1&copy=2&c")
    #expect(page.attribute(named: "data-desk", of: link) == #"city "desk""#)
    #expect(page.hasAttribute(.hidden, of: link))
    #expect(page.attribute(.class, of: link) == nil)
    #expect(page.attributes(of: link).map(\.name) == ["href", "data-desk", "hidden"])
  }

  @Test("a script's markup is text")
  func script() throws {
    let page = tree("<script>if (a < b) document.write('<p>no</p>')</script><p>yes")
    #expect(page.text(of: try first(.p, in: page)) == "yes")
  }

  @Test("names of SVG are spelled as the standard has them")
  func foreignNames() throws {
    let page = tree("<svg viewbox='0 0 1 1'><lineargradient/><title>Map</title></svg>")
    let svg = try #require(page.descendants(of: page.document).first { page.namespace(of: $0) == .svg })
    #expect(page.attributes(of: svg).map(\.name) == ["viewBox"])
    #expect(page.firstChild(of: svg).map { page.name(of: $0) } == "linearGradient")
    #expect(!page.descendants(of: page.document).contains { page.is($0, .title) })
  }

  @Test("an empty input is an empty page")
  func empty() {
    #expect(Tree.parse([]).dump() == "| <html>\n|   <head>\n|   <body>")
  }

  @Test("known names are numbered in their order and spelled as in pages")
  func knownNames() {
    for name in HTMLName.allCases.dropFirst() {
      #expect(NameTable.known.spelling(name.rawValue) == name.spelling)
    }
    #expect(HTMLName.httpEquiv.spelling == "http-equiv")
    #expect(HTMLName.class.spelling == "class")
  }

  @Test("every name of a character reference is found")
  func references() throws {
    let page = tree("<p>&CounterClockwiseContourIntegral;|&lang;|&nGt;|&AMP|&ampere</p>")
    #expect(page.text(of: try first(.p, in: page)) == "∳|⟨|≫⃒|&|&ere")
  }
}
