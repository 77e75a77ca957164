import Press
import TestSupport
import Testing

@testable import Intake

@Suite struct WARCTests {
  private func read(_ bytes: [UInt8], limits: Limits = .standard) throws -> [Item] {
    try items(ofFile: "pile", bytes, limits: limits)
  }

  private func one(_ block: [UInt8], type: String = "response") throws -> Item {
    let found = try read(WebArchive.record(type, WebArchive.address(1), block))
    #expect(found.count == 1)
    return try #require(found.first)
  }

  @Test func responsesArePagesWithAddressAndTimeOfFetching() throws {
    let pile = try TemporaryFolder()
    let path = try pile.write("pile", WebArchive.overhead + WebArchive.page(1) + WebArchive.page(2))
    let found = items(path)
    #expect(found.map(\.page?.id) == [WebArchive.address(1), WebArchive.address(2)])
    #expect(found.map(\.source) == ["\(path)#3", "\(path)#4"])
    #expect(found.map(\.content) == [WebArchive.html(1), WebArchive.html(2)])
    #expect(found[0].page?.stated.address == WebArchive.address(1))
    #expect(found[0].page?.stated.fetched == Moment(iso: "2021-09-14T18:20:00Z"))
    #expect(found.allSatisfy { $0.isHTML && $0.notices.isEmpty })
  }

  @Test func everyPackingGivesTheSamePages() throws {
    let records = [WebArchive.overhead] + (1...5).map(WebArchive.page)
    let whole = Array(records.joined())
    let words = Array("WARC/1.0 WARC-Type: response <html><p>Ferry number ran late.</p>".utf8)
    let packed: [(String, [UInt8])] = [
      ("gzip by record", Array(records.map(gzip).joined())), ("gzip as a whole", gzip(whole)),
      ("zstd by record", Array(records.map { WebArchive.zstd($0) }.joined())),
      ("zstd as a whole", WebArchive.zstd(whole)),
      (
        "zstd with a dictionary",
        WebArchive.dictionaryFrame(words) + records.flatMap { WebArchive.zstd($0, dictionary: words) }
      ),
      (
        "zstd with a packed dictionary",
        WebArchive.dictionaryFrame(WebArchive.zstd(words))
          + records.flatMap { WebArchive.zstd($0, dictionary: words) }
      ),
    ]
    let plain = try read(whole)
    #expect(plain.count == 5)
    for (name, bytes) in packed {
      let found = try read(bytes)
      #expect(found.map(\.page?.id) == plain.map(\.page?.id), "\(name)")
      #expect(found.map(\.content) == plain.map(\.content), "\(name)")
    }
  }

  @Test func bareLineEndsFoldedFieldsAndBracketsAreBorneWith() throws {
    let record =
      "WARC/1.1\nwarc-type: Response\nWARC-Target-URI: <https://press.example/9>\nX-Note: long\n  words\n"
      + "WARC-Date: 2021-09-14T18:20:00.123456Z\nContent-Length: 12\n\n<p>Fog.</p>\n\n\n"
    let found = try read(Array(record.utf8))
    #expect(found.map(\.page?.id) == ["https://press.example/9"])
    #expect(found[0].page?.stated.fetched?.day == "2021-09-14")
  }

  @Test func theSameAddressTwiceIsTwoPages() throws {
    let other = WebArchive.record(
      "response", WebArchive.address(1), WebArchive.answer(Array("<p>Corrected.".utf8)))
    let found = try read(WebArchive.page(1) + other)
    #expect(found.map(\.page?.id) == [WebArchive.address(1), WebArchive.address(1)])
    #expect(found.map(\.content) == [WebArchive.html(1), "<p>Corrected."])
  }

  @Test func conversionsAndResourcesComeWithoutAHead() throws {
    let text = Array("Ferry late\n\nThe ferry ran late.".utf8)
    let found = try read(
      WebArchive.record("conversion", "https://press.example/t", text, contentType: "text/plain")
        + WebArchive.record(
          "resource", "https://press.example/r", Array("<p>Fog.".utf8), contentType: "text/html"))
    #expect(found.map(\.isHTML) == [false, true])
    #expect(found.map(\.page?.id) == ["https://press.example/t", "https://press.example/r"])
  }

