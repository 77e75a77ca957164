import Language
import Testing

@Suite("Dates in text")
struct DateScannerTests {
  @Test(
    "A date is read in the language it is written in",
    arguments: [
      ("April 16, 2023", "2023-04-16"), ("16 April 2023", "2023-04-16"), ("16. April 2023", "2023-04-16"),
      ("le 16 avril 2023", "2023-04-16"), ("Apr 3, 2018", "2018-04-03"), ("Apr. 3 2018", "2018-04-03"),
      ("2023-04-16", "2023-04-16"), ("2023/04/16", "2023-04-16"), ("16/04/2023", "2023-04-16"),
      ("04/16/2023", "2023-04-16"), ("05/05/2023", "2023-05-05"), ("04.07.2018", "2018-07-04"),
      ("1er mai 2022", "2022-05-01"), ("16 de abril de 2023", "2023-04-16"),
      ("1º de março de 2024", "2024-03-01"),
      ("3 giugno 2021", "2021-06-03"), ("12 augustus 2020", "2020-08-12"), ("5 Mart 2024", "2024-03-05"),
      ("29 Ağustos 2021", "2021-08-29"), ("7. März 2019", "2019-03-07"),
      ("Sunday, July 15th, 2018", "2018-07-15"),
      ("15 août 2017", "2017-08-15"), ("16-Apr-2023", "2023-04-16"), ("April 2023", "2023-04"),
      ("2023-04-16T09:30:15Z", "2023-04-16T09:30:15Z"), ("2023-04-16 09:30", "2023-04-16T09:30"),
      ("July 15, 2018 at 4:05 pm BST", "2018-07-15T16:05+01:00"),
      ("15.07.2018, 14:30 Uhr", "2018-07-15T14:30"),
      ("15 juillet 2018 à 14h30", "2018-07-15T14:30"),
      ("6:16 p.m. EDT, July 15, 2018", "2018-07-15T18:16-04:00"),
      ("10:22 am PDT, Sunday, July 15, 2018", "2018-07-15T10:22-07:00"),
      ("2023-04-16T09:30:15+0300", "2023-04-16T09:30:15+03:00"),
      ("July 15, 2018 12:05 a.m.", "2018-07-15T00:05"),
    ])
  func read(_ text: String, _ iso: String) {
    let found = DateScanner.scan(text)
    #expect(found.count == 1)
    #expect(found.first?.moment?.iso == iso)
  }

  @Test(
    "What is no date, or could be two, is left alone",
    arguments: [
      "04/07/2018", "February 30, 2023", "2023-13-40", "in 2023", "version 2.10.2", "the May vote", "12:30",
      "1234567890", "555-12-2019876", "may 5 people", "5 may be too many", "192.168.10.20", "", "2023-04-161",
    ])
  func leave(_ text: String) {
    #expect(DateScanner.scan(text).isEmpty)
  }

  @Test("A range covers the words of the date and nothing else")
  func range() throws {
    let text = "Les élus ont voté le 3 décembre 2021 à l’aube."
    let date = try #require(DateScanner.scan(text).first)
    let utf8 = Array(text.utf8)
    #expect(String(decoding: utf8[date.range], as: UTF8.self) == "3 décembre 2021")
  }

  @Test("A day without a year is found only when it is asked for")
  func yearless() throws {
    #expect(DateScanner.scan("MOSCOW, April 16 (Wire)").isEmpty)
    let date = try #require(DateScanner.scan("MOSCOW, April 16 (Wire)", yearless: true).first)
    #expect(date.moment == nil)
    #expect(date.moment(inYear: 2023)?.iso == "2023-04-16")
    #expect(date.moment(inYear: 2023)?.day == "2023-04-16")
  }

  @Test(
    "Where the order of day and month is known, figures are read by it",
    arguments: [
      ("04/07/2018", "en-US", "2018-04-07"), ("04/07/2018", "en_GB", "2018-07-04"),
      ("04/07/2018", "de", "2018-07-04"),
      ("04/07/2018", "fr-FR", "2018-07-04"), ("04/07/2018", "fr-CA", nil), ("04/07/2018", "en", nil),
      ("04/07/2018", "", nil), ("16.04.23", "de-AT", "2023-04-16"), ("16.04.23", "en-US", nil),
      ("16.04.23.7", "de", nil), ("04/16/2018", "de", "2018-04-16"),
    ] as [(String, String, String?)])
  func order(_ text: String, _ language: String, _ iso: String?) {
    let order = DateScanner.FigureOrder(language: language)
    #expect(DateScanner.scan(text, order: order).first?.moment?.iso == iso)
  }

  @Test("Dates are found in order and do not overlap")
  func several() {
    let found = DateScanner.scan("From 3 June 2021 to June 9, 2021, and again on 2022-01-02.")
    #expect(found.compactMap { $0.moment?.iso } == ["2021-06-03", "2021-06-09", "2022-01-02"])
    for (a, b) in zip(found, found.dropFirst()) { #expect(a.range.upperBound <= b.range.lowerBound) }
  }

  @Test("Broken UTF-8 and cut-off dates end without a trap")
  func robust() {
    let pieces: [[UInt8]] = [
      [0xC3], [0xE2, 0x80], [0xF0, 0x9F], [0x00], Array("16 Apr".utf8), Array("2023-".utf8),
    ]
    for a in pieces {
      for b in pieces {
        let bytes = a + b
        _ = bytes.withUnsafeBufferPointer { DateScanner.scan($0, yearless: true) }
      }
    }
  }

  @Test("Blanks that are letters of a sort are not walked again from each", .timeLimit(.minutes(2)))
  func blanks() {
    let text = "Apr.\u{A0} 16, 2023 " + String(repeating: "\u{A0} ", count: 400_000)
    #expect(DateScanner.scan(text).compactMap { $0.moment?.iso } == ["2023-04-16"])
  }
}
