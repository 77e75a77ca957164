import Archive
import Foundation
import Testing

@testable import Web

@Suite(.serialized) struct ServerTests {
  @Test func everyAnswerBearsTheFieldsThatKeepItHarmless() async throws {
    try await Serving.run { serving in
      let answers = [
        serving.get("/families"), serving.get("/families.json"), serving.get("/x.csv"),
        serving.get("/style.css"),
        serving.get("/%"), serving.get("/", method: "DELETE"), serving.ask("NO\r\n\r\n"),
        serving.ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"),
        serving.post("/trace", [], origin: "http://evil.example"),
      ]
      #expect(answers.map { $0?.status } == [200, 200, 200, 200, 400, 405, 400, 421, 403])
      for answer in answers {
        let answer = try #require(answer)
        for (name, value) in Safety.fields {
          #expect(answer.field(name) == value, "\(name) in \(answer.head)")
        }
        #expect(answer.field("Access-Control-Allow-Origin") == nil)
      }
      let policy = try #require(answers[0]?.field("Content-Security-Policy"))
      #expect(policy.hasPrefix("default-src 'none'; ") && !policy.contains("unsafe"))
    }
  }

  @Test func aHeadIsTheAnswerWithoutItsBody() async throws {
    try await Serving.run { serving in
      let whole = try #require(serving.get("/families"))
      let head = try #require(serving.get("/families", "Connection: close\r\n", method: "HEAD"))
      #expect(head.status == 200)
      #expect(head.body.isEmpty)
      #expect(head.field("content-length") == whole.field("content-length"))
    }
  }

