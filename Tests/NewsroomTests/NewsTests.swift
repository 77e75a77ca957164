import Testing

@testable import Newsroom

@Suite("the invented news")
struct NewsTests {
  private static let reports: [(beat: String, text: String)] = (0..<160).map { number in
    var chance = Chance(seed: 9, number: number)
    let beat = Rules.beats[number % Rules.beats.count]
    var scene = Scene(beat: beat, day: Calendar(number: 18_000 + number))
    var reporter = Reporter()
    let material = reporter.material(&scene, words: 300, &chance)
    return (beat, (material.leads.prefix(1) + material.paragraphs).joined(separator: "\n"))
  }

  @Test("rules ask for nothing that there is not, and no mark of theirs is left in a text")
  func rules() {
    #expect(Rules.grammar.missing(known: Rules.known, beats: Rules.beats).isEmpty)
    for report in Self.reports {
      #expect(!report.text.contains { "{}[]|#".contains($0) })
      #expect(!report.text.contains("  ") && !report.text.contains(" ,") && !report.text.contains(",,"))
    }
  }

  @Test("no two reports share a sentence, nor most runs of eight words")
  func distinct() {
    var seen: [Substring: Int] = [:]
    var sentences = 0
    for (number, report) in Self.reports.enumerated() {
      for paragraph in report.text.split(separator: "\n") {
        for sentence in Prose.sentences(String(paragraph)) where sentence.split(separator: " ").count >= 8 {
          sentences += 1
          let other = seen.updateValue(number, forKey: Substring(sentence))
          #expect(other == nil, "\(sentence)")
        }
      }
    }
    #expect(sentences > 2_000)
  }

  @Test("a report is as long as asked, and its figures and names keep their places")
  func length() {
    for report in Self.reports {
      let words = report.text.split { $0.isWhitespace }.count
      #expect((200...520).contains(words))
    }
  }

  @Test(
    "days and dates agree",
    arguments: [
      (0, "Thursday", "1970-01-01"), (19_789, "Thursday", "2024-03-07"), (11_016, "Tuesday", "2000-02-29"),
    ])
  func days(number: Int, weekday: String, iso: String) {
    let day = Calendar(number: number)
    #expect(day.weekday == weekday && day.iso == iso)
    #expect(
      Calendar.stamp(number * 86_400 + 3_600, zone: -2) == Calendar(number: number - 1).iso
        + "T23:00:00-02:00")
  }

  @Test(
    "a seed text is cut at its paragraphs, or at three sentences where it has none; short ones are refused")
  func seedTexts() throws {
    let lines = try #require(
      SeedText(headline: "H", text: "One is here.\nTwo is here.\n\nThree is here.\nFour is here."))
    #expect(lines.paragraphs.count == 4)
    let prose = (1...12).map { "Sentence number \($0) of Dr. Hale ends here." }.joined(separator: " ")
    #expect(try #require(SeedText(headline: "H", text: prose)).paragraphs.count == 4)
    #expect(SeedText(headline: "H", text: "One. Two.") == nil)
    let tradition = Newsroom(seed: 3, seedTexts: [lines]).tradition(0)
    #expect(tradition.nodes[0].text.contains("One is here."))
  }
}

@Suite("a given text's own sources are put aside")
struct SeedSourceTests {
  @Test("its dateline and the short lines at its end go, and nothing else")
  func sources() throws {
    let text = """
      ASHFORD, March 3 (KTB) — The bridge was closed on Monday for a week of repairs.
      It carries four thousand cars a day, the council said in a statement.
      Shops nearby (all nine of them) - and the school - stay open for the whole week.
      The next inspection is due in spring, when the river is low enough for boats.
      Reporting by Ann Hale; editing by Bo Lind
      """
    let seed = try #require(SeedText(headline: "H", text: text))
    #expect(seed.paragraphs.count == 4)
    #expect(seed.paragraphs[0] == "The bridge was closed on Monday for a week of repairs.")
    #expect(seed.paragraphs[2].hasPrefix("Shops nearby (all nine of them) - and"))
  }
}
