import Language

/// The words that numbers are written with, by language.
enum NumberWords {
  /// What a word of a number does.
  enum Part: Sendable, Hashable {
    /// Below a hundred.
    case small(Int)
    case hundred
    /// The power of ten by which what stands before it is multiplied.
    case scale(Int)
    case dozen
    /// "3th" for "third", "2x" for "twice", "100s" for "hundreds": a number by itself.
    case fixed(String)
  }

  /// What a word is in a language; English where none is known.
  static func part(_ word: Token, _ language: WrittenLanguage?) -> Part? {
    tables[language ?? .english]?[word]
  }

  /// The power of ten that letters drawn together with figures stand for: "4m", "2bn".
  static func scale(suffix: String) -> Int? {
    switch suffix {
    case "k": 3
    case "m", "mn", "mln", "mio": 6
    case "bn", "b", "mrd", "md", "mia": 9
    case "tn": 12
    default: nil
    }
  }

  /// Words that join the parts of a number.
  static let conjunctions = WordList("and und et y e en och i и")

  /// Words before "one" which make a pronoun of it.
  static let beforePronoun = WordList("no any every some this that each which another the only")

  /// Articles that say "one" as weakly as can be.
  static let indefinite = WordList("a an ein eine einen einem einer un une una uno um uma een en ett")

  private static let tables: [WrittenLanguage: WordValues<Part>] = [
    .english: table(
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
      "twenty thirty forty fifty sixty seventy eighty ninety", "hundred",
      [("thousand", 3), ("million mn mln", 6), ("billion bn", 9), ("trillion tn", 12)], "dozen",
      [
        ("first", "1th"), ("second", "2th"), ("third", "3th"), ("fourth", "4th"), ("fifth", "5th"),
        ("sixth", "6th"),
        ("seventh", "7th"), ("eighth", "8th"), ("ninth", "9th"), ("tenth", "10th"), ("eleventh", "11th"),
        ("twelfth", "12th"), ("once", "1x"), ("twice", "2x"), ("half", "0.5"), ("dozens", "12s"),
        ("hundreds", "100s"),
        ("thousands", "1000s"), ("millions", "1000000s"), ("billions", "1000000000s"),
      ]),
    .german: table(
      "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
      "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", "hundert",
      [
        ("tausend", 3), ("million millionen mio", 6), ("milliarde milliarden mrd", 9),
        ("billion billionen", 12),
      ], "dutzend",
      [("dutzende", "12s"), ("hunderte", "100s"), ("tausende", "1000s"), ("zweimal", "2x"), ("einmal", "1x")]),
    .french: table(
      "zéro – deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
      "vingt trente quarante cinquante soixante",
      "cent cents", [("mille", 3), ("million millions", 6), ("milliard milliards", 9)], "douzaine",
      [
        ("dizaines", "10s"), ("centaines", "100s"), ("milliers", "1000s"), ("première premier", "1th"),
        ("deuxième", "2th"), ("troisième", "3th"),
      ]),
    .spanish: table(
      "cero – dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince",
      "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
      "cien ciento cientos", [("mil", 3), ("millón millones", 6), ("billón billones", 12)], "docena",
      [("decenas", "10s"), ("centenares", "100s"), ("miles", "1000s")]),
    .italian: table(
      "zero – due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici",
      "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
      "cento", [("mille mila", 3), ("milione milioni", 6), ("miliardo miliardi", 9)], "dozzina",
      [("decine", "10s"), ("centinaia", "100s"), ("migliaia", "1000s")]),
    .portuguese: table(
      "zero – dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze",
      "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
      "cem cento", [("mil", 3), ("milhão milhões", 6), ("bilhão bilhões", 9)], "dúzia",
      [("dezenas", "10s"), ("centenas", "100s"), ("milhares", "1000s")]),
    .dutch: table(
      "nul – twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
      "twintig dertig veertig vijftig zestig zeventig tachtig negentig", "honderd",
      [("duizend", 3), ("miljoen", 6), ("miljard", 9)], "dozijn",
      [("tientallen", "10s"), ("honderden", "100s"), ("duizenden", "1000s")]),
    .swedish: table(
      "noll – två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton",
      "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio", "hundra",
      [("tusen", 3), ("miljon miljoner", 6), ("miljard miljarder", 9)], "dussin",
      [("hundratals", "100s"), ("tusentals", "1000s")]),
    .polish: table(
      "zero – dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć", "dwadzieścia trzydzieści", "sto",
      [
        ("tysiąc tysiące tysięcy tys", 3), ("milion miliony milionów mln", 6),
        ("miliard miliardy miliardów mld", 9),
      ], "tuzin", []),
    .russian: table(
      "ноль – два три четыре пять шесть семь восемь девять десять", "двадцать тридцать сорок", "сто",
      [
        ("тысяча тысячи тысяч", 3), ("миллион миллиона миллионов млн", 6),
        ("миллиард миллиарда миллиардов млрд", 9),
      ], "дюжина",
      [("сотни", "100s")]),
    .turkish: table(
      "sıfır – iki üç dört beş altı yedi sekiz dokuz on", "yirmi otuz kırk elli altmış yetmiş seksen doksan",
      "yüz",
      [("bin", 3), ("milyon", 6), ("milyar", 9)], "düzine", [("yüzlerce", "100s"), ("binlerce", "1000s")]),
  ]

  /// A language's table; the words of `units` count from zero, a dash stands for a word that is an article too.
  private static func table(
    _ units: String, _ tens: String, _ hundred: String, _ scales: [(String, Int)], _ dozen: String,
    _ fixed: [(String, String)]
  ) -> WordValues<Part> {
    var rows: [(String, Part)] = []
    for (value, word) in units.split(separator: " ").enumerated() where word != "–" {
      rows.append((String(word), .small(value)))
    }
    for (place, word) in tens.split(separator: " ").enumerated() {
      rows.append((String(word), .small(20 + 10 * place)))
    }
    rows.append((hundred, .hundred))
    rows += scales.map { ($0.0, .scale($0.1)) }
    rows.append((dozen, .dozen))
    rows += fixed.map { ($0.0, .fixed($0.1)) }
    return WordValues(rows)
  }
}
