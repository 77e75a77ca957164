import Desk
import Foundation
import Press
import Testing

@testable import Web

@Suite struct PagesTests {
  @Test func everyPageOfTheDemoPressIsFoundAndSound() async throws {
    let press = try await TestPress.shared.value
    var sections: Set<String> = []
    let count = try await press.crawl(from: ["/"], most: 3_000) { target, page, markup in
      #expect(page.status == .found, "\(target)")
      #expect(markup.faults.isEmpty, "\(target)")
      let columns = page.table.columns.count
      #expect(columns > 1 && page.table.rows.allSatisfy { $0.count == columns }, "\(target)")
      let json = try JSONSerialization.jsonObject(with: Data(try PageJSON.bytes(page.data)))
      #expect(json is [String: Any], "\(target)")
      sections.insert(target.split(separator: "/").first.map { String($0.prefix { $0.isLetter }) } ?? "")
    }
    #expect(sections == ["", "families", "articles", "outlets", "trace", "corrections", "refusals", "index"])
    #expect(count > 400)
    let families = try press.site.archive.families()
    for family in families {
      #expect(try await press.page(Link.family(family.id)).page.status == .found)
      for member in family.members {
        #expect(try await press.page(Link.article(member)).page.status == .found)
      }
    }
  }

  @Test func whatIsNotThereIsNotFound() async throws {
    let press = try await TestPress.shared.value
    for target in [
      "/nothing", "/families/nothing", "/articles/nothing", "/outlets/Nobody", "/families/a/b/c",
    ] {
      let (page, html) = try await press.page(target)
      #expect(page.status == .notFound)
      #expect(try Markup(html).faults.isEmpty, "\(target)")
    }
  }

  @Test func theFamilyPageSaysWhoAlteredWhichQuotation() async throws {
    let press = try await TestPress.shared.value
    let altered = try press.site.archive.keptChanges(kind: .quotation).filter { $0.now.hasSuffix("nothing") }
    let change = try #require(altered.first)
    let text = try Markup(try await press.page(Link.family(change.family)).html).text
    #expect(text.contains("“I would rather say no”") && text.contains("“I would rather say nothing”"))
    let first = try #require(text.range(of: "Altered quotations"))
    let drawing = try #require(text.range(of: "How it travelled"))
    #expect(first.lowerBound < drawing.lowerBound)
  }

  @Test func everyArrowOfADrawingLeadsToItsEvidence() async throws {
    let press = try await TestPress.shared.value
    for family in try press.site.archive.families(minSize: 2) {
      let stemma = try #require(try press.site.archive.shown(family: family.id)?.stemma)
      let links = Set(try Markup(try await press.page(Link.family(family.id)).html).links)
      for edge in stemma.edges {
        let link = Link.arrow(family.id, from: edge.from, to: edge.to)
        #expect(links.contains(link))
        let page = try await press.page(link)
        for reason in edge.evidence { #expect(try Markup(page.html).text.contains(reason.text)) }
      }
      for node in stemma.nodes where !node.lost { #expect(links.contains(Link.article(node.id))) }
    }
  }

  @Test func aTextIsTracedAndNothingIsAnAnswerToo() async throws {
    let press = try await TestPress.shared.value
    let family = try #require(try press.site.archive.families(minSize: 5).first)
    let text = try #require(try press.site.archive.article(id: family.members[0])).text
    func trace(_ words: String) async throws -> String {
      let request = try Request(target: "/trace", form: [("text", words)], isPost: true)
      let page = try await press.site.page(for: request)
      let markup = try Markup(Frame.html(page, at: Address(of: request)).text)
      #expect(markup.faults.isEmpty)
      return markup.text
    }
    #expect(try await trace(String(text.dropFirst(200))).contains("It carries a report"))
    let other = String(repeating: "Seven grey cats crossed the long dam on their way home. ", count: 9)
    #expect(try await trace(other).contains("Nothing in the archive shares its text"))
    #expect(try await trace(" ").contains("There is no text to trace"))
  }

  @Test func correctionsAreMadeShownAndTakenBack() async throws {
    let press = try await TestPress.demo()
    let family = try #require(try press.site.archive.families(minSize: 5).first)
    func post(_ form: [(name: String, value: String)]) async throws -> Page {
      try await press.site.page(for: Request(target: "/corrections", form: form, isPost: true))
    }
    let split = try await post([
      ("kind", "split"), ("report", family.id), ("article", family.members[1]), ("note", "<b>not</b> ours"),
    ])
    #expect(split.status == .found && split.body.text.contains("&lt;b&gt;not&lt;/b&gt; ours"))
    #expect(
      try press.site.archive.shown(family: family.id)?.family.members.contains(family.members[1]) == false)
    let number = try #require(try press.site.archive.corrections().first?.number)
    #expect(try await post([("withdraw", "\(number)")]).status == .found)
    #expect(try press.site.archive.shown(family: family.id)?.family.members == family.members)
    #expect(try await post([("withdraw", "\(number)")]).status == .wrongCall)
    #expect(
      try await post([("kind", "flip"), ("article", "nobody"), ("other", "no one")]).status == .wrongCall)
    #expect(try await post([("kind", "split")]).status == .wrongCall)
  }

  @Test func anArchiveThatIsOpenForReadingIsCorrectedToo() async throws {
    let press = try await TestPress.demo()
    let path = press.site.archive.path
    press.site.archive.close()
    let site = Site(desk: try Desk(archive: path, mode: .readOnly))
    defer { site.archive.close() }
    let family = try #require(try site.archive.families(minSize: 5).first)
    let form = [("kind", "split"), ("report", family.id), ("article", family.members[1])].map {
      (name: $0.0, value: $0.1)
    }
    let page = try await site.page(for: Request(target: "/corrections", form: form, isPost: true))
    #expect(page.status == .found)
    #expect(try site.archive.corrections().count == 1)
    #expect(try site.archive.shown(family: family.id)?.isCorrected == true)
  }

  @Test func aListIsSearchedSortedAndParted() async throws {
    let press = try await TestPress.shared.value
    func titles(_ target: String) async throws -> [String] {
      try await press.page(target).page.table.rows.map { $0[1] }
    }
    #expect(try await titles("/families?q=ferry").contains { $0.contains("Ferry") })
    let quotations = try await press.page("/families.csv?change=quotation&order=quotations").page.table.rows
    let counts = quotations.compactMap { Int($0[10]) }
    #expect(!counts.isEmpty && counts == counts.sorted(by: >) && !counts.contains(0))
    #expect(try await titles("/families?min=10").count < (try await titles("/families")).count)
    #expect(try await titles("/families?page=900").isEmpty)
  }
}
