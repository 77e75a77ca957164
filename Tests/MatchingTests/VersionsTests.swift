import Press
import Testing

@testable import Matching

@Suite("States of one page over time are told from copies")
struct VersionsTests {
  private func page(
    _ outlet: String?, _ address: String?, _ published: String?, title: String? = nil
  ) -> Witness {
    Witness(
      Article(
        id: "a", source: "a", address: address, outlet: outlet, title: title,
        published: published.flatMap { Moment(iso: $0) }, text: "Words."))
  }

  private func areVersions(_ a: Witness, _ b: Witness, _ coverage: Double = 0.95) -> Bool {
    let there = Versions.areVersions(a, b, coverage: coverage)
    #expect(there == Versions.areVersions(b, a, coverage: coverage))
    return there
  }

  @Test(
    "an address names a page, whatever leads to it",
    arguments: [
      "https://www.courier.example/ferry", "http://courier.example/ferry/",
      "https://courier.example/ferry#comments",
      "https://courier.example/ferry?utm_source=mail&fbclid=1", "HTTPS://Courier.example/ferry",
    ])
  func address(_ address: String) {
    #expect(Versions.page(at: address) == "courier.example/ferry")
    for outlet in ["courier", "The Courier"] {
      #expect(
        areVersions(page("Courier", "https://courier.example/ferry", nil), page(outlet, address, nil), 0.3))
    }
  }

  @Test("what of a query names the page is kept, in any order")
  func query() {
    #expect(
      Versions.page(at: "https://a.example/?id=7&s=2") == Versions.page(at: "http://a.example?s=2&id=7"))
    #expect(Versions.page(at: "https://a.example/?id=7") != Versions.page(at: "https://a.example/?id=8"))
  }

  @Test("another outlet's page is a copy, even where it names the first one's address as its own")
  func canonical() {
    let address = "https://courier.example/ferry"
    #expect(!areVersions(page("Courier", address, nil), page("Herald", address, nil)))
    #expect(!areVersions(page(nil, address, nil), page(nil, address, nil)))
  }

  @Test("without addresses: one outlet, two times, nearly the same text and headline")
  func times() {
    let first = page("Courier", nil, "2031-05-06T09:00Z", title: "Ferry runs aground off Torvik")
    let second = page(
      "Courier", nil, "2031-05-06T12:00Z", title: "Ferry runs aground off Torvik, nobody hurt")
    #expect(areVersions(first, second))
    #expect(!areVersions(first, second, 0.6))
    #expect(!areVersions(first, page("Courier", nil, nil, title: "Ferry runs aground off Torvik")))
    #expect(!areVersions(first, page("Courier", nil, "2031-05-06T12:00Z", title: "Water bill passes")))
    #expect(
      !areVersions(first, page("Herald", nil, "2031-05-06T12:00Z", title: "Ferry runs aground off Torvik")))
  }

  @Test("a pair of versions says so, and is one family")
  func pair() throws {
    var first = News.article("a", News.ferry, published: "2031-05-06")
    var second = News.article(
      "b", Array(News.ferry.prefix(2)) + Array(News.vote.prefix(3)), published: "2031-05-07")
    #expect(try #require(News.pair(first, second)).versions == false)
    for address in ["https://courier.example/live"] {
      first.address = address
      second.address = address + "?utm_medium=feed"
      first.outlet = "Courier"
      second.outlet = "Courier"
    }
    let pair = try #require(News.pair(first, second))
    #expect(pair.versions)
    let families = FamilyBuilder(ids: ["a", "b"], published: [nil, nil]).families(pairs: [pair])
    #expect(families.map(\.members) == [["a", "b"]])
  }
}
