import Export
import Foundation
import Press
import Testing

@Suite("A report in one file")
struct HTMLReportTests {
  @Test("No text of a page survives as markup", arguments: HostileNews.payloads)
  func payload(_ payload: String) throws {
    // How many ticks an axis has depends on the room that labels leave; those are paths and texts of the drawing.
    func tags(_ word: String) -> [String]? {
      HTMLSkeleton.tags(of: HTMLReport.page([HostileNews.view(word)]))?
        .filter { !["path", "text", "/text"].contains($0.split(separator: " ").first.map(String.init)) }
    }
    let found = try #require(tags(payload), "\(payload)")
    #expect(found == tags("ferry"), "\(payload)")
  }

  @Test("Nothing is fetched, and the browser is told so")
  func requests() throws {
    let page = HTMLReport.page([Collated.view(), HostileNews.view("https://x.example/\"onclick=\"")])
    #expect(
      page.contains(
        "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"))
    let tags = try #require(HTMLSkeleton.tags(of: page))
    let names = Set(tags.compactMap { $0.split(separator: " ").first.map(String.init) })
    #expect(
      names.isDisjoint(with: [
        "script", "link", "img", "iframe", "object", "embed", "base", "form", "video", "audio",
      ]))
    for tag in tags {
      let attributes = tag.split(separator: " ").dropFirst().compactMap { $0.split(separator: "=").first }
      #expect(
        attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "src" && $0 != "srcset" && $0 != "data" },
        "\(tag)")
    }
    #expect(!page.contains("@import") && !page.contains("url("))
  }

  @Test("Old and new wording stand side by side, in the words around them")
  func changes() {
    let page = HTMLReport.page([Collated.view()])
    #expect(page.contains("<del>officials</del> said."))
    #expect(page.contains("<ins>the harbour</ins> said."))
    #expect(page.contains("<mark class=\"hot\" title=\"attribution, was: officials\">the harbour</mark>"))
  }

  @Test("Where a source is lost, what is compared is what is named")
  func standIns() {
    let view = Collated.view()
    func page(_ compared: [String]) -> String {
      let change = FamilyView.Changes(
        copy: "plinth", compared: compared, lost: "NPA", variants: view.changes[0].variants)
      return HTMLReport.page([
        FamilyView(family: view.family, stemma: view.stemma, articles: view.articles, changes: [change])
      ])
    }
    #expect(page(["courier"]).contains("was, in Lindmouth Courier (NPA, its source, is lost)"))
    #expect(page(["courier", "bulletin"]).contains("was, in most other copies of the lost NPA"))
  }

  @Test("The numbers of each copy, as the pair has them")
  func numbers() {
    let page = HTMLReport.page([Collated.view()])
    #expect(page.contains("<td class=\"n\">90 %</td><td class=\"n\">50 %</td><td class=\"n\">4 words</td>"))
  }

  @Test("Several reports are one document with a list of them")
  func several() {
    let page = HTMLReport.page([Collated.view(), HostileNews.view("ferry")])
    #expect(page.contains("<a href=\"#f2\">ferry</a>") && page.contains("<article id=\"f2\">"))
    #expect(page.contains("<h1>2 reports</h1>"))
  }

  @Test("Every link within the page leads somewhere, and no id is there twice")
  func links() throws {
    let page = HTMLReport.page([Collated.view(), Collated.view()])
    let ids = page.matches(of: /\bid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for link in page.matches(of: /href="#([^"]*)"/) { #expect(ids.contains(String(link.1)), "\(link.1)") }
  }

  /// WCAG 2.2, 1.4.3: 4.5 to 1 for text, on each ground that it stands on.
  @Test("Colours of text meet WCAG AA in light, in dark and on paper")
  func contrast() throws {
    let page = HTMLReport.page([Collated.view()])
    let themes = page.matches(of: /:root\{([^}]*)\}/).map { theme in
      Dictionary(
        theme.1.matches(of: /--([a-z]+):(#[0-9a-f]+)/).map { (String($0.1), String($0.2)) },
        uniquingKeysWith: { _, last in last })
    }
    #expect(themes.count == 3)
    for theme in themes {
      for (text, ground) in [
        ("fg", "bg"), ("mut", "bg"), ("link", "bg"), ("bad", "bg"), ("old", "bg"), ("old", "oldbg"),
        ("new", "newbg"),
        ("fg", "oldbg"), ("fg", "newbg"), ("mut", "oldbg"), ("mut", "newbg"), ("link", "newbg"),
        ("bad", "badbg"),
      ] {
        let ratio = Self.ratio(try #require(theme[text]), try #require(theme[ground]))
        #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
      }
    }
  }

  private static func ratio(_ a: String, _ b: String) -> Double {
    func luminance(_ colour: String) -> Double {
      var digits = Array(colour.dropFirst())
      if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
      let parts = stride(from: 0, to: 6, by: 2).map { start -> Double in
        let value = Double(Int(String(digits[start..<start + 2]), radix: 16) ?? 0) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }
}
