import Testing

@testable import Markup

/// What `HostilePageTests` times is counted here: the same on every machine, however busy.
@Suite("No page makes more of a tree than its length explains")
struct WorkTests {
  @Test(
    "nodes, attributes and copied bytes grow with the page and no faster",
    arguments: HostilePageTests.pages.indices)
  func linear(page: Int) {
    let (name, make) = HostilePageTests.pages[page]
    let small = Tree.parse(Array(make(1_000).utf8), limits: .loose)
    let large = Tree.parse(Array(make(8_000).utf8), limits: .loose)
    // Eight times the page, of which a quadratic reader would make sixty-four times the tree; the small page may have
    // ended before it reached the greatest depth.
    #expect(large.count <= 16 * small.count + 2_000, "\(name): \(small.count) nodes, then \(large.count)")
    #expect(large.attributes.count <= 16 * small.attributes.count + 2_000, "\(name)")
    // A text that grows at its end is moved to twice the room each time.
    let bytes = make(8_000).utf8.count
    #expect(large.side.count <= 8 * bytes + 4_096, "\(name): \(large.side.count) bytes copied of \(bytes)")
  }
}

extension Limits {
  /// Without the limits on numbers, which would make anything linear.
  fileprivate static let loose = Limits(
    bytes: 1 << 28, depth: 512, nodes: 1 << 24, attributesPerTag: 256, attributes: 1 << 24, formatting: 64,
    reopened: 1 << 24)
}
