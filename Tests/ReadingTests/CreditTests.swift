import Press
import Testing

@testable import Reading

@Suite("Credits")
struct CreditTests {
  @Test("A line credits whom it names, and nobody else", arguments: try Fixture.rows("credits.tsv"))
  func credits(_ row: [String]) throws {
    for page in CreditLines.pages(row) {
      #expect(try CreditLines.found(page) == CreditLines.expected(row), "\(row[2])")
    }
  }

  @Test("A line that credits nobody credits nobody in the midst of the report either")
  func midst() throws {
    for row in try Fixture.rows("credits.tsv") where row[3] == "-" && row[0] == "tail" {
      let article = try Fixture.article(Fixture.page(Fixture.lines(row[2], at: "mid")))
      #expect(article.credits.isEmpty, "\(row[2])")
    }
  }

  @Test("The sentences of the report that name an agency stay in the text")
  func sentencesStay() throws {
    for row in try Fixture.rows("credits.tsv")
    where row[3] == "-" && (row[2].contains("said") || row[2].contains("told")) {
      let article = try Fixture.article(Fixture.page(Fixture.lines(row[2], at: row[0])))
      #expect(article.text.contains(row[2]), "\(row[2])")
    }
  }

  @Test(
    "A tag behind the report counts however it is set",
    arguments: [
      "<p>AFP</p>", "<p><em>AFP</em></p>", "<p><i>(AFP)</i></p>", "<div class=byline>AFP</div>",
      "<p><b>AFP</b></p>",
    ])
  func setApart(tag: String) throws {
    let report = Fixture.lines("", at: "tail").map { "<p>\($0)</p>" }.joined()
    let page = Page(
      id: "p", source: "p.html",
      content: .html(Array("<html><body><article><h1>Pier is widened</h1>\(report)\(tag)</article>".utf8)))
    #expect(try Fixture.article(page).credits.map(\.name) == ["AFP"])
  }

