import Press
import Testing

@testable import Reading

@Suite("Authors and dates in the lines beside the headline")
struct ShownFactsTests {
  private func metadata(_ body: String, head: String = "", language: String = "en-US") -> PageMetadata {
    HTMLPage.read(
      Array(
        "<html lang=\(language)><head>\(head)</head><body><h1>Eastmere harbour reopens</h1>\(body)</body></html>"
          .utf8)
    ).metadata
  }

  @Test(
    "a line that opens as bylines do names the authors",
    arguments: [
      ("<p>By Jo Ames</p>", ["Jo Ames"]), ("<p>By: Jo Ames and Kim Lee</p>", ["Jo Ames", "Kim Lee"]),
      ("<div>Written by</div><div>Jo Ames</div>", ["Jo Ames"]),
      ("<p>by Jo van der Meer · April 16, 2023 at 3:00 am</p>", ["Jo van der Meer"]),
      ("<p>Von Jo Ames | 16.04.2023</p>", ["Jo Ames"]), ("<p>Par Jo Ames, journaliste</p>", ["Jo Ames"]),
      ("<p>By Jo Ames on 16 April 2023</p>", ["Jo Ames"]),
      ("<p>By Friday the ferries were back</p>", []), ("<p>By</p><p>Updated on April 16, 2023</p>", []),
      ("<p>Byways of the islands</p>", []),
    ])
  func bylines(body: String, names: [String]) {
    #expect(metadata(body).bylines.map(\.value) == names)
  }

