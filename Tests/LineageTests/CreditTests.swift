import Press
import Testing

@testable import Lineage

@Suite("Credits speak first")
struct CreditTests {
  @Test("two clients of one lost wire are siblings, however alike")
  func siblings() throws {
    let pages = [
      News.article("a", outlet: "Courier", published: "2031-05-06", credits: [News.agency("NPA")]),
      News.article("b", outlet: "Herald", published: "2031-05-08", credits: [News.agency("NPA")]),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.arrows == ["lost:NPA -> a", "lost:NPA -> b"])
    let arrow = try #require(stemma.arrow("lost:NPA", "b"))
    #expect(arrow.evidence.contains { $0.kind == .credit && $0.text == "SOURCE: NPA" })
    // In the same words the credit may have been handed down: that is said.
    let other = try #require(arrow.alternatives.first { $0.from == "a" })
    #expect(other.confidence < arrow.confidence)
  }

  @Test("clients that credit a lost wire in words of their own are surely siblings")
  func ownWords() throws {
    let pages = [
      News.article("a", outlet: "Courier", published: "2031-05-06", credits: [News.agency("NPA")]),
      News.article(
        "b", outlet: "Herald", published: "2031-05-08", credits: [News.agency("NPA", line: "(NPA)")]),
      News.article(
        "c", outlet: "Plinth", published: "2031-05-08", credits: [News.agency("NPA", line: "Report: NPA")]),
    ]
    let stemma = News.stemma(pages)
    #expect(stemma.arrows == ["lost:NPA -> a", "lost:NPA -> b", "lost:NPA -> c"])
    #expect(stemma.edges.allSatisfy { $0.confidence >= 0.8 })
  }