  @Test func addressesAreReadOnceAndStrictly() async throws {
    try await Serving.run { serving in
      #expect(
        serving.get("/articles/a%2Fb%252F.json")?.text
          == "{\"files\":[],\"form\":[],\"path\":[\"articles\",\"a/b%2F\"],\"schema\":\"stemma/1\"}\n")
      #expect(serving.get("/a%00")?.status == 400)
      #expect(serving.get("/%C3")?.status == 400)
      #expect(serving.get("/" + String(repeating: "a", count: 9_000))?.status == 414)
      #expect(serving.get("http://127.0.0.1/families.json")?.text.contains("\"families\"") == true)
    }
  }

  @Test(arguments: [
    "/../../../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2f..%2fetc%2fpasswd",
    "/style.css/../../etc/passwd",
    "//etc/passwd", "/etc/passwd", "/./style.css", "/..%5cdesk.js", "/Assets/style.css",
  ]) func noPathOpensAFile(target: String) async throws {
    try await Serving.run { serving in
      // The page that echoes is what answers, never a file.
      let answer = try #require(serving.get(target))
      #expect(answer.field("content-type") == "text/html; charset=utf-8")
      #expect(!answer.text.contains("root:"))
      #expect(answer.text.contains("<h1>"))
    }
  }

  @Test func tooLargeHeadsAreRefused() async throws {
    try await Serving.run { serving in
      #expect(serving.get("/", "X: \(String(repeating: "a", count: 20_000))\r\n")?.status == 431)
      #expect(serving.get("/", String(repeating: "X: a\r\n", count: 200))?.status == 431)
      #expect(
        serving.get("/", String(repeating: "X: \(String(repeating: "a", count: 1_000))\r\n", count: 60))?
          .status == 431)
      #expect(serving.get("/" + String(repeating: "a", count: 40_000))?.status == 431)
      #expect(serving.get("/")?.status == 200)
    }
  }

  @Test func hostsAreStatedOnce() async throws {
    try await Serving.run { serving in
      let own = "Host: 127.0.0.1:\(serving.place.port)\r\n"
      #expect(serving.ask("GET / HTTP/1.1\r\n\r\n")?.status == 400)
      #expect(serving.ask("GET / HTTP/1.1\r\n\(own)Host: evil.example\r\n\r\n")?.status == 400)
      #expect(serving.ask("GET / HTTP/1.0\r\n\(own)\r\n")?.status == 200)
    }
  }

  // MARK: What is sent

  @Test func formsAndFilesArrive() async throws {
    try await Serving.run { serving in
      #expect(
        serving.post("/corrections.json", Array("kind=split&note=a+b".utf8))?.text.contains(
          "[\"split\",\"a b\"]") == true)
      let body =
        "--b\r\nContent-Disposition: form-data; name=\"page\"; filename=\"x.html\"\r\n\r\n<p>\r\n--b--\r\n"
      let sent = serving.post("/trace.json", Array(body.utf8), type: "multipart/form-data; boundary=b")
      #expect(sent?.text.contains("\"files\":[\"x.html\"]") == true)
      #expect(serving.post("/trace", Array("{}".utf8), type: "application/json")?.status == 415)
    }
  }

  @Test func tooMuchIsRefusedBeforeItIsRead() async throws {
    var limits = Limits()
    limits.traceBytes = 100_000
    try await Serving.run(limits: limits) { serving in
      #expect(serving.post("/trace", Array(repeating: 97, count: 100_000))?.status == 200)
      #expect(serving.post("/trace", Array(repeating: 97, count: 3_000_000))?.status == 413)
      // Without a length stated, it is counted.
      let client = try #require(RawClient(port: serving.place.port))
      client.send(
        "POST /trace HTTP/1.1\r\nHost: 127.0.0.1:\(serving.place.port)\r\nSec-Fetch-Site: same-origin\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n")
      for _ in 0..<40 { client.send("2710\r\n" + String(repeating: "a", count: 10_000) + "\r\n") }
      #expect(client.answer()?.status == 413)
    }
  }

  @Test func whatBreaksOffIsNotTakenForTheWhole() async throws {
    let count = Count()
    try await Serving.run(pages: { request in
      if request.isPost { _ = count.next() }
      return Serving.echo(request)
    }) { serving in
      for length in ["Content-Length: 40", "Transfer-Encoding: chunked"] {
        for isShut in [true, false] {
          let client = try #require(RawClient(port: serving.place.port))
          client.send(
            "POST /corrections HTTP/1.1\r\nHost: 127.0.0.1:\(serving.place.port)\r\nSec-Fetch-Site: same-origin\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\n\(length)\r\n\r\n")
          client.send(length.hasPrefix("C") ? "kind=split" : "a\r\nkind=split\r\n")
          if isShut { client.finish() }
          if isShut { #expect(client.answer().map { $0.status == 400 } ?? true) }
        }
      }
      _ = serving.get("/")
      #expect(serving.waits { serving.server.connections.count == 0 })
      #expect(count.value == 0)
      #expect(serving.post("/corrections", Array("kind=split".utf8))?.status == 200)
      #expect(count.value == 1)
    }
  }

  @Test(arguments: [
    "Content-Length: 3\r\nContent-Length: 4", "Content-Length: 3\r\nTransfer-Encoding: chunked",
    "Transfer-Encoding: chunked\r\nContent-Length: 3", "Transfer-Encoding: x, chunked\r\nContent-Length: 3",
    "Content-Length: +3", "Content-Length: 3, 3", "Content-Length: -1",
    "Content-Length: 99999999999999999999",
    "Transfer-Encoding: xchunked", "Content-Length : 3",
  ]) func aRequestOfTwoLengthsIsNone(lengths: String) async throws {
    try await Serving.run { serving in
      let client = try #require(RawClient(port: serving.place.port))
      let own = "Host: 127.0.0.1:\(serving.place.port)\r\nSec-Fetch-Site: same-origin\r\n"
      client.send(
        "POST /trace HTTP/1.1\r\n\(own)\(lengths)\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\(own)\r\n")
      let text = String(decoding: client.rest(), as: UTF8.self)
      #expect(text.hasPrefix("HTTP/1.1 4"), "\(text.prefix(200))")
      #expect(!text.contains("smuggled"))
    }
  }

  // MARK: What goes wrong in a page

  @Test func anErrorInAPageIsAPageAndALine() async throws {
    struct Odd: Error { let secret = "/home/editor/secret" }
    try await Serving.run(pages: { _ in throw Odd() }) { serving in
      for target in ["/", "/index.json", "/index.csv"] {
        let answer = try #require(serving.get(target))
        #expect(answer.status == 500)
        #expect(!answer.text.contains("secret") && !answer.text.contains("Odd"))
        #expect(answer.text.contains("stemma serve"))
      }
      #expect(serving.log.lines.count == 3)
      #expect(serving.log.lines.first?.hasPrefix("GET /: Odd") == true)
      #expect(serving.get("/style.css")?.status == 200)
    }
  }

  @Test func dataThatIsNoNumberIsAnErrorToo() async throws {
    try await Serving.run(pages: { _ in
      Page(title: "", section: .pile, body: "", data: ["x": Double.nan], table: Page.Table([]))
    }) { serving in
      #expect(serving.get("/index.json")?.status == 500)
      #expect(serving.get("/")?.status == 200)
    }
  }

  // MARK: Workers

  @Test func whenTooManyWaitTheNextIsToldToComeAgain() async throws {
    var limits = Limits()
    limits.workers = 2
    limits.waiting = 3
    let gate = DispatchSemaphore(value: 0)
    try await Serving.run(
      limits: limits,
      pages: { request in
        if request.path == ["slow"] { gate.wait() }
        return Serving.echo(request)
      }
    ) { serving in
      let slow = (0..<5).compactMap { _ in RawClient(port: serving.place.port) }
      for client in slow {
        client.send("GET /slow HTTP/1.1\r\nHost: 127.0.0.1:\(serving.place.port)\r\n\r\n")
      }
      #expect(serving.waits { serving.server.workers.underWay == 5 })
      #expect(serving.get("/quick")?.status == 503)
      // What needs no page is answered while all workers are busy.
      #expect(serving.get("/style.css")?.status == 200)
      #expect(serving.get("/quick")?.field("Retry-After") == "2")
      for _ in slow { gate.signal() }
      for client in slow { #expect(client.answer()?.status == 200) }
      #expect(serving.get("/quick")?.status == 200)
    }
  }

  @Test func requestsOnOneConnectionAreAnsweredInTheirOrder() async throws {
    try await Serving.run { serving in
      let client = try #require(RawClient(port: serving.place.port))
      let own = "Host: 127.0.0.1:\(serving.place.port)\r\n"
      client.send(
        (0..<20).map { "GET /p\($0).csv HTTP/1.1\r\n\(own)\($0 == 19 ? "Connection: close\r\n" : "")\r\n" }
          .joined())
      let text = String(decoding: client.rest(), as: UTF8.self)
      let parts = text.matches(of: #/\bp(\d+)\r\n/#).compactMap { Int($0.1) }
      #expect(parts == Array(0..<20))
    }
  }

  @Test func aPortInUseIsSaidSo() async throws {
    try await Serving.run { serving in
      let second = Server(
        pages: { Serving.echo($0) }, from: "", listen: "127.0.0.1", port: serving.place.port,
        limits: Limits(),
        log: { _ in })
      let done = DispatchSemaphore(value: 0)
      let said = Serving.Log()
      Task {
        do { try await second.run { _ in } } catch { said.add("\(error)") }
        done.signal()
      }
      done.wait()
      #expect(said.lines.first?.contains("is in use") == true)
      #expect(said.lines.first?.contains("--port 0") == true)
    }
  }
}
