import Press
import Testing

@testable import Reading

@Suite("The outlet of a page that states none, by its lines")
struct OutletLineTests {
  private func outlet(_ lines: [String]) throws -> String? {
    try Fixture.article(Fixture.page(lines)).outlet
  }

  @Test("A masthead that the tables know, alone or before its sections")
  func masthead() throws {
    #expect(
      try outlet(["The Guardian | News | Sport | Culture", Fixture.title] + Fixture.body) == "The Guardian")
  }

  @Test("A bar of several outlets is nobody's masthead")
  func bar() throws {
    #expect(try outlet(["CNN | BBC | Fox News | Reuters", Fixture.title] + Fixture.body) == nil)
  }

  @Test("Who keeps the rights of a page that names no one else is its publisher")
  func imprint() throws {
    #expect(try outlet([Fixture.title] + Fixture.body + ["© 2023 The Guardian"]) == "The Guardian")
  }

  @Test("Who keeps the rights and is credited as the source is the source, not the publisher")
  func credited() throws {
    let lines =
      [Fixture.title] + Fixture.body
      + ["This article was first published by The Guardian.", "© 2023 The Guardian"]
    let article = try Fixture.article(Fixture.page(lines))
    #expect(article.outlet == nil)
    #expect(article.credits.map(\.name) == ["The Guardian"])
  }
}
