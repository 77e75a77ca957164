import Collation
import Press
import Testing

@testable import Lineage

@Suite("Sources beside the parent")
struct FurtherSourceTests {
  private static let own = [
    "The Monitor rang every guest house along the quay and found that eleven of them had opened their doors.",
    "Two of the passengers told its reporter that they would rather have slept on the sandbank than in the gym.",
    "The baker in Fish Street, who had been woken by the mayor at three, sent four hundred rolls and asked for nothing.",
  ]

  private func contributed(_ name: String, _ text: String? = nil) -> Credit {
    Credit(
      name: name, kind: .outlet, role: .contributed, text: text ?? "With inputs from \(name)",
      place: .furniture)
  }

  private let ferry = News.article("ferry", outlet: "Herald", published: "2031-05-05")
  private let vote = News.article("vote", outlet: "Courier", published: "2031-05-05", News.vote)

  private func merged(_ credits: [Credit] = [], _ lines: [String] = []) -> Article {
    News.article(
      "merged", outlet: "Monitor", published: "2031-05-09", credits: credits,
      Array(News.sentences.prefix(5)) + News.vote.prefix(3) + lines)
  }

  @Test("who supplied a part stands beside the parent, surer than where nothing is said")
  func contributor() throws {
    let named = News.stemma([ferry, merged([contributed("Courier")])], guests: [(vote, "f2")])
    #expect(named.parents(of: "merged").sorted() == ["ferry", "vote"])
    let arrow = try #require(named.arrow("vote", "merged"))
    #expect(arrow.evidence.first?.text == "With inputs from Courier" && arrow.confidence > 0.9)
    let silent = try #require(
      News.stemma([ferry, merged()], guests: [(vote, "f2")]).arrow("vote", "merged"))
    #expect(silent.confidence < 0.5)
  }

  @Test("who supplied a part is not the parent: that is who has the rest")
  func contributorInTheFamily() {
    let members = [ferry, vote, merged([contributed("Courier")])]
    let stemma = StemmaBuilder.stemma(
      of: Family(id: "f1", members: members.map(\.id)), members: members, pairs: News.pairs(members),
      apparatus: Collator.apparatus(of: members, family: "f1"))
    #expect(stemma.parents(of: "merged").sorted() == ["ferry", "vote"])
  }

  @Test("a page that is one source's but for a few words is its copy, though it says no more than \"inputs\"")
  func inputsAreTheWhole() {
    let pages = [
      News.article("a", outlet: "Courier", published: "2031-05-05"),
      News.article("b", outlet: "Herald", published: "2031-05-06"),
      News.article("c", outlet: "Monitor", published: "2031-05-07", credits: [contributed("Courier")]),
    ]
    #expect(News.stemma(pages).parents(of: "c") == ["a"])
  }

  @Test(
    "a line that no table knows names the contributor, where a page of that name is held",
    arguments: [
      "The Quayton Star contributed to this report.", "(With inputs from The Quayton Star)",
      "Additional reporting by The Quayton Star",
    ])
  func unreadLine(line: String) throws {
    let star = News.article("star", outlet: "The Quayton Star", published: "2031-05-05", News.vote)
    let stemma = News.stemma([ferry, merged([], [line])], guests: [(star, "f2")])
    let arrow = try #require(stemma.arrow("star", "merged"))
    #expect(arrow.evidence.first?.kind == .credit && arrow.confidence > 0.9)
  }

  @Test("a credit that the parent has too was handed down; one beside it for the same source was not")
  func handedDown() {
    let line = contributed("Quayton Wire", "(With inputs from Quayton Wire)")
    let second = contributed("Quayton Wire", "Additional reporting by Quayton Wire")
    func copy(_ credits: [Credit]) -> [String] {
      func bearing(_ page: Article, _ credits: [Credit]) -> Article {
        var page = page
        page.credits = credits
        page.furniture = credits.map { Furniture(kind: .credit, text: $0.text) }
        return page
      }
      var first = bearing(merged(), [line])
      first.published = Moment(iso: "2031-05-07")
      let copy = News.article(
        "copy", outlet: "Plinth", published: "2031-05-10", Array(News.sentences.prefix(5)) + News.vote)
      return News.stemma([ferry, first, bearing(copy, credits)]).parents(of: "copy").sorted()
    }
    #expect(copy([line]) == ["merged"])
    #expect(copy([line, second]) == ["lost:Quayton Wire", "merged"])
  }

  @Test("what stands at a page's head is its own report, and the other page has taken it from there")
  func headIsOwn() {
    let later = News.article(
      "digest", outlet: "Courier", published: "2031-05-05",
      News.sentences + News.vote.prefix(3))
    let page = News.article(
      "page", outlet: "Monitor", published: "2031-05-09", credits: [News.agency("NPA")],
      News.vote + Self.own)
    #expect(News.stemma([page], guests: [(later, "f2")]).parents(of: "page") == ["lost:NPA"])
  }

  @Test("a stretch that differs in every sentence came another way")
  func changedStretch() {
    let changed = [
      "Parliament at Kestrel City adopted the water law by 88 votes against 61 after debate of eleven hours.",
      "The law gives the towns a right to buy back pipes and wells which were sold some twenty years ago.",
      "Farmers drove sixty tractors onto the square and blew the horns through each of the speeches.",
    ]
    let page = News.article(
      "page", outlet: "Monitor", published: "2031-05-09", Array(News.sentences.prefix(5)) + changed)
    #expect(News.stemma([ferry, page], guests: [(vote, "f2")]).parents(of: "page") == ["ferry"])
  }

  @Test("an outlet's page that brings its older one up to date has that and the wire")
  func broughtUpToDate() throws {
    let pages = [
      News.article(
        "old", outlet: "Monitor", published: "2031-05-01", credits: [News.agency("NPA")],
        Array(News.sentences.prefix(3)) + Self.own.prefix(2)),
      News.article("client", outlet: "Plinth", published: "2031-05-05", credits: [News.agency("NPA")]),
      News.article(
        "new", outlet: "Monitor", published: "2031-05-09", credits: [News.agency("NPA")],
        News.sentences + Self.own.prefix(2)),
    ]
    let stemma = News.stemma(pages)
    stemma.checkLaws(pages)
    #expect(stemma.parents(of: "new").sorted() == ["lost:NPA", "old"])
    let arrow = try #require(stemma.arrow("old", "new"))
    #expect(arrow.evidence.contains { $0.kind == .version })
  }

  @Test("that an outlet prints a report again does not make its older page a source")
  func printedAgain() {
    let members = [
      News.article(
        "old", outlet: "Monitor", published: "2031-05-01",
        Array(Self.own.prefix(2)) + News.sentences.prefix(3)),
      News.article("wire", outlet: "Herald", published: "2031-05-06"),
      News.article("client", outlet: "Plinth", published: "2031-05-07"),
      News.article("new", outlet: "Monitor", published: "2031-05-12"),
    ]
    let stemma = StemmaBuilder.stemma(
      of: Family(id: "f1", members: members.map(\.id)), members: members, pairs: News.pairs(members),
      apparatus: Collator.apparatus(of: members, family: "f1"))
    // Of two pages with the same words either may be the source.
    #expect([["wire"], ["client"]].contains(stemma.parents(of: "new")))
  }
}