  @Test func aConversionOfAPageThatIsThereIsNoSecondPage() throws {
    let id = "WARC-Refers-To: <urn:test:response:\(WebArchive.address(1))@2021-09-14T18:20:00Z>"
    let found = try read(
      WebArchive.page(1)
        + WebArchive.record(
          "conversion", WebArchive.address(1), Array("Ferry".utf8), contentType: "text/plain", [id]))
    #expect(found.map(\.page?.id) == [WebArchive.address(1), nil])
    #expect(found[1].refusal?.detail.contains("1 conversions of these pages") == true)
  }

  @Test func whatIsNoPageIsCountedAndToldOnce() throws {
    let picture = WebArchive.answer([0xFF, 0xD8, 0xFF], ["Content-Type: image/jpeg"])
    let unsaid = WebArchive.answer([0x89, 0x50, 0x4E, 0x47], [])
    let moved = WebArchive.answer([], status: "301 Moved", ["Location: /2"])
    let style = WebArchive.answer(Array("p{}".utf8), ["Content-Type: text/css; charset=utf-8"])
    let missing = WebArchive.answer(
      Array("{}".utf8), status: "404 Not Found", ["Content-Type: application/json"])
    let robots = WebArchive.answer(Array("Disallow: /".utf8), ["Content-Type: text/plain"])
    let blocks = [picture, picture, unsaid, moved, style, missing, WebArchive.answer([])]
    let found = try read(
      blocks.flatMap { WebArchive.record("response", WebArchive.address(1), $0) }
        + WebArchive.record("response", "https://press.example/robots.txt", robots)
        + WebArchive.record(
          "response", "dns:press.example", Array("203.0.113.7".utf8), contentType: "text/dns")
        + WebArchive.page(1))
    #expect(found.count == 2)
    #expect(found[0].page?.id == WebArchive.address(1))
    let refusal = try #require(found[1].refusal)
    #expect(refusal.reason == .noArticle)
    for words in [
      "1 pages", "2 pictures", "1 files that are a picture (PNG)", "1 redirects", "1 style sheets",
      "1 error answers",
      "1 files for robots", "“dns:”", "1 empty answers",
    ] {
      #expect(refusal.detail.contains(words), "\(words) in: \(refusal.detail)")
    }
  }

  @Test func anErrorPageIsRefusedAndIsNoError() throws {
    let found = try one(WebArchive.answer(Array("<p>Not here.".utf8), status: "404 Not Found"))
    #expect(found.refusal?.reason == .noArticle)
    #expect(found.refusal?.detail.contains("404 (Not Found)") == true)
  }

  @Test func segmentsAreRefusedAndTruncationIsSaid() throws {
    let block = WebArchive.answer(Array(WebArchive.html(1).utf8))
    let first = try read(
      WebArchive.record("response", WebArchive.address(1), block, ["WARC-Segment-Number: 1"]))
    #expect(first.map(\.refusal?.reason) == [.unsupported])
    let cut = try read(
      WebArchive.record("response", WebArchive.address(1), block, ["WARC-Truncated: length"]))
    #expect(cut.map(\.notices).map { $0.map(\.reason) } == [[.partial]])
  }

  // MARK: Bodies

  @Test func chunksAreJoinedWhateverTheHeadSays() throws {
    let body = Array(WebArchive.html(3).utf8)
    let says = ["Content-Type: text/html", "Transfer-Encoding: chunked"]
    let cases: [([UInt8], [String])] = [
      (WebArchive.chunked(body), says), (body, says), (WebArchive.chunked(body), ["Content-Type: text/html"]),
      (
        Array("b;name=value\r\n".utf8) + body[..<11] + Array("\r\n".utf8)
          + WebArchive.chunked(Array(body[11...])), says
      ),
    ]
    for (sent, fields) in cases {
      let found = try one(WebArchive.answer(sent, fields))
      #expect(found.content == WebArchive.html(3), "\(fields) \(String(decoding: sent, as: UTF8.self))")
      #expect(found.notices.isEmpty)
    }
    let cut = try one(WebArchive.answer(WebArchive.chunked(body, isWhole: false), says))
    #expect(cut.content == WebArchive.html(3))
    #expect(cut.notices.map(\.reason) == [.partial])
  }

  @Test func wordsThatLookLikeAChunkSizeAreWords() throws {
    let text = "12\nferries ran late, and more words than twelve came of it."
    let found = try one(WebArchive.answer(Array(text.utf8), ["Content-Type: text/plain"]))
    #expect(found.content == text)
  }

