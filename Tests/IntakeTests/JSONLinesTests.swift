import Press
import Testing

@testable import Intake

@Suite struct JSONLinesTests {
  private let good = #"{"id":"b","text":"The dam held."}"#

  private func read(_ text: String, limits: Limits = .standard) throws -> [Item] {
    try read(Array(text.utf8), limits: limits)
  }

  private func read(_ bytes: [UInt8], limits: Limits = .standard) throws -> [Item] {
    try items(ofFile: "pile.jsonl", bytes, limits: limits)
  }

  @Test func aLineWithTextIsAnArticleAlreadyExtracted() throws {
    let line = #"""
      {"id":"a1","text":"The \"Dunmore\" sank.\n\nCaf\u00e9 closed \ud83d\ude00.","title":"Ship lost","url":"https://a.example/1",
      """#
    let more = #"""
      "outlet":"Harbour Post","published":"2023-04-16","modified":"2023-04-17T09:30Z","series":"s1","bylines":"Ann Lee","language":"en"}
      """#
    let page = try #require(try read(line + more + "\n").first?.page)
    #expect(page.id == "a1")
    #expect(page.content == .extracted(text: "The \"Dunmore\" sank.\n\nCafé closed 😀."))
    #expect(
      page.stated
        == Page.Stated(
          address: "https://a.example/1", outlet: "Harbour Post", title: "Ship lost", bylines: ["Ann Lee"],
          published: Moment(iso: "2023-04-16"), modified: Moment(iso: "2023-04-17T09:30Z"), language: "en",
          series: "s1"))
  }

  @Test func aLineWithHTMLIsAPage() throws {
    let found = try read(
      #"{"id":7,"html":"<p>Rain.</p>","fetched":"2023-04-16T10:00:00Z","bylines":["A","B"]}"#)
    #expect(found[0].page?.id == "7")
    #expect(found[0].page?.content == .html(Array("<p>Rain.</p>".utf8)))
    #expect(found[0].page?.stated.fetched == Moment(iso: "2023-04-16T10:00:00Z"))
    #expect(found[0].page?.stated.bylines == ["A", "B"])
  }

  @Test func aBadFieldIsLeftOutAndSaidAndTheArticleKept() throws {
    let found = try read(
      #"{"id":"a","text":"Rain.","published":"last Tuesday","title":["x"],"outlet":null,"url":NaN}"#)
    #expect(found.compactMap(\.content) == ["Rain."])
    #expect(found[0].notices.map(\.reason) == [.badField, .badField])
    #expect(found[0].notices.contains { $0.detail.contains("last Tuesday") })
  }

  @Test func blankLinesMarksAndLineEndsAreNoRecords() throws {
    let found = try read("\u{FEFF}\r\n\r\n" + good + "\r\n   \n\t\n" + good)
    #expect(found.map { $0.source.split(separator: "#").last } == ["3", "6"])
  }

  @Test func aLineCutAtAnyByteIsRefusedAndTheNextIsRead() throws {
    let line = Array(#"{"id":"a","n":[1.5e3,{"k":null}],"f":true,"text":"Caf\u00e9 \n \"x\"."}"#.utf8)
    for cut in 1..<line.count {
      let between = try read(Array(line[..<cut]) + Array("\n\(good)\n".utf8))
      #expect(between.map(\.refusal?.reason) == [.badJSON, nil], "cut at \(cut)")
      #expect(between.last?.page?.id == "b", "cut at \(cut)")
      let atEnd = try read(Array("\(good)\n".utf8) + Array(line[..<cut]))
      #expect(atEnd.map(\.refusal?.reason) == [nil, .cutShort], "cut at \(cut)")
      #expect(atEnd.last?.source.hasSuffix("#2") == true)
    }
  }

  @Test(arguments: [
    "rubbish", "[1,2]", "42", "{\"a\":1}", "{}", "{\"text\":5}", "{\"text\":\"x\"} {\"text\":\"y\"}",
    "{'text':'x'}",
    "{\"text\":\"x\",}", "{\"text\":\"\\q\"}", "{\"text\":\"\\u12G4\"}", "{\"text\":tru}", "{\"text\" \"x\"}",
    "{\"html\":[]}",
    "{\"type\":\"pair\",\"a\":\"x\",\"b\":\"y\"}", "{\"type\":\"family\",\"id\":\"f\"}",
  ])
  func aLineThatIsNoRecordIsRefusedWithItsPlace(_ line: String) throws {
    let found = try read("\(good)\n\(line)\n\(good)\n")
    #expect(found.map(\.refusal?.reason) == [nil, .badJSON, nil])
    let refusal = try #require(found[1].refusal)
    #expect(refusal.source.hasSuffix("#2"))
    #expect(!refusal.detail.contains("\n"))
  }

  @Test func theOffsetOfAFaultIsThatInTheFile() throws {
    let refusal = try read("\(good)\n{\"text\":oops}\n").last?.refusal
    #expect(refusal?.detail.contains("byte \(good.utf8.count + 1 + 8) ") == true)
  }

  @Test(.timeLimit(.minutes(1))) func deepNestingOverflowsNothing() throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let found = try read(
      "{\"id\":\"a\",\"x\":\(deep),\"text\":\"Rain.\"}\n" + String(repeating: "{\"a\":", count: 100_000))
    #expect(found.map(\.page?.id) == ["a", nil])
    #expect(found.last?.refusal?.reason == .cutShort)
  }

  @Test func aLineThatIsTooLongIsPassedOverAndTheNextIsRead() throws {
    let limits = Limits(page: 1000)
    for size in [1001, 5000, 300_000, 2_000_000] {
      let long = "{\"text\":\"" + String(repeating: "x", count: size) + "\"}"
      let found = try read("\(good)\n\(long)\n\(good)\n", limits: limits)
      #expect(found.map(\.refusal?.reason) == [nil, .tooLarge, nil])
      #expect(found.map { $0.source.split(separator: "#").last } == ["1", "2", "3"])
      #expect(try read("\(good)\n\(long)", limits: limits).map(\.refusal?.reason) == [nil, .tooLarge])
    }
  }

  @Test func objectsSpreadOverLinesAreRead() throws {
    let spread = "{\n  \"id\": \"a\",\n  \"text\": \"Rain.\"\n}\n"
    let found = try read(spread + spread + good + "\n{\n}\n" + spread)
    #expect(found.map(\.page?.id) == ["a", "a", "b", nil, "a"])
    #expect(found.map { $0.source.split(separator: "#").last } == ["1", "5", "9", "10", "12"])
    let broken = try read(spread + "{\n  \"id\": oops,\n  \"text\": \"Rain.\"\n}\n" + spread)
    #expect(broken.map(\.refusal?.reason) == [nil, .badJSON, nil])
    #expect(try read(spread + spread.dropLast(6)).map(\.refusal?.reason) == [nil, .cutShort])
  }

  @Test func oneObjectMayBeAWholeFileHoweverItIsBroken() throws {
    let found = try read(
      "{\"id\": \"a\", \"bylines\": [\n\"Ann\",\n\"Bo\"],\n\"text\":\n\"Rain.\"}\n\(good)\n")
    #expect(found.map(\.page?.id) == ["a", "b"])
    #expect(found[0].page?.stated.bylines == ["Ann", "Bo"])
    #expect(found[1].source.hasSuffix("#6"))
    #expect(try read("{\"tests\": [\n{\"a\":1},\n{\"a\":2}\n]}\n").map(\.refusal?.reason) == [.badJSON])
    let latin = try read(Array("{\n\"text\": \"Caf".utf8) + [0xE9] + Array("\"\n}\n".utf8))
    #expect(latin.map(\.content) == ["Café"])
    #expect(latin[0].notices.map(\.reason) == [.brokenEncoding])
  }

  @Test(.timeLimit(.minutes(1))) func bracesWithoutEndTakeNoQuadraticTime() throws {
    let nested = String(repeating: "{\n\"a\":\n", count: 100_000)
    #expect(try read(nested, limits: Limits(page: 1 << 20)).count == 100_000)
  }

  @Test func brokenCharactersAreReplacedAndSaid() throws {
    let head = Array(#"{"id":"a","text":"Caf"#.utf8)
    let tail = Array(#" in Zürich, Genève, Besançon"}"#.utf8)
    let found = try read(head + [0xC3] + tail)
    #expect(found[0].content == "Caf\u{FFFD} in Zürich, Genève, Besançon")
    #expect(found[0].notices.map(\.reason) == [.brokenEncoding])
    let latin = try read(head + [0xE9] + Array(#" closed"}"#.utf8))
    #expect(latin[0].content == "Café closed")
    #expect(latin[0].notices.map(\.reason) == [.brokenEncoding])
    let half = try read(#"{"id":"a","text":"A \ud83d smile"}"#)
    #expect(half[0].content == "A \u{FFFD} smile")
    #expect(half[0].notices.map(\.reason) == [.brokenEncoding])
  }

  @Test func aStreamNeedNotFitInMemory() throws {
    let pile = try TemporaryFolder()
    let path = try pile.write("pile.jsonl", String(repeating: good + "\n", count: 50_000))
    var count = 0
    for item in Intake(inputs: [path], limits: Limits(page: 4096)) where item.page != nil { count += 1 }
    #expect(count == 50_000)
  }

  @Test func aPageInUTF16IsReadAsAStreamToo() throws {
    let bytes = (good + "\n" + good).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try read([0xFF, 0xFE] + bytes).compactMap(\.page?.id) == ["b", "b"])
  }
}
