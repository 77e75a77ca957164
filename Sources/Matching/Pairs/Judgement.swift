import Language
import Press

/// One pair, judged; `a` is the shorter text. ``PairJudge`` says what the words mean.
struct Judgement {
  /// Equal words outside quotation marks without which nothing is called a copy, however short.
  static let leastOwnWords = 10
  /// What a passage gains that proves copying whatever the texts' lengths.
  static let longPassage = 44.0
  /// The same of a passage that both texts begin with.
  static let longLead = 26.0
  /// Share of either text that must lie within passages, where no one passage is long.
  static let leastCoverage = 0.2
  /// What passages must gain that are `leastCoverage` of either text, and what they need less for all of a text more.
  static let leastGain = 40.0, gainByCoverage = 60.0
  /// What passages must gain that are half of a text or more.
  static let leastGainOfMost = 20.0
  /// The same where they are nearly the whole.
  static let leastGainOfWhole = 8.0
  /// Share of equal words within quotation marks that make a common quotation of what is no copy.
  static let quotedShare = 0.6
  /// Equal words of a stretch that reads as a notice, how alike the two must be, and by how many words they may miss the
  /// paragraph's ends.
  static let notice = 12...120, noticeSimilarity = 0.97, noticeSlack = 2

  /// How sure it is that a block which would prove copying, were it no notice, is one.
  static let noticeConfidence = 0.8

  let a: Witness
  let b: Witness
  let wordsA: [Token]
  let wordsB: [Token]
  let alignments: [Alignment]
  let evidence: Evidence
  let strength: Double
  let coverageA: Double
  let coverageB: Double
  let equal: Int
  let unequal: Int

  init?(_ a: Witness, _ indexA: WordIndex, _ b: Witness, _ indexB: WordIndex, _ aligner: Aligner) {
    (self.a, self.b, wordsA, wordsB) = (a, b, indexA.words, indexB.words)
    let runs = SharedRuns.find(indexA, indexB)
    guard !runs.isEmpty else { return nil }
    var passages = aligner.align(indexA, indexB, runs)
    let likeness = Likeness(passages, wordsA, wordsB, a.text, b.text)
    evidence = Evidence(passages, wordsA, wordsB, likeness)
    var strength = Self.strength(
      evidence, max(Self.coverage(passages.map(\.a), wordsA), Self.coverage(passages.map(\.b), wordsB)))
    // What is alike by chance from end to end has short runs in one order too.
    if strength < 1, Double(likeness.words) < Self.leastCoverage * Double(wordsA.count) {
      let rewording = Rewording(runs, wordsA, wordsB)
      if rewording.strength > strength {
        strength = rewording.strength
        if strength >= 1 { passages = rewording.passages(beside: passages) }
      }
    }
    guard !passages.isEmpty else { return nil }
    self.strength = strength
    alignments = passages
    coverageA = Self.coverage(passages.map(\.a), wordsA)
    coverageB = Self.coverage(passages.map(\.b), wordsB)
    equal = passages.reduce(0) { $0 + $1.equal }
    unequal = passages.reduce(0) { $0 + $1.unequal }
  }

  var pair: Pair {
    let similarity = Double(equal) / Double(equal + unequal)
    let copying = Confidence.copying(strength)
    let changes = Changes(alignments, wordsA.count, wordsB.count)
    var kind = strength < 1 ? otherKind : shareNoticesOnly ? .commonSource : copyKind(similarity)
    var spun: String?
    if kind.isCopying, unequal >= Substitutions.least {
      let substitutions = Substitutions(alignments, wordsA, wordsB, a.text, b.text)
      if substitutions.areSpinning {
        kind = .spun
        let errors = substitutions.articleErrors
        spun = errors == 0 ? nil : errors > 0 ? a.id : b.id
      }
    }
    return Pair(
      a: a.id, b: b.id, kind: kind,
      confidence: kind.isCopying ? copying : strength < 1 ? 1 - copying : Self.noticeConfidence,
      versions: Versions.areVersions(a, b, coverage: min(coverageA, coverageB)),
      coverageA: coverageA, coverageB: coverageB, similarity: similarity, wordsA: wordsA.count,
      wordsB: wordsB.count, equalWords: equal, changes: changes.places, spun: spun,
      passages: alignments.map { alignment in
        Passage(
          a: Self.bytes(alignment.a, wordsA), b: Self.bytes(alignment.b, wordsB),
          similarity: alignment.similarity)
      })
  }

