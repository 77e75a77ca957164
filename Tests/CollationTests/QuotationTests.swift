import Press
import Testing

@testable import Collation

@Suite("Quotations, and what alters them")
struct QuotationTests {
  private func quoted(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Quotations.ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(
    "marks of all sorts",
    arguments: [
      ("She said: “It was dark.” He nodded.", ["It was dark."]),
      ("She said: \"It was dark.\" He nodded.", ["It was dark."]),
      ("\"It was dark, \" she said. \"Then it rained.\"", ["It was dark, ", "Then it rained."]),
      ("Sie sagte: „Es war dunkel.“ Er nickte.", ["Es war dunkel."]),
      ("Sie sagte: »Es war dunkel.« Er nickte.", ["Es war dunkel."]),
      ("Elle a dit : « Il faisait noir. » Il a hoché la tête.", [" Il faisait noir. "]),
      ("Hon sade: ”Det var mörkt.” Han nickade.", ["Det var mörkt."]),
      ("Powiedziała: „Było ciemno”. Skinął.", ["Było ciemno"]),
      ("She said: ‘It was dark, and we couldn’t see.’ He nodded.", ["It was dark, and we couldn’t see."]),
      ("She said: 'It was dark, and we couldn't see.' He nodded.", ["It was dark, and we couldn't see."]),
      ("‘He said “no” and left,’ she recalled.", ["He said “no” and left,"]),
      ("“He said ‘no’ and left,” she recalled.", ["He said ‘no’ and left,"]),
      ("彼女は「暗かった」と言った。", ["暗かった"]),
    ])
  func marks(_ text: String, _ expected: [String]) { #expect(quoted(text) == expected) }

  @Test(
    "no quotation: apostrophes, inches, decades, marks that nothing closes",
    arguments: [
      "The countries’ ships and the crews’ boats left in the ’90s.",
      "The players' bus left in the '90s with the drivers' wives.",
      "A 12\" pipe and a 14\" pipe were laid.",
      "He called it “a disaster and left the room.",
      "He called it \"a disaster and left the room.",
      "Rock 'n' roll at the sailors' ball.",
      "Ze kwam 's avonds met de vissers' boot.",
      "Left open: “a word\nand no mark here.",
    ])
  func none(_ text: String) { #expect(quoted(text) == []) }

  @Test("a quotation of several paragraphs")
  func paragraphs() {
    #expect(
      quoted("“It was dark.\n\n“Then it rained,” she said.\n\nNobody spoke.") == [
        "It was dark.", "Then it rained,",
      ])
    #expect(quoted("He called it “a disaster and left.\n\n“It rained,” she said.") == ["It rained,"])
  }

  @Test(
    "altered",
    arguments: [
      Change("“It was a dark night,” she told the court.", "“It was a foul night,” she told the court."),
      Change("\"It was a dark night,\" she told the court.", "“It was a foul night,” she told the court."),
      Change("“It was a dark night,” she told the court.", "“It was a night,” she told the court."),
      Change("“It was a dark night,” she told the court.", "“It was a very dark night,” she told the court."),
      Change("“It was not dark,” she told the court.", "“It was dark,” she told the court."),
      Change("“There were 214 of us,” she told the court.", "“There were 241 of us,” she told the court."),
      Change("She spoke of a “dark night” at sea.", "She spoke of a “foul evening” at sea."),
      Change("She spoke of a ‘dark night’ at sea.", "She spoke of a ‘foul night’ at sea."),
      Change("“It was dark in there,” she told the court.", "“It was dark,” she told the court."),
      Change("„Es war eine dunkle Nacht“, hieß es.", "„Es war eine kalte Nacht“, hieß es.", language: "de"),
      Change(
        "« C’était une nuit noire », lit-on dans la lettre.",
        "« C’était une nuit froide », lit-on dans la lettre.", language: "fr"),
      Change(
        "«Era una noche oscura», se lee en la carta.", "«Era una noche fría», se lee en la carta.",
        language: "es"),
    ])
  func altered(_ change: Change) {
    for change in [change, change.reversed] {
      #expect(change.kinds.filter { $0 == .quotation }.count == 1, "\(change.kinds)")
      #expect(change.kinds.first == .quotation)
    }
  }

  @Test(
    "not altered",
    arguments: [
      // House style.
      Change(
        "“It was a grey night in the harbour,” she told the court.",
        "\"It was a gray night in the harbor,\" she told the court."),
      Change(
        "“It is dark, we have seen it,” she told the court.",
        "“It’s dark, we’ve seen it,” she told the court."),
      Change("“There were four of us,” she told the court.", "“There were 4 of us,” she told the court."),
      // Quoted less of, or with what is left out admitted.
      Change(
        "“It was dark, and it rained all night,” she told the court.", "“It was dark,” she told the court."),
      Change(
        "“It was dark and cold all night,” she told the court.", "“It was … all night,” she told the court."),
      // Said in the reporter's words.
      Change("“It was a dark night,” she told the court.", "It had been a black night, she told the court."),
      // Changed beside it.
      Change("“It was a dark night,” she told the court.", "“It was a dark night,” she told the jury."),
      // A mark that nothing closes.
      Change("“It was a dark night, she told the court.", "“It was a foul night, she told the court."),
      // One quotation taken out, and another put in.
      Change(
        "She sat down. “Nobody had come to look for us until the morning, when a boat passed,” she told the court.",
        "She sat down. “My brother was the first to hear about the accident on the wireless,” she told the court."
      ),
      Change("They sat down. “It was a dark night.” They rose.", "They sat down. They rose."),
      // The plural's apostrophe.
      Change(
        "The crews’ dark cabins and the boys’ beds were wet.",
        "The crews’ cold cabins and the boys’ beds were wet."),
    ])
  func notAltered(_ change: Change) {
    for change in [change, change.reversed] { #expect(!change.kinds.contains(.quotation), "\(change.kinds)") }
  }
}