  @Test("the line outranks the name of who entered the text, and adds those whom the head leaves out")
  func outranks() {
    let entered = "<meta name=author content='Web Admin Sam'>"
    #expect(metadata("<p>By Jo Ames</p>", head: entered).bylines == [.init("Jo Ames", .text)])
    let first = "<meta name=author content='Jo Ames'>"
    #expect(
      metadata("<p>By Dr Jo Ames, Kim Lee and Bo Row</p>", head: first).bylines.map(\.value)
        == ["Dr Jo Ames", "Kim Lee", "Bo Row"])
    #expect(metadata("<p>By Jo Ames</p>", head: first).bylines == [.init("Jo Ames", .meta)])
  }

  @Test(
    "what somebody is, is no name",
    arguments: [
      ("Jo Ames, Marketing Director", ["Jo Ames"]), ("Jo Ames - Quay Editorial Team", ["Jo Ames"]),
      ("Jo Ames April 16, 2023", ["Jo Ames"]), ("Ames, Jo", ["Ames, Jo"]),
      ("Jo Ames, Kim Lee", ["Jo Ames", "Kim Lee"]), ("Reviewed by Kim Lee", []),
      ("page.head.extra.author", []), ("Jo Ames ·", ["Jo Ames"]),
    ])
  func posts(stated: String, names: [String]) { #expect(Names.split([stated]) == names) }

  @Test(
    "dates in the lines, by language",
    arguments: [
      ("<p>Published on Oct 21, 2025</p>", "en", "2025-10-21"),
      ("<p>Essay - 2025.12.17 | harbours</p>", "en", "2025-12-17"),
      ("<p>2/24/2026</p>", "en-US", "2026-02-24"), ("<p>3/4/2025</p>", "en-US", "2025-03-04"),
      ("<p>3/4/2025</p>", "en-GB", "2025-04-03"),
      ("<p>Do 25.04.24 | 14:07 Uhr | Von Jo Ames</p>", "de", "2024-04-25T14:07"),
      ("<div>Posted on</div><div>16 April 2023</div>", "en", "2023-04-16"),
      ("<p>Tuesday 14 September 2021, 21:00</p>", "en", "2021-09-14T21:00"),
    ])
  func dates(body: String, language: String, iso: String) {
    #expect(metadata(body, language: language).published?.value.iso == iso)
  }

  @Test(
    "a date that could be another, or that is another's, is none",
    arguments: [
      "<p>3/4/2025</p>", "<p>Expires: April 16, 2023</p>",
      "<p>The old lighthouse above the harbour of Eastmere, seen on April 16, 2023, before the storm.</p>",
      "<p>two hours ago</p>", "<p>25.04.24</p>",
    ])
  func noDates(body: String) { #expect(metadata(body, language: "en").published == nil) }

  @Test("of a stated and an earlier shown date the shown one counts; a later one must say that it is meant")
  func earlier() {
    let head = "<meta property=article:published_time content=2023-04-16>"
    #expect(metadata("<p>May 3, 2019</p>", head: head).published == .init(Moment(iso: "2019-05-03")!, .text))
    #expect(metadata("<p>May 3, 2024</p>", head: head).published?.place == .openGraph)
    #expect(metadata("<p>Published: May 3, 2024</p>", head: head).published?.value.iso == "2024-05-03")
    #expect(metadata("<p>April 15, 2023</p>", head: head).published?.place == .openGraph)
  }

  @Test("letters of a zone, which may be several zones, do not outrank a stated offset")
  func zoneLetters() {
    let head = "<meta property=article:published_time content=2023-04-16T19:01:00+02:00>"
    let same = metadata("<p>April 16, 2023 19:01 KST</p>", head: head).published
    #expect(same == .init(Moment(iso: "2023-04-16T19:01:00+02:00")!, .openGraph))
    let other = metadata("<p>April 16, 2023 18:01 KST</p>", head: head).published
    #expect(other?.value.iso == "2023-04-16T18:01+09:00")
    let unzoned = "<meta property=article:published_time content=2023-04-16T19:01:00Z>"
    let mended = metadata("<p>April 16, 2023 19:01 KST</p>", head: unzoned).published
    #expect(mended?.value.iso == "2023-04-16T19:01+09:00")
  }

  private static let far = String(
    repeating: "<p>The ferries run again from the old pier every hour.</p>", count: 40)

  @Test(
    "far from the headline a date counts where words before it say what it is, and where no other is so labelled",
    arguments: [
      ("<p>Posted on April 16, 2023</p>", "2023-04-16"),
      (
        "<p>This article was originally published on 26 Sep 2019 but has been updated since.</p>",
        "2019-09-26"
      ),
      ("<p>Posted on April 16, 2023</p><p>Posted on April 17, 2023</p>", nil),
      ("<p>This story was first published on April 16, 2023 by the Hollin Courier.</p>", nil),
      ("<p>Expires on April 16, 2023</p>", nil), ("<p>April 16, 2023</p>", nil),
    ])
  func far(body: String, iso: String?) {
    #expect(metadata(Self.far + body, language: "en").published?.value.iso == iso)
  }

  @Test("the first publication outranks the date beside the headline")
  func first() {
    let body = "<p>30 Sep 2022</p>" + Self.far
    #expect(metadata(body).published?.value.iso == "2022-09-30")
    let first = body + "<p>This article was originally published on 26 Sep 2019 at 4:12pm.</p>"
    #expect(metadata(first).published?.value.day == "2019-09-26")
  }

  @Test("a month alone is a date where nothing else dates the page")
  func month() {
    #expect(metadata("<p>November 2015</p>").published?.value.iso == "2015-11")
    #expect(metadata("<p>November 2015</p><p>May 3, 2021</p>").published?.value.iso == "2021-05-03")
    #expect(metadata("<p>Ferries of November 2015</p>").published == nil)
  }

  @Test("the day in the address outranks a later one that no word explains")
  func address() {
    let head = "<link rel=canonical href='https://quay.example/2023/april/16/harbour'>"
    #expect(metadata("<p>May 3, 2024</p>", head: head).published?.place == .address)
    #expect(metadata("<p>Published: May 3, 2024</p>", head: head).published?.value.iso == "2024-05-03")
    #expect(metadata("<p>April 15, 2023</p>", head: head).published?.place == .text)
  }

  @Test("a time element that calls itself the publication outranks a later stated one")
  func pubdate() {
    let head = "<meta property=article:published_time content=2023-11-29T10:00:00Z>"
    let body = Self.far + "<time pubdate datetime=2023-08-13>August 13, 2023</time>"
    #expect(metadata(body, head: head).published == .init(Moment(iso: "2023-08-13")!, .time))
  }

  @Test("the day of a change is not that of the publication")
  func changed() {
    let only = metadata("<p>Last updated: April 16, 2023</p>")
    #expect(only.published == nil)
    #expect(only.modified == .init(Moment(iso: "2023-04-16")!, .text))
    let both = metadata("<p>May 3, 2021</p><p>Updated April 16, 2023</p>")
    #expect(both.published == .init(Moment(iso: "2021-05-03")!, .text))
  }

  @Test("a time element gives a shown day its hour, and an instant its zone")
  func exact() {
    let day = metadata("<p>April 16, 2023</p><time datetime='2023-04-16T09:30:00+02:00'>today</time>")
    #expect(day.published == .init(Moment(iso: "2023-04-16T09:30:00+02:00")!, .time))
    let instant = metadata(
      "<time datetime='2023-04-16T09:30:00+02:00'>today</time>",
      head: "<meta property=article:published_time content=2023-04-16T07:30:00Z>")
    #expect(instant.published?.value.iso == "2023-04-16T09:30:00+02:00")
  }
}
