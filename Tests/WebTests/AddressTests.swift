import TestSupport
import Testing

@testable import Web

@Suite struct AddressTests {
  private func request(_ address: Address) throws -> Request { try Request(target: address.text) }

  /// Ids as they occur, and as somebody who means harm would make them.
  static let ids = [
    "ab12", "https://example.org/a/b.html?x=1&y=2#z", "notes.json", "table.csv", "page.html", "a.json.html",
    ".json",
    ".", "..", "../../etc/passwd", "~", "~.", "~~x", "", " ", "a b+c", "50%", "%2F", "%252F", "//", "/", "\\",
    "ö", "o\u{308}",
    "\u{0600}.json", "é.json", "x\n y", "\u{202E}abc", "index", "index.json", "?", "#", "&", "=", "😀",
    "\u{1}", ".html.html",
  ]

  @Test(arguments: ids) func everyIDComesBackFromItsAddressInEveryTwin(id: String) throws {
    for twin in Request.Twin.allCases {
      for address in [
        Address.family(id), .article(id), .outlet(id), .apparatus(of: id), .arrow(of: id, from: id, to: id),
        .search(id),
      ] {
        let request = try request(address.twin(twin))
        #expect(request.twin == twin)
        #expect(request.path.map { Array($0.utf8) } == address.path.map { Array($0.utf8) })
        #expect(request.query.map(\.name) == address.query.map(\.name))
        #expect(request.query.map { Array($0.value.utf8) } == address.query.map { Array($0.value.utf8) })
      }
    }
  }

  @Test func invitedOrNotAnyIDComesBack() throws {
    var random = SplitMix(seed: 6)
    let pieces: [Unicode.Scalar] = Array(
      ".~/%?#&=+:\\ jsonchtmlv12é\u{301}\u{600}😀\u{7F}\"'<>".unicodeScalars)
    for _ in 0..<20_000 {
      var id = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        id.unicodeScalars.append(pieces.randomElement(using: &random)!)
      }
      let twin = Request.Twin.allCases.randomElement(using: &random)!
      let read = try request(Address.article(id).twin(twin))
      guard read.twin == twin, read.path.map({ Array($0.utf8) }) == [Array("articles".utf8), Array(id.utf8)]
      else {
        Issue.record("“\(id)” (\(twin)) came back as \(read.path) (\(read.twin))")
        return
      }
    }
  }

  @Test func twoAddressesOfDifferentIDsDiffer() {
    var seen: [String: [UInt8]] = [:]
    for id in Self.ids {
      let other = seen.updateValue(Array(id.utf8), forKey: Address.article(id).text)
      #expect(other == nil, "\(id)")
    }
  }

  @Test func addressesReadAsTheyAreDocumented() throws {
    #expect(Address.pile.text == "/")
    #expect(Address.pile.twin(.json).text == "/index.json")
    #expect(Address.article("notes.json").text == "/articles/notes.json.html")
    #expect(Address.article("notes.json").twin(.json).text == "/articles/notes.json.json")
    #expect(Address.family("ab12").twin(.csv).text == "/families/ab12.csv")
    #expect(Address.outlet("The Örebro Post").text == "/outlets/The%20%C3%96rebro%20Post")
    #expect(Address.families.with(["page": "2", "q": nil]).text == "/families?page=2")
    #expect(try Request(target: "/families/").path == ["families"])
    #expect(try Request(target: "/index.csv").path == [])
    #expect(try Request(target: "/index").path == ["index"])
  }

  @Test(arguments: [
    "", "families", "http://x/", "*", "/%", "/%2", "/%zz", "/a%00b", "/?q=%00", "/%FF", "/?q=%C3",
    "/?%ED%A0%80=1",
    "/\(String(repeating: "a", count: 8_192))", "/?" + String(repeating: "a&", count: 300),
  ]) func whatIsNoAddressIsRefusedClearly(target: String) {
    #expect { try Request(target: target) } throws: { error in
      let status = (error as? Fault)?.status
      return status == (target.utf8.count > 8_192 ? 414 : 400)
    }
  }

  @Test(arguments: [
    "/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/style.css/../../x", "/%2e%2e/%2e%2e/etc/passwd",
    "/....//etc/passwd", "//etc/passwd", "/articles/%5c..%5c..%5cboot.ini", "/%252e%252e/x",
  ]) func aPathIsOnlyEverNames(target: String) throws {
    let request = try Request(target: target)
    // Nothing is resolved: the parts are names for the site to look up, and no asset is found by them.
    #expect(
      request.path.count == target.dropFirst().split(separator: "/", omittingEmptySubsequences: false).count)
    #expect(Asset.all[target] == nil)
  }
}
