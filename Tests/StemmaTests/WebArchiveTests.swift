import CZlib
import CZstd
import Foundation
import TestSupport
import Testing

/// The demo press as a crawler would have kept it.
@Suite("Web archives")
struct WebArchiveTests {
  /// What of an article does not depend on where its page lay.
  private struct Told: Hashable {
    let title, text, published: String?
    let credits, furniture: [String]

    init(_ article: ArticleLine) {
      title = article.title
      text = article.text
      published = article.published
      credits = article.credits.map { "\($0.name) \($0.role) \($0.text)" }
      furniture = article.furniture.map { "\($0.kind) \($0.text)" }
    }
  }

  @Test("The same articles from the folder, and from WARC and WACZ however they are packed")
  func packings() async throws {
    let scratch = try Scratch()
    let program = Program(folder: scratch.path)
    var records = [Self.record("warcinfo", nil, Data("software: a test\r\n".utf8))]
    let press = Folders.examples + "/press"
    let names = try #require(FileManager.default.enumerator(atPath: press)).compactMap { $0 as? String }
    for name in names.filter({ $0.hasSuffix(".html") }).sorted() {
      let page = try Data(contentsOf: URL(fileURLWithPath: press + "/" + name))
      try scratch.write("folder/" + name, page)
      records.append(
        Self.record("response", "https://press.example/\(name)", Self.answer(page, number: records.count)))
    }
    let packed = records.map(Self.gzip)
    try scratch.write("pile.warc", Data(records.joined()))
    try scratch.write("pile.warc.gz", Data(packed.joined()))
    try scratch.write("whole.warc.gz", Self.gzip(Data(records.joined())))
    try scratch.write("pile.warc.zst", Data(records.map(Self.zstd).joined()))
    try scratch.write("pile.wacz", Self.archive("archive/pile.warc.gz", Data(packed.joined())))

    let plain = try JSONLines(
      try await program.run(["extract", "folder", "--json", "--tables", Folders.examples + "/tables"]).output)
    let expected = try plain.articles.map(Told.init)
    try #require(expected.count > 50)
    for name in ["pile.warc", "pile.warc.gz", "whole.warc.gz", "pile.warc.zst", "pile.wacz"] {
      let ending = try await program.run([
        "extract", name, "--json", "--tables", Folders.examples + "/tables",
      ])
      #expect(ending.status == 0, "\(name): \(ending.errors)")
      let lines = try JSONLines(ending.output)
      let articles = try lines.articles
      #expect(articles.count == expected.count, "\(name)")
      for (article, wanted) in zip(articles, expected) {
        #expect(Told(article) == wanted, "\(name): \(article.source)")
        #expect(article.id.hasPrefix("https://press.example/"))
      }
      #expect(try lines.refusals.count == plain.refusals.count, "\(name)")
    }
  }

  @Test("A cut archive is one complaint, and the pages before it are kept")
  func cut() async throws {
    let scratch = try Scratch()
    let page = try Data(
      contentsOf: URL(fileURLWithPath: Folders.examples + "/press/ktb/2021-09-14-dray-army.html"))
    let records = (1...3).map {
      Self.gzip(Self.record("response", "https://press.example/\($0)", Self.answer(page, number: $0)))
    }
    try scratch.write("cut.warc.gz", Data(records.joined()).dropLast(40))
    let ending = try await Program(folder: scratch.path).run(["extract", "cut.warc.gz", "--json"])
    #expect(ending.status == 2)
    #expect(
      ending.messages.count == 1 && ending.errors.hasPrefix("stemma: cut.warc.gz#3: cut-short: "),
      "\(ending.errors)")
    #expect(
      try JSONLines(ending.output).articles.map(\.id) == [
        "https://press.example/1", "https://press.example/2",
      ])
  }

  private static func record(_ type: String, _ target: String?, _ block: Data) -> Data {
    let address = target.map { "WARC-Target-URI: \($0)\r\n" } ?? ""
    let head =
      "WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Date: 2024-12-31T00:00:00Z\r\nWARC-Record-ID: <urn:test:\(target ?? "")>\r\n"
      + "\(address)Content-Type: application/http\r\nContent-Length: \(block.count)\r\n\r\n"
    return Data(head.utf8) + block + Data("\r\n\r\n".utf8)
  }

  /// Sent as it is, in one chunk, or packed, by turns.
  private static func answer(_ page: Data, number: Int) -> Data {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    switch number % 3 {
    case 0: return Data((head + "\r\n").utf8) + page
    case 1:
      let chunk = Data("\(String(page.count, radix: 16))\r\n".utf8) + page + Data("\r\n0\r\n\r\n".utf8)
      return Data((head + "Transfer-Encoding: chunked\r\n\r\n").utf8) + chunk
    default: return Data((head + "Content-Encoding: gzip\r\n\r\n").utf8) + gzip(page)
    }
  }

  private static func gzip(_ data: Data) -> Data { Data(TestSupport.gzip([UInt8](data))) }

  private static func zstd(_ data: Data) -> Data {
    let input = [UInt8](data)
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(input.count))
    let made = ZSTD_compress(&output, output.count, input, input.count, 3)
    return Data(output[..<made])
  }

  /// A ZIP archive with one entry, stored.
  private static func archive(_ name: String, _ data: Data) -> Data {
    func little(_ value: Int, _ size: Int) -> Data {
      Data((0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) })
    }
    let sum = [UInt8](data).withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
    let common =
      little(20, 2) + little(0, 8) + little(Int(sum), 4) + little(data.count, 4) + little(data.count, 4)
      + little(name.utf8.count, 2) + little(0, 2)
    let entry = Data([0x50, 0x4B, 3, 4]) + common + Data(name.utf8) + data
    let table =
      Data([0x50, 0x4B, 1, 2]) + little(20, 2) + common + little(0, 14) + Data(name.utf8)
    return entry + table + Data([0x50, 0x4B, 5, 6]) + little(0, 4) + little(1, 2) + little(1, 2)
      + little(table.count, 4) + little(entry.count, 4) + little(0, 2)
  }
}
