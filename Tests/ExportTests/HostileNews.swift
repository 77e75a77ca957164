import Export
import Press

/// A report whose every word was written by someone who means ill.
enum HostileNews {
  /// What attacks on pages look like, and what breaks careless writers of XML, Newick and DOT.
  static let payloads = [
    "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>", "</textarea><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version=\"1.0\"?>",
    "<!DOCTYPE html>",
    "<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;",
    "&#x3c;img src=x&#x3e;", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' autofocus='", "` onclick=alert(1)", "\" style=\"background:url(//x.example)",
    "<style>@import '//x.example';</style>", "<link rel=stylesheet href=//x.example>",
    "<iframe src=//x.example>",
    "<object data=//x.example>", "<embed src=//x.example>", "<base href=//x.example>",
    "<meta http-equiv=refresh content=0;url=//x.example>", "<form action=//x.example><input name=q>",
    "<a href=javascript:alert(1)>x</a>", "<math><mtext></math><script>alert(1)</script>",
    "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)>", "<body onload=alert(1)>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>", "<ScRiPt>alert(1)</sCrIpT>",
    "\u{0}<script\u{0}>alert(1)</script>",
    "\u{202E}<script>\u{2028}alert(1)\u{2029}</script>", "＜script＞alert(1)＜/script＞",
    "{{7*7}}${7*7}<%= 7*7 %>",
    "a'b;(c),[d]:e{f}\\\"", "Robert'); DROP TABLE page;--", "\u{1B}[31m\u{7}\u{8}", "\r\n\r\nSet-Cookie: x=1",
    "#H1", "lost:", "007", "a_b", "A B", "a b", "<\u{338}script>", "\u{FFFE}\u{FFFF}\u{1}",
  ]

  /// Two pages, one lost original and a guest whose every text is `payload`.
  static func view(_ payload: String) -> FamilyView {
    let text = "\(payload) one \(payload) two"
    func article(_ id: String, published: String?) -> Article {
      var article = Article(
        id: id, source: payload, outlet: payload, title: payload,
        published: published.flatMap { Moment(iso: $0) },
        text: text)
      article.address = payload
      article.dateline = Dateline(place: payload)
      return article
    }
    let ids = ["1" + payload, "2" + payload, "3" + payload]
    let reason = Stemma.Evidence(kind: .credit, text: payload, article: ids[0])
    let stemma = Stemma(
      family: payload,
      nodes: [
        .init(id: "lost:" + payload, lost: true, label: payload),
        .init(id: ids[0], lost: false, label: payload),
        .init(id: ids[1], lost: false, label: payload),
        .init(id: ids[2], lost: false, label: payload, otherFamily: payload),
      ],
      edges: [
        .init(from: "lost:" + payload, to: ids[0], kind: .unknown, confidence: 0.9, evidence: [reason]),
        .init(
          from: ids[0], to: ids[1], kind: .spun, confidence: 0.8,
          evidence: [reason, .init(kind: .conflict, text: payload)],
          alternatives: [.init(from: ids[2], confidence: 0.1)]),
        .init(from: ids[2], to: ids[1], kind: .partial, confidence: 0.3, evidence: [reason]),
      ])
    let all = 0..<text.utf8.count
    let apparatus = Apparatus(
      family: payload, witnesses: [ids[0], ids[1]], level: .folded,
      segments: [
        .init(
          kind: .quotation, readings: [.init(text: text, words: 2), .init(text: payload, words: 1)],
          cells: [.init(reading: 0, range: all), .init(reading: 1, range: all)])
      ])
    let variants = Variant.Kind.allCases.map { kind in
      Variant(
        family: payload, kind: kind,
        readings: [
          .init(text: payload, witnesses: [.init(article: ids[0], range: all)]),
          .init(text: payload, witnesses: [.init(article: ids[1], range: 0..<payload.utf8.count)]),
        ])
    }
    return FamilyView(
      family: Family(id: payload, members: [ids[0], ids[1]]), stemma: stemma,
      articles: [
        article(ids[0], published: "2031-05-06T09:00Z"), article(ids[1], published: "2031-05-06"),
        article(ids[2], published: nil),
      ],
      pairs: [
        Pair(
          a: ids[0], b: ids[1], kind: .spun, coverageA: 1, coverageB: 1, similarity: 1, wordsA: 2, wordsB: 2,
          equalWords: 2, changes: 1, passages: [Passage(a: all, b: all, similarity: 1)])
      ],
      apparatus: apparatus,
      changes: [
        .init(copy: ids[1], compared: [ids[0]], variants: variants),
        .init(copy: ids[0], compared: [ids[1]], lost: payload, variants: variants, isSpun: true),
      ])
  }
}
