import Testing

@testable import Web

@Suite struct GateTests {
  private let gate = Gate(hosts: Hosts(listen: "127.0.0.1", port: 8080), token: nil)

  private func status(_ head: Head, _ gate: Gate? = nil) -> Int {
    do { return try (gate ?? self.gate).check(head)?.status ?? 200 } catch { return error.status }
  }

  private func post(_ target: String = "/corrections", _ change: (inout Head) -> Void) -> Int {
    var head = Head("POST", target, host: "localhost:8080")
    change(&head)
    return status(head)
  }

  @Test(arguments: ["localhost:8080", "LocalHost:8080", "127.0.0.1:8080", "[::1]:8080"])
  func ourOwnNamesAreAnswered(host: String) {
    #expect(status(Head("GET", "/", host: host)) == 200)
  }

  @Test(arguments: [
    "evil.example:8080", "evil.example", "localhost", "localhost:80", "localhost:8081",
    "localhost.evil.example:8080",
    "127.0.0.1.evil.example:8080", "localhost:8080.evil.example", "localhost:8080:8080",
    "user@localhost:8080",
    "192.168.0.7:8080", "localhost.:8080", "", ":8080", "[::1]", "0x7f.1:8080",
  ]) func aReboundNameIsNot(host: String) {
    #expect(status(Head("GET", "/", host: host)) == 421)
  }

  @Test func whoNamesNoHostIsNotAnswered() {
    #expect(status(Head("GET", "/")) == 400)
  }

  @Test func whatListensEverywhereIsKnownByNumbersAndTheMachinesNameOnly() {
    let hosts = Hosts(listen: "0.0.0.0", port: 8080, machine: "Desk")
    for name in ["192.168.0.7:8080", "[fe80::1]:8080", "desk:8080", "desk.local:8080", "localhost:8080"] {
      #expect(hosts.allow(name), "\(name)")
    }
    for name in ["evil.example:8080", "192.168.0.7.evil.example:8080", "1.2.3:8080", "1.2.3.400:8080"] {
      #expect(!hosts.allow(name), "\(name)")
    }
  }

  @Test func ourOwnFormsMayWrite() {
    #expect(post { $0.origin = "http://localhost:8080" } == 200)
    #expect(
      post {
        $0.origin = "http://localhost:8080"
        $0.fetchSite = "same-origin"
      } == 200)
    #expect(post { $0.fetchSite = "same-origin" } == 200)
    #expect(post { $0.fetchSite = "none" } == 200)
    #expect(post("/trace.json") { $0.origin = "http://localhost:8080" } == 200)
  }

  @Test(
    arguments: [
      (nil, nil), ("http://evil.example", nil), ("http://evil.example:8080", nil),
      ("https://localhost:8080", nil),
      ("http://localhost:8081", nil), ("http://127.0.0.1:8080", nil), ("null", nil), ("", nil),
      (nil, "cross-site"),
      (nil, "same-site"), ("http://localhost:8080", "cross-site"), ("http://evil.example", "same-origin"),
      ("null", "cross-site"), ("null", "none"),
    ] as [(String?, String?)]) func nobodyElsesFormsMayWrite(origin: String?, site: String?)
  {
    #expect(
      post {
        $0.origin = origin
        $0.fetchSite = site
      } == 403)
  }

  @Test func nothingElseCanBeSentTo() {
    for target in [
      "/", "/families", "/families/trace", "/tracery", "/style.css", "//trace/..", "/search?x=/trace",
    ] {
      #expect(
        post(target) { $0.origin = "http://localhost:8080" } == (target == "//trace/.." ? 200 : 405),
        "\(target)")
    }
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"] {
      #expect(status(Head(method, "/trace", host: "localhost:8080")) == 405)
    }
  }

  @Test func anotherSitesPagesMayLeadHereButNotFetch() {
    var head = Head("GET", "/search?q=a", host: "localhost:8080")
    for site in ["cross-site", "same-site"] {
      head.fetchSite = site
      head.fetchMode = "no-cors"
      #expect(status(head) == 403)
      head.fetchMode = "navigate"
      #expect(status(head) == 200)
    }
  }

  // MARK: Token

  @Test func withoutTheTokenNobodyIsLetInFromElsewhere() throws {
    let token = Token()
    let gate = Gate(hosts: Hosts(listen: "0.0.0.0", port: 8080), token: token)
    func head(_ target: String, _ cookie: String? = nil, method: String = "GET") -> Head {
      var head = Head(method, target, host: "192.168.0.7:8080")
      head.cookies = cookie.map { [$0] } ?? []
      return head
    }
    for target in [
      "/", "/style.css", "/index.json", "/?token=", "/?token=\(token.text.dropLast())",
      "/?token=\(Token().text)",
    ] {
      #expect(status(head(target), gate) == 401, "\(target)")
    }
    #expect(status(head("/", "stemma_token=\(Token().text)"), gate) == 401)
    #expect(status(head("/", "x=\(token.text)"), gate) == 401)
    #expect(status(head("/", "a=b; stemma_token=\(token.text)"), gate) == 200)
    #expect(status(head("/trace", "stemma_token=\(token.text)", method: "POST"), gate) == 403)

    let answer = try #require(try gate.check(head("/families?q=x&token=\(token.text)&page=2")))
    #expect(answer.status == 303)
    #expect(answer.fields.first { $0.name == "Location" }?.value == "/families?q=x&page=2")
    let cookie = try #require(answer.fields.first { $0.name == "Set-Cookie" }?.value)
    #expect(cookie == "stemma_token=\(token.text); HttpOnly; SameSite=Strict; Path=/")
  }

  @Test func tokensAreLongAndNew() {
    let tokens = Set((0..<1_000).map { _ in Token().text })
    #expect(tokens.count == 1_000)
    #expect(tokens.allSatisfy { $0.utf8.count == 32 })
    #expect(Token().isSame(as: Token().text) == false)
  }

  @Test func loopbackIsToldFromElsewhere() {
    for name in ["127.0.0.1", "127.1.2.3", "localhost", "::1"] { #expect(Hosts.isLoopback(name), "\(name)") }
    for name in ["0.0.0.0", "::", "192.168.0.7", "127.evil.example", "desk", "127.0.0.1.example"] {
      #expect(!Hosts.isLoopback(name), "\(name)")
    }
  }
}
