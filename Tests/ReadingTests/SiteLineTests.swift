import Press
import TestSupport
import Testing

@testable import Reading

@Suite("Lines that an outlet prints on all its pages")
struct SiteLineTests {
  private static let words = """
    harbour pier ferry council engineer lantern quay tide crane market mayor vote bridge miller baker river winter
    lorry clerk school choir orchard fence parcel window ledger cellar tower garden anchor
    """.split { $0.isWhitespace }.map(String.init)

  /// Six paragraphs of a report of its own.
  private static func report(_ seed: UInt64) -> [String] {
    var dice = SplitMix(seed: seed)
    return (0..<6).map { number in
      let list = (0..<16).map { _ in words.randomElement(using: &dice) ?? "" }
      return "The \(words[(Int(seed) + number) % words.count]) of \(list.joined(separator: " ")) was mended."
    }
  }

  private static let slogan = "Minch Lantern, first with the tides"
  private static let letter = "Write to desk@minch-lantern.example if you know more of this."
  private static func ticker(_ number: Int) -> String {
    "Tides today: high \(number + 2).\(number) m at \(10 + number):05, wind NW \(number)"
  }
  private static func offer(_ number: Int) -> String {
    "Become a friend of the Lantern, \(number + 3) crowns a month"
  }

  private static func article(
    _ number: Int, outlet: String? = "Minch Lantern", _ paragraphs: [String], dressed: Bool = true
  ) -> Article {
    let head = dressed ? [slogan, ticker(number)] : []
    let tail = dressed ? [offer(number), letter] : []
    return Article(
      id: "p\(number)", source: "pile/minch/\(number).txt", outlet: outlet, title: "Report \(number)",
      text: (head + paragraphs + tail).joined(separator: "\n\n"))
  }

  private static let eight = (0..<8).map { article($0, report(UInt64($0 + 1))) }

  private func lines(_ articles: [Article]) -> SiteLines { SiteLines(articles.map(SitePage.init)) }

  /// The lines taken of each page.
  private func taken(_ articles: [Article]) -> [[String]] {
    let known = lines(articles)
    return articles.map { known.lines(of: $0).map(\.text) }
  }

  /// Every range lies in the text and says what it says.
  private func checkRanges(_ article: Article) throws {
    let bytes = Array(article.text.utf8)
    func slice(_ range: Range<Int>) throws -> String {
      try #require(range.upperBound <= bytes.count)
      return try #require(String(validating: bytes[range], as: UTF8.self))
    }
    for line in article.furniture {
      guard let range = line.range else { continue }
      let words = try slice(range)
      #expect(words == line.text)
    }
    for credit in article.credits {
      if let range = credit.range {
        let words = try slice(range)
        #expect(words == credit.text)
      }
      guard let line = credit.line else { continue }
      try #require(line < article.furniture.count)
      let whole = Array(article.furniture[line].text.utf8)
      let range = try #require(credit.lineRange)
      #expect(String(decoding: whole[range], as: UTF8.self) == credit.text)
    }
  }

  @Test("name, ticker, offer and address go, from every page, whatever their numbers")
  func dressed() throws {
    for (number, lines) in taken(Self.eight).enumerated() {
      #expect(lines == [Self.slogan, Self.ticker(number), Self.offer(number), Self.letter])
    }
    let known = lines(Self.eight)
    for article in Self.eight {
      let marked = known.marking(article)
      #expect(marked.text == article.text)
      try checkRanges(marked)
    }
  }

  @Test("an article that was marked is judged as before, and gets nothing twice")
  func twice() {
    let known = lines(Self.eight)
    let once = Self.eight.map(known.marking)
    #expect(once.map(lines(once).marking) == once)
  }

  @Test("neither the order of the pages nor pages of others change anything")
  func order() {
    let strangers = (0..<5).map {
      Self.article($0 + 50, outlet: "Sorrel Post", Self.report(UInt64($0 + 90)), dressed: false)
    }
    var dice = SplitMix(seed: 5)
    let expected = taken(Self.eight)
    for _ in 0..<10 {
      let known = lines((Self.eight + strangers).shuffled(using: &dice))
      #expect(Self.eight.map { known.lines(of: $0).map(\.text) } == expected)
    }
  }

  @Test("updates of one report share whole paragraphs, and lose none")
  func updates() {
    let report = Self.report(7)
    let updates = (0..<8).map { number in
      Self.article(
        number, ["Storm over Minch"] + report + [Self.report(UInt64(number + 30))[0], "More to follow soon"],
        dressed: false)
    }
    #expect(taken(updates).allSatisfy { $0.isEmpty })
  }

  @Test("a paragraph of background that stands below many reports stays")
  func background() {
    let sentence = "The strike of the bakers began in March, after the council had taken away their ovens."
    let pages = (0..<8).map { Self.article($0, Self.report(UInt64($0 + 1)) + [sentence], dressed: false) }
    #expect(taken(pages).allSatisfy { $0.isEmpty })
  }

  @Test("a quotation, a dateline and a headline stay, on however many pages")
  func sacred() {
    let quotation = "“Not with my tide” , said the mayor"
    let pages = (0..<8).map { number in
      let lead = "MINCH — desk@minch-lantern.example"
      var article = Self.article(
        number,
        ["Tides of the week", lead, "Sorrel Bay (Lantern)"] + Self.report(UInt64(number + 1)) + [quotation],
        dressed: false)
      article.title = "Tides of the week"
      let start = "Tides of the week\n\n".utf8.count
      article.dateline = Dateline(place: "Minch", date: nil, agency: nil, range: start..<(start + 5))
      return article
    }
    #expect(taken(pages).allSatisfy { $0.isEmpty })
  }

