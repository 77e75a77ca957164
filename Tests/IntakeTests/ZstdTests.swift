import Press
import Testing

@testable import Intake

@Suite struct ZstdTests {
  private let lines = (1...8).map { "{\"id\":\"r\($0)\",\"text\":\"Ship number \($0) left port.\"}\n" }

  @Test func framesOneBehindTheOtherAreOneStream() throws {
    let pile = try TemporaryFolder()
    // A frame to be passed over stands between.
    let bytes =
      WebArchive.zstd(Array(lines[0].utf8)) + [0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 9, 9]
      + WebArchive.zstd(Array((lines[1] + lines[2]).utf8))
    let path = try pile.write("pile.jsonl.zst", bytes)
    #expect(items(path).compactMap(\.page?.id) == ["r1", "r2", "r3"])
    #expect(items(path).map(\.source) == (1...3).map { "\(path)#\($0)" })
  }

  @Test func aPageMayBePacked() throws {
    let page = "<html><p>" + String(repeating: "A storm broke over Fennmoor. ", count: 9000)
    let found = try items(ofFile: "page.html.zst", WebArchive.zstd(Array(page.utf8)))
    #expect(found.map(\.content) == [page])
  }

  @Test func cutAtAnyByteItKeepsTheWholeLinesAndTellsOnce() throws {
    let pile = try TemporaryFolder()
    let first = WebArchive.zstd(Array(lines[..<4].joined().utf8))
    let whole = first + WebArchive.zstd(Array(lines[4...].joined().utf8))
    for cut in 4..<whole.count where cut != first.count {
      let found = items(try pile.write("cut.zst", Array(whole[..<cut])))
      let ids = found.compactMap(\.page?.id)
      #expect(
        ids == (1...8).prefix(ids.count).map { "r\($0)" } && (cut < first.count || ids.count >= 4),
        "cut at \(cut)")
      #expect(found.compactMap(\.refusal?.reason) == [.cutShort], "cut at \(cut)")
    }
  }

  @Test func aBombIsStopped() throws {
    let limits = Limits(page: 100_000, ratio: 100)
    let zeros = WebArchive.zstd([UInt8](repeating: 0x20, count: 20_000_000))
    #expect(try items(ofFile: "bomb.zst", zeros, limits: limits).map(\.refusal?.reason) == [.tooLarge])
  }

  @Test func dictionariesThatLieAreRefused() throws {
    let frame = WebArchive.zstd(Array("{\"text\":\"Fog.\"}".utf8))
    let cases: [([UInt8], Refusal.Reason)] = [
      ([0x5D, 0x2A, 0x4D, 0x18, 0xFF, 0xFF, 0xFF, 0xFF] + frame, .unreadable),
      ([0x5D, 0x2A, 0x4D, 0x18, 0xFF, 0, 0, 0] + frame, .cutShort),
      (WebArchive.dictionaryFrame([0x28, 0xB5, 0x2F, 0xFD, 1, 2, 3]) + frame, .unreadable),
      (WebArchive.dictionaryFrame([0x37, 0xA4, 0x30, 0xEC, 1, 2, 3, 4, 5]) + frame, .unreadable),
    ]
    for (bytes, reason) in cases {
      #expect(try items(ofFile: "a.zst", bytes).map(\.refusal?.reason) == [reason], "\(bytes.prefix(12))")
    }
  }
}
