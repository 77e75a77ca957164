import Testing

@testable import Reading

@Suite("Dates as programs write them")
struct MachineDateTests {
  @Test(
    "many forms, one moment",
    arguments: [
      ("2023-04-16", "2023-04-16"), ("2023-04-16T09:30:15.123+0300", "2023-04-16T09:30:15+03:00"),
      ("2023-04-16 09:30:15 +0300", "2023-04-16T09:30:15+03:00"),
      ("2023-04-16 09:30:15 UTC", "2023-04-16T09:30:15Z"),
      ("2023/4/6 9:05", "2023-04-06T09:05"), ("2023-4-6", "2023-04-06"),
      ("Tuesday 14 September 2021, 21:00", "2021-09-14T21:00"), ("20230416", "2023-04-16"),
      ("20230416093015", "2023-04-16T09:30:15"),
      ("Sun, 16 Apr 2023 09:30:15 GMT", "2023-04-16T09:30:15Z"),
      ("Sun Apr 16 2023 09:30:15 GMT+0300 (MSK)", "2023-04-16T09:30:15+03:00"),
      ("April 16, 2023", "2023-04-16"),
      ("Apr 16, 2023 9:30 PM", "2023-04-16T21:30"), ("16 April 2023", "2023-04-16"),
      ("2023 Apr 16", "2023-04-16"),
      ("1681635600", "2023-04-16T09:00:00Z"),
      ("1681635600000", "2023-04-16T09:00:00Z"),
    ])
  func forms(text: String, iso: String) { #expect(MachineDate.moment(text)?.iso == iso) }

  @Test(
    "what is no date is none",
    arguments: ["", "yesterday", "2023", "99999999", "2023-13-45", "12", "May we come in"])
  func none(text: String) { #expect(MachineDate.moment(text)?.precision ?? .year == .year) }

  @Test(
    "dates in addresses",
    arguments: [
      ("https://quay.example/2023/04/16/harbour-reopens", "2023-04-16"),
      ("https://quay.example/news/2023-04-16-harbour", "2023-04-16"),
      ("https://quay.example/20230416/1234567", "2023-04-16"),
      ("https://quay.example/blog/2023/april/16/harbour", "2023-04-16"),
    ])
  func addresses(address: String, iso: String) { #expect(MachineDate.inAddress(address)?.iso == iso) }

  @Test(
    "numbers in addresses that are no dates",
    arguments: [
      "https://quay.example/12345678", "/2023/99/99/", "/article-2023-1", "/2023/harbour/16/",
      "/2023-april-16",
    ])
  func otherNumbers(address: String) { #expect(MachineDate.inAddress(address) == nil) }
}
