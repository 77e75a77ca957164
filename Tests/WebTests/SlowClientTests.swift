import Foundation
import Testing

@testable import Web

/// Clients that never finish what they begin.
@Suite(.serialized) struct SlowClientTests {
  private static var short: Limits {
    var limits = Limits()
    limits.headSeconds = 2
    limits.idleSeconds = 2
    limits.bodySeconds = 2
    limits.answerSeconds = 5
    return limits
  }

  /// Sends a byte now and then for as long as the other end listens, at most a minute.
  private static func drip(_ client: RawClient, _ byte: String) -> Bool {
    for _ in 0..<600 {
      if !client.send(byte) { return true }
      usleep(100_000)
    }
    return false
  }

  @Test func aHeadThatDripsInIsGivenUp() async throws {
    try await Serving.run(limits: Self.short) { serving in
      let client = try #require(RawClient(port: serving.place.port))
      client.send("GET / HTTP/1.1\r\nX: ")
      #expect(Self.drip(client, "a"))
      #expect(serving.waits { serving.server.connections.count == 0 })
    }
  }

  @Test func aBodyThatDripsInIsGivenUp() async throws {
    try await Serving.run(limits: Self.short) { serving in
      let client = try #require(RawClient(port: serving.place.port))
      client.send(
        "POST /trace HTTP/1.1\r\nHost: 127.0.0.1:\(serving.place.port)\r\nSec-Fetch-Site: same-origin\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n")
      #expect(Self.drip(client, "a"))
      #expect(serving.waits { serving.server.connections.count == 0 })
    }
  }

  @Test func whoConnectsAndSaysNothingIsGivenUp() async throws {
    try await Serving.run(limits: Self.short) { serving in
      let client = try #require(RawClient(port: serving.place.port))
      #expect(client.rest().isEmpty)
      let second = try #require(RawClient(port: serving.place.port))
      second.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(serving.place.port)\r\n\r\n")
      // The answer comes, and some time later the end.
      #expect(RawAnswer(second.rest(), hasBody: true)?.status == 200)
    }
  }

  @Test func whoNeverTakesAnAnswerIsGivenUp() async throws {
    let long = HTML(raw: String(repeating: "a", count: 40_000_000))
    try await Serving.run(
      limits: Self.short,
      pages: { _ in
        Page(title: "", section: .pile, body: long, data: [String](), table: Page.Table([]))
      }
    ) { serving in
      let client = try #require(RawClient(port: serving.place.port))
      client.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(serving.place.port)\r\n\r\n")
      #expect(serving.waits { serving.server.connections.count == 1 })
      #expect(serving.waits { serving.server.connections.count == 0 })
    }
  }

  @Test func thoseWhoWaitMakeRoomForThoseWhoAsk() async throws {
    var limits = Limits()
    limits.connections = 20
    limits.headSeconds = 300
    limits.idleSeconds = 300
    try await Serving.run(limits: limits) { serving in
      var waiting: [RawClient] = []
      for _ in 0..<200 {
        let client = try #require(RawClient(port: serving.place.port))
        client.send("GET / HT")
        waiting.append(client)
      }
      // No deadline would end them within the test: they are closed because there are too many.
      #expect(serving.waits { serving.server.connections.spared >= 180 })
      #expect(serving.get("/families")?.status == 200)
      #expect(serving.waits { serving.server.connections.count <= 20 })
      #expect(waiting[0].rest().isEmpty)
    }
  }

  @Test func bodiesTogetherAreBoundedToo() async throws {
    var limits = Limits()
    limits.heldBytes = 1_000_000
    try await Serving.run(limits: limits) { serving in
      let head =
        "POST /trace HTTP/1.1\r\nHost: 127.0.0.1:\(serving.place.port)\r\nSec-Fetch-Site: same-origin\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 900000\r\n\r\n"
      let first = try #require(RawClient(port: serving.place.port))
      first.send(head + String(repeating: "a", count: 800_000))
      #expect(
        serving.waits {
          let second = RawClient(port: serving.place.port)
          second?.send(head + String(repeating: "a", count: 900_000))
          return second?.answer()?.status == 503
        })
      first.send(String(repeating: "a", count: 100_000))
      #expect(first.answer()?.status == 200)
      // Once it is answered, there is room again.
      #expect(serving.post("/trace", Array(repeating: 97, count: 900_000))?.status == 200)
    }
  }
}
