/// Names of nobody and of nowhere: a head and a tail each, so that there are thousands.
enum Names {
  static func surname(_ chance: inout Chance) -> String { chance.pick(heads) + chance.pick(tails) }
  static func town(_ chance: inout Chance) -> String { chance.pick(placeHeads) + chance.pick(placeTails) }
  static func first(woman: Bool, _ chance: inout Chance) -> String { chance.pick(woman ? women : men) }

  private static let heads = words(
    """
    Hald Korr Mard Vest Brann Tolm Ferr Quill Ostr Penn Larr Dunn Selk Rask Wint Jarr Mell Hark Norr Stav Bel Cast Dor Ell \
    Fal Gren Hol Ivar Jost Kal Lind Mor Nev Or Pell Rav Sand Tar Ulm Var Wald Yar Zell Ad Berg Cor Dal Esk Fren Gal Hess \
    Kest Lom Mand Nyl Pav Rom Sev Thorn Vin
    """)
  private static let tails = words(
    "ane ow ell ick er sen son ović in ards ley ford mann a o ecki ian ez quist bury aty ati enko oja ung eth ino as idge aux"
  )
  private static let placeHeads = words(
    """
    Ash Brack Calder Dray Elm Fell Garr Hart Inver Kel Lang Mire Nether Oster Pen Quar Roth Sal Thorn Upper Vale West Ald \
    Bren Cres Dun East Farn Glen Holl Ister Kirk Leth Mar Nord Ox Port Raven Stan Tarn Ulver Wick Yarn Zand Bel Cors Dova \
    Est Fern Gris Hav Jor Karst Lorn Mont Novo Or Prav
    """)
  private static let placeTails = words(
    """
    ford ton by wick mouth bridge stead minster holm ham dale haven port field gate cliff ora ava ovo eva ina burg stadt \
    aux ieres mar
    """
  )
  private static let women = words(
    """
    Anna Maria Elena Ruth Clara Nadia Ingrid Sofia Leila Amina Grace Helen Irene Julia Katrin Lucia Marta Nora Olga Petra \
    Rosa Sara Tamar Vera Yasmin Zofia Carmen Dalia Esther Farida Hanna Joanna Laura Miriam Paula Rachel Susan Teresa Ursula
    """)
  private static let men = words(
    """
    Adam Boris Carl Daniel Erik Felix Gabor Hassan Ivan Jonas Karim Leon Marc Nils Omar Pavel Rashid Simon Tomas Viktor \
    Walter Yusuf Andre Bruno Cyril David Emil Frank George Henrik Igor James Kofi Luis Martin Oscar Paul Robert Stefan \
    Thomas
    """)

  static func words(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }
}
