import Press
import Testing

@testable import Reading

@Suite("Credits")
struct CreditTests {
  @Test("A line credits whom it names, and nobody else", arguments: try Fixture.rows("credits.tsv"))
  func credits(_ row: [String]) throws {
    let lines = Fixture.lines(row[1], at: row[0])
    for page in [Fixture.page(lines), Fixture.extracted(lines.joined(separator: "\n\n"))] {
      let article = try Fixture.article(page)
      let found = article.credits.map { "\($0.name)/\($0.kind)/\($0.role)" + ($0.spun ? "~" : "") }
      let expected =
        row[2] == "none" ? [] : row[2].split(separator: ";").map { $0.drop { $0 == " " } }.map(String.init)
      #expect(found == expected, "\(row[1])")
    }
  }

  @Test("A line that credits nobody credits nobody in the midst of the report either")
  func midst() throws {
    for row in try Fixture.rows("credits.tsv") where row[2] == "none" && row[0] == "tail" {
      var lines = [Fixture.title] + Fixture.body
      lines.insert(row[1], at: 3)
      let article = try Fixture.article(Fixture.page(lines))
      #expect(article.credits.isEmpty, "\(row[1])")
    }
  }

  @Test("The sentences of the report that name an agency stay in the text")
  func sentencesStay() throws {
    for row in try Fixture.rows("credits.tsv")
    where row[2] == "none" && (row[1].contains("said") || row[1].contains("told")) {
      let article = try Fixture.article(Fixture.page(Fixture.lines(row[1], at: row[0])))
      #expect(article.text.contains(row[1]), "\(row[1])")
    }
  }

  @Test("An outlet that names itself says nothing of where the text came from; an agency does")
  func ownName() throws {
    let lines = Fixture.lines("Copyright 2018 The Guardian. All rights reserved.", at: "tail")
    #expect(
      try Fixture.article(Fixture.page(lines, stated: .init(outlet: "theguardian.com"))).credits.isEmpty)
    #expect(try Fixture.article(Fixture.page(lines)).credits.isEmpty)
    let other = try Fixture.article(Fixture.page(lines, stated: .init(outlet: "Veldmoor Courier")))
    #expect(other.credits.map(\.name) == ["The Guardian"])
    let agency = Fixture.page(Fixture.lines("(Reuters)", at: "tail"), stated: .init(outlet: "Reuters"))
    #expect(try Fixture.article(agency).credits.map(\.name) == ["Reuters"])
  }

  @Test("An outlet whose name begins like another's credits that other all the same")
  func likeNames() throws {
    let lines = Fixture.lines("This article was originally published by The Times of Israel.", at: "tail")
    let article = try Fixture.article(Fixture.page(lines, stated: .init(outlet: "The Times")))
    #expect(article.credits.map(\.name) == ["The Times of Israel"])
  }

  @Test("A stated byline that is an agency is a credit of the metadata")
  func statedByline() throws {
    let page = Fixture.page([Fixture.title] + Fixture.body, stated: .init(bylines: ["Agence France-Presse"]))
    let credit = try #require(try Fixture.article(page).credits.first)
    #expect(credit.name == "AFP" && credit.place == .metadata && credit.range == nil)
  }

  @Test("Spinning is recognised by alignment: the more words are replaced, the same credit")
  func spinning() throws {
    let words =
      "Except for the headline, this story has not been edited by Tidewatch staff and is published from a syndicated feed"
      .split(separator: " ").map(String.init)
    let replacements = [3: "caption,", 5: "yarn", 9: "amended", 12: "personnel", 15: "issued", 19: "stream"]
    var line = words
    for (count, change) in replacements.sorted(by: { $0.key < $1.key }).enumerated() {
      line[change.key] = change.value
      let text = "(" + line.joined(separator: " ") + ".)"
      let article = try Fixture.article(Fixture.page(Fixture.lines(text, at: "tail")))
      #expect(article.credits.map(\.kind) == [.outlet, .unnamed], "\(text)")
      #expect(article.credits.allSatisfy { $0.spun == (count >= 1) }, "\(text)")
    }
  }

  @Test("The tables know their agencies and outlets by every spelling, and outlets by their address")
  func tables() {
    let names = NameTable.builtIn
    #expect(names.entry(named: "Agence France-Presse")?.name == "AFP")
    #expect(names.entry(named: "Deutsche Presse-Agentur")?.name == "dpa")
    #expect(names.entry(named: "ap") == nil)
    #expect(names.outlet(at: "https://www.trtworld.com/world/1")?.name == "TRT World")
    #expect(names.outlet(at: "https://edition.cnn.com/a?b")?.owner == "Warner Bros. Discovery")
    #expect(names.outlet(at: "https://example.org") == nil)
  }
}
