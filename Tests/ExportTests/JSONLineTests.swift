import Export
import Foundation
import Press
import Testing

@Suite("Every line is an object with its type, and every key that was promised")
struct JSONLineTests {
  private func fields(_ line: String) throws -> [String: Any] {
    #expect(!line.contains("\n"))
    let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
    return try #require(value as? [String: Any])
  }

  private func keys(_ value: Any?) throws -> Set<String> { Set(try #require(value as? [String: Any]).keys) }

  private func first(_ value: Any?) throws -> [String: Any] {
    try #require((value as? [[String: Any]])?.first)
  }

  private var article: Article {
    Article(
      id: "a", source: "pile/a.html", address: "https://example.org/a/", outlet: "Courier",
      title: "Bank\nand ferry",
      bylines: ["Ada Brook"], published: Moment(iso: "2031-05-06"), language: "en",
      dateline: Dateline(place: "Torvik", range: 0..<6),
      credits: [Credit(name: "NPA", kind: .agency, role: .source, text: "SOURCE: NPA", place: .furniture)],
      text: "Torvik\n\nThe ferry lay fast.",
      furniture: [Furniture(kind: .relatedLink, text: "READ MORE: Tide tables")])
  }

  private static let articleKeys: Set<String> = [
    "type", "id", "source", "url", "outlet", "title", "bylines", "published", "modified", "language",
    "dateline", "credits", "text", "furniture", "standfirst", "section", "form", "blocks", "found",
  ]

  @Test("header")
  func header() throws {
    #expect(
      try JSONLine().header(version: "1.2") == #"{"schema":"stemma/1","type":"header","version":"1.2"}"#)
  }

  @Test("an article, with all that is known of it")
  func knownArticle() throws {
    let line = try JSONLine().line(article)
    #expect(line.contains("https://example.org/a/"))
    let fields = try fields(line)
    #expect(Set(fields.keys) == Self.articleKeys)
    #expect(fields["type"] as? String == "article" && fields["published"] as? String == "2031-05-06")
    #expect(fields["modified"] is NSNull)
    #expect(try keys(fields["dateline"]) == ["place", "date", "agency", "range"])
    let dateline = try #require(fields["dateline"] as? [String: Any])
    #expect(dateline["range"] as? [Int] == [0, 6] && dateline["agency"] is NSNull)
    let credit = try first(fields["credits"])
    #expect(Set(credit.keys) == ["name", "kind", "role", "text", "where", "range"])
    #expect(credit["where"] as? String == "furniture" && credit["range"] is NSNull)
    #expect(Set(try first(fields["furniture"]).keys) == ["kind", "text"])
    #expect(try first(fields["furniture"])["kind"] as? String == "related-link")
  }

  @Test("an article of which nothing is known says null, not nothing")
  func bareArticle() throws {
    let fields = try fields(JSONLine().line(Article(id: "a", source: "a", text: "")))
    #expect(Set(fields.keys) == Self.articleKeys)
    for key in [
      "url", "outlet", "title", "published", "modified", "language", "dateline", "standfirst", "section",
    ] {
      #expect(fields[key] is NSNull, "\(key)")
    }
  }

  @Test("an article passed on has no text, and all else")
  func withoutText() throws {
    var numbered = article
    numbered.series = "daily"
    numbered.part = .init(number: 2, of: 3)
    numbered.blocks = [.init(kind: .heading, range: 0..<6)]
    numbered.found = [.title: .jsonLD]
    numbered.flags = [.init(kind: .datedAfterCapture, detail: "Dated 2031, fetched 2030.")]
    let lean = try fields(JSONLine(withText: false).line(numbered))
    let full = try fields(JSONLine(withText: true).line(numbered))
    #expect(Set(lean.keys) == Set(full.keys).subtracting(["text"]))
    func canonical(_ value: [String: Any]) throws -> Data {
      try JSONSerialization.data(withJSONObject: value.filter { $0.key != "text" }, options: .sortedKeys)
    }
    #expect(try canonical(lean) == canonical(full))
  }

  @Test("what was written is read back the same")
  func roundTrip() throws {
    let line = try JSONLine().line(article)
    #expect(try JSONDecoder().decode(Article.self, from: Data(line.utf8)) == article)
    let stemma = try JSONLine().line(News.stemma)
    #expect(try JSONDecoder().decode(Stemma.self, from: Data(stemma.utf8)) == News.stemma)
  }

  @Test("pair, family, refusal, notice")
  func findings() throws {
    let pair = Pair(
      a: "a", b: "b", kind: .edited, coverageA: 0.93, coverageB: 0.97, similarity: 0.81, wordsA: 100,
      wordsB: 96,
      equalWords: 80, changes: 4, passages: [Passage(a: 0..<512, b: 14..<530, similarity: 0.88)])
    let fields = try fields(JSONLine().line(pair))
    #expect(
      Set(fields.keys).isSuperset(of: [
        "type", "a", "b", "kind", "coverage_a", "coverage_b", "similarity", "passages",
      ]))
    let passage = try first(fields["passages"])
    #expect(passage["a"] as? [Int] == [0, 512] && passage["b"] as? [Int] == [14, 530])
    #expect(
      try JSONLine().line(Family(id: "f1", members: ["b", "a"]))
        == #"{"id":"f1","members":["a","b"],"type":"family"}"#)
    #expect(
      try JSONLine().line(Refusal(source: "pile/b.bin", reason: .notText, detail: "…"))
        == #"{"detail":"…","reason":"not-text","source":"pile/b.bin","type":"refusal"}"#)
    #expect(
      try keys(self.fields(JSONLine().line(Notice(source: "a", reason: .partial, detail: "Cut."))))
        == ["type", "source", "reason", "detail"])
  }

  @Test("stemma and variant")
  func lineage() throws {
    let stemma = try fields(JSONLine().line(News.stemma))
    #expect(Set(stemma.keys) == ["type", "family", "nodes", "edges"])
    let node = try first(stemma["nodes"])
    #expect(
      node["id"] as? String == "lost:NPA" && node["lost"] as? Bool == true
        && node["label"] as? String == "NPA")
    let edge = try first(stemma["edges"])
    #expect(Set(edge.keys) == ["from", "to", "kind", "confidence", "evidence"])
    #expect(Set(try first(edge["evidence"]).keys) == ["kind", "text", "article"])
    let variant = Variant(
      family: "f1", kind: .headline,
      readings: [
        Variant.Reading(text: "Aground", witnesses: [Variant.Place(article: "a", range: nil)]),
        Variant.Reading(text: "Cold War", witnesses: [Variant.Place(article: "b", range: 2..<10)]),
      ])
    #expect(
      try JSONLine().line(variant)
        == #"{"family":"f1","kind":"headline","readings":[{"text":"Aground","witnesses":[{"article":"a","range":null}]},"#
        + #"{"text":"Cold War","witnesses":[{"article":"b","range":[2,10]}]}],"type":"variant"}"#)
  }
}
