import Press
import TestSupport
import Testing

@testable import Intake

@Suite struct DecodingTests {
  private func html(_ bytes: [UInt8]) -> Decoded { bytes.withUnsafeBytes { Decoding.html($0) } }
  private func text(_ bytes: [UInt8]) -> Decoded { bytes.withUnsafeBytes { Decoding.text($0) } }
  private func words(_ decoded: Decoded) -> String { String(decoding: decoded.bytes, as: UTF8.self) }

  @Test func textInUTF8IsTakenAsItIsButForItsMark() {
    #expect(words(text(Array("Zürich".utf8))) == "Zürich")
    #expect(words(text([0xEF, 0xBB, 0xBF] + Array("Zürich".utf8))) == "Zürich")
    #expect(text(Array("Zürich".utf8)).warning == nil)
  }

  @Test func textInUTF16IsReadByItsMark() {
    #expect(words(text([0xFF, 0xFE, 0x5A, 0, 0xFC, 0, 0x3D, 0xD8, 0x00, 0xDE])) == "Zü😀")
    #expect(words(text([0xFE, 0xFF, 0, 0x5A, 0, 0xFC])) == "Zü")
    let broken = text([0xFF, 0xFE, 0x5A, 0, 0x3D, 0xD8, 0x5A])
    #expect(words(broken) == "Z\u{FFFD}\u{FFFD}")
    #expect(broken.warning?.contains("byte 4") == true)
  }

  @Test func aFewBrokenPlacesAreReplaced() {
    let found = text(Array("Zürich, Genève ".utf8) + [0xE2, 0x82] + Array(" Bâle".utf8))
    #expect(words(found) == "Zürich, Genève \u{FFFD} Bâle")
    #expect(found.warning?.contains("1 place") == true)
    #expect(found.warning?.contains("byte 17") == true)
  }

  /// What a fetcher makes of UTF-8 that it takes for windows-1252.
  private func writtenTwice(_ text: String) -> [UInt8] {
    Array(text.utf8).withUnsafeBytes { Windows1252.decode($0) }
  }

  @Test(arguments: [
    "<p>The harbour’s café reopened – “at last”, said Zoë.</p>",
    "<p>Der Hafen öffnet für größere Schiffe.</p>",
    "<p>Гавань снова открыта</p>", "<p>港は再開した</p>",
  ])
  func aPageWrittenAsUTF8TwiceIsWrittenOnceAndSaysSo(_ text: String) {
    let found = html(writtenTwice(text))
    #expect(words(found) == text)
    #expect(found.warning?.contains("twice") == true)
  }

  @Test func aPageThatQuotesSuchLettersStays() {
    for text in [
      "<p>Écoutez l’été à Genève.</p>", "<p>“Ã©” for “é” is how it looks: Ã©, Ã©, Ã© – and é.</p>",
      "<p>Â© Ä Ö Ü</p>",
      "<p>The harbour – and Ã©.</p>",
    ] {
      #expect(words(html(Array(text.utf8))) == text)
      #expect(html(Array(text.utf8)).warning == nil)
    }
  }

  @Test func whatIsNoUTF8AndDeclaresNothingIsWindows1252() {
    let found = text([0x93, 0x43, 0x61, 0x66, 0xE9, 0x94, 0x20, 0x80, 0x35])
    #expect(words(found) == "“Café” €5")
    #expect(found.warning?.contains("windows-1252") == true)
    let all = [UInt8](0...255)
    #expect(all.withUnsafeBytes { Windows1252.decode($0) }.withUnsafeBytes { firstBrokenUTF8($0) } == nil)
  }

  @Test(arguments: [
    "<meta charset=windows-1251>", "<META CHARSET='cp1251'>",
    "<!-- <meta charset=big5> --><meta charset = \"windows-1251\" >",
    "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
    "<meta content='text/html;charset=\"windows-1251\"' http-equiv=content-type>",
    "<div title='<meta charset=big5>'><meta charset=Windows-1251 />",
    "<?xml version=\"1.0\" encoding=\"windows-1251\"?>",
    "<meta name=a><meta charset=nonsense><meta charset=windows-1251>",
  ])
  func aDeclaredSetIsHeeded(_ head: String) {
    let found = html(Array(head.utf8) + [0xCC, 0xE8, 0xF0])
    #expect(words(found).hasSuffix("Мир"))
    #expect(found.warning == nil)
  }

  @Test func aLateDeclarationIsHeededWhereNothingElseHelps() {
    let late =
      Array("<head>".utf8) + [UInt8](repeating: 0x20, count: 5000) + Array("<meta charset=koi8-r>".utf8)
    #expect(words(html(late + [0xED, 0xC9, 0xD2])).hasSuffix("Мир"))
  }

