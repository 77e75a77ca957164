import Press
import Testing

@testable import Reading

@Suite("Furniture")
struct FurnitureTests {
  @Test("A line is furniture of its kind, or stays in the text", arguments: try Fixture.rows("furniture.tsv"))
  func kinds(_ row: [String]) throws {
    var lines = [Fixture.title] + Fixture.body
    lines.insert(row[1], at: row[0] == "head" ? 1 : row[0] == "midst" ? 3 : lines.count)
    let article = try Fixture.article(Fixture.page(lines))
    let line = Line(row[1].drop { $0 == " " }.description, .builtIn)
    let kind = article.furniture.first { $0.text == line.text }?.kind.rawValue
    #expect((kind ?? "text") == row[2], "\(row[1])")
    if row[2] == "text" { #expect(article.text.contains(line.text)) }
    for sentence in Fixture.body { #expect(article.text.contains(sentence)) }
    #expect(article.title == Fixture.title)
  }

  static let likeWalls = [
    "The rest of the story is a matter of record, the mayor told the council.",
    "Personalised advertising now pays for half of the paper, its editor told the inquiry.",
    "Before you continue to the islands, the harbour master said, buy the ticket back as well.",
    "You have reached the point where the limit no longer helps, and the boats stay in the basin.",
    "Become a member to vote, the chair of the guild told the crews.",
  ]

  @Test("A report's sentence that opens as a wall's does is text, and makes no lead", arguments: likeWalls)
  func sentencesLikeWalls(_ sentence: String) throws {
    let lines = [Fixture.title] + Fixture.body[..<2] + [sentence] + Fixture.body[2...]
    for page in [Fixture.page(lines), Fixture.markup(lines)] {
      let article = try Fixture.article(page)
      #expect(article.text == lines.dropFirst().joined(separator: "\n\n"))
      #expect(article.form == .article)
    }
  }

  @Test(
    "A wall of a whole sentence, in which the house speaks to its reader, is one",
    arguments: [
      "Subscribe to continue reading this story and all the others in our archive of the harbour.",
      "We use cookies to measure how you read these pages and to better your visits.",
      "You have read all of your free articles for this month of the spring.",
    ])
  func longWalls(_ sentence: String) throws {
    let article = try Fixture.article(Fixture.page([Fixture.title] + Fixture.body + [sentence]))
    #expect(article.furniture.map(\.text) == [sentence])
  }

  @Test("A line that opens a quotation which the next goes on with is text, whatever its word is")
  func brokenQuotation() throws {
    let broken = ["“Share", "the water and the fish will come back,” said the miller of the upper pond."]
    let lines = [Fixture.title] + Fixture.body[..<2] + broken + Fixture.body[2...]
    let article = try Fixture.article(Fixture.page(lines))
    #expect(article.text == lines.dropFirst().joined(separator: "\n\n"))
    let button = [Fixture.title] + Fixture.body + ["Share"]
    #expect(try Fixture.article(Fixture.page(button)).furniture.map(\.kind) == [.share])
  }

  @Test("A line that repeats a neighbouring player's title is the player's too, with a date or without")
  func playerTitles() throws {
    let lines = [
      Fixture.title, Fixture.body[0], "WATCH: The night the old pier broke in two",
      "Click to play video: 'The night the old pier broke in two' The night the old pier broke in two",
      "The night the old pier broke in two – Mar 22, 2018", Fixture.body[1],
      "How the ferries came back", "How the ferries came back – Apr 3, 2018", Fixture.body[2],
    ]
    let article = try Fixture.article(Fixture.page(lines))
    #expect(
      article.text == [Fixture.body[0], Fixture.body[1], lines[6], Fixture.body[2]].joined(separator: "\n\n"))
    #expect(article.furniture.map(\.kind) == [.relatedLink, .playerCaption, .playerCaption, .playerCaption])
  }

  @Test("A caption whose words open a sentence of the report is removed, for nothing is lost with it")
  func fragment() throws {
    let lines =
      ["The fishermen of Veldmoor have warned for years."] + Fixture.body + [
        "The fishermen of Veldmoor have warned for years, and nobody listened."
      ]
    let article = try Fixture.article(Fixture.page(lines))
    #expect(article.title == nil)
    #expect(article.furniture.map(\.kind) == [.caption])
    #expect(article.text == lines.dropFirst().joined(separator: "\n\n"))
  }

  @Test("Headlines under a heading of related stories go with it")
  func lists() throws {
    let links = ["Ferry owners sue over the quay", "The night the old pier broke", "Why the basin silts up"]
    let article = try Fixture.article(
      Fixture.page([Fixture.title] + Fixture.body[..<2] + ["Related stories"] + links + Fixture.body[2...]))
    #expect(article.text == Fixture.body.joined(separator: "\n\n"))
    #expect(article.furniture.allSatisfy { $0.kind == .relatedLink })
  }

  @Test("Buttons that stand at every picture are navigation")
  func buttons() throws {
    let lines = [
      Fixture.title, Fixture.body[0], "Zoom picture", Fixture.body[1], "Zoom picture", Fixture.body[2],
      "Zoom picture",
    ]
    #expect(
      try Fixture.article(Fixture.page(lines)).furniture.map(\.kind) == [
        .navigation, .navigation, .navigation,
      ])
  }

  @Test("A chronicle keeps the dates that are its subheadings")
  func chronicle() throws {
    var lines = [Fixture.title]
    for (day, sentence) in Fixture.body.enumerated() {
      lines += ["\(day + 3) May 2021", sentence, Fixture.body[0]]
    }
    let article = try Fixture.article(Fixture.page(lines))
    #expect(article.text.contains("5 May 2021"))
  }
}
