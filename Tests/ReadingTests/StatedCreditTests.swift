import Press
import Testing

@testable import Reading

/// Sources that an input states beside a page, looked up in the tables.
@Suite struct StatedCreditTests {
  private let names = NameTable(
    agencies: Array(
      "NPA\tKestria\ten\tNorvik Press Agency\nKTB\tKestria\ten\tKestrian Telegraph Bureau".utf8),
    outlets: Array("Brennick Observer\tKestria\t\tThe Brennick Observer\tbrennickobserver.example".utf8))

  private func credit(
    _ name: String, kind: Credit.Kind = .outlet, role: Credit.Role = .originated, address: String? = nil
  ) -> Credit {
    Credit(name: name, kind: kind, role: role, text: "source: \(name)", place: .metadata, address: address)
  }

  private func resolved(_ credit: Credit, own: String? = nil, address: String? = nil) -> [String] {
    StatedCredits.resolved([credit], own: own, address: address, names).map { "\($0.kind) \($0.name)" }
  }

  @Test func aKnownNameIsSpelledAsTheTablesSpellIt() {
    #expect(resolved(credit("Norvik Press Agency")) == ["agency NPA"])
    #expect(resolved(credit("The Brennick Observer")) == ["outlet Brennick Observer"])
    #expect(resolved(credit("Eastquay Record")) == ["outlet Eastquay Record"])
  }

  @Test func aListIsReadNameByName() {
    #expect(resolved(credit("NPA/KTB")) == ["agency NPA", "agency KTB"])
    #expect(resolved(credit("NPA / Eastquay Record")) == ["agency NPA", "outlet Eastquay Record"])
    // Nobody knows that these are two.
    #expect(resolved(credit("Sand and Stone")) == ["outlet Sand and Stone"])
  }

  @Test func whoStandsBehindWithOnlyHelped() {
    func roles(_ name: String, own: String?) -> [String] {
      StatedCredits.resolved([credit(name, role: .source)], own: own, address: nil, names).map {
        "\($0.role) \($0.name)"
      }
    }
    #expect(roles("NPA with Kirkwell Echo", own: "NPA") == ["contributed Kirkwell Echo"])
    #expect(
      roles("NPA with Kirkwell Echo", own: "Hollin Courier") == ["source NPA", "contributed Kirkwell Echo"])
    #expect(roles("NPA mit KTB", own: nil) == ["source NPA", "contributed KTB"])
    // A paper that writes with an agency's dispatch has it from the agency.
    #expect(roles("Kirkwell Echo avec NPA", own: "Kirkwell Echo") == ["source NPA"])
    #expect(
      roles("Kirkwell Echo with Hollin Courier", own: "Kirkwell Echo") == ["contributed Hollin Courier"])
    #expect(roles("Sand with Stone", own: nil) == ["source Sand with Stone"])
  }

  @Test func anAddressNamesItsOutlet() {
    #expect(resolved(credit("brennickobserver.example")) == ["outlet Brennick Observer"])
    let feed = credit("Latest stories", address: "https://www.brennickobserver.example/rss")
    #expect(resolved(feed) == ["outlet Brennick Observer"])
  }

  @Test func whoHoldsTheRightsCountsOnlyAsAnAgency() {
    #expect(resolved(credit("© 2021 NPA. All rights reserved.", kind: .agency)) == ["agency NPA"])
    #expect(resolved(credit("© 2021 Hollin Media Group", kind: .agency)).isEmpty)
    #expect(resolved(credit("Brennick Observer", kind: .agency)).isEmpty)
  }

  @Test func nobodyIsASourceOfItself() {
    #expect(resolved(credit("The Brennick Observer"), own: "Brennick Observer").isEmpty)
    #expect(resolved(credit("Hollin Courier"), own: "Hollin Courier: Rivers").isEmpty)
    #expect(resolved(credit("Norvik Press Agency"), own: "NPA").isEmpty)
    let own = credit("Our feed", address: "https://www.hollin.example/rss")
    #expect(resolved(own, own: "Hollin Courier", address: "https://hollin.example/dam").isEmpty)
    // A section's feed lies on a host of its own, and a site may be named as its address.
    for own in [
      credit("Local news", address: "https://feeds.hollin.example/local"), credit("m.hollin.example"),
    ] {
      #expect(resolved(own, own: "Hollin Courier", address: "https://www.hollin.example/dam").isEmpty)
    }
    let agency = credit("NPA", address: "https://hollin.example/npa")
    #expect(resolved(agency, own: "Hollin Courier", address: "https://hollin.example/dam") == ["agency NPA"])
    // A paper that is called by the beginning of an agency's name is another.
    #expect(resolved(credit("Norvik Press Agency"), own: "Norvik Press") == ["agency NPA"])
  }

  @Test func whatTheInputStatesGoesIntoTheArticle() throws {
    let text =
      "The lower dam will be drained before the winter, the river board said on Tuesday after a night of talks."
    let stated = Page.Stated(
      outlet: "Hollin Courier", standfirst: "Why it has to go.", section: "Rivers",
      published: Moment(iso: "2021-09-14"), form: .summary,
      credits: [credit("Norvik Press Agency", role: .supplied)])
    let page = Page(id: "1", source: "feed#1", content: .html(Array("<p>\(text)</p>".utf8)), stated: stated)
    guard case .article(let article, _) = ArticleReader(names: names).read(page) else {
      Issue.record("refused")
      return
    }
    #expect(article.text == text)
    #expect(
      article.form == .summary && article.standfirst == "Why it has to go." && article.section == "Rivers")
    #expect(article.credits.map(\.name) == ["NPA"])
    #expect(article.credits.map(\.role) == [.supplied])
  }
}