  @Test func aContentTypeWithoutItsNameDeclaresNothing() {
    #expect(words(html(Array("<meta content='text/html; charset=koi8-r'>".utf8) + [0xE9])).hasSuffix("é"))
  }

  @Test func aDeclarationThatLiesIsNotBelieved() {
    for set in ["iso-8859-1", "utf-16", "windows-1251", "shift_jis"] {
      let found = html(Array("<meta charset=\(set)><p>Zürich, Genève, Besançon, Malmö".utf8))
      #expect(words(found).hasSuffix("Zürich, Genève, Besançon, Malmö"))
      #expect(found.warning == nil)
    }
  }

  @Test func latinOneIsWindows1252AndNeedsNoWarning() {
    let found = html(Array("<meta charset=iso-8859-1>".utf8) + [0x93, 0xE9, 0x94])
    #expect(words(found).hasSuffix("“é”"))
    #expect(found.warning == nil)
  }

  @Test func setsOfTheFarEastAreDecoded() {
    let samples: [(String, [UInt8], String)] = [
      ("shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本"), ("euc-jp", [0xC6, 0xFC, 0xCB, 0xDC], "日本"),
      ("gb2312", [0xD6, 0xD0, 0xB9, 0xFA], "中国"), ("big5", [0xA4, 0xA4, 0xB0, 0xEA], "中國"),
      ("euc-kr", [0xC7, 0xD1, 0xB1, 0xB9], "한국"),
      ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"),
    ]
    for (set, bytes, expected) in samples {
      let found = html(Array("<meta charset=\(set)>".utf8) + bytes)
      #expect(words(found).hasSuffix(expected), "\(set)")
    }
  }

  @Test func aLetterThatWaitsForItsAccentIsNotLost() {
    #expect(words(html(Array("<meta charset=windows-1258>".utf8) + [0xE0, 0x61])).hasSuffix("àa"))
  }

  @Test func bytesThatDoNotFitADeclaredSetAreReplaced() {
    let found = html(Array("<meta charset=euc-kr>".utf8) + [0xC7, 0xD1, 0xFF, 0x21, 0xB1])
    #expect(words(found).hasSuffix("한\u{FFFD}!\u{FFFD}"))
    #expect(found.warning?.contains("2 byte") == true)
  }

  @Test func everyLabelNamesASetThatTheSystemDecodes() {
    for label in [
      "866", "latin2", "l5", "x-sjis", "korean", "arabic", "tis-620", "koi", "mac", "x-mac-cyrillic",
    ] {
      guard case .legacy(let name) = CharacterSet(label: Array(" \(label.uppercased()) ".utf8)[...]) else {
        Issue.record("\(label) names nothing")
        continue
      }
      #expect([0x41].withUnsafeBytes { Conversion.run($0, from: name) } != nil, "\(name)")
    }
    #expect(CharacterSet(label: Array("utf-7".utf8)[...]) == nil)
  }

  @Test func aSetThatBrowsersRefuseIsNotReadAndThatIsSaid() {
    #expect(CharacterSet(label: Array("ISO-2022-KR".utf8)[...]) == .refused)
    let found = html(Array("<meta charset=hz-gb-2312><meta charset=big5>".utf8) + [0xE9])
    #expect(words(found).hasSuffix("é"))
    #expect(found.warning?.contains("browsers refuse") == true)
  }

  @Test func aDeclarationThatTheEndOfThePageCutsIsNone() {
    let found = html([0xE9] + Array("<meta charset=euc-jp".utf8))
    #expect(words(found).hasPrefix("é"))
  }

  @Test func validityIsThatOfTheStandardLibrary() {
    var random = SplitMix(seed: 11)
    let pieces: [[UInt8]] = [
      Array("plain words, many of them, in a row ".utf8), Array("é".utf8), Array("日本".utf8), Array("😀".utf8),
      [0xC0, 0x80],
      [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x9F], [0xF0, 0x9F, 0x98], [0x80], [0xFF],
      [0xE2, 0x82], [0xF1],
    ]
    for _ in 0..<5000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<8, using: &random) {
        bytes += pieces.randomElement(using: &random) ?? []
      }
      if Bool.random(using: &random), !bytes.isEmpty { bytes.removeLast() }
      let repaired = bytes.withUnsafeBytes { UTF8Survey.repaired($0) }
      #expect(repaired == Array(String(decoding: bytes, as: UTF8.self).utf8), "\(bytes)")
      let survey = bytes.withUnsafeBytes { UTF8Survey(of: $0) }
      #expect(survey.firstBroken == bytes.withUnsafeBytes { firstBrokenUTF8($0) })
      #expect((survey.firstBroken == nil) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }
}
