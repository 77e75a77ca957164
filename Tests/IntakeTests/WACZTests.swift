import Press
import TestSupport
import Testing

@testable import Intake

@Suite struct WACZTests {
  private static let first = gzip(WebArchive.overhead) + gzip(WebArchive.page(1)) + gzip(WebArchive.page(2))
  private static let entries: [(name: String, bytes: [UInt8], isDeflated: Bool)] = [
    ("datapackage.json", Array("{}".utf8), false), ("archive/", [], false),
    ("archive/data.warc.gz", first, false),
    ("pages/pages.jsonl", Array("{\"format\":\"json-pages-1.0\"}".utf8), true),
    ("archive/more.warc", WebArchive.page(3), true),
  ]

  @Test func theArchivesWithinAreRead() throws {
    let pile = try TemporaryFolder()
    let path = try pile.write("crawl.wacz", WebArchive.zip(Self.entries))
    let found = items(path)
    #expect(found.map(\.page?.id) == [1, 2, 3].map(WebArchive.address))
    #expect(
      found.map(\.source) == [
        "\(path)/archive/data.warc.gz#3", "\(path)/archive/data.warc.gz#4", "\(path)/archive/more.warc#1",
      ])
  }

  @Test func aFileWithinThatIsNoArchiveIsRefused() throws {
    let bytes = WebArchive.zip(Self.entries + [("archive/notes.txt", Array("Fog.".utf8), false)])
    let found = try items(ofFile: "crawl.wacz", bytes)
    #expect(found.compactMap(\.page).count == 3)
    #expect(found.compactMap(\.refusal?.reason) == [.unsupported])
  }

  @Test("A table that lists the same bytes under many names makes no more of them than the file explains")
  func sharedBytes() throws {
    let bytes = WebArchive.zip([("archive/a.warc", WebArchive.page(1), false)], listed: 50)
    let found = try items(ofFile: "crawl.wacz", bytes)
    let pages = found.compactMap(\.page).count
    #expect(pages >= 1 && pages < 50)
    #expect(found.compactMap(\.refusal?.reason) == Array(repeating: .unreadable, count: 50 - pages))
    #expect(found.last?.refusal?.detail.contains("of other entries") == true)
  }

  @Test func otherZipsAreRefused() throws {
    let found = try items(ofFile: "book.epub", WebArchive.zip([("mimetype", Array("x".utf8), false)]))
    #expect(found.map(\.refusal?.reason) == [.unsupported])
    #expect(found[0].refusal?.detail.contains("unpack it") == true)
    #expect(
      try items(ofFile: "a.gz", gzip(WebArchive.zip(Self.entries))).map(\.refusal?.reason) == [.unsupported])
  }

  @Test func cutAtAnyByteItIsRefused() throws {
    let pile = try TemporaryFolder()
    let whole = WebArchive.zip(Self.entries)
    for cut in stride(from: 4, to: whole.count, by: 5) {
      let found = items(try pile.write("crawl.wacz", Array(whole[..<cut])))
      #expect(found.map(\.refusal?.reason) == [.cutShort], "cut at \(cut)")
    }
  }

  @Test func noBytesWhateverCrashOrVanish() throws {
    var random = SplitMix(seed: 9)
    let pile = try TemporaryFolder()
    let whole = WebArchive.zip(Self.entries)
    for round in 0..<300 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1..<9, using: &random) {
        let most = bytes.count
        // Most of them where the numbers are.
        let at = Int.random(in: round % 2 == 0 ? 4..<most : most - 260..<most, using: &random)
        bytes[at] = [0, 0xFF, UInt8.random(in: 0...255, using: &random)][round % 3]
      }
      #expect(!items(try pile.write("crawl.wacz", bytes)).isEmpty, "round \(round)")
    }
  }
}
