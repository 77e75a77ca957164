import Press
import TestSupport
import Testing

@testable import Intake

@Suite struct WARCRevisitTests {
  private static let digest = "WARC-Payload-Digest: sha1:FERRY"
  private static let same =
    "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"
  private static let unmodified = "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/server-not-modified"
  private static let head = WebArchive.answer([], ["Content-Type: text/html"])

  private static let original = WebArchive.record(
    "response", WebArchive.address(1), WebArchive.answer(Array(WebArchive.html(1).utf8)), [digest])

  private static func revisit(_ number: Int, _ fields: [String], _ block: [UInt8] = head) -> [UInt8] {
    WebArchive.record("revisit", WebArchive.address(number), block, date: "2021-09-20T08:00:00Z", fields)
  }

  @Test func oneAtTheSameAddressTellsNothingNew() throws {
    let revisits = Self.revisit(1, [Self.same, Self.digest]) + Self.revisit(1, [Self.unmodified])
    let found = try items(ofFile: "pile", Self.original + revisits)
    #expect(found.map(\.page?.id) == [WebArchive.address(1), nil])
    #expect(found[1].refusal?.reason == .noArticle)
    #expect(found[1].refusal?.detail.contains("2 revisits of pages that came before") == true)
  }

  @Test(arguments: [
    [digest], ["WARC-Refers-To: <urn:test:response:https://press.example/1@2021-09-14T18:20:00Z>"],
    ["WARC-Refers-To-Target-URI: https://press.example/1", "WARC-Refers-To-Date: 2021-09-14T18:20:00Z"],
  ])
  func oneAtAnotherAddressIsAPageWithTheSameContent(fields: [String]) throws {
    let pile = try TemporaryFolder()
    let bytes = Self.original + WebArchive.page(2) + Self.revisit(5, [Self.same] + fields)
    for packed in [bytes, gzip(bytes), WebArchive.zstd(bytes)] {
      let path = try pile.write("pile", packed)
      let found = items(path)
      #expect(found.map(\.page?.id) == [1, 2, 5].map(WebArchive.address))
      #expect(found.last?.content == WebArchive.html(1))
      #expect(found.last?.source == "\(path)#3")
      #expect(found.last?.page?.stated.fetched == Moment(iso: "2021-09-20T08:00:00Z"))
    }
  }

  @Test func aTextThatCameBackIsAPageOfItsOwnThoughItsAddressWasSeen() throws {
    let other = WebArchive.record(
      "response", WebArchive.address(5), WebArchive.answer(Array(WebArchive.html(5).utf8)),
      ["WARC-Payload-Digest: sha1:TIDE"])
    let found = try items(
      ofFile: "pile", Self.original + other + Self.revisit(5, [Self.same, Self.digest]))
    #expect(found.map(\.page?.id) == [1, 5, 5].map(WebArchive.address))
    #expect(found.map(\.content) == [1, 5, 1].map(WebArchive.html))
    #expect(found.last?.source.hasSuffix("#3") == true)
  }

  @Test(.timeLimit(.minutes(5))) func twentyThousandOfOnePageComeOneByOne() throws {
    let revisits = (2...20_001).map { Self.revisit($0, [Self.same, Self.digest]) }
    let found = try items(ofFile: "pile", Self.original + Array(revisits.joined()))
    #expect(found.count == 20_001)
    #expect(found.indices.allSatisfy { found[$0].page?.id == WebArchive.address($0 + 1) })
  }

  @Test func oneOfSomethingElsewhereNamesTheRecordThatItNeeds() throws {
    let revisit = Self.revisit(
      5,
      [
        Self.same, Self.digest, "WARC-Refers-To-Target-URI: https://press.example/8",
        "WARC-Refers-To-Date: 2020-01-02T00:00:00Z",
      ])
    let found = try items(ofFile: "pile", WebArchive.page(2) + revisit)
    let refusal = try #require(found.last?.refusal)
    #expect(found.count == 2 && refusal.source.hasSuffix("#2"))
    #expect(refusal.reason == .noArticle)
    for word in ["https://press.example/8", "2020-01-02", "sha1:FERRY"] {
      #expect(refusal.detail.contains(word))
    }
  }

  @Test func anEarlierFileOfTheRunHasTheOriginal() throws {
    let pile = try TemporaryFolder()
    try pile.write("a.warc", Self.original)
    try pile.write(
      "b.warc", Self.revisit(1, [Self.same, Self.digest]) + Self.revisit(5, [Self.same, Self.digest]))
    let found = items(pile.path)
    #expect(found.compactMap(\.page?.id) == [WebArchive.address(1)])
    #expect(found.compactMap(\.refusal?.source) == ["\(pile.path)/b.warc", "\(pile.path)/b.warc#2"])
  }

  @Test func thoseOfPicturesAreCounted() throws {
    let picture = WebArchive.record(
      "response", WebArchive.address(7), WebArchive.answer([1, 2], ["Content-Type: image/png"]), [Self.digest]
    )
    let known = Self.revisit(8, [Self.same, Self.digest], [])
    let unknown = Self.revisit(
      9, [Self.same, "WARC-Payload-Digest: sha1:OTHER"], WebArchive.answer([], ["Content-Type: image/gif"]))
    let found = try items(ofFile: "pile", picture + known + unknown)
    #expect(found.map(\.refusal?.reason) == [.noArticle])
    #expect(found[0].refusal?.detail.contains("2 pictures, 1 revisits of files that are no pages") == true)
  }
}
