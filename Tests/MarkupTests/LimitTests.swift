import Testing

@testable import Markup

@Suite("Limits cut, and say so")
struct LimitTests {
  private func limits(_ change: (inout Limits) -> Void) -> Limits {
    var limits = Limits.standard
    change(&limits)
    return limits
  }

  @Test("an honest page reaches none")
  func honest() {
    let page = Tree.parse(Array("<!doctype html><body><p class=lead>Rain at <b>noon</b>.</p>".utf8))
    #expect(page.reached == [])
  }

  @Test("text below the greatest depth is kept, and so is what follows")
  func depth() {
    let html =
      String(repeating: "<div>", count: 900) + "deep water" + String(repeating: "</div>", count: 900)
      + "<p>shallow water</p>"
    let page = Tree.parse(Array(html.utf8))
    #expect(page.reached == .depth)
    #expect(page.text(of: page.document) == "deep watershallow water")
    var deepest = 0
    for node in page.descendants(of: page.document) {
      deepest = max(
        deepest, sequence(first: node) { page.parent(of: $0) }.reduce(0) { count, _ in count + 1 })
    }
    #expect(deepest <= 515)
  }

  @Test("a script at the greatest depth is still a script")
  func scriptAtDepth() {
    let html = String(repeating: "<div>", count: 700) + "<script>'<p>'</script>sea<style>p{}</style>"
    let page = Tree.parse(Array(html.utf8))
    #expect(!page.descendants(of: page.document).contains { page.is($0, .p) })
  }

  @Test("attributes beyond the limit are dropped")
  func attributes() throws {
    let page = Tree.parse(Array("<p a=1 b=2 c=3>".utf8), limits: limits { $0.attributesPerTag = 2 })
    let paragraph = try #require(page.descendants(of: page.document).first { page.is($0, .p) })
    #expect(page.attributes(of: paragraph).map(\.name) == ["a", "b"])
    #expect(page.reached == .attributesPerTag)
    let all = Tree.parse(Array("<p a=1><p b=2><p c=3>".utf8), limits: limits { $0.attributes = 2 })
    #expect(all.reached == .attributes)
  }

  @Test("bytes and nodes beyond the limit are not read")
  func size() {
    let short = Tree.parse(Array("<p>one<p>two".utf8), limits: limits { $0.bytes = 6 })
    #expect(short.text(of: short.document) == "one")
    #expect(short.reached == .bytes)
    let few = Tree.parse(Array(String(repeating: "<p>x", count: 99).utf8), limits: limits { $0.nodes = 20 })
    #expect(few.count <= 24)
    #expect(few.reached == .nodes)
  }

  @Test("formatting beyond the limit is forgotten, its text kept")
  func formatting() {
    let html = (0..<200).map { "<b id=\($0)>" }.joined() + "<p>bold</p><p>words</p>"
    let page = Tree.parse(Array(html.utf8))
    #expect(page.reached == .formatting)
    #expect(page.text(of: page.document) == "boldwords")
  }
}
