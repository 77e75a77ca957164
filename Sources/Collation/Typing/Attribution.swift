import Language

/// Whether a change drops, adds or exchanges the words that say who said it.
///
/// A reporting clause is a speech verb with its subject ("the coast guard said", "sagte der Minister") or a phrase of
/// its own ("according to officials"), beside a sentence of which something is left without it.
enum Attribution {
  /// Words that a reporting clause has at most.
  private static let mostWords = 12

  /// Whether `a` has a reporting clause that `b` lacks, or the other way round, or the two name others as the speaker.
  static func differs(_ a: Stretch, _ b: Stretch) -> Bool {
    guard max(a.count, b.count) <= mostWords else { return false }
    let (left, right) = (reports(a), reports(b))
    if left != right {
      let (with, without) = left ? (a, b) : (b, a)
      return isClause(with) && without.count <= 2 && !reportsNearby(without)
    }
    guard !left, let one = speaker(a), let other = speaker(b) else { return false }
    return one != other
  }

  private static func reports(_ stretch: Stretch) -> Bool {
    stretch.range.contains { isReport($0, stretch.text) }
  }

  private static func isReport(_ at: Int, _ text: CollatedText) -> Bool {
    let word = text.words[at]
    let language = text.language ?? .english
    if verbs[language]!.contains(word) { return true }
    guard let phrases = phrases[language] else { return false }
    return phrases.contains { phrase in
      at + phrase.count <= text.words.count
        && zip(phrase, text.words[at...]).allSatisfy { $0 == $1.key }
    }
  }

  /// Whether the stretch is no more than a part of its sentence, and set off from the rest of it by a mark or by "that".
  private static func isClause(_ stretch: Stretch) -> Bool {
    let text = stretch.text
    guard !stretch.range.dropFirst().contains(where: text.beginsSentence) else { return false }
    let end = stretch.range.upperBound
    let goesOn = end < text.words.count && !text.beginsSentence(end)
    let begins = stretch.range.lowerBound > 0 && !text.beginsSentence(stretch.range.lowerBound)
    guard goesOn || begins || isBesideQuotation(stretch) else { return false }
    return text.hasPause(before: stretch.range.lowerBound) || text.hasPause(before: end)
      || isBesideQuotation(stretch)
      || complements.contains(text.words[stretch.range.upperBound - 1])
      || end < text.words.count && complements.contains(text.words[end])
  }

  private static func isBesideQuotation(_ stretch: Stretch) -> Bool {
    let text = stretch.text
    guard stretch.range.allSatisfy({ text.quotation(of: $0) == nil }) else { return false }
    let (first, next) = (stretch.range.lowerBound, stretch.range.upperBound)
    func beginsParagraph(_ word: Int) -> Bool {
      !text.words.indices.contains(word) || text.words[word].traits.contains(.paragraphStart)
    }
    return !beginsParagraph(first) && text.quotation(of: first - 1) != nil
      || !beginsParagraph(next) && text.quotation(of: next) != nil
  }

  /// Whether another reporting verb stands so near that the sentence is still somebody's.
  private static func reportsNearby(_ stretch: Stretch) -> Bool {
    let text = stretch.text
    var start = stretch.range.lowerBound
    while start > 0, stretch.range.lowerBound - start < 20,
      start == text.words.count || !text.beginsSentence(start)
    { start -= 1 }
    var end = stretch.range.upperBound
    while end < text.words.count, end - stretch.range.upperBound < 20, !text.beginsSentence(end) { end += 1 }
    return (start..<end).contains { !stretch.range.contains($0) && isReport($0, text) }
  }

  /// Who the subject of a reporting verb is, where a word says so that stands for no other: officials, the police,
  /// witnesses. A name given for an office, "he" for either, and a synonym are the same speaker called otherwise.
  private static func speaker(_ stretch: Stretch) -> Int? {
    guard !stretch.isEmpty, stretch.count <= 6 else { return nil }
    let text = stretch.text
    let after = stretch.range.upperBound
    let before = stretch.range.lowerBound - 1
    let isSubject =
      after < text.words.count && !text.hasPause(before: after) && isReport(after, text)
      || before >= 0 && !text.hasPause(before: before + 1)
        && (isReport(before, text) || before > 0 && isReport(before - 1, text))
    guard isSubject else { return nil }
    let found = Set(stretch.words.compactMap { speakers[$0] })
    return found.count == 1 ? found.first : nil
  }

