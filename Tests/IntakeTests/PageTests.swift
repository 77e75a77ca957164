import Press
import TestSupport
import Testing

@testable import Intake

@Suite struct PageTests {
  private func read(_ bytes: [UInt8], limits: Limits = .standard) throws -> Item {
    let found = try items(ofFile: "page", bytes, limits: limits)
    #expect(found.count == 1)
    return try #require(found.first)
  }

  @Test func htmlAndTextAreToldApart() throws {
    let page = try read(Array("<html><p>A storm.</p>".utf8))
    #expect(page.isHTML)
    #expect(page.content == "<html><p>A storm.</p>")
    let text = try read(Array("A storm.".utf8))
    #expect(!text.isHTML)
    #expect(text.content == "A storm.")
  }

  @Test func whatIsNoPageIsRefusedWithAReason() throws {
    let cases: [([UInt8], Refusal.Reason)] = [
      ([], .empty), (Array(" \n\t ".utf8), .empty), ([1, 2, 3, 0, 0xFF], .notText),
      ([0x89, 0x50, 0x4E, 0x47], .unsupported), ([0x50, 0x4B, 3, 4], .cutShort),
      ([0x28, 0xB5, 0x2F, 0xFD], .cutShort),
      ([0x1F, 0x8B], .cutShort), ([0x1F, 0x8B, 8, 0, 1, 2], .cutShort),
      ([0x1F, 0x8B, 9, 9, 9, 9, 9, 9, 9, 9, 9], .unreadable),
      ([0xFF, 0xFE], .empty), ([0xFF, 0xFE, 0, 0, 0, 0], .notText), ([0xEF, 0xBB, 0xBF], .empty),
    ]
    for (bytes, reason) in cases {
      let refusal = try #require(try read(bytes).refusal, "\(bytes)")
      #expect(refusal.reason == reason, "\(bytes)")
      #expect(!refusal.detail.isEmpty && !refusal.detail.contains("\n"))
    }
  }

  @Test func zeroBytesFarIntoATextAreFoundAndInHTMLBorneWith() throws {
    let words = Array(String(repeating: "The tide rose. ", count: 1000).utf8)
    #expect(try read(words + [0]).refusal?.reason == .notText)
    #expect(try read(Array("<p>".utf8) + words + [0]).isHTML)
  }

  @Test func aPageThatIsTooLargeIsRefused() throws {
    let words = Array(String(repeating: "The tide rose. ", count: 1000).utf8)
    #expect(try read(words, limits: Limits(page: words.count)).content?.utf8.count == words.count)
    #expect(try read(words, limits: Limits(page: words.count - 1)).refusal?.reason == .tooLarge)
    #expect(
      try read(gzip(words), limits: Limits(page: words.count - 1, ratio: 1000)).refusal?.reason == .tooLarge)
  }

  @Test func brokenBytesAreSaidWithThePage() throws {
    let page = try read(Array("Caf".utf8) + [0xE9] + Array(" closed".utf8))
    #expect(page.content == "Café closed")
    #expect(page.notices.map(\.reason) == [.brokenEncoding])
    #expect(page.notices[0].source == page.source)
  }

  @Test func noBytesWhateverCrashOrVanish() throws {
    var random = SplitMix(seed: 11)
    let heads: [[UInt8]] = [
      [], Array("<html>".utf8), Array("{\"text\":\"".utf8), [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3],
      [0xFF, 0xFE],
      Array("<meta charset=".utf8), Array("<?xml encoding=".utf8), Array("{\n".utf8), Array("<!--".utf8),
    ]
    let pile = try TemporaryFolder()
    for round in 0..<600 {
      let length = Int.random(in: 0..<300, using: &random)
      let alphabet: ClosedRange<UInt8> = round % 2 == 0 ? 0...255 : 0x20...0x7E
      let bytes =
        heads[round % heads.count] + (0..<length).map { _ in UInt8.random(in: alphabet, using: &random) }
      let found = items(try pile.write("page", bytes))
      #expect(!found.isEmpty, "\(bytes)")
    }
  }
}
