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
