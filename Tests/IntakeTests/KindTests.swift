import Press
import Testing

@testable import Intake

@Suite struct KindTests {
  private func kind(_ bytes: [UInt8], name: String? = "page") -> Kind {
    bytes.withUnsafeBytes { Kind.of($0, path: name.map { Path($0) }) }
  }

  private func kind(_ text: String, name: String? = "page") -> Kind { kind(Array(text.utf8), name: name) }

  @Test(arguments: [
    "<!DOCTYPE html><p>Rain.", "\n\n <html lang=en>", "<!-- saved --><body>", "\u{FEFF}<p>Rain fell.",
    "</div>",
    "<?xml version='1.0'?>\n<!-- x --><html>", "Menu\n<div class=a>Rain</div><p>fell", "<H1>Rain</H1>", "<h2",
  ])
  func markupIsHTML(_ text: String) { #expect(kind(text) == .html) }

  @Test(arguments: [
    "The rain fell.", "[Update] Rain fell.", "{{ad}} Rain fell.", "<AFP> Rain fell.", "a < b and b > c",
    "[1] Rain",
    "Use the <p> tag, he said.", "ID3 tags were found", "RIFF between two towns", "{ rain }",
  ])
  func wordsAreText(_ text: String) { #expect(kind(text) == .text) }

  @Test(arguments: [
    "{\"text\":\"Rain\"}", "\n\n{ \"text\" : 1", "{", "{}", "{\n  \"a\": 1", "\u{FEFF}{\"a\":1}",
  ])
  func objectsAreJSONLines(_ text: String) { #expect(kind(text) == .jsonLines) }

  @Test(arguments: [
    ("<rss version='2.0'>", FeedFormat.rss),
    ("<?xml version='1.0'?>\n<!-- a > b -->\n<feed xmlns=\"x\">", .atom),
    ("<?xml version='1.0'?><rdf:RDF>", .rss), ("<!DOCTYPE rss [<!ENTITY a '<html>'>]>\n<rss>", .rss),
    ("\u{FEFF}\n<newsMessage>", .newsML), ("<?xml version='1.0'?><packageItem", .newsML),
    ("<nitf:nitf>", .nitf),
  ])
  func rootsOfFeedsAreFeeds(_ text: String, _ format: FeedFormat) { #expect(kind(text) == .feed(format)) }

  @Test(arguments: ["<feedback>", "<p>Use <rss> or", "Write <rss> first", "<!-- <rss> --><body>"])
  func whatOnlyMentionsAFeedIsNone(_ text: String) {
    if case .feed = kind(text) { Issue.record("\(text) is taken for a feed") }
  }

  @Test func aNameDecidesWhereTheFirstLineIsDamaged() {
    #expect(kind("rubbish\n{\"text\":\"Rain\"}", name: "pile.JSONL") == .jsonLines)
    #expect(kind("rubbish\n{\"text\":\"Rain\"}", name: nil) == .text)
    #expect(kind("in</p><p>Rain</p>\"}\n{\"text\":\"Rain\"}", name: "pile.jsonl") == .jsonLines)
    #expect(kind("<html><p>Rain", name: "pile.jsonl") == .html)
  }

  @Test func archivesShowByTheirFirstBytes() {
    #expect(kind("WARC/1.1\r\n") == .warc)
    #expect(kind("WARC/one of them") == .text)
    #expect(kind("PK\u{3}\u{4}") == .zip)
    #expect(kind([0x28, 0xB5, 0x2F, 0xFD]) == .zstd)
    #expect(kind([0x5D, 0x2A, 0x4D, 0x18]) == .zstd)
  }

  @Test func whatHoldsNoPagesIsNamed() throws {
    let known: [([UInt8], String)] = [
      (Array("%PDF-1.4".utf8), "PDF"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "PNG"), ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"),
      (Array("GIF89a".utf8), "GIF"),
      (Array("SQLite format 3\0".utf8), "SQLite"),
      (Array("<?xml version='1.0'?><urlset>".utf8), "sitemap"),
      (Array("<?xml version='1.0'?><bill>".utf8), "bill"),
      (Array(" [\n {\"text\":".utf8), "array"),
      (Array("{\\rtf1".utf8), "Rich Text"), (Array("ID3\u{4}\0\0\0\0".utf8), "sound"),
      (Array("RIFF\0\0\0\0WEBP".utf8), "WebP"),
      (
        Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 52) + Signature.archive,
        "Stemma archive"
      ),
    ]
    for (bytes, word) in known {
      guard case .unfit(.unsupported, let advice) = kind(bytes) else {
        Issue.record("\(word) was taken for \(kind(bytes))")
        continue
      }
      #expect(advice.found.contains(word))
      #expect(!advice.advice.isEmpty)
    }
  }

  @Test func bytesThatSayNothingAreNoText() {
    for bytes in [[0, 1, 2, 3, 4], Array("Rain\0fell".utf8), [UInt8](repeating: 7, count: 50)] as [[UInt8]] {
      guard case .unfit(.notText, _) = kind(bytes) else {
        Issue.record("\(bytes) was taken for \(kind(bytes))")
        continue
      }
    }
  }
}
