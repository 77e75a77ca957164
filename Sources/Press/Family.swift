/// The witnesses of one report. Every article is in exactly one family, most of them alone.
public struct Family: Sendable, Hashable, Codable {
  /// A stable short hash of the smallest member's id.
  public let id: String
  /// Article ids, sorted.
  public let members: [String]
  /// The member that stands best for all: it has most of what the others have. `nil` where nobody said.
  public let representative: String?
  /// For each member, in the order of `members`, the share of its words that no other member has, in 0...1; empty where
  /// nobody said.
  public let originality: [Double]

  /// Makes a family; its members are sorted.
  ///
  /// - Parameter originality: By member; all of them or none.
  public init(
    id: String, members: [String], representative: String? = nil, originality: [String: Double] = [:]
  ) {
    self.id = id
    self.members = members.sorted()
    self.representative = representative
    self.originality = originality.isEmpty ? [] : self.members.map { originality[$0] ?? 1 }
  }
}
