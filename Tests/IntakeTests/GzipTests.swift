import Press
import TestSupport
import Testing

@testable import Intake

@Suite struct GzipTests {
  private let lines = (1...8).map { "{\"id\":\"r\($0)\",\"text\":\"Ship number \($0) left port.\"}\n" }

  @Test func membersOneBehindTheOtherAreOneStream() throws {
    let pile = try TemporaryFolder()
    let bytes = gzip(Array(lines[0].utf8)) + gzip(Array((lines[1] + lines[2]).utf8)) + [0, 0, 0]
    let path = try pile.write("pile.gz", bytes)
    #expect(items(path).compactMap(\.page?.id) == ["r1", "r2", "r3"])
    #expect(items(path).map(\.source) == (1...3).map { "\(path)#\($0)" })
  }

  @Test func cutAtAnyByteItKeepsTheWholeLinesAndTellsOnce() throws {
    let pile = try TemporaryFolder()
    let whole = gzip(Array(lines[..<4].joined().utf8)) + gzip(Array(lines[4...].joined().utf8))
    let boundary = gzip(Array(lines[..<4].joined().utf8)).count
    for cut in 2..<whole.count {
      let found = items(try pile.write("cut.gz", Array(whole[..<cut])))
      let ids = found.compactMap(\.page?.id)
      #expect(ids == (1...8).prefix(ids.count).map { "r\($0)" }, "cut at \(cut)")
      #expect(found.allSatisfy { $0.page == nil || $0.notices.isEmpty }, "cut at \(cut)")
      // Where one member ends, nothing shows that another was to come.
      #expect(found.compactMap(\.refusal?.reason) == (cut == boundary ? [] : [.cutShort]), "cut at \(cut)")
    }
  }

  @Test func aPageThatIsCutIsKeptAsFarAsItGoesAndSaysSo() throws {
    let pile = try TemporaryFolder()
    let text = (1...400).map {
      "On day \($0 &* 7919 % 1000) the ferry carried \($0 &* 104_729 % 9973) people."
    }
    let whole = gzip(Array(text.joined(separator: "\n").utf8))
    for cut in stride(from: 2, to: whole.count, by: 37) + [whole.count - 1] {
      let found = items(try pile.write("page.gz", Array(whole[..<cut])))
      #expect(found.count == 1, "cut at \(cut)")
      #expect(
        found[0].refusal?.reason == .cutShort || found[0].notices.map(\.reason) == [.partial], "cut at \(cut)"
      )
    }
  }

  @Test func damageIsToldAndNeverCrashes() throws {
    let pile = try TemporaryFolder()
    let whole = gzip(Array(lines.joined().utf8))
    for at in 2..<whole.count {
      var bytes = whole
      bytes[at] ^= 0x55
      let found = items(try pile.write("damaged.gz", bytes))
      #expect(!found.isEmpty, "byte \(at)")
    }
    let trailing = items(try pile.write("trailing.gz", whole + Array("rubbish".utf8)))
    #expect(trailing.compactMap(\.page).count == 8)
    #expect(trailing.last?.refusal?.reason == .unreadable)
  }

  @Test func aBombIsStopped() throws {
    let pile = try TemporaryFolder()
    let limits = Limits(page: 100_000, ratio: 100)
    let zeros = gzip([UInt8](repeating: 0x20, count: 20_000_000))
    #expect(items(try pile.write("bomb.gz", zeros), limits: limits).map(\.refusal?.reason) == [.tooLarge])
    let stream = gzip(
      Array(lines[0].utf8) + [UInt8](repeating: 0x0A, count: 20_000_000) + Array(lines[1].utf8))
    let found = items(try pile.write("bomb.jsonl.gz", stream), limits: limits)
    #expect(found.map(\.page?.id) == ["r1", nil])
    #expect(found.last?.refusal?.reason == .tooLarge)
    #expect(found.last?.refusal?.detail.contains("bomb") == true)
  }

  @Test func gzipWithinGzipIsNotFollowed() throws {
    let pile = try TemporaryFolder()
    #expect(
      items(try pile.write("a.gz", gzip(gzip(Array("A fog.".utf8))))).map(\.refusal?.reason) == [.unsupported]
    )
  }
}

private func + (strided: StrideTo<Int>, more: [Int]) -> [Int] { Array(strided) + more }
