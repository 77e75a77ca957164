import Testing

@testable import Web

@Suite struct MarkingTests {
  private func marked(_ text: String, _ ranges: [(Range<Int>, HTML)]) -> [String] {
    Marking(text, ranges.map { Marking.Span($0.0, "<\($0.1)>", "</\($0.1)>") }).paragraphs().map(\.html.text)
  }

  @Test func stretchesNestAndAreCutAtLinesAndAtOneAnother() {
    #expect(marked("one two", [(0..<3, "b")]) == ["<b>one</b> two"])
    #expect(marked("one two", [(0..<7, "b"), (4..<7, "i")]) == ["<b>one <i>two</i></b>"])
    #expect(marked("one\n\ntwo", [(0..<8, "b")]) == ["<b>one</b>", "<b>two</b>"])
    let again = Marking("one\ntwo", [.init(0..<7, "<b id=\"x\">", again: "<b>", "</b>")])
    #expect(again.paragraphs().map(\.html.text) == ["<b id=\"x\">one</b>", "<b>two</b>"])
    // What crosses the end of what it began in ends there.
    #expect(marked("one two", [(0..<5, "b"), (4..<7, "i")]) == ["<b>one <i>t</i></b>wo"])
    #expect(marked("a<b", [(1..<2, "i")]) == ["a<i>&lt;</i>b"])
  }

  @Test func aPointStandsOnce() {
    #expect(marked("one two", [(4..<4, "u")]) == ["one <u></u>two"])
    #expect(marked("one\n\ntwo", [(3..<3, "u")]) == ["one<u></u>", "two"])
    #expect(marked("one\n\ntwo", [(4..<4, "u")]) == ["one", "<u></u>two"])
    #expect(marked("one", [(9..<12, "b")]) == ["one"])
  }

  @Test func differingWordsAreMarkedAndTypographyIsNone() {
    let marks = WordMarks("We will not use “it” now", "we cannot use \"it\" now")
    #expect(marks.was.text == "We <del>will not</del> use “it” now")
    #expect(marks.now.text == "we <ins>cannot</ins> use &quot;it&quot; now")
    #expect(WordMarks("", "all new").now.text == "<ins>all new</ins>")
  }
}
