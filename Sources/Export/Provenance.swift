import Foundation
import Press

/// PROV-JSON (W3C, 2013): pages and lost originals as entities, outlets and agencies as agents, arrows as derivations.
public enum Provenance {
  /// One document that holds all families.
  public static func document(_ views: [FamilyView]) throws -> String {
    var document: [String: [String: Record]] = [:]
    let keys = views.flatMap { view in view.stemma.nodes.map { TaxonNames.key($0, view.stemma) } }
    let pages = XMLNames(keys, prefix: "n_")
    let agents = XMLNames(views.flatMap { view in view.stemma.nodes.map { agent($0, view) } }, prefix: "a_")
    for view in views {
      let nodes = Descent(view.stemma).nodes
      for node in view.stemma.nodes {
        let key = TaxonNames.key(node, view.stemma)
        let name = "page:" + pages(key)
        let maker = "agent:" + agents(agent(node, view))
        document["entity", default: [:]][name] = entity(node, view)
        document["agent", default: [:]][maker] = [
          "prov:type": .name("prov:Organization"), "prov:label": .text(agent(node, view)),
        ]
        document["wasAttributedTo", default: [:]]["_:to_" + pages(key)] = [
          "prov:entity": .text(name), "prov:agent": .text(maker),
        ]
      }
      for edge in view.stemma.edges {
        let names = [edge.from, edge.to].compactMap { id in
          nodes[id].map { pages(TaxonNames.key($0, view.stemma)) }
        }
        guard names.count == 2 else { continue }
        document["wasDerivedFrom", default: [:]]["_:from_\(names[0])_to_\(names[1])"] = derivation(
          edge, used: "page:" + names[0], generated: "page:" + names[1])
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    let whole = Whole(
      prefix: ["page": "urn:stemma:page:", "agent": "urn:stemma:agent:", "stemma": "urn:stemma:"],
      body: document)
    return String(decoding: try encoder.encode(whole), as: UTF8.self) + "\n"
  }

  typealias Record = [String: Value]

  /// A value of PROV-JSON: a plain string, or a literal with its type.
  enum Value: Encodable {
    case text(String)
    case number(Double)
    case flag(Bool)
    /// A name with a prefix.
    case name(String)

    enum CodingKeys: String, CodingKey { case value = "$", type }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .text(let text):
        var container = encoder.singleValueContainer()
        try container.encode(text)
      case .number(let number): try typed(Share.decimal(number), "xsd:double", encoder)
      case .flag(let flag): try typed(flag ? "true" : "false", "xsd:boolean", encoder)
      case .name(let name): try typed(name, "prov:QUALIFIED_NAME", encoder)
      }
    }

    private func typed(_ value: String, _ type: String, _ encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(value, forKey: .value)
      try container.encode(type, forKey: .type)
    }
  }

  private struct Whole: Encodable {
    struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    let prefix: [String: String]
    let body: [String: [String: Record]]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(prefix, forKey: Key(stringValue: "prefix"))
      for (name, records) in body { try container.encode(records, forKey: Key(stringValue: name)) }
    }
  }

  private static func agent(_ node: Stemma.Node, _ view: FamilyView) -> String {
    view.byID[node.id]?.outlet ?? node.label
  }

  private static func entity(_ node: Stemma.Node, _ view: FamilyView) -> Record {
    var record: Record = [
      "prov:label": .text(view.byID[node.id]?.title ?? node.label),
      "stemma:family": .text(node.otherFamily ?? view.stemma.family),
      "stemma:id": .text(node.id), "prov:type": .name(node.lost ? "stemma:LostWitness" : "stemma:Witness"),
    ]
    guard let article = view.byID[node.id] else { return record }
    record["stemma:source"] = .text(article.source)
    if let address = article.address { record["prov:location"] = .text(address) }
    if let published = article.published { record["stemma:published"] = .text(published.iso) }
    return record
  }

  private static func derivation(_ edge: Stemma.Edge, used: String, generated: String) -> Record {
    let isVersion = edge.evidence.contains { $0.kind == .version }
    return [
      "prov:generatedEntity": .text(generated), "prov:usedEntity": .text(used),
      "prov:type": .name(isVersion ? "prov:Revision" : "stemma:\(edge.kind.rawValue)"),
      "stemma:kind": .text(edge.kind.rawValue), "stemma:confidence": .number(edge.confidence),
      "stemma:evidence": .text(
        edge.evidence.map { "\($0.kind.rawValue): \($0.text)" }.joined(separator: "; ")),
    ]
  }
}
