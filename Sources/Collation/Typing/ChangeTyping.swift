import Language
import Press

/// What sort of change lies between two readings of one place.
public enum ChangeTyping {
  /// The kind of a change, or `nil` where the two readings are the same letters ("6:52 a.m.", "6.52am").
  ///
  /// Either stretch may be empty, but not both; the words around them are taken to be the same in both texts. The kind
  /// does not depend on which of the two comes first, but for `cut` and `added`.
  public static func kind(from source: Stretch, to copy: Stretch) -> Variant.Kind? {
    if !source.isEmpty, !copy.isEmpty, Spelling.isSameLetters(source.slice, copy.slice) { return nil }
    if isSpelling(source, copy) { return .spelling }
    if (source.isEmpty || source.isQuoted) && (copy.isEmpty || copy.isQuoted) { return .quotation }
    if copy.isEmpty { return .cut }
    if source.isEmpty { return .added }
    let (before, after) = (source.numbers, copy.numbers)
    // Figures on one side alone belong to a sentence put otherwise.
    if before != after, !before.isEmpty, !after.isEmpty { return .number }
    if source.names != copy.names, !source.names.isEmpty, !copy.names.isEmpty { return .name }
    return .substituted
  }

  private static func isSpelling(_ source: Stretch, _ copy: Stretch) -> Bool {
    if Spelling.isSameNotation(source.spoken, copy.spoken) { return true }
    return !source.isEmpty && source.count == copy.count
      && zip(source.range, copy.range).allSatisfy { a, b in
        source.text.words[a].key == copy.text.words[b].key
          || Spelling.isSameWord(source.bytes(of: a), copy.bytes(of: b))
      }
  }
}

extension Stretch {
  fileprivate var isQuoted: Bool { !isEmpty && words.allSatisfy { $0.traits.contains(.quoted) } }
  fileprivate var numbers: [UInt32] { words.filter { $0.traits.contains(.number) }.map(\.key) }
  fileprivate var names: [UInt32] { words.filter(\.isNameLike).map(\.key) }
}
