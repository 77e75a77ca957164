import Matching
import Press

/// Where a run of matching finds its texts: articles with ids of their own, numbered in the order of their ids.
///
/// A run asks for texts again and again, from several threads, and keeps few of them.
public protocol WitnessSource: Sendable {
  /// How many articles there are.
  var count: Int { get }
  /// The id of an article.
  func id(_ number: Int) -> String
  /// An article as matching sees it.
  ///
  /// - Throws: What keeps it from being read; it ends the run.
  func witness(_ number: Int) throws -> Witness
  /// When an article was published, as its witness has it; read without the text.
  func published(_ number: Int) throws -> Moment?
}

/// Articles held in memory, for piles that fit there.
struct HeldWitnesses: WitnessSource {
  private let witnesses: [Witness]

  init(_ articles: [Article]) { witnesses = articles.sorted { $0.id < $1.id }.map(Witness.init) }

  var count: Int { witnesses.count }
  func id(_ number: Int) -> String { witnesses[number].id }
  func witness(_ number: Int) -> Witness { witnesses[number] }
  func published(_ number: Int) -> Moment? { witnesses[number].published }
}
