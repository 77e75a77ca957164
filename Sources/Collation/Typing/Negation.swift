import Language

/// Whether a change makes a "not" of a yes, or the other way round.
///
/// Closed lists of negating words in eleven languages. Beside the words themselves their neighbours count: "not only"
/// negates nothing, "No. 4" is a number, and "unsafe" for "not safe" is the same said otherwise.
enum Negation {
  /// Words on the longer side from which a change is a sentence put otherwise, of which nothing can be said.
  private static let mostWords = 8

  /// Whether one of the two negates and the other does not.
  static func differs(_ a: Stretch, _ b: Stretch) -> Bool {
    guard max(a.count, b.count) <= mostWords else { return false }
    // A sentence that goes takes its "not" along, and turns no other into its opposite.
    if a.isEmpty && b.isWholeSentences || b.isEmpty && a.isWholeSentences { return false }
    let (left, right) = (negates(a), negates(b))
    guard left != right else { return false }
    let (with, without) = left ? (a, b) : (b, a)
    return !isCompensated(with, without) && !isHalved(with, without)
  }

  private static func negates(_ stretch: Stretch) -> Bool {
    stretch.range.contains { isNegator($0, stretch.text) }
  }

  private static func isNegator(_ at: Int, _ text: CollatedText) -> Bool {
    let word = text.words[at]
    let next = at + 1 < text.words.count ? text.words[at + 1] : nil
    // "n't": the apostrophe parts the words.
    if word.key == tail, let before = text.elided(before: at) {
      return text.bytes[text.words[before].range].last.map { $0 | 0x20 } == UInt8(ascii: "n")
    }
    guard lists[text.language ?? .english]!.contains(word) else { return false }
    // "No. 4", "no fewer than", "not only", "no doubt".
    guard let next, !next.traits.contains(.sentenceStart) || next.traits.contains(.number) else {
      return true
    }
    return !next.traits.contains(.number) && !idioms.contains(next)
  }

  /// Whether the other side says no in a word of its own.
  private static func isCompensated(_ with: Stretch, _ without: Stretch) -> Bool {
    without.range.contains { at in
      let word = without.text.words[at]
      if refusals.contains(word) { return true }
      let letters = without.bytes(of: at).map { $0 < 0x80 ? $0 | 0x20 : $0 }
      // "unsafe", where the other has "safe"; "ineligible", "dishonest", "unzulässig".
      return prefixes.contains { prefix in
        guard letters.starts(with: prefix) else { return false }
        let stem = letters.dropFirst(prefix.count).prefix(5)
        return stem.count >= 3
          && with.range.contains { at in
            with.bytes(of: at).map { $0 < 0x80 ? $0 | 0x20 : $0 }.starts(with: stem)
          }
      }
    }
  }

  /// French negates in two words, of which one may be left out or changed for another: "ne … pas", "ne … plus".
  private static func isHalved(_ with: Stretch, _ without: Stretch) -> Bool {
    guard with.text.language == .french else { return false }
    func isNear(_ stretch: Stretch) -> Bool {
      let start = max(0, stretch.range.lowerBound - 6)
      let end = min(stretch.text.words.count, stretch.range.upperBound + 6)
      return (start..<end).contains { !stretch.range.contains($0) && isNegator($0, stretch.text) }
    }
    return isNear(with) && isNear(without)
  }

  private static let tail = Tokenizer.tokens(of: "t")[0].key

  private static let lists: [WrittenLanguage: WordList] = [
    .english: WordList(
      "not no never none nobody nothing nowhere neither nor without cannot dont doesnt didnt isnt wasnt"),
    .german: WordList(
      "nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden nichts ohne weder"),
    .french: WordList("ne n pas jamais aucun aucune rien ni sans nul nulle"),
    .spanish: WordList("no nunca jamás nadie nada ningún ninguno ninguna sin tampoco ni"),
    .italian: WordList("non mai nessun nessuno nessuna niente nulla senza neppure nemmeno"),
    .portuguese: WordList("não nunca jamais ninguém nenhum nenhuma nada sem nem tampouco"),
    .dutch: WordList("niet geen nooit niemand niets zonder noch nergens"),
    .swedish: WordList("inte ej icke aldrig ingen inget inga utan varken"),
    .polish: WordList("nie nigdy nikt nic żaden żadna żadne bez ani"),
    .russian: WordList("не нет никогда никто ничего ни без нельзя"),
    .turkish: WordList("değil yok hiç asla olmadan ne"),
  ]

  /// Words before which "no" and "not" negate nothing, or nothing that another wording would not say too.
  private static let idioms = WordList(
    """
    only just least merely simply until till fewer less more later sooner earlier longer matter doubt wonder
    nur bloß zuletzt minder seulement moins solo sólo solamente soltanto apenas alleen enkel
    """)

  /// Words that say no by themselves.
  private static let refusals = WordList(
    """
    fail fails failed failing refuse refuses refused refusing deny denies denied denying lack lacks lacked lacking reject
    rejects rejected unable unlikely impossible absent hardly barely scarcely seldom rarely zero decline declines declined
    avoid avoids avoided stopped ruled free
    weigert weigerte verweigert verweigerte bestreitet bestritt fehlt fehlte kaum selten unmöglich
    refuse refusé nie nié manque absence impossible niega negó falta imposible rechaza nega negou impossível nega impossibile
    ontkent weigert onmogelijk
    """)

  private static let prefixes = [
    "un", "in", "im", "ir", "il", "dis", "non", "mis", "des", "onge", "on", "ohn", "nie",
  ].map {
    Array($0.utf8)
  }
}
