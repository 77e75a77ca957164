import Testing

@testable import Reading

@Suite("Which page of how many")
struct PageNumberTests {
  @Test(
    "A line says it, in many languages",
    arguments: [
      "Page 2 of 3", "Seite 2 von 3", "Página 2 de 3", "Pagina 2 di 3", "Pagina 2 van 3", "Sida 2 av 3",
      "Strona 2 z 3", "Страница 2 из 3", "Page 2/3",
    ])
  func lines(_ text: String) {
    #expect(PageNumber.read(Line(text, .builtIn)) == .init(number: 2, total: 3))
  }

  @Test(
    "A line that says something else does not",
    arguments: ["Page 2", "2 of 3", "Page 5 of 3", "Turn to page 2 of 3 for more"])
  func others(_ text: String) {
    #expect(PageNumber.read(Line(text, .builtIn)) == nil)
  }

  @Test("Neighbours whose addresses differ by a number say it")
  func addresses() {
    let base = "https://tide.example/world/flood"
    #expect(
      PageNumber.read(address: base + "?page=2", next: base + "?page=3", previous: base) == .init(number: 2))
    #expect(PageNumber.read(address: base, next: "/world/flood?page=2", previous: nil) == .init(number: 1))
    #expect(PageNumber.read(address: base + "/2", next: nil, previous: base) == .init(number: 2))
    #expect(
      PageNumber.read(address: base + "/page/3/", next: nil, previous: base + "/page/2/") == .init(number: 3))
  }

  @Test("The next article of a site is no page of this one")
  func otherArticles() {
    let site = "https://tide.example/"
    #expect(PageNumber.read(address: site + "flood", next: site + "eels", previous: site + "pier") == nil)
    #expect(PageNumber.read(address: nil, next: site + "eels?page=2", previous: nil) == nil)
  }

  @Test(
    "A number that no page has is no page's number, however large",
    arguments: [Int.max, Int.min, 0, -1, 201])
  func noPagesNumber(_ number: Int) {
    let base = "https://tide.example/flood"
    let own = base + "?p=\(number)"
    #expect(PageNumber.read(address: own, next: base + "?p=3", previous: nil) == nil)
    #expect(PageNumber.read(address: own, next: nil, previous: base) == nil)
    #expect(PageNumber.read(address: base + "?p=2", next: nil, previous: own) == nil)
    #expect(PageNumber.read(address: base, next: own, previous: nil) == nil)
  }
}
