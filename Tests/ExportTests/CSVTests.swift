import Export
import Press
import Testing

@Suite("A table that a spreadsheet opens without harm")
struct CSVTests {
  /// Fields of one row, read as RFC 4180 says.
  private func read(_ row: String) -> [String] {
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(row.unicodeScalars)
    #expect(scalars.suffix(2) == ["\r", "\n"])
    scalars.removeLast(2)
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      if isQuoted, scalar == "\"" {
        if at + 1 < scalars.count, scalars[at + 1] == "\"" {
          field.append(scalar)
          at += 1
        } else {
          isQuoted = false
        }
      } else if !isQuoted, scalar == "\"" {
        #expect(field.isEmpty)
        isQuoted = true
      } else if !isQuoted, scalar == "," {
        fields.append(String(field))
        field = String.UnicodeScalarView()
      } else {
        #expect(isQuoted || (scalar != "\r" && scalar != "\n"))
        field.append(scalar)
      }
      at += 1
    }
    #expect(!isQuoted)
    return fields + [String(field)]
  }

  @Test(
    "formulas get an apostrophe", arguments: ["=1+2", "+SUM(A1)", "-cmd|'/c'!A1", "@now", "\t=1", "\r=1"])
  func formulas(text: String) { #expect(read(CSV.row([text])) == ["'" + text]) }

  @Test(
    "numbers and plain words stay",
    arguments: ["-5", "-0.25", "+7", "1e3", "", "ferry", "5-4", "a=b", "Ölpreis"])
  func plain(text: String) { #expect(CSV.row([text]) == text + "\r\n") }

  @Test(
    "quotation marks, commas and breaks are quoted",
    arguments: [
      "Boat on a \"bank\"", "rolls, milk", "two\nlines", "two\r\nlines", "\"", "\"\"",
      "\"\u{301}, accented mark",
      "=HYPERLINK(\"x\",\"y\")", "a\"\u{200D},=1",
    ])
  func quoted(text: String) {
    let row = CSV.row([text, "next"])
    #expect(
      read(row).map { Array($0.unicodeScalars.drop { $0 == "'" }) }
        == [text, "next"].map { Array($0.unicodeScalars) })
  }

  @Test("a row for each parent, and one for a page that has none")
  func table() {
    let families = [
      Family(id: "f1", members: ["courier", "plinth", "bulletin"]), Family(id: "f3", members: ["lone"]),
    ]
    let articles = News.articles + [News.article("lone", outlet: "=cmd", title: nil, published: nil)]
    let lines = CSV.table(articles, families: families, stemmata: [News.stemma])
      .split(separator: "\r\n").map(String.init)
    #expect(
      lines == [
        "family,article,source,outlet,title,published,parent,parent_label,kind,confidence,evidence",
        "f1,courier,pile/courier.html,Lindmouth Courier,Ferry aground,2031-05-06T09:00Z,lost:NPA,NPA,unknown,0.96,credit: SOURCE: NPA",
        "f1,plinth,pile/plinth.html,The Plinth,Ferry: what we know,2031-05-07,courier,Lindmouth Courier,edited,0.85,"
          + "\"passages: 90 of 100 words are the same, 3 places changed\"",
        "f1,plinth,pile/plinth.html,The Plinth,Ferry: what we know,2031-05-07,quay,Quay News,partial,0.595,"
          + "\"passages: 30 of 100 words are the same, 1 place changed\"",
        "f1,bulletin,pile/bulletin.html,,\"Boat on a \"\"bank\"\"\",,courier,Lindmouth Courier,spun,0.425,"
          + "spinning: Plain words were replaced throughout",
        "f3,lone,pile/lone.html,'=cmd,,,,,,,",
      ])
  }
}
