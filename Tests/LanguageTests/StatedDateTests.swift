import Language
import TestSupport
import Testing

@Suite struct StatedDateTests {
  private func iso(_ text: String) -> String? { StatedDate.moment(text)?.iso }

  @Test(arguments: [
    ("Tue, 14 Sep 2021 18:20:00 +0200", "2021-09-14T18:20:00+02:00"),
    ("14 Sep 2021 18:20 GMT", "2021-09-14T18:20Z"),
    ("Tue, 14 Sep 21 18:20:05 EST", "2021-09-14T18:20:05-05:00"),
    // The weekday is wrong; the date is what counts.
    ("Fri, 14 Sep 2021 18:20:00 UT", "2021-09-14T18:20:00Z"),
    ("14 Sep 99 08:00 PDT", "1999-09-14T08:00-07:00"),
    ("Tue, 14 September 2021 18:20:00 CEST", "2021-09-14T18:20:00+02:00"),
    ("Tuesday, 14-Sep-21 18:20:00 GMT", "2021-09-14T18:20:00Z"),
    ("Tue Sep 14 18:20:00 2021", "2021-09-14T18:20:00"),
    ("Tue Sep 14 18:20:00 UTC 2021", "2021-09-14T18:20:00Z"), ("Tue, 14 Sep 2021", "2021-09-14"),
    ("mar., 14 sept. 2021 18:20:00 +0200", "2021-09-14T18:20:00+02:00"),
    ("Tue, 14 Sep 2021 18:20:00 GMT+0200", "2021-09-14T18:20:00+02:00"),
    ("Tue, 14 Sep 2021 18:20:00 +0000 (UTC)", "2021-09-14T18:20:00Z"),
    ("Tue, 14 Sep 2021 9:05:00 -0330", "2021-09-14T09:05:00-03:30"),
  ])
  func mailDates(_ text: String, _ wanted: String) { #expect(iso(text) == wanted) }

  @Test(arguments: [
    // Several zones have these names, or none: the moment is as wide as the zones of the Earth.
    ("Tue, 14 Sep 2021 18:20:00 IST", "2021-09-14T18:20:00"),
    ("Tue, 14 Sep 2021 18:20:00 K", "2021-09-14T18:20:00"),
    ("Tue, 14 Sep 2021 18:20:00 +9900", "2021-09-14T18:20:00"), ("Tue, 14 Sep 2021 25:00:00 GMT", nil),
  ])
  func zonesThatAreNotKnownAreLeftOut(_ text: String, _ wanted: String?) { #expect(iso(text) == wanted) }

  @Test(arguments: [
    ("1631636400", "2021-09-14T16:20:00Z"), ("1631636400.25", "2021-09-14T16:20:00Z"),
    ("1631636400123", "2021-09-14T16:20:00Z"), ("20210914", "2021-09-14"),
    ("20210914T182000+0200", "2021-09-14T18:20:00+02:00"), ("20210914T1820Z", "2021-09-14T18:20Z"),
    ("20210914182000", "2021-09-14T18:20:00"), ("2021-09-14T18:20:00.123Z", "2021-09-14T18:20:00Z"),
    ("951782400", nil), ("0951782400", "2000-02-29T00:00:00Z"), ("September 14, 2021", "2021-09-14"),
    (" 2021-09-14 \n", "2021-09-14"),
  ])
  func figuresAndProse(_ text: String, _ wanted: String?) { #expect(iso(text) == wanted) }

  @Test(arguments: [
    "", " ", "yesterday", "Tue, 32 Sep 2021 18:20:00 GMT", "14", "99999999", "Sep 14", "2021-13-01",
    "from 14 September 2021 to 16 September 2021", "Tue, 14 Sep 2021 18:20 and more of it",
    "123456789012345678901",
    String(repeating: "9", count: 100_000),
  ])
  func whatIsNoDateIsNone(_ text: String) { #expect(iso(text) == nil) }

  @Test func noBytesWhateverCrash() {
    var random = SplitMix(seed: 5)
    let pieces = [
      "Tue", ", ", "14", " ", "Sep", "2021", "18", ":", "20", "+", "-", "0200", "GMT", "é", "T", ".", "(",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      _ = StatedDate.moment(text.joined())
    }
  }
}
