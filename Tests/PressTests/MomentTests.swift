import Press
import Testing

@Suite("A moment is as long as what was stated")
struct MomentTests {
  @Test(
    "the stated precision is kept",
    arguments: [
      ("2023", Moment.Precision.year, "2023"), ("2023-04", .month, "2023-04"),
      ("2023-04-16", .day, "2023-04-16"),
      ("2023-04-16 09:30", .minute, "2023-04-16T09:30"),
      ("2023-04-16T09:30:15.123Z", .second, "2023-04-16T09:30:15Z"),
      ("2023-04-16T09:30:15+0300", .second, "2023-04-16T09:30:15+03:00"),
      ("2023-04-16T09:30:15-05", .second, "2023-04-16T09:30:15-05:00"),
    ])
  func precision(text: String, precision: Moment.Precision, iso: String) throws {
    let moment = try #require(Moment(iso: text))
    #expect(moment.precision == precision)
    #expect(moment.iso == iso)
  }

  @Test(
    "what is no date is refused",
    arguments: [
      "", "yesterday", "2023-13", "2023-02-29", "2023-04-16T25:00", "2023-04-16T09:30Q", "16-04-2023",
      "2023-04-16x",
    ])
  func refused(text: String) { #expect(Moment(iso: text) == nil) }

  @Test("zones are counted")
  func zones() throws {
    let moscow = try #require(Moment(iso: "2023-04-16T12:00:00+03:00"))
    let london = try #require(Moment(iso: "2023-04-16T09:00:00Z"))
    #expect(moscow.earliest == london.earliest)
    #expect(london.earliest == 1_681_635_600)
  }

  @Test("a day is surely before another only when no zone can turn them round")
  func order() throws {
    let day = try #require(Moment(iso: "2023-04-16"))
    let next = try #require(Moment(iso: "2023-04-17"))
    let later = try #require(Moment(iso: "2023-04-19"))
    #expect(!day.isSurelyBefore(next))
    #expect(day.isSurelyBefore(later))
    #expect(!later.isSurelyBefore(day))
  }
}
