import Press

/// Invented news, and a small stemma: a dispatch that is lost, its clients, and a page with two parents.
enum News {
  static let articles = [
    article("courier", outlet: "Lindmouth Courier", title: "Ferry aground", published: "2031-05-06T09:00Z"),
    article("plinth", outlet: "The Plinth", title: "Ferry: what we know", published: "2031-05-07"),
    article("bulletin", outlet: nil, title: "Boat on a \"bank\"", published: nil),
  ]

  static func article(_ id: String, outlet: String?, title: String?, published: String?) -> Article {
    Article(
      id: id, source: "pile/\(id).html", outlet: outlet, title: title,
      published: published.flatMap { Moment(iso: $0) }, text: "The ferry lay fast.")
  }

  static let stemma = Stemma(
    family: "f1",
    nodes: [
      Stemma.Node(id: "lost:NPA", lost: true, label: "NPA"),
      Stemma.Node(id: "courier", lost: false, label: "Lindmouth Courier"),
      Stemma.Node(id: "plinth", lost: false, label: "The Plinth"),
      Stemma.Node(id: "bulletin", lost: false, label: "Boat on a \"bank\""),
      Stemma.Node(id: "quay", lost: false, label: "Quay News", otherFamily: "f2"),
    ],
    edges: [
      edge("lost:NPA", "courier", .unknown, 0.96, .credit, "SOURCE: NPA"),
      edge("courier", "plinth", .edited, 0.85, .passages, "90 of 100 words are the same, 3 places changed"),
      edge("quay", "plinth", .partial, 0.595, .passages, "30 of 100 words are the same, 1 place changed"),
      edge("courier", "bulletin", .spun, 0.425, .spinning, "Plain words were replaced throughout"),
    ])

  static func edge(
    _ from: String, _ to: String, _ kind: CopyKind, _ confidence: Double, _ why: Stemma.Evidence.Kind,
    _ text: String
  ) -> Stemma.Edge {
    Stemma.Edge(
      from: from, to: to, kind: kind, confidence: confidence,
      evidence: [Stemma.Evidence(kind: why, text: text, article: to)])
  }

  static var byID: [String: Article] {
    Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
