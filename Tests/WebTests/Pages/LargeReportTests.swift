import Archive
import Desk
import Export
import Foundation
import Press
import Testing

@testable import Web

/// A report of thousands of pages keeps nobody waiting: its page draws and lists a part, and says so.
@Suite struct LargeReportTests {
  private static func stemma(_ count: Int, parent: (Int) -> Int?) -> Stemma {
    let nodes = (0..<count).map { Stemma.Node(id: "p\($0)", lost: $0 == 0, label: "Outlet \($0)") }
    let edges = (1..<count).compactMap { child in
      parent(child).map {
        Stemma.Edge(
          from: "p\($0)", to: "p\(child)", kind: .edited, confidence: 0.9,
          evidence: [.init(kind: .passages, text: "All words are the same")])
      }
    }
    return Stemma(family: "large", nodes: nodes, edges: edges)
  }

  private func shapes() -> [Stemma] {
    [
      Self.stemma(5_000) { _ in 0 }, Self.stemma(5_000) { $0 - 1 }, Self.stemma(5_000) { $0 / 2 },
      Self.stemma(5_000) { $0 < 2_500 ? nil : $0 - 2_500 },
    ]
  }

  @Test func aPartIsDrawnThatHangsTogether() async throws {
    let press = try await TestPress.shared.value
    for stemma in shapes() {
      let family = Family(id: "large", members: (1..<5_000).map { "p\($0)" })
      let start = ContinuousClock.now
      let material = try FamilyMaterial(family, stemma, in: press.site.archive)
      let page = FamilyPage(material: material).page
      // Generous: it is a fraction of a second where nothing is debugged.
      #expect(ContinuousClock.now - start < .seconds(60))
      let drawn = Set(material.view.stemma.nodes.map(\.id))
      #expect(drawn.count <= FamilyMaterial.mostPages && drawn.count > FamilyMaterial.mostPages / 2)
      #expect(material.notDrawn == 5_000 - drawn.count)
      // Nobody hangs in the air: who has no parent in the drawing has none at all.
      let roots = material.descent.roots.filter { id in stemma.edges.contains { $0.to == id } }
      #expect(roots.isEmpty)
      #expect(page.table.rows.count == stemma.edges.count)
      let markup = try Markup(page.body.text)
      #expect(markup.text.contains("Drawn are") && page.body.text.utf8.count < 2_500_000)
    }
  }
}
