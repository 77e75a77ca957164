import Press
import Testing

@testable import Collation

/// Each change both ways: the kind does not depend on who copied whom.
@Suite("What sort of change it is")
struct TypingTests {
  private func check(_ change: Change, _ kind: Variant.Kind?, at location: SourceLocation = #_sourceLocation)
  {
    for change in [change, change.reversed] {
      let found = change.variants.map {
        "\($0.kind.rawValue): \($0.readings[0].text) → \($0.readings[1].text)"
      }
      #expect(change.kinds == (kind.map { [$0] } ?? []), "\(found)", sourceLocation: location)
    }
  }

  /// The kinds that say something of the change; of all others it is only seen that it was made.
  private static let findings: Set<Variant.Kind> = [
    .quotation, .negation, .number, .date, .name, .attribution, .spelling,
  ]

  private func checkNone(_ change: Change, at location: SourceLocation = #_sourceLocation) {
    for change in [change, change.reversed] {
      let found = change.variants.map {
        "\($0.kind.rawValue): \($0.readings[0].text) → \($0.readings[1].text)"
      }
      #expect(Self.findings.isDisjoint(with: change.kinds), "\(found)", sourceLocation: location)
    }
  }

  @Test(
    "another number",
    arguments: [
      Change("In all 214 people were aboard.", "In all 241 people were aboard."),
      Change("In all 1,214 people were aboard.", "In all 1,241 people were aboard."),
      Change("In all 1,214 people were aboard.", "In all 214 people were aboard."),
      Change("It lay 1.5 miles off.", "It lay 15 miles off."),
      Change("It lay 1.5 miles off.", "It lay 1.6 miles off."),
      Change("It cost 4 million crowns.", "It cost 4 billion crowns."),
      Change("It cost $4m in all.", "It cost $5m in all."),
      Change("It took four tugs.", "It took five tugs."),
      Change("It took four tugs.", "It took 5 tugs."),
      Change("It took twenty-one tugs.", "It took twenty-two tugs."),
      Change("It took a tug to free her.", "It took two tugs to free her."),
      Change("It was her third voyage.", "It was her fourth voyage."),
      Change("Dozens stood on the quay.", "Hundreds stood on the quay."),
      Change("Prices rose by 3 percent.", "Prices rose by 8 percent."),
      Change("Prices rose by 3% again.", "Prices rose by 8% again."),
      Change("Vier Schlepper waren nötig.", "Fünf Schlepper waren nötig.", language: "de"),
      Change("Es kostete 3,5 Millionen Kronen.", "Es kostete 3,8 Millionen Kronen.", language: "de"),
      Change("Il a fallu deux remorqueurs.", "Il a fallu trois remorqueurs.", language: "fr"),
      Change("Hicieron falta dos remolcadores.", "Hicieron falta tres remolcadores.", language: "es"),
    ])
  func number(_ change: Change) { check(change, .number) }

  @Test(
    "a number written otherwise is a spelling, or nothing",
    arguments: [
      (Change("It took four tugs.", "It took 4 tugs."), Variant.Kind.spelling),
      (Change("It took a hundred tugs.", "It took 100 tugs."), .spelling),
      (Change("It cost four million crowns.", "It cost 4m crowns."), .spelling),
      (Change("It cost 4 million crowns.", "It cost 4,000,000 crowns."), .spelling),
      (Change("It was her third voyage.", "It was her 3rd voyage."), .spelling),
      (Change("It took twenty-one tugs.", "It took 21 tugs."), .spelling),
      (Change("Prices rose by 3 percent.", "Prices rose by 3%."), .spelling),
      (Change("Prices rose by 3 percent.", "Prices rose by 3 per cent."), nil),
      (Change("In all 1,214 people were aboard.", "In all 1214 people were aboard."), nil),
      (Change("Es kostete 1.214 Kronen.", "Es kostete 1 214 Kronen.", language: "de"), nil),
      (Change("Es waren zwölf Schlepper.", "Es waren 12 Schlepper.", language: "de"), .spelling),
    ])
  func notation(_ change: Change, _ kind: Variant.Kind?) { check(change, kind) }

  @Test(
    "another day, month, year, hour",
    arguments: [
      Change("The ship sank on Tuesday night.", "The ship sank on Monday night."),
      Change("The ship sank on April 16 off the cape.", "The ship sank on April 17 off the cape."),
      Change("The ship sank on 16 April off the cape.", "The ship sank on 16 May off the cape."),
      Change("The ship sank in March off the cape.", "The ship sank in May off the cape."),
      Change("The ship sank in 1987 off the cape.", "The ship sank in 1978 off the cape."),
      Change("The ship sailed at 6:52 for the island.", "The ship sailed at 6:25 for the island."),
      Change("The ship sailed at 6 p.m. for the island.", "The ship sailed at 7 p.m. for the island."),
      Change("The ship sailed at noon for the island.", "The ship sailed at midnight for the island."),
      Change(
        "Das Schiff sank am Dienstag vor dem Kap.", "Das Schiff sank am Montag vor dem Kap.", language: "de"),
      Change(
        "Das Schiff sank am 16. April vor dem Kap.", "Das Schiff sank am 17. April vor dem Kap.",
        language: "de"),
      Change(
        "Le navire a coulé le 16 avril au large.", "Le navire a coulé le 16 mai au large.", language: "fr"),
      Change(
        "El barco se hundió el martes frente al cabo.", "El barco se hundió el jueves frente al cabo.",
        language: "es"),
      Change("Корабль затонул 16 апреля у мыса.", "Корабль затонул 16 мая у мыса.", language: "ru"),
    ])
  func date(_ change: Change) { check(change, .date) }

  @Test(
    "a sum or a day written otherwise, or a day named by the day of publishing, is no other",
    arguments: [
      Change("The ship sank on Tuesday off the cape.", "The ship sank yesterday off the cape."),
      Change("The ship sank on Tuesday off the cape.", "The ship sank on April 16 off the cape."),
      Change("It cost 18 million crowns in all.", "It cost K18mn in all."),
      Change("It cost 3.1 billion crowns in all.", "It cost K3.1bn in all."),
      Change("She may sail again next year.", "She might sail again next year."),
      Change("The crew march to the pier.", "The crew walk to the pier."),
    ])
  func sameDay(_ change: Change) { checkNone(change) }

  @Test(
    "the same day and hour in other words",
    arguments: [
      Change("The ship sank on 16 April off the cape.", "The ship sank on April 16 off the cape."),
      Change("The ship sank on April 16 off the cape.", "The ship sank on April 16th off the cape."),
      Change("The ship sank on September 16 off the cape.", "The ship sank on Sept. 16 off the cape."),
      Change("The ship sailed at 4 p.m. for the island.", "The ship sailed at 16:00 for the island."),
    ])
  func sameHour(_ change: Change) { check(change, .spelling) }

  @Test(
    "another name",
    arguments: [
      Change("The master was Margit Olsen of the lifeboat.", "The master was Margrit Olsen of the lifeboat."),
      Change("The master was Margit Olsen of the lifeboat.", "The master was Ilse Brandt of the lifeboat."),
      Change("The ship lay off Torvik for a night.", "The ship lay off Sorvik for a night."),
      Change(
        "Das Schiff gehörte Kapitän Ilse Brandt aus dem Norden.",
        "Das Schiff gehörte Kapitän Ilse Brand aus dem Norden.", language: "de"),
    ])
  func name(_ change: Change) { check(change, .name) }

  @Test(
    "more of the same name, a title or a pronoun for it, and German nouns are no other name",
    arguments: [
      Change("They met Margit Olsen at the pier.", "They met Olsen at the pier."),
      Change("They met Olsen at the pier.", "They met the old captain at the pier."),
      Change("They met Olsen at the pier.", "They met her at the pier."),
      Change("Sie sahen das Haus am Hafen.", "Sie sahen das Gebäude am Hafen.", language: "de"),
      Change("Sie sahen eine Frau am Hafen.", "Sie sahen eine Dame am Hafen.", language: "de"),
    ])
  func sameName(_ change: Change) { checkNone(change) }

  @Test(
    "a not lost or gained",
    arguments: [
      Change("The ship was not safe in a storm.", "The ship was safe in a storm."),
      Change("The crew did not leave the ship.", "The crew did leave the ship."),
      Change("The crew could leave the ship.", "The crew couldn’t leave the ship."),
      Change("The crew never left the ship.", "The crew often left the ship."),
      Change("The crew left without a pilot.", "The crew left with a pilot."),
      Change("There was no pilot aboard.", "There was a pilot aboard."),
      Change("Das Schiff war nicht sicher im Sturm.", "Das Schiff war sicher im Sturm.", language: "de"),
      Change("Es war kein Lotse an Bord.", "Es war ein Lotse an Bord.", language: "de"),
      Change(
        "Le navire n’est pas sûr dans la tempête.", "Le navire est sûr dans la tempête.", language: "fr"),
      Change(
        "El barco nunca fue seguro en la tormenta.", "El barco siempre fue seguro en la tormenta.",
        language: "es"),
      Change("La nave non è sicura nella tempesta.", "La nave è sicura nella tempesta.", language: "it"),
      Change("O navio não é seguro na tempestade.", "O navio é seguro na tempestade.", language: "pt"),
      Change("Het schip was niet veilig in de storm.", "Het schip was veilig in de storm.", language: "nl"),
      Change("Fartyget var inte säkert i stormen.", "Fartyget var säkert i stormen.", language: "sv"),
      Change("Statek nie był bezpieczny w burzy.", "Statek był bezpieczny w burzy.", language: "pl"),
      Change("Корабль не был готов к буре.", "Корабль был готов к буре.", language: "ru"),
    ])
  func negation(_ change: Change) {
    for change in [change, change.reversed] { #expect(change.kinds.contains(.negation), "\(change.kinds)") }
  }

  @Test(
    "the same no in other words",
    arguments: [
      Change("The ship was not safe in a storm.", "The ship was unsafe in a storm."),
      Change("The crew did not leave the ship.", "The crew refused to leave the ship."),
      Change("The crew did not leave the ship.", "The crew never left the ship."),
      Change("Not only the crew was aboard.", "Also the crew was aboard."),
      Change("They waited at pier No. 4 in the rain.", "They waited at pier 4 in the rain."),
      Change("The ship lay there. It was not the first time.", "The ship lay there."),
      Change("It took no fewer than ten tugs.", "It took at least ten tugs."),
      Change(
        "Le navire n’est pas sûr dans la tempête.", "Le navire n’est guère sûr dans la tempête.",
        language: "fr"),
      Change("The sin of pride sank her.", "The vice of pride sank her."),
    ])
  func noNegation(_ change: Change) {
    for change in [change, change.reversed] { #expect(!change.kinds.contains(.negation), "\(change.kinds)") }
  }

  @Test(
    "who said it is dropped, added, or another",
    arguments: [
      Change("The ship was adrift for hours, the coast guard said.", "The ship was adrift for hours."),
      Change("According to officials, the ship was adrift for hours.", "The ship was adrift for hours."),
      Change("Officials said that the ship was adrift for hours.", "The ship was adrift for hours."),
      Change(
        "The ship was adrift for hours, officials said.", "The ship was adrift for hours, fishermen said."),
      Change(
        "Das Schiff trieb stundenlang, sagte der Hafenmeister.", "Das Schiff trieb stundenlang.",
        language: "de"),
      Change("Le navire dérivait, selon les garde-côtes.", "Le navire dérivait.", language: "fr"),
      Change("El barco iba a la deriva, dijo el capitán.", "El barco iba a la deriva.", language: "es"),
      Change("La nave era alla deriva, ha detto il capitano.", "La nave era alla deriva.", language: "it"),
      Change("“The ship was adrift for hours,” officials said.", "“The ship was adrift for hours.”"),
      Change("The ship was adrift for hours, police said.", "The ship was adrift for hours, witnesses said."),
      Change(
        "Das Schiff trieb stundenlang, sagte die Polizei.",
        "Das Schiff trieb stundenlang, sagte die Regierung.", language: "de"),
    ])
  func attribution(_ change: Change) { check(change, .attribution) }

  @Test(
    "the same speaker called otherwise, another verb, or a whole sentence that goes",
    arguments: [
      Change("The ship was adrift for hours, Olsen said.", "The ship was adrift for hours, said Olsen."),
      Change("The ship was adrift for hours, Olsen said.", "The ship was adrift for hours, she said."),
      Change(
        "The ship was adrift for hours, officials said.", "The ship was adrift for hours, officials stated."),
      Change(
        "The ship was adrift for hours, officials actually said.",
        "The ship was adrift for hours, officials really said."),
      Change("The ship was adrift for hours, locals said.", "The ship was adrift for hours, villagers said."),
      Change(
        "The ship was adrift.\n\nWhat the crew said\n\n“It was dark.”",
        "The ship was adrift.\n\n“It was dark.”"),
      Change("The ship was adrift. Officials said so at noon.", "The ship was adrift."),
    ])
  func noAttribution(_ change: Change) { checkNone(change) }
}
