import Foundation
import Testing

// Between the two marks stands, word for word, what Sources/Desk/Desk.docc/WorkedExample.md shows; the test below compares them.

// example begins
import Desk
import Press

/// Reads pages into an archive, and says of every copy whose it is and which quotations it altered.
func alteredQuotations(in pages: String, archive: String) async throws -> [String] {
  let desk = try Desk(archive: archive)
  defer { desk.archive.close() }
  let report = try await desk.read([pages]) { progress in
    print("\(progress.stage.rawValue): \(progress.done)")
  }
  for refusal in report.refusals { print("\(refusal.source): \(refusal.detail)") }

  var found: [String] = []
  for family in try desk.archive.families(minSize: 2) {
    guard let stemma = try desk.archive.stemma(family: family.id) else { continue }
    let labels = Dictionary(uniqueKeysWithValues: stemma.nodes.map { ($0.id, $0.label) })
    for changes in try Desk.changes(along: stemma, in: desk.archive) where changes.isDecided {
      let source = stemma.edges.first { $0.to == changes.copy.id }
      for variant in changes.variants where variant.kind == .quotation {
        let copy = labels[changes.copy.id] ?? changes.copy.id
        let from = source.flatMap { labels[$0.from] } ?? "an unknown source"
        let (was, isNow) = (variant.readings[0].text, variant.readings[1].text)
        found.append("\(copy), from \(from): “\(was)” became “\(isNow)”")
      }
    }
  }
  return found
}
// example ends

@Suite("The library's worked example")
struct LibraryExampleTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("It does what its page says")
  func runs() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("example-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("pages"), withIntermediateDirectories: true)
    let body = """
      The ferry Tern struck the outer pier of Alder in a gale on Saturday night, and fourteen passengers were hurt. All of \
      them could leave the hospital on Sunday morning.

      “We waited for the second tug, and it never came,” said the harbour master, Ilse Garn. She had closed the inner basin \
      at nine, an hour before the ship was due, and told the company so.

      The company said that it would look into the matter. The pier stays closed until divers have seen its piles.
      """
    let altered = body.replacingOccurrences(
      of: "second tug, and it never came", with: "second tug, and it came too late")
    for (name, text, day) in [("wire", body, 18), ("gazette", altered, 19)] {
      let page = """
        <html><head><title>Ferry strikes pier</title><meta property="og:site_name" content="\(name.capitalized)">
        <meta property="article:published_time" content="2017-11-\(day)T\(day - 9):13:22Z"></head><body><article><h1>Ferry strikes pier</h1>
        \(text.components(separatedBy: "\n\n").map { "<p>\($0)</p>" }.joined())</article></body></html>
        """
      try Data(page.utf8).write(to: folder.appendingPathComponent("pages/\(name).html"))
    }
    let found = try await alteredQuotations(
      in: folder.appendingPathComponent("pages").path, archive: folder.appendingPathComponent("a.stemma").path
    )
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("Gazette, from Wire: “") == true, "\(found)")
    #expect(
      found.first?.contains("never came") == true && found.first?.contains("too late") == true, "\(found)")
  }

  @Test("Its page shows this very code")
  func isShown() throws {
    let source = try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8)
    let page = try String(
      contentsOf: Self.root.appendingPathComponent("Sources/Desk/Desk.docc/WorkedExample.md"), encoding: .utf8
    )
    let begin = try #require(source.range(of: "// example begins\n"))
    let end = try #require(source.range(of: "// example ends"))
    let code = source[begin.upperBound..<end.lowerBound]
    #expect(page.contains("```swift\n" + code + "```"))
  }
}
