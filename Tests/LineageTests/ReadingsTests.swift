import Press
import TestSupport
import Testing

@testable import Lineage

/// What readings alone tell of who copied whom: invented reports without times and credits.
@Suite struct ReadingsTests {
  /// A report of `count` invented words, each another.
  private static func report(_ count: Int) -> [String] {
    (0..<count).map { "w\(String($0, radix: 5))or\(String($0 * 7 % 97, radix: 6))" }
  }

  /// A copy that has other words at some places; "" where it lacks the word.
  private static func copy(_ text: [String], _ changes: [Int: String]) -> [String] {
    text.enumerated().map { changes[$0] ?? $1 }
  }

  /// Changes that a copyist marked `name` makes at places.
  private static func changes(_ places: some Sequence<Int>, by name: String) -> [Int: String] {
    Dictionary(uniqueKeysWithValues: places.map { ($0, "\(name)\(name)\($0)") })
  }

  /// Texts of the same number of places side by side.
  private static func apparatus(_ texts: [String: [String]]) -> Apparatus {
    let witnesses = texts.keys.sorted()
    let places = texts.values.first?.count ?? 0
    let segments = (0..<places).compactMap { place -> Apparatus.Segment? in
      let words = witnesses.map { texts[$0]?[place] ?? "" }
      let readings = Set(words).subtracting([""]).sorted { a, b in
        let (x, y) = (words.count { $0 == a }, words.count { $0 == b })
        return x == y ? a < b : x > y
      }
      guard !readings.isEmpty else { return nil }
      return Apparatus.Segment(
        kind: readings.count > 1 ? .substituted : nil,
        readings: readings.map { Apparatus.Reading(text: $0, words: 1) },
        cells: words.map { word in
          readings.firstIndex(of: word).map { Apparatus.Cell(reading: $0, range: place..<place + 1) }
        })
    }
    return Apparatus(family: "f1", witnesses: witnesses, level: .folded, segments: segments)
  }

  private static func stemma(_ texts: [String: [String]], shuffled: Bool = false) -> Stemma {
    let articles = texts.keys.sorted().map {
      Article(id: $0, source: "pile/\($0).txt", text: texts[$0]!.joined(separator: " "))
    }
    return StemmaBuilder.stemma(
      of: Family(id: "f1", members: articles.map(\.id)), members: shuffled ? articles.reversed() : articles,
      pairs: [],
      apparatus: apparatus(texts))
  }

  /// All that are joined with `id`, whichever way the arrow points.
  private static func near(_ id: String, _ stemma: Stemma) -> Set<String> {
    Set(stemma.edges.flatMap { $0.from == id ? [$0.to] : $0.to == id ? [$0.from] : [] })
  }

  @Test func aWitnessFromWhichOthersWereCopiedStandsInside() {
    let a = Self.report(120)
    let b = Self.copy(a, Self.changes(stride(from: 0, to: 40, by: 5), by: "b"))
    let c = Self.copy(b, Self.changes(stride(from: 41, to: 80, by: 5), by: "c"))
    let d = Self.copy(b, Self.changes(stride(from: 82, to: 120, by: 5), by: "d"))
    let stemma = Self.stemma(["A": a, "B": b, "C": c, "D": d])
    #expect(Self.near("B", stemma) == ["A", "C", "D"])
    #expect(!stemma.nodes.contains { $0.lost })
  }

  @Test func aSlipThatNoCopyTookOverKeepsNobodyOutside() {
    let a = Self.report(120)
    let b = Self.copy(a, Self.changes(stride(from: 0, to: 40, by: 5), by: "b"))
    let c = Self.copy(b, Self.changes(stride(from: 41, to: 80, by: 5), by: "c"))
    let d = Self.copy(b, Self.changes(stride(from: 82, to: 120, by: 5), by: "d"))
    let slips = Dictionary(uniqueKeysWithValues: [3, 50, 99].map { ($0, b[$0] + "x") })
    let stemma = Self.stemma(["A": a, "B": Self.copy(b, slips), "C": c, "D": d])
    #expect(Self.near("B", stemma) == ["A", "C", "D"])
  }

