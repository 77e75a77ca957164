import Press
import Testing

@testable import Intake

@Suite struct IdentityTests {
  private func id(_ path: String, _ record: Int?, _ content: String) -> String {
    Array(content.utf8).withUnsafeBytes { Identity.of(path: Path(path), record: record, content: $0) }
  }

  @Test func anIDIsTheSameForEver() {
    // Written down once: archives on disk rely on it.
    #expect(id("pile/a.html", nil, "<p>Rain.</p>") == "be004a36db4b0a91")
    #expect(id("-", 3, "{\"text\":\"Rain.\"}") == "eb04f783b505d900")
  }

  @Test func pathsThatSayTheSameAreTheSame() {
    for path in ["./pile/a.html", "pile//a.html", "pile/./a.html", ".//pile/a.html", "pile/a.html/"] {
      #expect(id(path, nil, "Rain.") == id("pile/a.html", nil, "Rain."))
    }
    #expect(Path("//").normalized == Path("/"))
    #expect(Path("./.").normalized == Path("."))
  }

  @Test func placeAndContentBothCount() {
    let ids = [
      id("a", nil, "Rain."), id("b", nil, "Rain."), id("a", 1, "Rain."), id("a", 2, "Rain."),
      id("a", nil, "Rain"),
      id("/a", nil, "Rain."), id("a", nil, "Rain.\0"), id("a", nil, "\0Rain."), id("a#1\0", nil, "Rain."),
      id("a", nil, ""),
    ]
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.utf8.count == 16 })
  }

  @Test func everyBitOfTheContentTurnsAboutHalfOfTheID() throws {
    let text = Array("The ferry to the islands was late again.".utf8)
    let original = try #require(UInt64(id("a", nil, String(decoding: text, as: UTF8.self)), radix: 16))
    var turned = 0
    for bit in 0..<text.count * 8 {
      var other = text
      other[bit / 8] ^= 1 << (bit % 8)
      let hash = other.withUnsafeBytes { Identity.of(path: Path("a"), record: nil, content: $0) }
      let distance = (original ^ (UInt64(hash, radix: 16) ?? original)).nonzeroBitCount
      #expect(distance > 8)
      turned += distance
    }
    #expect((28...36).contains(turned / (text.count * 8)))
  }

  @Test func aPageKeepsItsIDHoweverItsPathIsSpelledAndWhereverThePileIsMoved() throws {
    let pile = try TemporaryFolder()
    let other = try TemporaryFolder()
    let ids = try [
      pile.write("herald/a.txt", "The well ran dry."),
      other.write("deep/in/herald/a.txt", "The well ran dry."),
    ].map { items($0).first?.page?.id }
    #expect(ids[0] == ids[1])
    let elsewhere = try items(other.write("courier/a.txt", "The well ran dry.")).first?.page?.id
    #expect(elsewhere != ids[0])
  }

  @Test func theSameFileHasTheSameIDWhenReadAgain() throws {
    let pile = try TemporaryFolder()
    let path = try pile.write("a.txt", "The well ran dry.")
    #expect(items(path).first?.page?.id == items(pile.path + "/./a.txt").first?.page?.id)
  }
}