  /// Those whom reports give as their sources, in rows of words for the same.
  private static let speakers = WordValues<Int>([
    (
      "officials official authorities functionaries behörden beamte beamter autorités responsables autoridades funcionarios autorità",
      1
    ),
    ("police officers polizei policía polícia polizia politie полиция", 2),
    (
      "witnesses witness eyewitness eyewitnesses bystanders augenzeugen zeugen témoins testigos testimoni testemunhas",
      3
    ),
    (
      "residents locals villagers neighbors neighbours anwohner habitants riverains vecinos residentes abitanti moradores",
      4
    ),
    (
      "experts expert analysts analyst scientists researchers experten forscher experts chercheurs expertos analistas esperti",
      5
    ),
    (
      "government ministry regierung ministerium gouvernement ministère gobierno ministerio governo ministero",
      6
    ),
    ("army military soldiers troops armee militär armée ejército exército esercito", 7),
    ("prosecutors prosecutor staatsanwaltschaft procureur parquet fiscalía procura", 8),
    ("doctors physicians medics ärzte médecins médicos medici", 9),
    ("activists campaigners protesters aktivisten militants activistas attivisti", 10),
    ("fishermen sailors crew fischer pêcheurs pescadores pescatori", 11),
    ("lawyers lawyer attorneys attorney anwälte avocats abogados avvocati", 12),
    ("insiders sources insider quellen sources fuentes fonti fontes", 13),
    ("rebels opposition aufständische rebelles rebeldes ribelli", 14),
  ])

  private static let complements = WordList("that dass que che dat att że что")
  private static let verbs: [WrittenLanguage: WordList] = [
    .english: WordList(
      """
      said says say saying told tells added adds stated states announced announces claimed claims warned warns explained
      explains noted notes insisted insists confirmed confirms admitted admits argued argues acknowledged declared
      remarked replied wrote denied denies alleged alleges reported
      """),
    .german: WordList(
      "sagte sagt sagten erklärte erklärt erklärten teilte teilten betonte betont berichtete berichtet berichteten warnte kündigte bestätigte hieß zufolge laut sprach schrieb"
    ),
    .french: WordList(
      "dit déclaré affirmé affirme indiqué indique ajouté ajoute annoncé expliqué explique précisé précise estimé assuré déclare souligné rapporté selon"
    ),
    .spanish: WordList(
      "dijo dijeron dice afirmó declaró añadió agregó anunció explicó señaló aseguró indicó informó informaron según advirtió confirmó"
    ),
    .italian: WordList(
      "detto dice disse dichiarato affermato aggiunto annunciato spiegato riferito secondo sottolineato confermato"
    ),
    .portuguese: WordList(
      "disse disseram diz afirmou declarou acrescentou anunciou explicou informou segundo destacou confirmou"),
    .dutch: WordList(
      "zei zeiden zegt verklaarde meldde melden meldt aldus volgens voegde waarschuwde bevestigde"),
    .swedish: WordList("sade sa säger uppgav uppger enligt förklarade meddelade skriver skrev"),
    .polish: WordList(
      "powiedział powiedziała poinformował poinformowała oświadczył dodał dodała według zdaniem"),
    .russian: WordList(
      "сказал сказала заявил заявила заявили сообщил сообщила сообщили добавил отметил словам данным"),
    .turkish: WordList("dedi söyledi belirtti açıkladı ifade göre"),
  ]

  /// Phrases of several words, by the keys of their tokens.
  private static let phrases: [WrittenLanguage: [[UInt32]]] = [
    .english: ["according to", "quoted by"], .german: ["nach angaben", "nach worten"],
    .french: ["d après", "a fait savoir"],
    .spanish: ["de acuerdo con"], .italian: ["stando a"], .portuguese: ["de acordo com"],
    .dutch: ["naar eigen zeggen"],
  ].mapValues { $0.map { Tokenizer.tokens(of: $0).map(\.key) } }
}