  @Test func whatTwoShareThatNeitherCanHaveFromTheOtherGoesBackToALostWitness() throws {
    let a = Self.report(120)
    // Strewn over the text: all together they could be a stretch that B has from C.
    let lost = Self.copy(a, Self.changes(stride(from: 0, to: 120, by: 12), by: "l"))
    let b = Self.copy(lost, Self.changes(stride(from: 2, to: 120, by: 15), by: "b"))
    let c = Self.copy(lost, Self.changes(stride(from: 5, to: 120, by: 15), by: "c"))
    let d = Self.copy(a, Self.changes(stride(from: 7, to: 120, by: 15), by: "d"))
    let stemma = Self.stemma(["A": a, "B": b, "C": c, "D": d])
    let node = try #require(stemma.nodes.first { $0.lost })
    #expect(stemma.nodes.count == 5)
    #expect(node.id == "lost:α")
    #expect(Self.near(node.id, stemma) == ["A", "B", "C"])
    stemma.checkLaws([])
  }

  @Test func aFragmentFromWhichOthersWereCopiedWasWholeThen() throws {
    let a = Self.report(160)
    let whole = Self.copy(a, Self.changes(stride(from: 0, to: 60, by: 5), by: "u"))
    let b = Self.copy(whole, Self.changes(stride(from: 61, to: 150, by: 9), by: "b"))
    let c = Self.copy(whole, Self.changes(stride(from: 62, to: 150, by: 9), by: "c"))
    let cut = Array(whole.prefix(100)) + Array(repeating: "", count: 60)
    let d = Self.copy(a, Self.changes(stride(from: 3, to: 150, by: 12), by: "d"))
    let stemma = Self.stemma(["A": a, "B": b, "C": c, "D": d, "U": cut])
    #expect(!stemma.nodes.contains { $0.lost })
    #expect(Self.near("U", stemma).isSuperset(of: ["B", "C"]), "\(stemma.arrows)")
    #expect(stemma.arrow("U", "B")?.evidence.contains { $0.kind == .containment } == true)
    stemma.checkLaws([])
  }

  @Test func aWitnessThatTookABlockFromAnotherLineHasTwoParents() {
    let a = Self.report(300)
    let b = Self.copy(a, Self.changes(stride(from: 0, to: 300, by: 9), by: "b"))
    let c = Self.copy(a, Self.changes(stride(from: 1, to: 300, by: 9), by: "c"))
    let merged = Array(b.prefix(200)) + Array(c.suffix(100))
    let stemma = Self.stemma([
      "A": a, "B": b, "C": c, "D": Self.copy(b, Self.changes(stride(from: 2, to: 300, by: 15), by: "d")),
      "E": Self.copy(c, Self.changes(stride(from: 3, to: 300, by: 15), by: "e")),
      "M": Self.copy(merged, Self.changes(stride(from: 4, to: 300, by: 40), by: "m")),
    ])
    #expect(Set(stemma.parents(of: "M")) == ["B", "C"], "\(stemma.arrows)")
    stemma.checkLaws([])
  }

