import Archive
import Export
import Foundation
import Testing

@testable import Web

@Suite struct AnswerTests {
  private func page(_ rows: [[String]] = [], data: any Encodable & Sendable = ["b": 1, "a": 2, "z": 3])
    -> Page
  {
    Page(
      title: "T<i>", section: .families, body: "<h1>B</h1>", data: data,
      table: Page.Table(["one", "two"], rows))
  }

  private func text(_ answer: Answer) -> String { String(decoding: answer.body, as: UTF8.self) }
  private func field(_ name: String, _ answer: Answer) -> String? {
    answer.fields.first { $0.name == name }?.value
  }

  @Test func thePageStandsInAFrameThatNamesItsTwins() throws {
    let answer = try Answer(page(), for: try Request(target: "/families/x.json.html?q=a%26b"))
    let html = text(answer)
    #expect(field("Content-Type", answer) == "text/html; charset=utf-8")
    for part in [
      "<html lang=\"en\">", "T&lt;i&gt;", "<a class=\"skip\" href=\"#main\">", "<main id=\"main\"",
      "<h1>B</h1>", "type=\"application/json\" href=\"/families/x.json.json?q=a%26b\"",
      "type=\"text/csv\" href=\"/families/x.json.csv?q=a%26b\"", "href=\"/families\" aria-current=",
    ] { #expect(html.contains(part), "\(part)") }
    // The content policy would have such run or shown by no browser.
    #expect(!html.contains("<style") && !html.contains(" style=") && !html.contains("<script>"))
    #expect(html.firstRange(of: #/ on[a-z]+=/#) == nil)
  }

  @Test func dataIsOneObjectWithSortedKeysAndTheSchemasMark() throws {
    let answer = try Answer(page(), for: Request(path: ["families"], twin: .json))
    #expect(field("Content-Type", answer) == "application/json")
    #expect(text(answer) == "{\"a\":2,\"b\":1,\"schema\":\"stemma/1\",\"z\":3}\n")
  }

  @Test func dataThatIsAListIsPutIntoAnObject() throws {
    let answer = try Answer(page(data: [1, 2]), for: Request(path: [], twin: .json))
    #expect(text(answer) == "{\"items\":[1,2],\"schema\":\"stemma/1\"}\n")
  }

  @Test func aTableIsAFileToKeep() throws {
    let answer = try Answer(page([["a,b", "c"]]), for: Request(path: ["outlets", "../Ö\"x"], twin: .csv))
    #expect(field("Content-Type", answer) == "text/csv; charset=utf-8")
    #expect(field("Content-Disposition", answer) == "attachment; filename=\"stemma-outlets-------x.csv\"")
    #expect(text(answer) == "one,two\r\n\"a,b\",c\r\n")
  }

  @Test(arguments: [
    ("-5", "-5"), ("-5.2e3", "-5.2e3"), ("+49", "+49"), ("0", "0"), ("=1+1", "'=1+1"), ("@x", "'@x"),
    ("-2+3", "'-2+3"),
    ("+49 30 1234", "'+49 30 1234"), ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("-", "'-"), ("--5", "'--5"),
    ("=", "'="),
    ("-1,000", "\"'-1,000\""), ("-nan", "'-nan"), ("+inf", "'+inf"), ("-infinity", "'-infinity"),
    ("-0x10", "'-0x10"),
    ("\n=1", "\"'\n=1\""), ("＝1+1", "'＝1+1"), ("a=1", "a=1"),
  ]) func noCellIsAFormulaAndNumbersStayNumbers(cell: String, written: String) throws {
    let answer = try Answer(page([[cell, "end"]]), for: Request(path: [], twin: .csv))
    #expect(text(answer) == "one,two\r\n\(written),end\r\n")
  }

  @Test(arguments: Request.Twin.allCases) func everyFaultSaysWhatToDoInEveryTwin(twin: Request.Twin) throws {
    let faults: [Fault] = [
      .address("x"), .addressTooLong, .form("x"), .formKind, .tooLarge(1), .method("GET"), .crossSite,
      .noHost,
      .wrongHost, .tokenNeeded, .busy, .tooSlow, .failed, .malformed, .headTooLarge,
    ]
    for fault in faults {
      let answer = Answer(fault, for: Request(path: ["a"], twin: twin))
      #expect(answer.status == fault.status)
      #expect(text(answer).contains(fault.title))
      #expect(text(answer).contains(fault.advice.prefix(12)))
    }
    #expect(
      Set(faults.map(\.status)).isSuperset(of: [400, 401, 403, 405, 413, 414, 415, 421, 431, 500, 503]))
  }

  @Test func noErrorTellsABrowserAPath() throws {
    let path = FileManager.default.temporaryDirectory.path + "/no such folder/none.stemma"
    var caught: (any Error)?
    do { _ = try Archive(path: path, mode: .readOnly) } catch { caught = error }
    let error = try #require(caught)
    for twin in Request.Twin.allCases {
      let answer = Answer(Fault(error), for: Request(path: [], twin: twin))
      #expect(answer.status == 500)
      #expect(!text(answer).contains("no such folder"))
    }
    struct Odd: Error { let secret = "/home/editor/secret" }
    #expect(!text(Answer(Fault(Odd()))).contains("secret"))
  }
}
