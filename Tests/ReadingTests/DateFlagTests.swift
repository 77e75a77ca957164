import Press
import Testing

@testable import Reading

@Suite("Dates that cannot be as they say")
struct DateFlagTests {
  private func flags(
    _ text: String, published: String?, modified: String? = nil, fetched: String? = nil,
    language: String? = nil
  ) -> [Article.Flag] {
    let page = Page(
      id: "p", source: "p", content: .extracted(text: text),
      stated: .init(
        published: published.flatMap { Moment(iso: $0) }, modified: modified.flatMap { Moment(iso: $0) },
        fetched: fetched.flatMap { Moment(iso: $0) }, language: language))
    guard case .article(let article, _) = ArticleReader().read(page) else { return [] }
    return article.flags
  }

  private static let report = """
    Ferries to the outer islands sailed again after the harbour was dredged, the harbour master said on the quay.

    The dredger arrived on 3 March 2022 and the channel was closed for eleven days.

    On 14 March 2022 the first ferry took flour and post to the islands, and the school class that had been stranded.
    """

  @Test("published after its bytes were fetched")
  func afterCapture() {
    let found = flags(Self.report, published: "2023-04-18", fetched: "2023-04-16T10:00:00Z")
    #expect(found.map(\.kind) == [.datedAfterCapture])
    #expect(found.first?.detail.contains("2023-04-18") == true)
    #expect(found.first?.detail.contains("2023-04-16T10:00:00Z") == true)
  }

  @Test(
    "zones and clocks are given their due",
    arguments: [
      ("2023-04-17", "2023-04-16T10:30:00Z"), ("2023-04-16T12:00:00", "2023-04-16T10:00:00Z"),
      ("2023-04-16T11:30:00Z", "2023-04-16T10:00:00Z"), ("2023-04-16", "2023-04-16"),
    ])
  func slack(published: String, fetched: String) {
    #expect(flags(Self.report, published: published, fetched: fetched).isEmpty)
  }

  @Test("dated years before the days that it tells of")
  func beforeWords() {
    let found = flags(Self.report, published: "2019-04-16")
    #expect(found.map(\.kind) == [.datedBeforeWords])
    #expect(found.first?.detail.contains("“3 March 2022”, “14 March 2022”") == true)
  }

  @Test("words count as the past of the article's own language")
  func homographs() {
    let plain = """
      The war museum on the quay and the era of steam: tickets for 3 March 2022 are on sale at the old harbour office.

      The war museum on the hill and the era of sail: tickets for 14 March 2022 are on sale at the new harbour office.
      """
    #expect(flags(plain, published: "2019-04-16").isEmpty)
    #expect(flags(plain, published: "2019-04-16", language: "en-GB").isEmpty)
    #expect(flags(Self.report, published: "2019-04-16", language: "en-GB").count == 1)
    #expect(flags(Self.report, published: "2019-04-16", language: "tr").isEmpty)
  }

  @Test(
    "no accusation where a year has not passed, where the text was changed later, or where no date is known")
  func noAccusation() {
    #expect(flags(Self.report, published: "2021-06-01").isEmpty)
    #expect(flags(Self.report, published: "2019-04-16", modified: "2022-03-15").isEmpty)
    #expect(flags(Self.report, published: nil).isEmpty)
    // What lies behind the capture as well can only be a plan.
    #expect(flags(Self.report, published: "2019-04-16", fetched: "2019-05-01").isEmpty)
  }

  @Test(
    "plans, single dates and years alone are no evidence",
    arguments: [
      "The harbour was dredged, and the ferries will sail on 3 March 2022. The quay was to be closed until 14 March 2022.",
      "The dredger arrived on 3 March 2022, the harbour master said.",
      "By 2030 the line had hoped to run on batteries, as was said in 2022 and again in March 2022.",
      "The permit expires on 3 March 2022. The lease was signed and ends on 14 March 2022.",
      "Opening: 3 March 2022. Closing: 14 March 2022.",
    ])
  func plans(text: String) { #expect(flags(text, published: "2019-04-16").isEmpty) }
}