  @Test("A credit in furniture says which line it stands in, and where")
  func placeInFurniture() throws {
    for row in try Fixture.rows("credits.tsv") where row[3] != "-" {
      for page in CreditLines.pages(row) {
        let article = try Fixture.article(page)
        for credit in article.credits {
          if credit.range == nil { #expect(credit.line != nil, "\(row[2])") }
          guard let line = credit.line, let range = credit.lineRange else { continue }
          #expect(Fixture.slice(article.furniture[line].text, range) == credit.text, "\(row[2])")
        }
      }
    }
  }

  @Test("Agencies, outlets and unnamed sources are told apart")
  func kinds() throws {
    let lines = Fixture.lines("Source: AFP, BBC News, Veldmoor Courier", at: "tail")
    let article = try Fixture.article(Fixture.page(lines))
    #expect(article.credits.map(\.kind) == [.agency, .outlet, .outlet])
    let feed = try Fixture.article(Fixture.page(Fixture.lines("(Agencies)", at: "tail")))
    #expect(feed.credits.map(\.kind) == [.unnamed] && feed.credits.first?.name.isEmpty == true)
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

  @Test(
    "An outlet whose name begins like another's credits that other all the same",
    arguments: [
      ("The Times of Israel", "The Times"), ("The Guardian", "The Guardian Nigeria"),
      ("Veldmoor Courier", "Veldmoor Courier Quayton"),
    ])
  func likeNames(_ credited: String, _ own: String) throws {
    let lines = Fixture.lines("This article was originally published by \(credited).", at: "tail")
    let article = try Fixture.article(Fixture.page(lines, stated: .init(outlet: own)))
    #expect(article.credits.map(\.name) == [credited])
  }

  @Test(
    "An outlet's name with words for a medium or a section is its own",
    arguments: [
      ("CNN", "CNN (Web News)"), ("Fox News", "Fox News (Online)"),
      ("Veldmoor Courier", "Veldmoor Courier Online"),
      ("National Post", "nationalpost"),
    ])
  func editions(_ credited: String, _ own: String) throws {
    let lines = Fixture.lines("This article was originally published by \(credited).", at: "tail")
    #expect(try Fixture.article(Fixture.page(lines, stated: .init(outlet: own))).credits.isEmpty)
  }

  @Test("A dateline's agency is never the outlet itself")
  func ownDateline() throws {
    let lines = Fixture.lines("VELDMOOR (CNN) —", at: "lead")
    let article = try Fixture.article(Fixture.page(lines, stated: .init(outlet: "CNN")))
    #expect(
      article.dateline?.place == "VELDMOOR" && article.dateline?.agency == nil && article.credits.isEmpty)
  }

  @Test("A name like that under a picture is the picture's; above the report's date it is the report's")
  func pictures() throws {
    let caption = "The northern pier at dusk. (Jane Roe/Reuters)"
    let under = [Fixture.title, caption, "Jane Roe, Reuters"] + Fixture.body
    #expect(try Fixture.article(Fixture.page(under)).credits.isEmpty)
    let over = [Fixture.title, caption, "Reuters", "May 3, 2021"] + Fixture.body
    #expect(try Fixture.article(Fixture.page(over)).credits.map(\.name) == ["Reuters"])
    let twice = [Fixture.title, "Jane Roe | AP", "Jane Roe | AP"] + Fixture.body
    #expect(try Fixture.article(Fixture.page(twice)).credits.isEmpty)
  }

  @Test("An ordinary word that is an agency's name too counts beside a date, not alone")
  func ordinaryWords() throws {
    let dated = [Fixture.title, "Bloomberg", "•", "July 13, 2018"] + Fixture.body
    #expect(try Fixture.article(Fixture.page(dated)).credits.map(\.name) == ["Bloomberg"])
    let alone = [Fixture.title, "Bloomberg"] + Fixture.body
    #expect(try Fixture.article(Fixture.page(alone)).credits.isEmpty)
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
    #expect(names.entry(named: "РИА Новости")?.name == "RIA Novosti")
    #expect(names.entry(named: "رويترز")?.name == "Reuters")
    #expect(names.entry(named: "पीटीआई")?.name == "PTI")
    #expect(names.entry(named: "ap") == nil)
    #expect(names.outlet(at: "https://www.trtworld.com/world/1")?.name == "TRT World")
    #expect(names.outlet(at: "https://edition.cnn.com/a?b")?.owner == "Warner Bros. Discovery")
    #expect(names.outlet(at: "https://example.org") == nil)
  }

  @Test("An address with a host that none can be is nobody's, and is not looked through label by label")
  func endlessHost() {
    let labels = String(repeating: "a.", count: 500_000)
    #expect(NameTable.builtIn.outlet(at: "https://\(labels)trtworld.com/") == nil)
    #expect(NameTable.builtIn.outlet(at: "https://a.b.c.trtworld.com/")?.name == "TRT World")
  }

  /// A report in a page whose markup around it is given: `before` its text, `inside` its box behind the text, `behind` it.
  private func markup(before: String = "", inside: String = "", behind: String = "") -> Page {
    let report = (Fixture.body + Fixture.more).map { "<p>\($0)</p>" }.joined()
    let html =
      "<html><body><main><article><h1>\(Fixture.title)</h1>\(before)<div class=body>\(report)</div>\(inside)</article>"
      + "\(behind)</main></body></html>"
    return Page(id: "p", source: "p.html", content: .html(Array(html.utf8)))
  }

  @Test(
    "A credit line behind the page's footer or in another article credits nobody here",
    arguments: [
      "<footer>© Tidewatch</footer><div><p>(With inputs from ANI)</p></div>",
      "<footer><p>(With inputs from ANI)</p></footer>",
      "<article><h2>Old quay reopens for ferries</h2><p>(With inputs from ANI)</p></article>",
      "<div><article><p>(With inputs from ANI)</p></article></div>",
    ])
  func elsewhere(behind: String) throws {
    #expect(try Fixture.article(markup(behind: behind)).credits.isEmpty)
  }

  @Test("A credit line in a box beside the text, or in the footer of the article's own box, counts")
  func beside() throws {
    let line = "<p>(With inputs from ANI)</p>"
    for page in [
      markup(inside: "<div class=note>\(line)</div>"), markup(inside: "<footer>\(line)</footer>"),
      markup(inside: "<footer>Tides</footer><div>\(line)</div>"), markup(behind: "<div>\(line)</div>"),
    ] {
      #expect(try Fixture.article(page).credits.map(\.name) == ["ANI"])
    }
  }

  @Test("The source of a box in the midst of the report is the box's")
  func boxes() throws {
    let report = Fixture.body.map { "<p>\($0)</p>" }
    for line in ["<em>Source: Reuters</em>", "Kilde: Havnetidende", "Quelle: dpa"] {
      let box = "<fact-box><p>Ferries a day: 14</p><p>\(line)</p></fact-box>"
      let html =
        "<html><body><article><h1>\(Fixture.title)</h1>\(report.prefix(2).joined())\(box)"
        + "\(report.suffix(2).joined())</article></body></html>"
      let page = Page(id: "p", source: "p.html", content: .html(Array(html.utf8)))
      #expect(try Fixture.article(page).credits.isEmpty, "\(line)")
    }
  }

  @Test("An agency's name right behind a picture is the picture's")
  func behindPicture() throws {
    #expect(try Fixture.article(markup(before: "<img src=a.jpg><p>Reuters</p>")).credits.isEmpty)
    #expect(try Fixture.article(markup(before: "<div><img src=a.jpg></div><p>AFP</p>")).credits.isEmpty)
    #expect(try Fixture.article(markup(before: "<p>Reuters</p>")).credits.map(\.name) == ["Reuters"])
  }
}
