/// A family's directed acyclic graph: who was copied from whom (invariant 9).
public struct Stemma: Sendable, Hashable, Codable {
  /// Id of the family that it is drawn for.
  public let family: String
  /// Sorted: lost witnesses first, then by id.
  public let nodes: [Node]
  /// Sorted by `to`, then `from`.
  public let edges: [Edge]

  /// Makes a stemma; nodes and edges are put in their order.
  public init(family: String, nodes: [Node], edges: [Edge]) {
    self.family = family
    self.nodes = nodes.sorted { ($0.lost ? 0 : 1, $0.id) < ($1.lost ? 0 : 1, $1.id) }
    self.edges = edges.sorted { ($0.to, $0.from) < ($1.to, $1.from) }
  }

  /// A witness: an article that we hold, or one that we infer.
  public struct Node: Sendable, Hashable, Codable {
    /// The article's id; `lost:NAME` for a lost witness.
    public let id: String
    /// Whether no page is held for it.
    public let lost: Bool
    /// What to call it on a screen: the outlet, else the file's name.
    public let label: String
    /// The family it belongs to, where that is another one: a page merged from two reports has a parent there.
    public let otherFamily: String?

    /// Makes a node.
    public init(id: String, lost: Bool, label: String, otherFamily: String? = nil) {
      self.id = id
      self.lost = lost
      self.label = label
      self.otherFamily = otherFamily
    }

    enum CodingKeys: String, CodingKey { case id, lost, label, otherFamily = "other_family" }
  }

  /// An arrow: `to` was copied from `from`.
  public struct Edge: Sendable, Hashable, Codable {
    /// Id of the node that was copied.
    public let from: String
    /// Id of the node that is the copy.
    public let to: String
    /// What was done in copying.
    public let kind: CopyKind
    /// How sure, in 0...1 (invariant 10).
    public let confidence: Double
    /// Why; never empty.
    public let evidence: [Evidence]
    /// Who else may be what was copied, the likeliest first; empty where the evidence decides.
    public let alternatives: [Alternative]

    /// Makes an arrow.
    public init(
      from: String, to: String, kind: CopyKind, confidence: Double, evidence: [Evidence],
      alternatives: [Alternative] = []
    ) {
      self.from = from
      self.to = to
      self.kind = kind
      self.confidence = confidence
      self.evidence = evidence
      self.alternatives = alternatives
    }

    enum CodingKeys: String, CodingKey { case from, to, kind, confidence, evidence, alternatives }

    /// Reads the shape that the JSON lines promise; `alternatives` may be missing.
    public init(from decoder: any Decoder) throws {
      let c = try decoder.container(keyedBy: CodingKeys.self)
      from = try c.decode(String.self, forKey: .from)
      to = try c.decode(String.self, forKey: .to)
      kind = try c.decode(CopyKind.self, forKey: .kind)
      confidence = try c.decode(Double.self, forKey: .confidence)
      evidence = try c.decode([Evidence].self, forKey: .evidence)
      alternatives = try c.decodeIfPresent([Alternative].self, forKey: .alternatives) ?? []
    }

    /// Writes the shape that the JSON lines promise; `alternatives` only where there are some.
    public func encode(to encoder: any Encoder) throws {
      var c = encoder.container(keyedBy: CodingKeys.self)
      try c.encode(from, forKey: .from)
      try c.encode(to, forKey: .to)
      try c.encode(kind, forKey: .kind)
      try c.encode(confidence, forKey: .confidence)
      try c.encode(evidence, forKey: .evidence)
      if !alternatives.isEmpty { try c.encode(alternatives, forKey: .alternatives) }
    }
  }

  /// Another node that may be what was copied.
  public struct Alternative: Sendable, Hashable, Codable {
    /// Id of the node.
    public let from: String
    /// How likely, in 0...1; with the arrow's own confidence no more than 1.
    public let confidence: Double

    /// Makes an alternative.
    public init(from: String, confidence: Double) {
      self.from = from
      self.confidence = confidence
    }
  }

  /// One reason for an arrow.
  public struct Evidence: Sendable, Hashable, Codable {
    /// What sort of reason.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      /// A credit on the page names the parent.
      case credit
      /// The parent was published before.
      case time
      /// The child's text lies within the parent's.
      case containment
      /// The passages that the two share.
      case passages
      /// The child is spun, and spinning runs one way.
      case spinning
      /// Parent and child share a change that no other witness has.
      case sharedReading = "shared-reading"
      /// What was done in copying runs one way: a text is cut, its typography or its spelling turned to a house's.
      case direction
      /// The page links to the parent.
      case link
      /// Both have one headline, or the child's was made of the parent's.
      case headline
      /// The parent is an earlier page of the same outlet.
      case version
      /// The clock speaks against the arrow: said, not hidden.
      case conflict
      /// Other parents would do as well.
      case alternative
      /// Somebody who works with the archive says so.
      case correction
    }

    /// What was done in copying.
    public let kind: Kind
    /// The words on the page, or a sentence that says what was measured.
    public let text: String
    /// The article in which it is seen.
    public let article: String?

    /// Makes a reason.
    public init(kind: Kind, text: String, article: String? = nil) {
      self.kind = kind
      self.text = text
      self.article = article
    }
  }
}
