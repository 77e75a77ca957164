import Press

/// What is measured of every possible arrow of a family, for fitting the weights.
public struct Measurements: Sendable {
  /// A possible arrow.
  public struct Arrow: Sendable {
    /// Number of the node that it leads from, in ``Measurements/nodes``; the number behind the last where there is no parent.
    public let from: Int
    /// Number of the node that it leads to.
    public let to: Int
    /// By feature; those that are 0 left out.
    public let values: [(feature: Int, value: Double)]
  }

  /// Names of the features, by number.
  public static var features: [String] { Feature.allCases.map { "\($0)" } }

  /// Ids of the members, then of the lost sources that credits name.
  public let nodes: [String]
  /// By the node that they lead to.
  public let arrows: [Arrow]

  /// Measures a family; the parameters are those of ``StemmaBuilder/stemma(of:members:guests:pairs:apparatus:)``.
  public init(
    members: [Article], guests: [(article: Article, family: String)], pairs: [Pair], apparatus: Apparatus?
  ) {
    let tradition = Tradition(members: members, guests: guests, pairs: pairs)
    let material = Material(tradition, Claims(tradition), apparatus)
    let table = ArcTable(tradition, material)
    nodes = tradition.members.map(tradition.id) + material.lost.all.map { "lost:" + $0.spelled }
    arrows = table.arcs.map { arc in
      Arrow(
        from: arc.from, to: arc.to,
        values: arc.features.values.enumerated().filter { $0.element != 0 }.map {
          ($0.offset, Double($0.element))
        })
    }
  }
}
