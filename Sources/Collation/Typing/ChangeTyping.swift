import Language
import Press

/// What sort of change lies between two readings of one place.
///
/// A change is often of several sorts at once; it is called by the one that weighs most in a newsroom:
///
/// 1. **quotation**: words put into somebody's mouth. Nothing else that a copy does wrongs a person by itself.
/// 2. **negation**: the sentence says the opposite.
/// 3. **number**, 4. **date**: a fact that is simply wrong if it is not the source's, and that is checked by looking.
/// 5. **name**: the same, but that people and places are called by several names without any being wrong.
/// 6. **attribution**: every word of the fact still stands; how well it is vouched for has changed.
/// 7. **cut**, **added**, **substituted**: nothing in particular is known of it.
///
/// **Spelling** weighs least and is asked first: where the same words are written otherwise nothing was changed, and so no
/// quotation, number or name either. All of it is asked without a dictionary; what is in doubt is `substituted`.
public enum ChangeTyping {
  /// The kind of a change, or `nil` where the two readings are the same letters ("6:52 a.m.", "6.52am").
  ///
  /// Either stretch may be empty, but not both; the words around them are taken to be the same in both texts. The kind
  /// does not depend on which of the two comes first, but for `cut` and `added`. `moved` are words in another order.
  ///
  /// - Parameter quotations: Whether a change within a quotation is called that; else it is called what it would be outside.
  public static func kind(from source: Stretch, to copy: Stretch, quotations: Bool = true) -> Variant.Kind? {
    let (a, b) = Stretch.withWholeFigures(source, copy)
    if Notation.isSameLetters(a, b) { return nil }
    if Notation.isSame(a, b) { return .spelling }
    if quotations, AlteredQuotation.isAltered(source, copy) { return .quotation }
    if isReordered(source, copy) { return .moved }
    if Negation.differs(source, copy) { return .negation }
    if isComparable(a, b) {
      if hasOtherNumbers(a, b) { return .number }
      if hasOtherDates(a, b) { return .date }
      if hasOtherNames(a, b) { return .name }
    }
    if Attribution.differs(source, copy) { return .attribution }
    return copy.isEmpty ? .cut : source.isEmpty ? .added : .substituted
  }

  /// The same words in another order: "Li said", "said Li".
  private static func isReordered(_ a: Stretch, _ b: Stretch) -> Bool {
    a.count > 1 && a.count == b.count && a.words.map(\.key).sorted() == b.words.map(\.key).sorted()
  }

  /// Words on the longer side beyond which two stretches are two sentences and not two readings of a fact.
  private static let mostWords = 12

  /// Whether figures and names of one may answer to those of the other.
  private static func isComparable(_ a: Stretch, _ b: Stretch) -> Bool {
    !a.isEmpty && !b.isEmpty && max(a.count, b.count) <= mostWords
  }

  /// Numbers on one side alone belong to a sentence put otherwise, but for "a" where the other has "two".
  private static func hasOtherNumbers(_ a: Stretch, _ b: Stretch) -> Bool {
    let (left, right) = (a.numbers, b.numbers)
    if !left.isEmpty, !right.isEmpty { return left != right }
    guard left.isEmpty != right.isEmpty else { return false }
    let (with, without) = left.isEmpty ? (b, a) : (a, b)
    return with.count <= 3 && without.count <= 3 && with.numbers != [.number("1")]
      && without.words.contains { NumberWords.indefinite.contains($0) }
  }

  /// Only what is of one sort contradicts: "Tuesday" and "April 16" may be the same day.
  private static func hasOtherDates(_ a: Stretch, _ b: Stretch) -> Bool {
    let (left, right) = (a.dates, b.dates)
    return Set(left.map(\.sort)).intersection(right.map(\.sort)).contains { sort in
      left.filter { $0.sort == sort } != right.filter { $0.sort == sort }
    }
  }

  /// Nothing but names differs. More names of the same people are no other names, "the minister" for a name is none, and
  /// a phrase of which other words were exchanged too is a phrase put otherwise.
  private static func hasOtherNames(_ a: Stretch, _ b: Stretch) -> Bool {
    let (names, others) = (a.keys(areNames: true), b.keys(areNames: true))
    guard !names.isEmpty, !others.isEmpty, !Set(names).isSubset(of: others), !Set(others).isSubset(of: names)
    else { return false }
    return a.keys(areNames: false).sorted() == b.keys(areNames: false).sorted()
  }
}

extension Stretch {
  /// Keys of the words that are parts of names, or of those that are not.
  fileprivate func keys(areNames: Bool) -> [UInt32] {
    range.filter { text.isName($0) == areNames }.map { text.words[$0].key }
  }
}
