import Desk
import Press
import TestSupport
import Testing

@Suite("Every article gets an id of its own")
struct DistinctArticlesTests {
  private let pile: [Article] = [
    Pile.article("a", ["The ferry lay fast."]), Pile.article("b", ["The tide came."]),
    Pile.article("a", ["The water bill passed."]), Pile.article("a", ["Seventeen miners came up."]),
    Pile.article("b", ["The tide came."]),
  ]

  @Test("one id for two texts is settled, the same text given twice counts once")
  func settled() {
    let distinct = DistinctArticles(pile)
    #expect(distinct.articles.count == 4)
    #expect(Set(distinct.articles.map(\.id)).count == 4)
    #expect(distinct.articles.filter { $0.id.hasPrefix("a~") && $0.id.utf8.count == 10 }.count == 2)
    #expect(Set(distinct.articles.map(\.text)) == Set(pile.map(\.text)))
    #expect(distinct.notices.map(\.reason) == [.duplicateID, .duplicateID])
  }

  @Test("the order is nothing")
  func order() {
    var random = SplitMix(seed: 8)
    let expected = DistinctArticles(pile)
    for _ in 0..<30 {
      let distinct = DistinctArticles(pile.shuffled(using: &random))
      #expect(distinct.articles == expected.articles && distinct.notices == expected.notices)
    }
  }

  @Test("nor is it where the same text has another source or other furniture")
  func twins() {
    var first = Pile.article("a", ["The ferry lay fast."])
    var second = first
    first.source = "pile/one.html"
    second.source = "pile/two.html"
    second.furniture = [Furniture(kind: .share, text: "Share this")]
    second.modified = Moment(iso: "2031-05-07")
    #expect(DistinctArticles([first, second]).articles == DistinctArticles([second, first]).articles)
  }

  @Test("the same text with another standfirst, section, form, part, block or flag is another article")
  func facts() {
    let plain = Pile.article("a", ["The ferry lay fast."])
    let changes: [(inout Article) -> Void] = [
      { $0.standfirst = "Nobody was hurt." }, { $0.section = "Coast" }, { $0.form = .video },
      { $0.part = .init(number: 2) }, { $0.blocks = [.init(kind: .heading, range: 0..<3)] },
      { $0.flags = [.init(kind: .datedAfterCapture, detail: "Dated 2031.")] },
    ]
    for change in changes {
      var other = plain
      change(&other)
      #expect(DistinctArticles([plain, other]).articles.count == 2)
    }
  }

  @Test("a new id that is somebody else's already makes no two alike")
  func taken() {
    let settled = DistinctArticles(pile).articles.map(\.id).filter { $0.hasPrefix("a~") }
    let squatters = settled.map { Pile.article($0, ["Somebody else's words."]) }
    let ids = DistinctArticles(pile + squatters).articles.map(\.id)
    #expect(ids.count == 6)
    #expect(Set(ids).count == ids.count)
  }

  @Test("nothing given, nothing settled")
  func nothing() { #expect(DistinctArticles([]).articles.isEmpty && DistinctArticles([]).notices.isEmpty) }
}