  @Test func contentCodingsAreUndoneWhateverTheHeadSays() throws {
    let body = Array(WebArchive.html(4).utf8)
    let cases: [(String, [UInt8], String?)] = [
      ("gzip", gzip(body), "gzip"), ("x-gzip", gzip(body), "x-gzip"), ("gzip, but plain", body, "gzip"),
      ("gzip, unsaid", gzip(body), nil), ("gzip, said to be br", gzip(body), "br"),
      ("gzip twice", gzip(gzip(body)), "gzip"), ("zlib", WebArchive.deflate(body, bare: false), "deflate"),
      ("bare deflate", WebArchive.deflate(body, bare: true), "deflate"),
      ("deflate, but plain", body, "deflate"),
      ("br", WebArchive.brotli(body), "br"), ("br, but plain", body, "br"),
      ("zstd", WebArchive.zstd(body), "zstd"), ("br within gzip", gzip(WebArchive.brotli(body)), "br, gzip"),
      ("a word of no meaning", body, "utf-8"), ("identity", body, "identity"),
    ]
    for (name, sent, coding) in cases {
      let fields = ["Content-Type: text/html"] + (coding.map { ["Content-Encoding: \($0)"] } ?? [])
      let found = try one(WebArchive.answer(sent, fields))
      #expect(found.content == WebArchive.html(4), "\(name): \(found)")
      #expect(found.notices.isEmpty, "\(name)")
    }
    let both = WebArchive.answer(
      WebArchive.chunked(gzip(body)),
      ["Content-Encoding: gzip", "Transfer-Encoding: chunked", "Content-Type: text/html"])
    #expect(try one(both).content == WebArchive.html(4))
  }

  @Test func aBodyThatIsDamagedIsKeptAsFarAsItGoes() throws {
    let text = "<p>" + (1...300).map { "Crew \($0 &* 7919 % 1000) took ship \($0 &* 31 % 97)." }.joined()
    let packed = gzip(Array(text.utf8))
    let found = try one(
      WebArchive.answer(
        Array(packed[..<(packed.count / 2)]), ["Content-Type: text/html", "Content-Encoding: gzip"]))
    #expect(found.notices.map(\.reason) == [.partial])
    #expect(found.content.map { text.hasPrefix($0) && $0.utf8.count > 500 } == true)
  }

  @Test func bombsInBodiesAreRefused() throws {
    let limits = Limits(page: 100_000, ratio: 100)
    let zeros = [UInt8](repeating: 0x20, count: 20_000_000)
    for sent in [gzip(zeros), WebArchive.zstd(zeros), gzip(gzip(zeros))] {
      let block = WebArchive.answer(sent, ["Content-Type: text/html", "Content-Encoding: gzip"])
      let found = try read(
        WebArchive.record("response", WebArchive.address(1), block) + WebArchive.page(2), limits: limits)
      #expect(found.map(\.refusal?.reason) == [.tooLarge, nil])
    }
  }

  @Test func theServersCharacterSetGoesBeforeThePages() throws {
    func page(_ body: [UInt8], _ type: String) throws -> String? {
      try one(WebArchive.answer(body, ["Content-Type: \(type)"])).content
    }
    let meta = "<meta charset=iso-8859-2><p>"
    #expect(try page(Array(meta.utf8) + [0xB3], "text/html; charset=\"ISO-8859-5\"") == meta + "Г")
    #expect(try page(Array(meta.utf8) + [0xB3], "text/html") == meta + "ł")
    #expect(try page(Array(meta.utf8) + [0xB3], "text/html; charset=nonsense") == meta + "ł")
    #expect(try page(Array(meta.utf8) + [0xB3], "text/html; charset=utf-8") == meta + "ł")
    #expect(try page([0xEF, 0xBB, 0xBF] + Array("<p>fère".utf8), "text/html; charset=latin1") == "<p>fère")
    #expect(try page([0xCB, 0xC5], "text/plain; charset=koi8-r") == "ке")
    let wide = "<p>Fähre".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try page(wide, "text/html; charset=utf-16le") == "<p>Fähre")
  }

  @Test func aPartOfAPageIsReadAndSaid() throws {
    let answer = WebArchive.answer(Array(WebArchive.html(1).utf8), status: "206 Partial Content")
    let found = try items(ofFile: "pile", WebArchive.record("response", WebArchive.address(1), answer))
    #expect(found.map(\.content) == [WebArchive.html(1)])
    #expect(found.first?.notices.map(\.reason) == [.partial])
  }
}