  @Test("two different pages are no custom, three are")
  func three() {
    #expect(taken(Array(Self.eight.prefix(2))).allSatisfy { $0.isEmpty })
    #expect(taken(Array(Self.eight.prefix(3))).allSatisfy { $0.contains(Self.slogan) })
    // Many copies of two pages are two pages.
    let copies = (0..<20).map { number in
      var copy = Self.eight[number % 2]
      copy.id += "-\(number)"
      return copy
    }
    #expect(taken(copies).allSatisfy { $0.isEmpty })
  }

  @Test("a line of two outlets is counted for each alone")
  func outlets() {
    let line = "Have your say below"
    let pages = (0..<4).map { number in
      Self.article(
        number, outlet: number % 2 == 0 ? "Minch Lantern" : "Sorrel Post",
        Self.report(UInt64(number + 1)) + [line], dressed: false)
    }
    #expect(taken(pages).allSatisfy { $0.isEmpty })
    #expect(
      taken(
        pages.map { page in
          var page = page
          page.outlet = "Minch Lantern"
          return page
        }
      ).allSatisfy { $0 == [line] })
  }

  @Test("the host, then the folder, stand in for an outlet that is not named")
  func unnamed() {
    func pages(_ change: (inout Article, Int) -> Void) -> [Article] {
      Self.eight.enumerated().map { number, page in
        var page = page
        page.outlet = nil
        change(&page, number)
        return page
      }
    }
    func finds(_ pages: [Article]) -> Bool { taken(pages).allSatisfy { $0.contains(Self.slogan) } }
    #expect(finds(pages { _, _ in }))
    #expect(!finds(pages { $0.source = "pile/\($1)/page.txt" }))
    #expect(
      finds(
        pages { page, number in
          page.source = "pile/\(number)/page.txt"
          page.address = "https://www.minch-lantern.example/\(number)"
        }))
    // The lines of a file may be of anyone.
    #expect(!finds(pages { $0.source = "pile/all.jsonl#\($1)" }))
  }

  @Test("a short line between paragraphs may be a heading; a label of several words on most pages is none")
  func between() {
    func pages(_ line: String) -> [Article] {
      (0..<6).map { number in
        var report = Self.report(UInt64(number + 1))
        report.insert(line, at: 3)
        return Self.article(number, report, dressed: false)
      }
    }
    #expect(taken(pages("What happens next")).allSatisfy { $0.isEmpty })
    #expect(taken(pages("The story goes on below the picture")).allSatisfy { $0.count == 1 })
  }

  @Test("what only one page says stays: a note of correction")
  func correction() {
    let note = "An earlier version of this report gave the wrong pier."
    var pages = Self.eight
    pages[3] = Self.article(3, Self.report(4) + [note])
    #expect(!taken(pages)[3].contains(note))
    #expect(taken(pages)[3].contains(Self.offer(3)))
  }

  @Test("cutting leaves the report, and every range where its words are")
  func cutting() throws {
    let credit = "From the wire of NPA for the Minch Lantern"
    let pages = Self.eight.enumerated().map { number, page in
      var page = page
      page.text = [page.text, credit].joined(separator: "\n\n")
      let bytes = page.text.utf8.count
      let first = Self.slogan.utf8.count + Self.ticker(number).utf8.count + 4
      let end = first + Self.report(UInt64(number + 1))[0].utf8.count
      page.credits = [
        Credit(
          name: "NPA", kind: .agency, role: .source, text: "NPA", place: .text,
          range: (bytes - 25)..<(bytes - 22)),
        Credit(
          name: "", kind: .unnamed, role: .source, text: "mended", place: .text, range: (end - 7)..<(end - 1)),
      ]
      page.blocks = [Article.Block(kind: .listItem, range: first..<end)]
      page.furniture = [Furniture(kind: .share, text: "Share")]
      return page
    }
    let known = lines(pages)
    for (number, page) in pages.enumerated() {
      try checkRanges(page)
      let cut = known.cutting(page)
      let report = Self.report(UInt64(number + 1))
      #expect(cut.text == report.joined(separator: "\n\n"))
      #expect(
        cut.furniture.map(\.text)
          == ["Share", Self.slogan, Self.ticker(number), Self.offer(number), Self.letter, credit])
      #expect(cut.furniture.allSatisfy { $0.range == nil })
      #expect(cut.credits.map(\.name) == page.credits.map(\.name))
      #expect(cut.credits.map(\.place) == [.furniture, .text] && cut.credits[0].line == 5)
      #expect(cut.blocks == [Article.Block(kind: .listItem, range: 0..<report[0].utf8.count)])
      try checkRanges(cut)
    }
  }

  @Test("of a page of any size only so much is held")
  func memory() {
    var page = Self.eight[0]
    page.text = (0..<5_000).map {
      "Line of a list that has no end, kept by the \(Self.words[$0 % 30]) \($0)x"
    }
    .enumerated().map { "\($1) \(String($0, radix: 17).map { "q\($0)" }.joined(separator: " "))" }
    .joined(separator: "\n")
    let held = SitePage(page)
    #expect(held.lines.count <= SitePage.mostLines && held.sketch.count == SitePage.sketched)
  }

  @Test("pages without text, lines or words are nothing")
  func nothing() {
    #expect(SiteLines([]).isEmpty)
    let pages = ["", "\n\n", "***\n\n12:05", "Minch"].enumerated().map { number, text in
      Article(id: "e\(number)", source: "pile/\(number)", outlet: "Minch Lantern", text: text)
    }
    #expect(taken(pages).allSatisfy { $0.isEmpty })
  }
}
