import Press

/// TEI P5: the witnesses, the apparatus in parallel segmentation, and the stemma as a directed graph.
///
/// Reading an apparatus back: a witness's text is what stands outside `<app>`, with its `<rdg>` of each, in their order. A
/// `<rdg type="moved">` is out of its witness's order; its `n` is the byte of the text at which it belongs.
public enum TEI {
  /// A document for one family, a corpus of documents for several.
  public static func document(_ views: [FamilyView]) -> String {
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    if views.count == 1 {
      lines += text(views[0], prefix: "", isInner: false)
    } else {
      lines.append("<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">")
      lines += header(title: "\(views.count) reports", description: ["Each document holds one report."])
      for (number, view) in views.enumerated() {
        lines += text(view, prefix: "f\(number + 1)_", isInner: true)
      }
      lines.append("</teiCorpus>")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ view: FamilyView, prefix: String, isInner: Bool) -> [String] {
    let names = Names(view, prefix: prefix)
    var lines = [isInner ? "<TEI>" : "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">"]
    lines += header(view, names, prefix)
    lines += ["<text>", "<body>"]
    if let apparatus = view.apparatus {
      lines += TEIApparatus(apparatus: apparatus, view: view, names: names).lines()
    }
    lines += graph(view, names, prefix)
    return lines + ["</body>", "</text>", "</TEI>"]
  }

  /// Names that are legal in XML, of witnesses and of nodes.
  struct Names {
    let witness: XMLNames
    let node: XMLNames

    init(_ view: FamilyView, prefix: String) {
      witness = XMLNames(
        view.articles.map(\.id) + view.stemma.nodes.map(\.id) + (view.apparatus?.witnesses ?? []),
        prefix: prefix + "w_")
      node = XMLNames(view.stemma.nodes.map(\.id), prefix: prefix + "n_")
    }
  }

  private static func header(_ view: FamilyView, _ names: Names, _ prefix: String) -> [String] {
    var source = ["<listWit>"]
    for node in view.stemma.nodes { source.append(witness(node, view, names)) }
    source.append("</listWit>")
    if view.stemma.nodes.isEmpty { source = ["<p>No witness is held.</p>"] }
    return header(
      title: view.title, description: ["Report \(view.family.id)."], source: source,
      encoding: taxonomy(prefix))
  }

  private static func header(
    title: String, description: [String],
    source: [String] = ["<p>Pages of news, one document for each report.</p>"],
    encoding: [String] = []
  ) -> [String] {
    var lines = ["<teiHeader>", "<fileDesc>"]
    lines.append(
      "<titleStmt><title>\(XMLText.escaped(title)): witnesses, apparatus and stemma</title></titleStmt>")
    lines += [
      "<publicationStmt><p>Computed by Stemma from pages of news; not published.</p></publicationStmt>"
    ]
    lines.append(
      "<notesStmt>" + description.map { "<note>\(XMLText.escaped($0))</note>" }.joined() + "</notesStmt>")
    lines += ["<sourceDesc>"] + source + ["</sourceDesc>", "</fileDesc>"]
    if !encoding.isEmpty { lines += ["<encodingDesc>"] + encoding + ["</encodingDesc>"] }
    return lines + ["</teiHeader>"]
  }

  /// What `ana` of an arc points to. TEI has no `type` for arcs.
  private static func taxonomy(_ prefix: String) -> [String] {
    let arcs = [
      ("filiation", "Copied from the surest of its parents."),
      ("contamination", "Copied from this parent too, beside a surer one."),
    ]
    let kinds: [(CopyKind, String)] = [
      (.verbatim, "Word for word, but for typography."), (.edited, "With words or sentences changed."),
      (.partial, "A part of one stands within the other."),
      (.spun, "Rewritten by synonym substitution, sentence for sentence."),
      (.unknown, "Not known, because one of the two is lost."),
    ]
    let categories = arcs.map { ($0.0, $0.1) } + kinds.map { ($0.0.rawValue, $0.1) }
    return [
      "<variantEncoding method=\"parallel-segmentation\" location=\"internal\"/>", "<classDecl>",
      "<taxonomy xml:id=\"\(prefix)arcs\">",
    ]
      + categories.map {
        "<category xml:id=\"\(prefix)\($0.0)\"><catDesc>\($0.1)</catDesc></category>"
      } + ["</taxonomy>", "</classDecl>"]
  }

  private static func witness(_ node: Stemma.Node, _ view: FamilyView, _ names: Names) -> String {
    var line = "<witness\(XMLText.attribute("xml:id", names.witness(node.id)))"
    line += XMLText.attribute("n", node.id) + ">"
    guard !node.lost else {
      return line
        + "<orgName>\(XMLText.escaped(node.label))</orgName> <note>Lost: no page of it is held.</note></witness>"
    }
    line += "<orgName>\(XMLText.escaped(view.byID[node.id]?.outlet ?? node.label))</orgName>"
    if let article = view.byID[node.id] {
      if let title = article.title { line += " <title>\(XMLText.escaped(title))</title>" }
      if let published = article.published { line += " " + date(published) }
      line += " <idno type=\"source\">\(XMLText.escaped(article.source))</idno>"
      if let address = article.address { line += " <idno type=\"URI\">\(XMLText.escaped(address))</idno>" }
    }
    if let other = node.otherFamily { line += " <note>Of another report: \(XMLText.escaped(other)).</note>" }
    return line + "</witness>"
  }

  /// `when` takes the forms of XML Schema: a time of day needs its seconds.
  private static func date(_ moment: Moment) -> String {
    var when = moment.iso
    if moment.precision == .minute {
      when = String(when.prefix(16)) + ":00" + when.dropFirst(16)
    }
    return "<date\(XMLText.attribute("when", when))>\(XMLText.escaped(moment.iso))</date>"
  }

  /// The stemma in the shape of OpenStemmata, with the reasons behind each arc.
  private static func graph(_ view: FamilyView, _ names: Names, _ prefix: String) -> [String] {
    guard !view.stemma.nodes.isEmpty else { return ["<div type=\"stemma\"><p>No witness is held.</p></div>"] }
    let descent = Descent(view.stemma)
    let edges = view.stemma.edges.filter { descent.nodes[$0.from] != nil && descent.nodes[$0.to] != nil }
    let degrees = Degrees(edges)
    var lines = ["<div type=\"stemma\">"]
    lines.append("<graph type=\"directed\" order=\"\(descent.order.count)\" size=\"\(edges.count)\">")
    lines.append("<label>hypothetical</label>")
    for id in descent.order.sorted() {
      guard let node = descent.nodes[id] else { continue }
      lines.append(
        "<node\(XMLText.attribute("xml:id", names.node(id))) type=\"\(node.lost ? "hypothetical" : "witness")\""
          + " inDegree=\"\(degrees.into[id] ?? 0)\" outDegree=\"\(degrees.out[id] ?? 0)\" value=\"#\(names.witness(id))\">"
          + "<label>\(XMLText.escaped(node.label))</label></node>")
    }
    for (number, edge) in edges.enumerated() {
      let type = descent.isContamination(edge) ? "contamination" : "filiation"
      let kind = [.verbatim, .edited, .partial, .spun].contains(edge.kind) ? edge.kind : .unknown
      lines.append(
        "<arc xml:id=\"\(prefix)arc_\(number + 1)\" from=\"#\(names.node(edge.from))\" to=\"#\(names.node(edge.to))\""
          + " cert=\"\(Certainty(edge.confidence).rawValue)\" n=\"\(Share.decimal(edge.confidence))\""
          + " ana=\"#\(prefix)\(type) #\(prefix)\(kind.rawValue)\"/>")
      for evidence in edge.evidence {
        lines.append(
          "<note type=\"\(evidence.kind.rawValue)\" target=\"#\(prefix)arc_\(number + 1)\">"
            + "\(XMLText.escaped(evidence.text))</note>")
      }
    }
    return lines + ["</graph>", "</div>"]
  }
}

/// How many arrows lead to each node, and away from it.
struct Degrees {
  private(set) var into: [String: Int] = [:]
  private(set) var out: [String: Int] = [:]

  init(_ edges: [Stemma.Edge]) {
    for edge in edges {
      into[edge.to, default: 0] += 1
      out[edge.from, default: 0] += 1
    }
  }
}
