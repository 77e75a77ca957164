import Collation
import Press
import Testing

@Suite("Witnesses side by side")
struct CollatorTests {
  private func collate(
    _ texts: [String], _ level: Apparatus.Level = .folded, prepare: (inout Article) -> Void = { _ in }
  ) throws -> Apparatus {
    let articles = texts.enumerated().map { number, text in
      var article = Article(id: String(UnicodeScalar(UInt8(97 + number))), source: "", text: text)
      prepare(&article)
      return article
    }
    let apparatus = try #require(Collator.apparatus(of: articles, family: "f", level: level))
    #expect(apparatus.losses(of: articles) == [])
    return apparatus
  }

  private func variants(_ apparatus: Apparatus) -> [[String]] {
    apparatus.segments.filter { $0.readings.count > 1 }.map { $0.readings.map(\.text).sorted() }
  }

  private let frame = ("The harbour master said on Tuesday that", "were seen off the northern pier at dawn.")

  @Test("a phrase for a phrase is one segment, however many words each has")
  func phrases() throws {
    let apparatus = try collate([
      "\(frame.0) ships of the Cold War era \(frame.1) A navy tug followed.",
      "\(frame.0) ships of the Chilly Conflict period \(frame.1) A military departments tug followed.",
      "\(frame.0) ships of the Cold War era \(frame.1) A navy tug followed.",
    ])
    #expect(
      variants(apparatus) == [["Chilly Conflict period", "Cold War era"], ["military departments", "navy"]])
    let cells = apparatus.segments.filter { $0.kind != nil }.map { $0.cells.map { $0?.reading } }
    #expect(cells == [[0, 1, 0], [0, 1, 0]])
    #expect(apparatus.segments.allSatisfy { $0.kind == nil || $0.kind == .substituted })
  }

  @Test("each of three wordings of a place is a reading of its own")
  func threeReadings() throws {
    let apparatus = try collate(
      ["grey", "white", "green"].map { "\(frame.0) two \($0) barges with coal \(frame.1)" })
    #expect(variants(apparatus) == [["green", "grey", "white"]])
  }

  @Test("witnesses that lack a paragraph have nothing in its one segment")
  func cutParagraph() throws {
    let first = "The ferry left the old quay at seven and met no ice on its way."
    let second =
      "A clerk counted ninety crates. Nobody asked him where they had come from, and he did not say."
    let third = "The council will hear the pilots on Friday in the town hall."
    let apparatus = try collate(
      [[first, second, third], [first, third], [first, second, third], [first]].map {
        $0.joined(separator: "\n\n")
      })
    #expect(
      apparatus.segments.map { $0.cells.map { $0 == nil ? "-" : "x" }.joined() } == ["xxxx", "x-x-", "xxx-"])
    #expect(apparatus.segments.allSatisfy { $0.kind == nil })
    #expect(apparatus.readings(of: "b") == [first, nil, third])
  }

  @Test("a paragraph that one witness has elsewhere stands in the segment of the same words")
  func movedParagraph() throws {
    let paragraphs = [
      "The ferry left the old quay at seven and met no ice on its way across.",
      "Customs officers searched the hold for six hours and found nothing but wet flour.",
      "The council will hear the pilots on Friday in the town hall near the bridge.",
      "Two tugs lay idle because their crews had asked for coal that no merchant would sell.",
    ]
    func text(_ order: [Int]) -> String { order.map { paragraphs[$0] }.joined(separator: "\n\n") }
    let apparatus = try collate([text([0, 1, 2, 3]), text([0, 1, 2, 3]), text([0, 2, 3, 1])])
    #expect(apparatus.segments.map { $0.readings.map(\.text) } == paragraphs.map { [$0] })
    #expect(apparatus.segments.map(\.kind) == [nil, .moved, nil, nil])
    #expect(apparatus.segments.allSatisfy { $0.cells.allSatisfy { $0 != nil } })
  }

  @Test("what was moved and reworded is still followed")
  func movedAndReworded() throws {
    let moved = "Customs officers searched the hold for six long hours and found nothing there but wet flour."
    let reworded =
      "Customs officers combed the hold for six long hours and found nothing there except wet flour."
    let rest = (0..<4).map {
      "Paragraph \($0) tells of tug \($0 + 7) and of its master, who waited for \($0) pilots."
    }
    let apparatus = try collate([
      ([moved] + rest).joined(separator: "\n\n"), (rest + [reworded]).joined(separator: "\n\n"),
    ])
    #expect(variants(apparatus) == [["combed", "searched"], ["but", "except"]])
  }

  @Test("punctuation and case are no difference but at the raw level")
  func levels() throws {
    let texts = [
      "The master said the labour was done, and four men went home.",
      "The Master said: the labour was done and four men went home.",
      "The master said the labor was done, and 4 men went home.",
    ]
    #expect(variants(try collate(texts, .raw)).count == 4)
    #expect(variants(try collate(texts)) == [["labor", "labour"], ["4", "four"]])
    #expect(variants(try collate(texts, .lexical)) == [])
  }

  @Test("marks that open a word go with it, all others with the word before")
  func punctuation() throws {
    let apparatus = try collate(["He said: “Never.” (It rained.)", "He swore: “Never.” (It rained.)"])
    #expect(apparatus.readings(of: "a") == ["He", "said:", "“Never.” (It rained.)"])
  }

  @Test("words that are no part of the report are not held against those that are")
  func apart() throws {
    let report = "The ferry left the old quay at seven and met no ice on its way across the bay."
    let line = "Read more about ferries"
    let apparatus = try collate([
      "\(report)\n\n\(line)", "\(report)\n\nRead less about ferries now, they said.",
    ]) {
      guard $0.id == "a" else { return }
      let start = $0.text.utf8.count - line.utf8.count
      $0.furniture = [Furniture(kind: .relatedLink, text: line, range: start..<$0.text.utf8.count)]
    }
    #expect(apparatus.segments.filter(\.isApart).map { $0.cells.map { $0 == nil } } == [[false, true]])
    #expect(apparatus.segments.count == 3)
  }

  @Test("other text in the same frame stands beside it, not against it word for word")
  func otherFacts() throws {
    let head = "The city council met on Monday evening in the town hall to vote on three matters."
    let tail = "The next meeting will be held on the first Monday of the coming month at noon."
    let first =
      "Farmers from nine villages blocked both bridges because wheat prices had fallen again since spring."
    let second =
      "Musicians rehearsed an opera whose score was believed lost until a widow opened her attic trunk."
    let apparatus = try collate([first, second].map { [head, $0, tail].joined(separator: "\n\n") })
    #expect(apparatus.segments.map { $0.readings.map(\.text) } == [[head], [first], [second], [tail]])
    #expect(apparatus.segments[1].cells[1] == nil)
    #expect(apparatus.segments[2].cells[0] == nil)
  }

  @Test("what is cut between two sentences that begin alike is the whole sentence")
  func wholeSentences() throws {
    let apparatus = try collate([
      "The harbour was closed by ice. The pilots went home early.",
      "The harbour was closed by ice. The master said so himself. The pilots went home early.",
    ])
    #expect(apparatus.readings(of: "b")[1] == "The master said so himself.")
  }

  @Test("what is said within quotation marks and what is said of it are two segments")
  func quotations() throws {
    let apparatus = try collate([
      "“The ice will hold,” the pilot said on Monday.", "“The ice will break,” a sailor told us on Monday.",
    ])
    let found = apparatus.segments.filter { $0.readings.count > 1 }
    #expect(found.map { $0.readings.map(\.text).sorted() }.first == ["break,”", "hold,”"])
    #expect(found.first?.kind == .quotation)
  }

  @Test(
    "other languages and scripts",
    arguments: [
      (
        "Der Hafen wurde am Dienstag wegen Eis geschlossen.",
        "Der Hafen wurde am Dienstag wegen Sturm geschlossen.",
        ["Eis", "Sturm"]
      ),
      (
        "Порт был закрыт во вторник из-за льда.", "Порт был открыт во вторник из-за льда.",
        ["закрыт", "открыт"]
      ),
      ("港口星期二因冰關閉。", "港口星期三因冰關閉。", ["三", "二"]),
    ])
  func languages(a: String, b: String, expected: [String]) throws {
    #expect(variants(try collate([a, b])) == [expected])
  }

  @Test("copies of one text are counted in its reading")
  func copies() throws {
    let apparatus = try collate(["The ice held.", "The ice broke.", "The ice held.", "THE ICE HELD!"])
    #expect(apparatus.segments.last?.cells.map { $0?.reading } == [0, 1, 0, 0])
  }

  @Test("one witness is one column of paragraphs; none, or none with text, is nothing")
  func fewWitnesses() throws {
    #expect(try collate(["The ice held.\n\nThe ferry left."]).segments.count == 2)
    #expect(Collator.apparatus(of: [], family: "f") == nil)
    #expect(Collator.apparatus(of: [Article(id: "a", source: "", text: "")], family: "f") == nil)
  }

  @Test("a witness without text, or without words, is still a witness")
  func emptyTexts() throws {
    let apparatus = try collate(["The ice held.", "", "… !", "The ice held."])
    #expect(apparatus.witnesses == ["a", "b", "c", "d"])
    #expect(apparatus.readings(of: "b").allSatisfy { $0 == nil })
    #expect(apparatus.readings(of: "c") == [nil, "… !"])
  }
}
