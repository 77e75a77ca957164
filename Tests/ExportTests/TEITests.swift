import Export
import Foundation
import Press
import Testing

@Suite("TEI and CollateX' table give every witness its text back")
struct TEITests {
  /// The texts, read back as the documentation of ``TEI`` says.
  private static func texts(_ tei: String, _ view: FamilyView) throws -> [String: String] {
    let document = XMLDocumentReader(tei)
    try #require(document.failure == nil, "\(document.failure ?? "")")
    var names: [String: String] = [:]
    for element in document.elements where element.name == "witness" {
      if let name = element.attributes["xml:id"], let id = element.attributes["n"] { names["#" + name] = id }
    }
    struct Piece {
      let text: String
      let moved: Int?
    }
    let witnesses = try #require(view.apparatus?.witnesses)
    var pieces = Dictionary(uniqueKeysWithValues: witnesses.map { ($0, [Piece]()) })
    var last: [String: String] = [:]
    var isInText = false
    var inApp = false
    var open: (witnesses: [String], moved: Int?)?
    for event in document.events {
      switch event {
      case .start(let element):
        if element.name == "ab" { isInText = true }
        if element.name == "app" { inApp = true }
        guard element.name == "rdg" else { continue }
        let wit = (element.attributes["wit"] ?? "").split(separator: " ").compactMap { names[String($0)] }
        open = (wit, element.attributes["n"].flatMap(Int.init))
        for id in wit { last[id] = "" }
      case .end(let name):
        if name == "ab" { isInText = false }
        if name == "app" { inApp = false }
        if name == "rdg", let closed = open {
          for id in closed.witnesses { pieces[id]?.append(Piece(text: last[id] ?? "", moved: closed.moved)) }
          open = nil
        }
      case .text(let text):
        guard isInText else { continue }
        if let open {
          for id in open.witnesses { last[id]? += text }
        } else if !inApp {
          for id in witnesses { pieces[id]?.append(Piece(text: text, moved: nil)) }
        }
      }
    }
    return pieces.mapValues { pieces in
      var moved = Dictionary(
        pieces.compactMap { piece in piece.moved.map { ($0, piece.text) } }, uniquingKeysWith: { $0 + $1 })
      var text = ""
      func insert() { while let piece = moved.removeValue(forKey: text.utf8.count) { text += piece } }
      for piece in pieces where piece.moved == nil {
        insert()
        text += piece.text
      }
      insert()
      return text
    }
  }

  private static func expectRoundTrip(_ view: FamilyView) throws {
    let read = try texts(TEI.document([view]), view)
    for article in view.articles where view.apparatus?.witnesses.contains(article.id) == true {
      #expect(read[article.id] == article.text)
    }
    let table = try #require(try CollationTable.json(view))
    struct Table: Decodable {
      let witnesses: [String]
      let table: [[[String]]]
    }
    let decoded = try JSONDecoder().decode(Table.self, from: Data(table.utf8))
    #expect(decoded.witnesses == view.apparatus?.witnesses)
    #expect(decoded.table.allSatisfy { $0.count == decoded.witnesses.count })
  }

  @Test("in the order of the table")
  func inOrder() throws { try Self.expectRoundTrip(Collated.view()) }

  @Test("and where passages were moved, in any way")
  func moved() throws {
    for order in [[4, 0, 1, 2, 3], [1, 2, 3, 4, 0], [4, 3, 2, 1, 0], [0, 2, 1, 4, 3], [2, 0, 4, 1, 3]] {
      try Self.expectRoundTrip(Collated.view(moved: [1: order]))
      try Self.expectRoundTrip(Collated.view(moved: [0: [3, 4, 0, 1, 2], 1: order, 2: order.reversed()]))
    }
  }

  @Test("Readings bear the kind of their place, and those of one reading stand together")
  func shape() {
    let tei = TEI.document([Collated.view()])
    #expect(tei.contains("<app type=\"number\"\n>"))
    #expect(
      tei.contains(
        "<rdgGrp><rdg wit=\"#w_bulletin #w_plinth\">“We heard &amp; felt it,” </rdg>"
          + "<rdg wit=\"#w_courier\">\"We heard &amp; felt it,\" </rdg></rdgGrp>"))
    #expect(tei.contains("officials said.&#13;\n\n"))
    #expect(tei.contains("<ab xml:space=\"preserve\">The ferry lay fast <app"))
  }

  @Test("The stemma has OpenStemmata's shape")
  func graph() throws {
    for text in [TEI.document([Collated.view()]), OpenStemmata.document(Collated.view())] {
      let document = XMLDocumentReader(text)
      #expect(document.failure == nil)
      let graph = try #require(document.elements.first { $0.name == "graph" })
      #expect(graph.attributes["type"] == "directed")
      #expect(graph.attributes["order"] == "5" && graph.attributes["size"] == "4")
      let nodes = document.elements.filter { $0.name == "node" }
      #expect(nodes.count { $0.attributes["type"] == "hypothetical" } == 1)
      #expect(nodes.count { $0.attributes["type"] == "witness" } == 4)
      let arcs = document.elements.filter { $0.name == "arc" }
      #expect(arcs.compactMap { $0.attributes["cert"] } == ["low", "high", "high", "medium"])
      let mixed = arcs.filter {
        $0.attributes["od:type"] == "contamination"
          || $0.attributes["ana"]?.hasPrefix("#contamination ") == true
      }
      #expect(mixed.map { $0.attributes["from"] } == ["#n_quay"])
      let ids = Set(nodes.compactMap { $0.attributes["xml:id"] }.map { "#" + $0 })
      #expect(
        arcs.allSatisfy {
          ids.contains($0.attributes["from"] ?? "") && ids.contains($0.attributes["to"] ?? "")
        })
    }
  }

  @Test("Without texts there is no apparatus, and the stemma all the same")
  func withoutTexts() throws {
    let view = FamilyView(family: Family(id: "f1", members: []), stemma: News.stemma)
    let tei = TEI.document([view])
    #expect(!tei.contains("<app") && tei.contains("<graph"))
    #expect(try CollationTable.json(view) == nil)
  }

  @Test("Several reports are one corpus, with ids that differ")
  func corpus() {
    let document = XMLDocumentReader(TEI.document([Collated.view(), Collated.view()]))
    #expect(document.failure == nil)
    #expect(document.elements.first?.name == "teiCorpus")
    let ids = document.elements.compactMap { $0.attributes["xml:id"] }
    #expect(Set(ids).count == ids.count && ids.count > 20)
  }
}
