import Press
import TestSupport
import Testing

@testable import Intake

/// Damage costs the record that it hit, and is told.
@Suite struct WARCDamageTests {
  private static let count = 200
  private static let records = (1...count).map(WebArchive.page)

  private func ids(_ numbers: some Sequence<Int>) -> [String] { numbers.map(WebArchive.address) }

  /// What comes of reading `bytes` as one input.
  private func read(_ bytes: ArraySlice<UInt8>, limits: Limits = .standard) -> [Item] {
    let reservoir = Reservoir(page: limits.page)
    reservoir.attach(MemoryStream(Array(bytes)))
    switch Opening(reservoir, Input(path: nil), limits: limits, seen: SeenRecords()).open() {
    case .item(let item): return [item]
    case .records(var records):
      var items: [Item] = []
      while let item = records.next() { items.append(item) }
      return items
    }
  }

  /// Reads a file of `parts` that is cut at `offset`, from part `first` on: those before `whole` must be there, and a cut
  /// that is not between two parts must be told, once.
  private func check(
    _ parts: [[UInt8]], _ ends: [Int], from first: Int, cutAt offset: Int, _ file: ArraySlice<UInt8>
  ) {
    let whole = ends.firstIndex { $0 > offset } ?? ends.count
    let start = first == 0 ? 0 : ends[first - 1]
    let found = read(file[start..<offset])
    let pages = found.compactMap(\.page)
    // The block of the last record may be whole, and only what stands behind it cut.
    let expected = ids(first + 1...max(first + 1, whole))
    let got = pages.map(\.id)
    let isBetween = whole > 0 ? ends[whole - 1] == offset : offset == 0
    let keepsWhole =
      got == Array(expected.prefix(whole - first)) || got == ids(first + 1...min(whole + 1, Self.count))
    let isTold =
      found.count - pages.count == (isBetween ? 0 : 1) && found.dropLast().allSatisfy { $0.page != nil }
    let isSound = found.allSatisfy {
      $0.notices.isEmpty && ($0.refusal == nil || $0.refusal?.reason == .cutShort)
    }
    if !(keepsWhole && isTold && isSound) {
      Issue.record(
        "cut at \(offset), read from record \(first + 1): \(got.count) pages, \(found.compactMap(\.refusal))")
    }
  }

  /// At every offset, with the record before the one that is cut; and at some with all that are before.
  @Test(arguments: [false, true])
  func cutAtAnyByteItKeepsTheWholeRecordsAndTellsTheCut(isPacked: Bool) {
    let parts = isPacked ? Self.records.map(gzip) : Self.records
    var ends: [Int] = []
    for part in parts { ends.append((ends.last ?? 0) + part.count) }
    let file = Array(parts.joined())[...]
    var cut = 0
    for offset in 7..<file.count {
      while ends[cut] <= offset { cut += 1 }
      let first = max(0, cut - 1)
      // What is left of one record may be too little to show what it is.
      guard offset - (first == 0 ? 0 : ends[first - 1]) > 72 else { continue }
      check(parts, ends, from: first, cutAt: offset, file)
    }
    for offset in stride(from: 73, to: file.count, by: 997) + [file.count - 1] {
      check(parts, ends, from: 0, cutAt: offset, file)
    }
  }

  @Test func aFileThatIsCutInItsFirstBytesIsRefused() {
    for packed in [Self.records[0], gzip(Self.records[0]), WebArchive.zstd(Self.records[0])] {
      for offset in 6..<packed.count {
        let found = read(packed[..<offset])
        #expect(found.contains { $0.refusal != nil || !$0.notices.isEmpty }, "cut at \(offset)")
      }
    }
  }

