import Press

/// A record of the OpenStemmata database: one stemma, and the header that its schema asks for.
///
/// The database collects stemmata that scholars published; what its header asks of a publication is answered with what
/// is known of the report. `od:type` tells filiation from contamination.
public enum OpenStemmata {
  /// The document for one family.
  public static func document(_ view: FamilyView) -> String {
    let stemma = view.stemma
    let descent = Descent(stemma)
    let edges = stemma.edges.filter { descent.nodes[$0.from] != nil && descent.nodes[$0.to] != nil }
    let degrees = Degrees(edges)
    let names = XMLNames(stemma.nodes.map(\.id), prefix: "n_")
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    lines.append(
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xmlns:od=\"http://openstemmata.github.io/odd.html\">")
    lines += header(view, descent)
    lines += ["  <text>", "    <body>"]
    lines.append(
      "      <graph xml:id=\"stemma\" type=\"directed\" order=\"\(descent.order.count)\" size=\"\(edges.count)\">"
    )
    lines.append("        <label>hypothetical</label>")
    for id in descent.order.sorted() {
      guard let node = descent.nodes[id] else { continue }
      lines.append(
        "        <node xml:id=\"\(names(id))\" type=\"\(node.lost ? "hypothetical" : "witness")\""
          + " inDegree=\"\(degrees.into[id] ?? 0)\" outDegree=\"\(degrees.out[id] ?? 0)\">"
          + "<label>\(XMLText.escaped(node.label))</label></node>")
    }
    for (number, edge) in edges.enumerated() {
      lines.append(
        "        <arc xml:id=\"arc_\(number + 1)\" from=\"#\(names(edge.from))\" to=\"#\(names(edge.to))\""
          + " od:type=\"\(descent.isContamination(edge) ? "contamination" : "filiation")\""
          + " cert=\"\(Certainty(edge.confidence).rawValue)\"/>")
    }
    lines += ["      </graph>", "    </body>", "  </text>", "</TEI>", ""]
    return lines.joined(separator: "\n")
  }

  private static func header(_ view: FamilyView, _ descent: Descent) -> [String] {
    let title = XMLText.escaped(view.title)
    let root = TextTree(view.stemma, articles: view.byID).root.flatMap { view.byID[$0] }
    let outlet = XMLText.escaped(root?.outlet ?? "unknown")
    let date = XMLText.escaped(root?.published?.iso ?? "unknown")
    let place = XMLText.escaped(root?.dateline?.place ?? "unknown")
    // Only what is a legal address as it stands; else the record points to itself.
    let address = root?.address.flatMap(Self.legal) ?? "#stemma"
    let isContaminated = descent.others.isEmpty ? "no" : "yes"
    let comesFromOutside = view.stemma.nodes.contains { $0.otherFamily != nil } ? "yes" : "no"
    return [
      "  <teiHeader>", "    <fileDesc>", "      <titleStmt>",
      "        <title type=\"standard\">Stemma of</title>",
      "        <title type=\"variable\">\(title)</title>", "        <author>Stemma</author>",
      "        <respStmt><resp>computed by</resp><persName>Stemma</persName></respStmt>",
      "      </titleStmt>",
      "      <publicationStmt>",
      "        <authority><orgName>Stemma</orgName><ptr target=\"#stemma\"/></authority>",
      "      </publicationStmt>",
      "      <notesStmt><note>Computed from pages of news: report \(XMLText.escaped(view.family.id)).</note></notesStmt>",
      "      <sourceDesc>", "        <bibl type=\"publicationPart\">",
      "          <title>\(title)</title><author>\(outlet)</author><date>\(date)</date><pubPlace>\(place)</pubPlace>",
      "          <series>news</series><biblScope unit=\"page\"/><ptr target=\"\(address)\"/>",
      "        </bibl>",
      "      </sourceDesc>", "    </fileDesc>", "    <profileDesc>",
      "      <creation><title>\(title)</title><persName role=\"author\">\(outlet)</persName>"
        + "<origDate>\(date)</origDate><origPlace>\(place)</origPlace></creation>",
      "      <textClass><keywords>", "        <term type=\"workGenre\">news report</term>",
      "        <term type=\"stemmaType\">reconstructed</term>",
      "        <term type=\"contam\">\(isContaminated)</term>",
      "        <term type=\"extraStemmContam\">\(comesFromOutside)</term>",
      "        <term type=\"rootType\">unspecified</term>", "      </keywords></textClass>",
      "      <langUsage><language ident=\"other\">\(XMLText.escaped(root?.language ?? ""))</language></langUsage>",
      "    </profileDesc>", "  </teiHeader>",
    ]
  }

  private static func legal(_ address: String) -> String? {
    let signs = "-._~:/?#@!$&()*+,;=%".unicodeScalars
    let isLegal = address.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || signs.contains(scalar))
    }
    return isLegal && HTMLTexts.isWeb(address) ? XMLText.escaped(address, isAttribute: true) : nil
  }
}
