import Press

/// Which witness can have been there before which other.
///
/// Times decide where both are stated; where they do not, a spun text comes after a plain one and a longer one before
/// a shorter. The order is total, so that inferred arrows can make no circle.
struct WitnessOrder {
  private let ranks: [Int]
  private let tradition: Tradition

  /// `heads` are witnesses to which others' credits point: they come first where no time says otherwise.
  init(_ tradition: Tradition, heads: Set<Int>) {
    self.tradition = tradition
    func key(_ witness: Int) -> (Int64, Int, Int, Int) {
      let article = tradition.witnesses[witness].article
      let words = tradition.witnesses[witness].words
      let head = heads.contains(witness) ? 0 : 1
      guard let time = article.published else {
        return (head == 0 ? .min : .max, head, tradition.witnesses[witness].spinning, -words)
      }
      return (time.earliest / 2 + time.latest / 2, head, tradition.witnesses[witness].spinning, -words)
    }
    let sorted = tradition.witnesses.indices.sorted {
      let (x, y) = (key($0), key($1))
      return x != y ? x < y : tradition.id($0) < tradition.id($1)
    }
    var ranks = [Int](repeating: 0, count: sorted.count)
    for (rank, witness) in sorted.enumerated() { ranks[witness] = rank }
    self.ranks = ranks
  }

  /// Place in the total order; lower is earlier.
  func rank(of witness: Int) -> Int { ranks[witness] }

  /// Whether `source` can have been there before `copy`.
  func canPrecede(_ source: Int, _ copy: Int) -> Bool { ranks[source] < ranks[copy] }

  /// What the clock says of an arrow.
  enum Clock { case surelyBefore, likelyBefore, silent, against }

  /// Whoever states only when a page was changed may have had it long before: nothing is called earlier than such a page.
  func clock(_ source: Int, _ copy: Int) -> Clock {
    guard let from = tradition.published(source), let to = tradition.published(copy) else { return .silent }
    if from.isLikelyBefore(to) {
      if tradition.witnesses[copy].article.isDatedByChange { return .silent }
      return from.isSurelyBefore(to) ? .surelyBefore : .likelyBefore
    }
    return to.isLikelyBefore(from) && !tradition.witnesses[source].article.isDatedByChange
      ? .against : .silent
  }
}