  @Test func aDamagedMemberCostsOnlyItself() {
    let records = (1...5).map { number in
      let news = (1...80).map { "Crew \(($0 &+ number) &* 7919 % 1000) took ship \($0 &* number % 97)." }
        .joined(separator: " ")
      return WebArchive.record(
        "response", WebArchive.address(number), WebArchive.answer(Array("<html><p>\(news)".utf8)))
    }
    for pack in [gzip, { WebArchive.zstd($0) }] as [([UInt8]) -> [UInt8]] {
      let parts = records.map(pack)
      let middle = parts[2]
      for at in stride(from: 0, to: middle.count, by: 3) {
        var damaged = middle
        damaged[at] ^= 0x55
        let found = read(Array((parts[..<2] + [damaged] + parts[3...]).joined())[...])
        let kept = found.compactMap(\.page?.id)
        #expect(
          kept.filter { $0 != WebArchive.address(3) } == ids([1, 2, 4, 5]),
          "byte \(at): \(found.map(\.refusal))")
        // The name and the time in a gzip head may be others and change nothing.
        let isTold = found.contains { $0.refusal != nil || !$0.notices.isEmpty }
        let isWhole =
          found.first { $0.page?.id == WebArchive.address(3) }?.content == read(records[2][...])[0].content
        #expect(isTold || isWhole, "byte \(at)")
      }
    }
  }

  @Test func aDamagedRecordInAPlainFileCostsOnlyItself() {
    let middle = Self.records[2]
    for at in 0..<middle.count {
      var damaged = middle
      damaged[at] ^= 0x11
      let found = read(Array((Self.records[..<2] + [damaged] + Self.records[3..<5]).joined())[...])
      let kept = found.compactMap(\.page?.id)
      #expect(
        Array(kept.prefix(2)) == ids(1...2) && Array(kept.suffix(2)) == ids(4...5), "byte \(at): \(found)")
      #expect(found.count == 5 || found.count == 6, "byte \(at)")
    }
  }

  @Test func membersBehindOneThatWasCutAreFound() {
    let packed = Self.records[..<6].map(gzip)
    for length in stride(from: 1, to: packed[2].count, by: 7) {
      let cut = Array(packed[2][..<length])
      let found = read(Array((packed[..<2] + [cut] + packed[3...]).joined())[...])
      #expect(
        found.compactMap(\.page?.id).filter { $0 != WebArchive.address(3) } == ids([1, 2, 4, 5, 6]),
        "cut at \(length)")
      #expect(found.contains { $0.refusal != nil || !$0.notices.isEmpty }, "cut at \(length)")
    }
  }

  @Test(arguments: [1, 30, 119, 121, 500, 100_000, 900_000_000])
  func aLengthThatLiesIsToldAndTheNextIsFound(length: Int) {
    let block = WebArchive.answer(Array(WebArchive.html(2).utf8))
    let liar = WebArchive.record("response", WebArchive.address(2), block, length: length)
    let found = read((Self.records[0] + liar + Self.records[2] + Self.records[3])[...])
    let kept = found.compactMap(\.page?.id)
    #expect(kept.filter { $0 != WebArchive.address(2) } == ids([1, 3, 4]), "\(found)")
    let told = found[1]
    #expect(told.refusal != nil || told.notices.map(\.reason) == [.partial], "\(told)")
    if length < 1 << 20 { #expect(told.content == WebArchive.html(2)) }
  }

  @Test func rubbishBetweenRecordsIsTold() {
    let rubbish = Array("WARC/1.0\r\nnothing of sense\r\n\r\nWARC/9\r\n".utf8) + [0, 1, 2, 3]
    let found = read((Self.records[0] + rubbish + Self.records[1])[...])
    #expect(found.map(\.page?.id) == [WebArchive.address(1), nil, WebArchive.address(2)])
    #expect(found[1].refusal?.reason == .unreadable)
    #expect(found[1].refusal?.detail.contains("\(rubbish.count) bytes") == true)
  }

  @Test func aRecordThatIsCutBeforeTheNextIsRefused() {
    let half = Array(Self.records[1][..<(Self.records[1].count - 15)])
    let found = read((Self.records[0] + half + Self.records[2])[...])
    #expect(found.map(\.page?.id) == [WebArchive.address(1), nil, WebArchive.address(3)])
    #expect(found[1].refusal?.reason == .cutShort)
  }

  @Test func aPageAboutArchivesIsNoEnd() {
    let text =
      "<pre>\nWARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2021\r\nContent-Length: 3\r\n\r\nFog</pre>"
    let page = WebArchive.record("response", WebArchive.address(7), WebArchive.answer(Array(text.utf8)))
    let found = read((Self.records[0] + page + Self.records[1])[...])
    #expect(found.map(\.page?.id) == ids([1, 7, 2]))
    #expect(found[1].content == text)
  }

  @Test func aBombInAMemberCostsOnlyItself() {
    let limits = Limits(page: 100_000, ratio: 100)
    let bomb = WebArchive.record(
      "response", WebArchive.address(2), WebArchive.answer([UInt8](repeating: 0x20, count: 30_000_000)))
    // Enough else that the whole file is no bomb.
    let others = (3...400).map { number in
      gzip(
        WebArchive.record(
          "response", WebArchive.address(number), WebArchive.answer(noise(900, seed: UInt64(number)))))
    }
    let found = read((gzip(Self.records[0]) + gzip(bomb) + others.joined())[...], limits: limits)
    #expect(found.compactMap(\.page?.id).count == 399)
    #expect(found.compactMap(\.refusal?.reason) == [.tooLarge])
  }

  @Test func aFileOfManyBombsIsLeft() {
    let limits = Limits(page: 100_000, ratio: 100)
    let large = gzip(
      WebArchive.record("response", WebArchive.address(1), [UInt8](repeating: 0x20, count: 1_000_000)))
    let small = gzip(
      WebArchive.record("response", WebArchive.address(1), [UInt8](repeating: 0x20, count: 90_000)))
    for bomb in [large, small] {
      let found = read(Array(repeatElement(bomb, count: 500).joined())[...], limits: limits)
      #expect(found.count < 15)
      #expect(found.allSatisfy { $0.refusal?.reason == .tooLarge || $0.refusal?.reason == .noArticle })
    }
  }

  @Test func aPageThatIsTooLargeIsPassedOverAndAFilmIsCounted() {
    let limits = Limits(page: 20_000)
    let film = WebArchive.answer([UInt8](repeating: 7, count: 50_000), ["Content-Type: video/mp4"])
    let long = WebArchive.answer(noise(50_000, seed: 3))
    let bytes =
      WebArchive.record("response", WebArchive.address(8), film) + Self.records[0]
      + WebArchive.record("response", WebArchive.address(9), long) + Self.records[1]
    let found = read(bytes[...], limits: limits)
    #expect(found.map(\.page?.id) == [WebArchive.address(1), nil, WebArchive.address(2), nil])
    #expect(found.compactMap(\.refusal?.reason) == [.tooLarge, .noArticle])
    #expect(found.last?.refusal?.detail.contains("1 sounds and videos") == true)
  }

  @Test func noBytesWhateverCrashOrVanish() {
    var random = SplitMix(seed: 5)
    let file = Array((WebArchive.overhead + Self.records[..<6].joined()))
    for round in 0..<400 {
      var bytes = round % 3 == 0 ? gzip(file) : round % 3 == 1 ? WebArchive.zstd(file) : file
      for _ in 0..<Int.random(in: 1..<12, using: &random) {
        let at = Int.random(in: 8..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(contentsOf: bytes[max(8, at - 40)..<at], at: at)
        }
      }
      #expect(!read(bytes[...]).isEmpty, "round \(round)")
    }
  }

  /// Letters that do not press well.
  private func noise(_ count: Int, seed: UInt64) -> [UInt8] {
    var random = SplitMix(seed: seed)
    return Array("<p>".utf8) + (0..<count).map { _ in UInt8.random(in: 0x21...0x7E, using: &random) }
  }
}

private func + (strided: StrideTo<Int>, more: [Int]) -> [Int] { Array(strided) + more }
