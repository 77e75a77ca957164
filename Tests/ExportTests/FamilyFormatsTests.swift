import Export
import Foundation
import Press
import Testing

@Suite("Formats of trees and graphs")
struct FamilyFormatsTests {
  @Test("Newick: the surest parent makes the tree, others stand in a comment")
  func newick() {
    #expect(
      Newick.trees([News.stemma]) == """
        ((('Boat on a "bank"','The Plinth'[also from Quay News 60 %])'Lindmouth Courier')NPA,'Quay News');

        """)
  }

  @Test("Extended Newick draws every parent, and a witness of several as a hybrid node")
  func extended() {
    #expect(
      Newick.trees([News.stemma], isExtended: true) == """
        ((('Boat on a "bank"','The Plinth'#H1)'Lindmouth Courier')NPA,('The Plinth'#H1)'Quay News');

        """)
  }

  @Test("A tree a stemma, and a page alone is one too")
  func several() {
    let alone = Stemma(family: "f2", nodes: [.init(id: "a", lost: false, label: "It's")], edges: [])
    #expect(Newick.trees([News.stemma, alone]).split(separator: "\n").last == "'It''s';")
    #expect(Newick.trees([]) == "")
    #expect(Newick.trees([Stemma(family: "f", nodes: [], edges: [])]) == "")
  }

  @Test("Names that programs would take for one are told apart, and no name is a number")
  func names() {
    let labels = ["Star", "star", "The_Star", "the star", "2031", "", "Star (b)"]
    let nodes = zip("abcdefg", labels).map { Stemma.Node(id: String($0), lost: false, label: $1) }
    let line = Newick.trees([Stemma(family: "f", nodes: nodes, edges: [])])
    #expect(
      line == "('Star (a)','star (b)','The_Star (c)','the star (d)','2031 (e)','page f','Star (b) (g)');\n"
        || line
          == "('Star (a)','star (b)','The_Star (c)','the star (d)','2031 (e)','page f','Star (b) 2');\n",
      "\(line)")
  }

  @Test("NEXUS: taxa, readings as characters, the tree with what is known of its arrows")
  func nexus() {
    #expect(
      NEXUS.file([Collated.view()]) == """
        #NEXUS

        BEGIN TAXA;
          DIMENSIONS NTAX=4;
          TAXLABELS
            'Boat on a "bank"'
            'Lindmouth Courier'
            'The Plinth'
            'Quay News'
          ;
        END;

        BEGIN CHARACTERS;
          [A character is a place at which witnesses differ; ? where a witness has nothing.]
          DIMENSIONS NCHAR=2;
          FORMAT DATATYPE=STANDARD SYMBOLS="01" MISSING=? GAP=-;
          CHARSTATELABELS
            1 'number 1' / 'for six hours.' 'for nine hours.',
            2 'attribution 2' / 'officials said.' 'the harbour said.'
          ;
          MATRIX
            'Boat on a "bank"' 0?
            'Lindmouth Courier' 10
            'The Plinth' 11
            'Quay News' ??
          ;
        END;

        BEGIN TREES;
          TREE f1 = [&R] ((('Boat on a "bank"'[&confidence=0.425,kind="spun"],'The Plinth'[&confidence=0.85,kind="edited",\
        also_from="Quay News 0.595"])'Lindmouth Courier'[&confidence=0.96,kind="unknown"])NPA,'Quay News');
        END;

        """)
  }

  @Test("GraphML: what networkx asks for, and no id that XML forbids")
  func graphML() throws {
    let document = XMLDocumentReader(GraphML.graph([Collated.view()]))
    #expect(document.failure == nil)
    let elements = document.elements
    #expect(elements.count { $0.name == "node" } == 5 && elements.count { $0.name == "edge" } == 4)
    let ids = Set(elements.filter { $0.name == "node" }.compactMap { $0.attributes["id"] })
    #expect(ids == ["n_f1_lost_NPA", "n_bulletin", "n_courier", "n_plinth", "n_quay"])
    for edge in elements where edge.name == "edge" {
      #expect(ids.contains(try #require(edge.attributes["source"])))
      #expect(ids.contains(try #require(edge.attributes["target"])))
    }
  }

  @Test("PROV-JSON: an entity a witness, an agent a maker, a derivation an arrow")
  func provenance() throws {
    let text = try Provenance.document([Collated.view()])
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    func count(_ key: String) -> Int { (document[key] as? [String: Any])?.count ?? 0 }
    #expect(count("entity") == 5 && count("wasDerivedFrom") == 4 && count("wasAttributedTo") == 5)
    #expect(count("agent") == 5)
    let derivations = try #require(document["wasDerivedFrom"] as? [String: [String: Any]])
    let own = try #require(derivations["_:from_n_courier_to_n_plinth"])
    #expect(own["prov:usedEntity"] as? String == "page:n_courier")
    #expect(own["stemma:confidence"] as? [String: String] == ["$": "0.85", "type": "xsd:double"])
  }

  @Test("Any order of what is given makes the same bytes")
  func determinism() throws {
    let view = Collated.view()
    let other = FamilyView(
      family: view.family,
      stemma: Stemma(
        family: "f1", nodes: News.stemma.nodes.reversed(), edges: News.stemma.edges.reversed()),
      articles: view.articles.reversed(), pairs: view.pairs.reversed(), apparatus: view.apparatus,
      changes: view.changes)
    #expect(try Collated.documents([view]) == Collated.documents([other]))
  }

  @Test(
    "A chain as long as a large family, a circle from a damaged archive, an arrow from nobody: no format minds"
  )
  func bounds() throws {
    let nodes = (0..<2_000).map { Stemma.Node(id: "n\($0)", lost: $0 == 0, label: "N\($0)") }
    let chain = (1..<2_000).map { News.edge("n\($0 - 1)", "n\($0)", .verbatim, 0.9, .credit, "x") }
    let odd = [
      News.edge("a", "b", .edited, 1, .credit, "x"), News.edge("b", "a", .edited, 1, .credit, "x"),
      News.edge("nobody", "a", .edited, 1, .credit, "x"), News.edge("a", "a", .edited, 1, .credit, "x"),
    ]
    let circle = Stemma(
      family: "g", nodes: ["a", "b"].map { .init(id: $0, lost: false, label: $0) }, edges: odd)
    for stemma in [
      Stemma(family: "f", nodes: nodes, edges: chain), circle, Stemma(family: "e", nodes: [], edges: []),
    ] {
      let view = FamilyView(family: Family(id: stemma.family, members: []), stemma: stemma)
      for (name, text) in try Collated.documents([view])
      where ["svg", "graphml", "tei", "openstemmata"].contains(name) {
        #expect(XMLDocumentReader(text).failure == nil, "\(name) of \(stemma.family)")
      }
    }
  }

  @Test("Whatever pages call themselves, XML stays well formed and names legal and different")
  func hostile() throws {
    for payload in HostileNews.payloads {
      let view = HostileNews.view(payload)
      let documents = try Collated.documents([view, Collated.view()])
      for name in ["graphml", "tei", "openstemmata", "svg", "narrow svg"] {
        let document = XMLDocumentReader(documents[name] ?? "")
        #expect(document.failure == nil, "\(name) with \(payload)")
        let ids = document.elements.compactMap { $0.attributes["xml:id"] ?? $0.attributes["id"] }
        #expect(Set(ids).count == ids.count, "\(name) with \(payload)")
        for id in ids {
          #expect(id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_.-".contains($0)) }, "\(id)")
        }
      }
      for name in ["prov", "collatex"] {
        _ = try JSONSerialization.jsonObject(with: Data((documents[name] ?? "").utf8))
      }
      // Newick: outside of quotation marks and comments stands nothing but its own signs and plain words.
      for line in (documents["newick"] ?? "").split(separator: "\n") {
        #expect(Self.isBalanced(String(line)), "\(line)")
      }
    }
  }

  private static func isBalanced(_ line: String) -> Bool {
    var depth = 0
    var isQuoted = false
    var isComment = false
    for scalar in line.unicodeScalars {
      if isQuoted {
        if scalar == "'" { isQuoted = false }
      } else if isComment {
        if scalar == "[" { return false }
        if scalar == "]" { isComment = false }
      } else {
        switch scalar {
        case "'": isQuoted = true
        case "[": isComment = true
        case "(": depth += 1
        case ")": depth -= 1
        case ",", ";", ".", "a"..."z", "A"..."Z", "0"..."9": break
        default: return false
        }
        if depth < 0 { return false }
      }
    }
    return depth == 0 && !isQuoted && !isComment && line.hasSuffix(";")
  }
}