  @Test func aWitnessThatConsultedAnotherHereAndThereHasTwoParents() {
    let a = Self.report(300)
    let b = Self.copy(a, Self.changes(stride(from: 0, to: 300, by: 9), by: "b"))
    let c = Self.copy(a, Self.changes(stride(from: 1, to: 300, by: 9), by: "c"))
    // Every third of the places at which the two exemplars differ is taken from the other.
    let places = Array(stride(from: 0, to: 300, by: 27)) + Array(stride(from: 1, to: 300, by: 27))
    let consulted = Self.copy(b, Dictionary(uniqueKeysWithValues: places.map { ($0, c[$0]) }))
    let texts = [
      "A": a, "B": b, "C": c, "D": Self.copy(b, Self.changes(stride(from: 2, to: 300, by: 15), by: "d")),
      "E": Self.copy(c, Self.changes(stride(from: 3, to: 300, by: 15), by: "e")),
      "M": Self.copy(consulted, Self.changes(stride(from: 4, to: 300, by: 40), by: "m")),
    ]
    let stemma = Self.stemma(texts)
    #expect(Set(stemma.parents(of: "M")) == ["B", "C"], "\(stemma.arrows)")
    #expect(!stemma.nodes.contains { $0.lost })
    // Fewer places are chance.
    var few = texts
    few["M"] = Self.copy(b, Dictionary(uniqueKeysWithValues: [1, 100, 199].map { ($0, c[$0]) }))
    #expect(Self.stemma(few).parents(of: "M") == ["B"])
    // A few that stand together are not: there the scribe had the other before him.
    let own = Self.changes(stride(from: 4, to: 300, by: 40), by: "m")
    func taken(_ places: some Sequence<Int>) -> Stemma {
      few["M"] = Self.copy(Self.copy(b, Dictionary(uniqueKeysWithValues: places.map { ($0, c[$0]) })), own)
      return Self.stemma(few)
    }
    let together = taken(90..<120)
    #expect(Set(together.parents(of: "M")) == ["B", "C"], "\(together.arrows)")
    let evidence = together.arrow("C", "M")?.evidence.map(\.text) ?? []
    #expect(evidence.contains { $0.hasPrefix("In one stretch, at 8 places") }, "\(evidence)")
    #expect(taken([9, 10, 90, 91, 180, 181, 270, 271]).parents(of: "M") == ["B"])
  }

  @Test func whatWasCopiedFromAContaminatedWitnessStaysBelowIt() {
    let a = Self.report(300)
    func without(_ range: Range<Int>, _ text: [String]) -> [String] {
      Self.copy(text, Dictionary(uniqueKeysWithValues: range.map { ($0, "") }))
    }
    // What both lack shows where the head is.
    let b = without(19..<24, Self.copy(a, Self.changes(stride(from: 0, to: 300, by: 9), by: "b")))
    let c = without(272..<277, Self.copy(a, Self.changes(stride(from: 1, to: 300, by: 9), by: "c")))
    let m = Self.copy(
      Array(b.prefix(150)) + Array(c.suffix(150)), Self.changes(stride(from: 4, to: 300, by: 30), by: "m"))
    let stemma = Self.stemma([
      "A": a, "B": b, "C": c, "M": m,
      "N": Self.copy(m, Self.changes(stride(from: 5, to: 300, by: 30), by: "n")),
      "O": Self.copy(m, Self.changes(stride(from: 6, to: 300, by: 30), by: "o")),
      "P": Self.copy(b, Self.changes(stride(from: 7, to: 300, by: 30), by: "p")),
      "Q": Self.copy(c, Self.changes(stride(from: 8, to: 300, by: 30), by: "q")),
    ])
    #expect(Set(stemma.parents(of: "M")) == ["B", "C"], "\(stemma.arrows)")
    #expect(stemma.parents(of: "N") == ["M"] && stemma.parents(of: "O") == ["M"])
    stemma.checkLaws([])
  }

