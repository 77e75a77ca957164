import Collation
import Press
import Testing

/// One sentence of invented news in two readings, between sentences that both texts have.
struct Change: CustomTestStringConvertible {
  let before, after: String
  let language: String?

  init(_ before: String, _ after: String, language: String? = nil) {
    self.before = before
    self.after = after
    self.language = language
  }

  var testDescription: String { "\(before) | \(after)" }

  /// What stands around the sentence: no figures, names, quotations or negations.
  private static let frames = [
    "en":
      "The harbour master told of the ship, which had left the pier before the storm and was seen by the keeper.",
    "de":
      "Der Hafenmeister erzählte von dem Schiff, das vor dem Sturm den Kai verlassen hatte und das der Wärter sah.",
    "fr":
      "Le capitaine du port parlait du navire, qui avait quitté le quai avant la tempête et que le gardien a vu.",
    "es":
      "El capitán del puerto habló del barco, que había dejado el muelle antes de la tormenta y que vio el guardián.",
    "it":
      "Il capitano del porto parlava della nave, che aveva lasciato il molo prima della tempesta e che il custode vide.",
    "pt":
      "O capitão do porto falou do navio, que tinha deixado o cais antes da tempestade e que o guarda viu.",
    "nl":
      "De havenmeester vertelde van het schip, dat voor de storm de kade had verlaten en dat de wachter zag.",
    "ru": "Начальник порта рассказал о корабле, который покинул причал перед бурей и который видел сторож.",
    "pl": "Kapitan portu opowiadał o statku, który opuścił nabrzeże przed burzą i który widział strażnik.",
    "sv": "Hamnkaptenen berättade om fartyget, som lämnade kajen före stormen och som vakten såg.",
  ]

  /// What the second text changed.
  var variants: [Variant] {
    let frame = Self.frames[language ?? "en"]!
    func article(_ id: String, _ sentence: String) -> Article {
      Article(id: id, source: id, text: frame + "\n\n" + sentence + "\n\n" + frame)
    }
    return Comparison.variants(from: article("a", before), to: article("b", after), family: "f")
  }

  var kinds: [Variant.Kind] { variants.map(\.kind) }
  var reversed: Change { Change(after, before, language: language) }
}
