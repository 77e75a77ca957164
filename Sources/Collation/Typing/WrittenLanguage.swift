import Language

/// The languages whose small words the typing of changes knows.
enum WrittenLanguage: String, Sendable, CaseIterable {
  case english = "en", german = "de", french = "fr", spanish = "es", italian = "it", portuguese = "pt"
  case dutch = "nl", swedish = "sv", polish = "pl", russian = "ru", turkish = "tr"

  /// The language that is stated, by its BCP 47 code; else the one whose commonest words are most of `words`; `nil` where
  /// too few of them are.
  init?(stated: String?, words: [Token]) {
    if let code = stated?.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first,
      let known = Self(rawValue: String(code))
    {
      self = known
      return
    }
    // As many words as tell; a list has one in four of a text's.
    let looked = words.prefix(400)
    var best: (language: Self, count: Int)?
    for language in Self.allCases {
      let list = language.common
      let count = looked.count { list.contains($0) }
      if count > best?.count ?? 0 { best = (language, count) }
    }
    guard let best, best.count * 12 >= looked.count else { return nil }
    self = best.language
  }

  /// The commonest words: those that hold sentences together.
  var common: WordList { Self.lists[self]! }

  private static let lists: [Self: WordList] = [
    .english: WordList(
      "the of and to in that is was for on said by from with at has were it as be this not but they"),
    .german: WordList(
      "der die das und ist nicht den von mit dem ein eine auf im zu des sich für wurde auch nach"),
    .french: WordList("le la les des et est dans une pour que qui sur au du il un pas par ont été avec"),
    .spanish: WordList("el la los las de y en que por con una del se para un no su al es como lo"),
    .italian: WordList("di che la il e per un una della con non del sono è gli dei nel alla da al si ha"),
    .portuguese: WordList("de e o que do da em um uma para os no com não na por dos mais as ao se foi"),
    .dutch: WordList("de het een en van in dat is op te zijn voor met niet aan er om ook door maar"),
    .swedish: WordList("och att det som en på är av för med den till inte har om ett var de"),
    .polish: WordList("i w na z się nie do że to jest o jak po od za przez dla oraz był"),
    .russian: WordList("и в не на что с по это как из к за от о он для было его до"),
    .turkish: WordList("ve bir bu için ile da de olarak olan daha çok en sonra kadar gibi"),
  ]
}
