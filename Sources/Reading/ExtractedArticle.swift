import Press

/// Reads an article that someone else extracted: its text stays as it is, furniture and credits are marked in it.
enum ExtractedArticle {
  static func read(_ text: String, of page: Page, names: NameTable) -> Outcome {
    let (spans, cut) = Lines.spans(text)
    guard !spans.isEmpty else { return .refusal(ArticleReader.empty(page)) }
    var utf8 = text
    let lines = utf8.withUTF8 { bytes in
      spans.map { Line(String(decoding: UnsafeBufferPointer(rebasing: bytes[$0]), as: UTF8.self), names) }
    }
    let verdicts = PageJudge.judge(lines, statedTitle: page.stated.title)
    var article = Assembly.article(of: page, facts: PageFacts(), verdicts, names: names)
    article.text = text
    var places: [Int?] = Array(repeating: nil, count: lines.count)
    for (index, line) in lines.enumerated() {
      if let kind = verdicts.kinds[index] {
        places[index] = article.furniture.count
        article.furniture.append(Furniture(kind: kind, text: line.text, range: spans[index]))
      }
    }
    if article.title == nil, let title = verdicts.title {
      (article.title, article.found[.title]) = (lines[title].text, .text)
    }
    Assembly.complete(
      &article, lines, verdicts, starts: spans.map(\.lowerBound), furniture: places, own: article.outlet)
    return .article(article, notices: cut.notices(of: page))
  }
}