  @Test("an article whose id looks like a lost witness's is not taken for it")
  func idOfALostWitness() {
    let pages = ["lost:NPA", "a", "b"].map {
      News.article($0, outlet: "Post \($0)", credits: [News.agency("NPA")])
    }
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.arrows == ["lost:NPA~ -> a", "lost:NPA~ -> b", "lost:NPA~ -> lost:NPA"])
  }

  @Test("a page that names a thousand sources costs no more than one that names a few")
  func manyNames() {
    let page = News.article("a", outlet: "Post", credits: (0..<5000).map { News.agency("Agency \($0)") })
    let stemma = News.stemma([page])
    stemma.checkLaws([page])
    #expect(stemma.edges.count == 32)
  }

  @Test("a wire that we hold is itself the parent")
  func heldWire() {
    let pages = [
      News.article("wire", outlet: "NPA", published: "2031-05-06"),
      News.article("a", outlet: "Courier", published: "2031-05-06", credits: [News.agency("NPA")]),
      News.article("b", outlet: "Herald", published: "2031-05-08", credits: [News.agency("NPA")]),
    ]
    #expect(News.stemma(pages).arrows == ["wire -> a", "wire -> b"])
  }

  @Test("an outlet's corrected page descends from its own earlier one, whatever its credit")
  func version() throws {
    let pages = [
      News.article("first", outlet: "Courier", published: "2031-05-06T09:00Z", credits: [News.agency("NPA")]),
      News.article(
        "mended", outlet: "Courier", published: "2031-05-07T09:00Z", credits: [News.agency("NPA")]),
      News.article("other", outlet: "Herald", published: "2031-05-07T09:00Z", credits: [News.agency("NPA")]),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.arrows == ["first -> mended", "lost:NPA -> first", "lost:NPA -> other"])
    #expect(try #require(stemma.arrow("first", "mended")).evidence.contains { $0.kind == .version })
  }

  @Test("names are one though spelled with other case, points or a leading article")
  func spelling() {
    let pages = [
      News.article("a", outlet: "Courier", credits: [News.agency("The Northern Press Agency")]),
      News.article("b", outlet: "Herald", credits: [News.agency("northern press agency")]),
      News.article("c", outlet: "Post", credits: [News.agency("N.P.A.")]),
    ]
    let stemma = News.stemma(pages)
    #expect(stemma.nodes.filter(\.lost).map(\.id) == ["lost:The Northern Press Agency"])
    #expect(stemma.edges.count == 3)
  }

  @Test("an outlet that happens to have an agency's initials is not that agency")
  func initials() {
    let pages = [
      News.article("a", outlet: "Nordby Post Advertiser", published: "2031-05-06"),
      News.article("b", outlet: "Herald", published: "2031-05-07", credits: [News.agency("NPA")]),
    ]
    #expect(News.stemma(pages).parents(of: "b") == ["lost:NPA"])
  }

  @Test("a page that names an outlet descends from that outlet's page")
  func heldOutlet() throws {
    let pages = [
      News.article("a", outlet: "Courier", published: "2031-05-06", credits: [News.agency("NPA")]),
      News.article("b", outlet: "Herald", published: "2031-05-06", credits: [News.agency("NPA")]),
      News.article("c", outlet: "Post", published: "2031-05-07", credits: [News.first("The Courier")]),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.arrows == ["a -> c", "lost:NPA -> a", "lost:NPA -> b"])
    #expect(try #require(stemma.arrow("a", "c")).kind == .verbatim)
  }

  @Test("an outlet whose page is lost stands between, with the agency that the page hands down")
  func lostOutlet() {
    let pages = [
      News.article("a", outlet: "Courier", credits: [News.agency("NPA")]),
      News.article("c", outlet: "Post", credits: [News.first("Express"), News.agency("NPA")]),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.arrows == ["lost:Express -> c", "lost:NPA -> a", "lost:NPA -> lost:Express"])
  }

  @Test("an outlet and an agency in one credit are two sources, not one the other's")
  func list() {
    let credits = [("Express", Credit.Kind.outlet), ("NPA", .agency)].map {
      Credit(name: $0, kind: $1, role: .source, text: "Source: Express, NPA", place: .furniture)
    }
    let pages = [News.article("c", outlet: "Post", credits: credits)]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.arrows == ["lost:Express -> c", "lost:NPA -> c"])
  }

  @Test("a page that its input calls by a lost one's id is another node")
  func lostID() {
    let pages = [
      News.article("lost:NPA", outlet: "Courier", published: "2031-05-06", credits: [News.agency("NPA")]),
      News.article("b", outlet: "Herald", published: "2031-05-08", credits: [News.agency("NPA")]),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.arrows == ["lost:NPA~ -> b", "lost:NPA~ -> lost:NPA"])
  }

  @Test("a feed without a name is the family's only agency")
  func onlyAgency() throws {
    let pages = [
      News.article("a", outlet: "Courier", published: "2031-05-06", credits: [News.agency("NPA")]),
      News.article("b", outlet: "Herald", published: "2031-05-07", credits: [News.feed()]),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.arrows == ["lost:NPA -> a", "lost:NPA -> b"])
    let arrow = try #require(stemma.arrow("lost:NPA", "b"))
    #expect(arrow.evidence.contains { $0.text == "Published from a syndicated feed" })
    #expect(arrow.confidence < (try #require(stemma.arrow("lost:NPA", "a"))).confidence)
  }

  @Test("of two agencies a feed without a name is neither's")
  func twoAgencies() {
    let pages = [
      News.article("a", outlet: "Courier", published: "2031-05-06", credits: [News.agency("NPA")]),
      News.article("b", outlet: "Herald", published: "2031-05-06", credits: [News.agency("KTB")]),
      News.article("c", outlet: "Post", published: "2031-05-05", credits: [News.feed()]),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.parents(of: "c").isEmpty)
  }

  @Test("a feed whose agency we hold, stamped after the copy, is drawn with the conflict stated")
  func feedAgainstClock() throws {
    let pages = [
      News.article("wire", outlet: "NPA", published: "2031-05-09"),
      News.article("a", outlet: "Courier", published: "2031-05-10", credits: [News.agency("NPA")]),
      News.article("b", outlet: "Herald", published: "2031-05-03", credits: [News.feed()]),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    let arrow = try #require(stemma.arrow("wire", "b"))
    #expect(arrow.kind == .verbatim)
    #expect(arrow.evidence.contains { $0.kind == .passages })
  }

  @Test("an agency's own page is nobody's copy, whatever feed it speaks of")
  func agencyItself() {
    let pages = [
      News.article("wire", outlet: "NPA", published: "2031-05-06", credits: [News.feed()]),
      News.article("a", outlet: "Courier", published: "2031-05-07", credits: [News.agency("NPA")]),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.arrows == ["wire -> a"])
  }

  @Test("an agency that supplied a part is a parent as well")
  func contributed() throws {
    let pages = [
      News.article("a", outlet: "Courier", credits: [News.agency("NPA")]),
      News.article("b", outlet: "Herald", credits: [News.agency("NPA"), News.inputs("KTB")]),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.parents(of: "b").sorted() == ["lost:KTB", "lost:NPA"])
    let (main, part) = (
      try #require(stemma.arrow("lost:NPA", "b")), try #require(stemma.arrow("lost:KTB", "b"))
    )
    #expect(main.confidence >= 0.8 && part.confidence >= 0.8)
  }

  @Test("a page of the family that supplied a part is a parent beside the lost wire")
  func contributedByMember() throws {
    let pages = [
      News.article("a", outlet: "Courier", published: "2031-05-06", credits: [News.agency("NPA")]),
      News.article("c", outlet: "Mail", published: "2031-05-07", credits: [News.agency("NPA")]),
      News.article(
        "b", outlet: "Herald", published: "2031-05-08",
        credits: [News.agency("NPA"), News.inputs("Courier"), News.inputs("Mail")]),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(Set(stemma.parents(of: "b")).isSuperset(of: ["a", "c"]))
  }

  @Test("a page stamped before the source that it names: the arrow stands, and the conflict is said")
  func backdated() throws {
    let pages = [
      News.article("a", outlet: "Courier", published: "2031-05-08"),
      News.article("b", outlet: "Herald", published: "2031-05-05", credits: [News.first("Courier")]),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    let arrow = try #require(stemma.arrow("a", "b"))
    #expect(arrow.evidence.contains { $0.kind == .conflict && $0.text.contains("2031-05-08") })
    #expect(arrow.confidence < 0.9)
    #expect(stemma.edges.count == 1)
  }

  @Test("two pages that name each other make no circle")
  func circle() {
    let pages = [
      News.article("a", outlet: "Courier", credits: [News.first("Herald")]),
      News.article("b", outlet: "Herald", credits: [News.first("Courier")]),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.edges.count == 1)
  }

  @Test(
    "of two pages that name each other the later is the copy, whatever their ids", arguments: [true, false])
  func circleInTime(earlierFirst: Bool) {
    let (earlier, later) = earlierFirst ? ("a", "b") : ("b", "a")
    let pages = [
      News.article(earlier, outlet: "Courier", published: "2031-05-05", credits: [News.first("Herald")]),
      News.article(later, outlet: "Herald", published: "2031-05-09", credits: [News.first("Courier")]),
    ]
    #expect(News.stemma(pages).arrows == ["\(earlier) -> \(later)"])
  }

  @Test("an outlet that names itself says nothing")
  func itself() {
    let pages = [News.article("a", outlet: "Courier", credits: [News.first("The Courier")])]
    #expect(News.stemma(pages).edges.isEmpty)
  }

  @Test("a dateline's agency counts as a credit")
  func dateline() {
    var page = News.article("a", outlet: "Courier", ["TORVIK (NPA)"] + News.sentences)
    page.dateline = Dateline(place: "Torvik", agency: "NPA", range: 0..<12)
    let stemma = News.stemma([page])
    #expect(stemma.arrows == ["lost:NPA -> a"])
    #expect(stemma.edges[0].evidence[0].text == "TORVIK (NPA)")
  }
}