  /// How many times the evidence of passages is what copying needs.
  private static func strength(_ evidence: Evidence, _ coverage: Double) -> Double {
    guard evidence.own >= leastOwnWords else { return 0 }
    var strength = max(evidence.greatest / longPassage, evidence.lead / longLead)
    if coverage >= leastCoverage {
      let needed = max(leastGainOfMost, leastGain - gainByCoverage * (coverage - leastCoverage))
      strength = max(strength, evidence.gain / needed)
    }
    if coverage >= PairJudge.wholeCoverage { strength = max(strength, evidence.gain / leastGainOfWhole) }
    return strength
  }

  private func copyKind(_ similarity: Double) -> CopyKind {
    let (most, least) = (max(coverageA, coverageB), min(coverageA, coverageB))
    if most < PairJudge.wholeCoverage || least < PairJudge.keptCoverage { return .partial }
    guard similarity == 1, 1 - least <= Self.mostLooseShare else { return .edited }
    return isWordForWord || isSameText ? .verbatim : .edited
  }

  /// Of what is no copying: whose words the two have in common.
  private var otherKind: CopyKind {
    let all = Double(evidence.own + evidence.quoted)
    if Double(evidence.quoted) >= Self.quotedShare * all { return .commonQuotation }
    return alignments.contains(where: isNotice) ? .commonSource : .incidental
  }

  /// Whether all that the two have in common is blocks that stand in both, and are no large part of either: a notice, a
  /// biography, a box, a paragraph from elsewhere. That two pages bear one does not make either a copy of the other. What
  /// two begin with for more than a paragraph is their report, and no such block.
  private var shareNoticesOnly: Bool {
    max(coverageA, coverageB) < Self.leastCoverage
      && evidence.lead == 0 && alignments.allSatisfy(isNotice)
  }

  /// Whether a passage is whole paragraphs of both texts, word for word.
  private func isNotice(_ alignment: Alignment) -> Bool {
    Self.notice.contains(alignment.equal) && alignment.similarity >= Self.noticeSimilarity
      && Self.areParagraphs(alignment.a, wordsA, slack: Self.noticeSlack)
      && Self.areParagraphs(alignment.b, wordsB, slack: Self.noticeSlack)
  }

  /// Whether a stretch begins and ends with paragraphs, give or take `slack` words.
  private static func areParagraphs(_ range: Range<Int>, _ words: [Token], slack: Int = 0) -> Bool {
    func isBoundary(_ place: Int) -> Bool {
      place <= 0 || place >= words.count || words[place].traits.contains(.paragraphStart)
    }
    return (-slack...slack).contains { isBoundary(range.lowerBound + $0) }
      && (-slack...slack).contains { isBoundary(range.upperBound + $0) }
  }

  private static func bytes(_ range: Range<Int>, _ words: [Token]) -> Range<Int> {
    Int(words[range.lowerBound].start)..<Int(words[range.upperBound - 1].end)
  }

  private static func coverage(_ ranges: [Range<Int>], _ words: [Token]) -> Double {
    Double(ranges.reduce(0) { $0 + $1.count }) / Double(max(1, words.count))
  }

  // MARK: Word for word

  /// Words of lines at the ends of a text that do not count, and the share of the text that they may be.
  static let mostLooseWords = 5, mostLooseShare = 0.02

  /// Whether the two are one text, but for a short line of its own at either end, and the same dateline.
  private var isWordForWord: Bool {
    guard alignments.count == 1, let only = alignments.first else { return false }
    return Self.isLoose(outside: only.a, wordsA) && Self.isLoose(outside: only.b, wordsB)
      && Self.opening(a, wordsA) == Self.opening(b, wordsB)
  }

  /// Whether the two are one text, and differ only in what of it was taken for the report.
  private var isSameText: Bool {
    guard wordsA.count != wordsB.count || a.masked != b.masked else { return false }
    return Tokenizer.tokens(of: a.text).map(\.key) == Tokenizer.tokens(of: b.text).map(\.key)
  }

  private static func isLoose(outside range: Range<Int>, _ words: [Token]) -> Bool {
    let loose = words.count - range.count
    if loose == 0 { return true }
    return loose <= mostLooseWords && Double(loose) <= mostLooseShare * Double(words.count)
      && areParagraphs(range, words)
  }

  /// What stands before a text's first word on the line on which the report begins: its dateline.
  private static func opening(_ witness: Witness, _ words: [Token]) -> [UInt32] {
    guard let first = words.first, witness.masked.contains(where: { $0.upperBound <= Int(first.start) })
    else {
      return []
    }
    let utf8 = witness.text.utf8
    let end = utf8.index(utf8.startIndex, offsetBy: min(Int(first.start), utf8.count))
    let line = utf8[..<end].lastIndex(of: 0x0A).map(utf8.index(after:)) ?? utf8.startIndex
    return Tokenizer.tokens(of: String(witness.text[line..<end])).map(\.key)
  }
}
