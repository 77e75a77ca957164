/// How often one outlet copied from another, or from a lost source.
public struct Flow: Sendable, Hashable, Codable {
  /// The outlet that was copied, or what the lost source is called.
  public let source: String
  /// Whether no page of the source is held.
  public let isLost: Bool
  /// The outlet that copied.
  public let copy: String
  /// How many arrows lead from one to the other.
  public let arrows: Int

  /// Makes a flow.
  public init(source: String, isLost: Bool, copy: String, arrows: Int) {
    self.source = source
    self.isLost = isLost
    self.copy = copy
    self.arrows = arrows
  }

  enum CodingKeys: String, CodingKey { case source, isLost = "lost", copy, arrows }
}