  @Test func whatIsSaidOfAnArrowRisesWithWhatSpeaksForItAlone() {
    typealias Confidence = ReadingsConfidence
    #expect(Confidence.arrow(share: 1, support: nil) > Confidence.arrow(share: 0.5, support: nil))
    // Lost witnesses are less sure than held ones, and the less, the less they explain.
    #expect(Confidence.arrow(share: 1, support: 200) < Confidence.arrow(share: 1, support: nil))
    #expect(Confidence.arrow(share: 1, support: 0) < Confidence.arrow(share: 1, support: 100))
    #expect(Confidence.arrow(share: 1, support: .max) <= 1)
    #expect(Confidence.second(gain: 10) < Confidence.second(gain: 400))
    // Pages that a press cuts tell less than copies of one length.
    #expect(
      Confidence.trust(rowWords: [300, 120, 100, 90, 60]) < Confidence.trust(rowWords: [300, 299, 298, 300]))
    #expect(Confidence.trust(rowWords: []) == 1)
  }

  @Test func copiesWordForWordMakeNoLostWitness() {
    let a = Self.report(80)
    let texts = Dictionary(
      uniqueKeysWithValues: (0..<12).map { ("W\($0)", $0 < 9 ? a : Self.copy(a, [$0 * 3: "other"])) })
    let stemma = Self.stemma(texts)
    #expect(!stemma.nodes.contains { $0.lost })
    #expect(stemma.edges.count == 11)
    stemma.checkLaws([])
  }

  @Test func theOrderOfWitnessesChangesNothing() {
    let texts = Self.tradition(witnesses: 14, words: 150, seed: 5)
    #expect(Self.stemma(texts) == Self.stemma(texts, shuffled: true))
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func everyStemmaKeepsTheLaws(seed: UInt64) {
    let stemma = Self.stemma(Self.tradition(witnesses: 20, words: 120, seed: seed))
    stemma.checkLaws([])
    // One head, and all others reached.
    let lost = stemma.nodes.count(where: \.lost)
    #expect(stemma.nodes.count == 20 + lost)
    let heads = stemma.nodes.filter { stemma.parents(of: $0.id).isEmpty }
    #expect(heads.count == 1)
  }

  @Test func textsThatHaveNothingInCommonAndTextsThatAreTheSameComeToAnEnd() {
    let different = Dictionary(
      uniqueKeysWithValues: (0..<12).map { witness in ("W\(witness)", (0..<40).map { "w\(witness)x\($0)" }) })
    Self.stemma(different).checkLaws([])
    let same = Dictionary(uniqueKeysWithValues: (0..<12).map { ("W\($0)", Self.report(40)) })
    Self.stemma(same).checkLaws([])
    #expect(ReadingsStemma(Self.apparatus(["A": Self.report(30)])) == nil)
    #expect(ReadingsStemma(Apparatus(family: "f1", witnesses: [], level: .folded, segments: [])) == nil)
  }

  @Test func workIsBoundedForManyWitnesses() throws {
    let matrix = try #require(
      ReadingMatrix(Self.apparatus(Self.tradition(witnesses: 120, words: 120, seed: 9))))
    var search = TreeSearch(matrix, mostWork: 3_000_000)
    let before = search.cost
    search.run()
    #expect(search.cost <= before)
    // One step beyond the bound at most, which is a tree's two tables.
    #expect(search.costs.work < 3_000_000 + 40 * search.tree.parents.count * search.costs.width)
  }

  /// The tables by which trees are compared agree with the cost computed anew.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func costsElsewhereAreThoseOfTheTreeMade(seed: UInt64) throws {
    let matrix = try #require(
      ReadingMatrix(Self.apparatus(Self.tradition(witnesses: 12, words: 80, seed: seed))))
    var search = TreeSearch(matrix)
    search.run()
    let tree = search.tree
    for node in tree.parents.indices where tree.parents[node] >= 0 {
      for (other, cost) in search.costsElsewhere(node) {
        var moved = tree
        moved.setParent(of: node, to: other)
        var copy = search
        #expect(cost == copy.total(moved))
      }
    }
  }

  /// A tradition in which each copies one before it.
  private static func tradition(witnesses: Int, words: Int, seed: UInt64) -> [String: [String]] {
    var random = SplitMix(seed: seed)
    var texts = [report(words)]
    for number in 1..<witnesses {
      var text = texts.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<words, using: &random)
        text[place] = Bool.random(using: &random) ? text[place] + "x" : "w\(number)o\(place)"
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        let place = Int.random(in: 0..<words - 5, using: &random)
        for at in place..<place + 5 { text[at] = "" }
      }
      texts.append(text)
    }
    return Dictionary(uniqueKeysWithValues: texts.enumerated().map { ("W\($0)", $1) })
  }
}
