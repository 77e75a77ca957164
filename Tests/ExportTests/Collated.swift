import Export
import Foundation
import Press

/// A small report with its apparatus, written as a table: a row for each segment, what each witness has in it.
enum Collated {
  struct Row {
    let kind: Variant.Kind?
    let texts: [String?]

    init(_ kind: Variant.Kind?, _ texts: String?...) {
      self.kind = kind
      self.texts = texts
    }
  }

  static let witnesses = ["bulletin", "courier", "plinth"]

  static let rows = [
    Row(nil, "The ferry lay fast ", "The ferry lay fast ", "The ferry lay fast "),
    Row(.number, "for six hours. ", "for nine hours. ", "for nine hours. "),
    Row(nil, "“We heard & felt it,” ", "\"We heard & felt it,\" ", "“We heard & felt it,” "),
    Row(.attribution, nil, "officials said.\r\n\n", "the harbour said.\n\n"),
    Row(nil, "<Nobody> was hurt.", "<Nobody> was hurt.", "<nobody> was hurt."),
  ]

  /// The articles of the table's texts, and its apparatus.
  ///
  /// - Parameter moved: By witness, the order in which it has the rows; that of the table unless given.
  static func view(_ rows: [Row] = rows, moved: [Int: [Int]] = [:]) -> FamilyView {
    var articles = News.articles
    var ranges: [[Range<Int>?]] = rows.map { _ in Array(repeating: nil, count: witnesses.count) }
    for (place, id) in witnesses.enumerated() {
      var text = ""
      for row in moved[place] ?? Array(rows.indices) {
        guard let own = rows[row].texts[place] else { continue }
        ranges[row][place] = text.utf8.count..<(text.utf8.count + own.utf8.count)
        text += own
      }
      if let article = articles.firstIndex(where: { $0.id == id }) { articles[article].text = text }
    }
    let segments = rows.enumerated().map { number, row -> Apparatus.Segment in
      func folded(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }.trimmingCharacters(
          in: .whitespaces)
      }
      var readings: [String] = []
      for text in row.texts.compactMap({ $0 }) where !readings.map(folded).contains(folded(text)) {
        readings.append(text)
      }
      return Apparatus.Segment(
        kind: row.kind,
        readings: readings.map { .init(text: $0.trimmingCharacters(in: .whitespacesAndNewlines), words: 1) },
        cells: row.texts.enumerated().map { place, text in
          guard let text, let range = ranges[number][place] else { return nil }
          return .init(reading: readings.map(folded).firstIndex(of: folded(text)) ?? 0, range: range)
        })
    }
    return FamilyView(
      family: Family(id: "f1", members: witnesses), stemma: News.stemma, articles: articles,
      pairs: [
        Pair(
          a: "courier", b: "plinth", kind: .edited, coverageA: 0.9, coverageB: 0.5, similarity: 0.9,
          wordsA: 12,
          wordsB: 20, equalWords: 10, changes: 2, passages: [Passage(a: 0..<19, b: 0..<19, similarity: 1)])
      ],
      apparatus: Apparatus(family: "f1", witnesses: witnesses, level: .folded, segments: segments),
      changes: [
        FamilyView.Changes(
          copy: "plinth", compared: ["courier"],
          variants: [
            Variant(
              family: "f1", kind: .attribution,
              readings: [
                .init(
                  text: "officials",
                  witnesses: [.init(article: "courier", range: range(of: "officials", in: articles[0]))]),
                .init(
                  text: "the harbour",
                  witnesses: [.init(article: "plinth", range: range(of: "the harbour", in: articles[1]))]),
              ])
          ])
      ])
  }

  private static func range(of words: String, in article: Article) -> Range<Int>? {
    guard let found = article.text.range(of: words) else { return nil }
    let start = article.text.utf8.distance(from: article.text.startIndex, to: found.lowerBound)
    return start..<(start + words.utf8.count)
  }

  /// Every format, by name.
  static func documents(_ views: [FamilyView]) throws -> [String: String] {
    var documents = [
      "newick": Newick.trees(views.map(\.stemma)),
      "extended-newick": Newick.trees(views.map(\.stemma), isExtended: true), "nexus": NEXUS.file(views),
      "dot": DOT.graph(views.map(\.stemma)), "graphml": GraphML.graph(views), "tei": TEI.document(views),
      "prov": try Provenance.document(views), "html": HTMLReport.page(views),
    ]
    if let first = views.first {
      documents["svg"] = SVG.drawing(first)
      documents["narrow svg"] = SVG.drawing(first, width: 340)
      documents["openstemmata"] = OpenStemmata.document(first)
      documents["collatex"] = try CollationTable.json(first) ?? ""
    }
    return documents
  }
}
