import Press

/// The parent of a page that names none: the witness from which it takes the fewest changes (parsimony), among those
/// that can have been there before it.
struct ParentSearch {
  /// A witness weighed as a parent.
  struct Candidate {
    let witness: Int
    let link: Tradition.Link
    /// Changed places between the two, and what the candidate cannot explain although another witness can.
    let cost: Double
  }

  /// What a word costs that the candidate lacks and another witness has: it was not invented twice.
  static let unexplainedWord = 0.1
  /// Share of the copy's words that a parent must explain.
  static let leastExplained = 0.25

  private let tradition: Tradition
  private let order: WitnessOrder

  init(_ tradition: Tradition, _ order: WitnessOrder) {
    self.tradition = tradition
    self.order = order
  }

  /// Members that can have been copied from, the best first; then the earlier, then by id.
  func candidates(for copy: Int) -> [Candidate] {
    let links = tradition.neighbours(of: copy).compactMap { source -> (Int, Tradition.Link)? in
      guard source != copy, tradition.members.contains(source), order.canPrecede(source, copy),
        !tradition.isSpun(source, from: copy)
      else { return nil }
      guard let link = tradition.link(from: source, to: copy), link.ofCopy >= Self.leastExplained else {
        return nil
      }
      return (source, link)
    }
    let most = links.map { $0.1.pair.equalWords }.max() ?? 0
    return links.map { source, link in
      let missing = Double(most - link.pair.equalWords)
      return Candidate(
        witness: source, link: link, cost: Double(link.pair.changes) + Self.unexplainedWord * missing)
    }.sorted { ($0.cost, order.rank(of: $0.witness)) < ($1.cost, order.rank(of: $1.witness)) }
  }
}

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
