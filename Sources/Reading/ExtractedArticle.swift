import Press

/// Reads an article that someone else extracted: its text stays as it is, furniture and credits are marked in it.
enum ExtractedArticle {
  static func read(_ text: String, of page: Page, names: NameTable) -> Outcome {
    let spans = Lines.spans(text)
    guard !spans.isEmpty else { return .refusal(ArticleReader.empty(page)) }
    let bytes = Array(text.utf8)
    let lines = spans.map { Line(String(decoding: bytes[$0], as: UTF8.self), names) }
    let verdicts = PageJudge.judge(lines, statedTitle: page.stated.title)
    var article = Assembly.article(of: page, facts: PageFacts(), verdicts, names: names)
    article.text = text
    for (index, line) in lines.enumerated() {
      if let kind = verdicts.kinds[index] {
        article.furniture.append(Furniture(kind: kind, text: line.text, range: spans[index]))
      }
    }
    if article.title == nil, let title = verdicts.title {
      (article.title, article.found[.title]) = (lines[title].text, .text)
    }
    Assembly.complete(&article, lines, verdicts, starts: spans.map(\.lowerBound), own: article.outlet)
    return .article(article, notices: [])
  }
}
