import TestSupport
import Testing

@testable import Markup

@Suite("Every input gives a sound tree")
struct AnyInputTests {
  static let page = """
    <!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Ferry &amp; Harbour &#x2014; The Quay</title>
    <script>var a = "<p>"; <!-- if (a --> </script><style>p > a {}</style></head><body class="story">
    <article><h1>Ferries return</h1><p>The <b>harbour <i>master</b> said</i> so.</p><!-- ad --><table><tr><td>Fare
    <td>9&euro;</table><select><option>one<option>two</select><svg><title>map</title><path d="M0"/></svg>
    <math><mi>x</mi></math><textarea>\nnote</textarea><template><p>later</template></article></body></html>
    """

  @Test("every beginning of a page is a page")
  func prefixes() {
    let bytes = Array(Self.page.utf8)
    for length in 0...bytes.count { expectSound(Tree.parse(Array(bytes[..<length]))) }
  }

  @Test("random pieces of markup, in any order")
  func soup() {
    var random = SplitMix(seed: 11)
    let pieces = [
      "<p>", "</p>", "<b>", "</b>", "<a href=x>", "</a>", "<table>", "</table>", "<tr>", "<td>", "</td>",
      "<div>",
      "</div>", "<i>", "</i>", "<select>", "<option>", "</select>", "<svg>", "</svg>", "<foreignObject>",
      "<math>",
      "<mi>", "<annotation-xml encoding=text/html>", "<template>", "</template>", "<form>", "</form>",
      "<button>",
      "<nobr>", "<frameset>", "<frame>", "</frameset>", "<head>", "</head>", "<body a=1>", "</body>",
      "<html b=2>",
      "</html>", "<caption>", "<col>", "<colgroup>", "<li>", "<ul>", "</ul>", "<h1>", "</h2>", "<script>",
      "</script>",
      "<title>", "</title>", "<noscript>", "</noscript>", "<!-- c -->", "text", " ", "&amp;", "\u{0}",
      "<input type=hidden>",
      "<image>", "</br>", "<marquee>", "</marquee>", "<object>", "</object>", "<ruby>", "<rt>", "<plaintext>",
      "<![CDATA[x]]>",
      "<textarea>", "</textarea>", "<hr>", "<dd>", "<dt>", "<font color=red>", "</font>", "<optgroup>",
      "<tbody>", "<th>",
    ]
    for _ in 0..<3000 {
      var html = ""
      for _ in 0..<(1 + Int(random.next() % 40)) { html += pieces[Int(random.next() % UInt64(pieces.count))] }
      expectSound(Tree.parse(Array(html.utf8)))
    }
  }

  @Test("random bytes, many of them the ones that matter")
  func noise() {
    var random = SplitMix(seed: 23)
    let likely = Array("<>/!-=\"'& ;#xabpdivtable[]?\u{0}\r\n".utf8)
    for _ in 0..<4000 {
      let bytes = (0..<Int(random.next() % 120)).map { _ in
        random.next() % 5 == 0
          ? UInt8(truncatingIfNeeded: random.next()) : likely[Int(random.next() % UInt64(likely.count))]
      }
      expectSound(Tree.parse(bytes))
    }
  }

  /// Links agree in both directions, every node is met once, and every range lies in its buffer.
  private func expectSound(_ tree: Tree, sourceLocation: SourceLocation = #_sourceLocation) {
    var isSound = true
    var met = 0
    for node in tree.descendants(of: tree.document, withSelf: true) {
      met += 1
      var previous: NodeID?
      for child in tree.children(of: node) {
        if tree.parent(of: child) != node || tree.previous(before: child) != previous { isSound = false }
        previous = child
      }
      if tree.lastChild(of: node) != previous { isSound = false }
      if tree.kind(of: node) != .element { tree.withText(of: node) { isSound = isSound && $0.count >= 0 } }
      _ = tree.attributes(of: node)
    }
    #expect(isSound && met <= tree.count, sourceLocation: sourceLocation)
  }
}
