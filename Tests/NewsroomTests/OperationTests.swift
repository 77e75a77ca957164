import Testing

@testable import Newsroom

@Suite("what the truth says was done can be seen in the text")
struct OperationTests {
  /// Arrows by what was done, with both texts.
  private static let cases: [(arrow: Tradition.Arrow, source: Tradition.Node, copy: Tradition.Node)] =
    Made.kinds.flatMap(Made.traditions).flatMap { tradition in
      tradition.arrows.filter { $0.part == .main }.map {
        ($0, tradition.nodes[$0.from], tradition.nodes[$0.to])
      }
    }

  private static func only(_ operations: Set<Tradition.Operation>) -> [(Copy, Copy)] {
    let around: Set<Tradition.Operation> = [.credit, .headline]
    return cases.filter {
      Set($0.arrow.operations).subtracting(around) == operations && $0.arrow.operations.count < 6
    }
    .map { ($0.source.copy, $0.copy.copy) }
  }

  @Test("every operation happens, in more than one tradition", arguments: Tradition.Operation.allCases)
  func happens(operation: Tradition.Operation) {
    let count = Made.kinds.flatMap(Made.traditions).count { tradition in
      tradition.arrows.contains { $0.operations.contains(operation) }
    }
    #expect(count > 1)
  }

  @Test("where nothing was done, or only the credit and the headline, the paragraphs are the same")
  func untouched() {
    let pairs = Self.only([])
    #expect(pairs.count > 20)
    for (source, copy) in pairs { #expect(source.paragraphs == copy.paragraphs) }
  }

  @Test("a text cut from the bottom is the beginning of its source")
  func cut() {
    let pairs = Self.only([.cut])
    #expect(pairs.count > 5)
    for (source, copy) in pairs {
      #expect(copy.paragraphs.count < source.paragraphs.count)
      #expect(copy.paragraphs == Array(source.paragraphs.prefix(copy.paragraphs.count)))
    }
  }

  @Test("a text cut inside keeps its order and its first paragraph")
  func cutInside() {
    let pairs = Self.only([.cutInside])
    #expect(pairs.count > 3)
    for (source, copy) in pairs {
      #expect(
        copy.paragraphs.count < source.paragraphs.count && copy.paragraphs.first == source.paragraphs.first)
      var rest = source.paragraphs[...]
      for paragraph in copy.paragraphs {
        let at = rest.firstIndex(of: paragraph)
        #expect(at != nil)
        rest = rest[((at ?? rest.startIndex) + 1)...]
      }
    }
  }

  @Test("own paragraphs are added and nothing is lost")
  func local() {
    let pairs = Self.only([.local])
    #expect(pairs.count > 3)
    for (source, copy) in pairs {
      #expect(copy.paragraphs.count > source.paragraphs.count)
      #expect(copy.paragraphs.filter(Set(source.paragraphs).contains) == source.paragraphs)
    }
  }

  @Test("a changed figure, quotation or name leaves all paragraphs but few as they were")
  func small() {
    for operation in [Tradition.Operation.number, .quotation, .typo, .attribution] {
      for (source, copy) in Self.only([operation]) {
        #expect(source.paragraphs.count == copy.paragraphs.count)
        let changed = zip(source.paragraphs, copy.paragraphs).count { $0 != $1 }
        #expect((1...2).contains(changed), "\(operation)")
      }
    }
  }

  @Test("only what stands in quotation marks changes when a quotation is altered")
  func quotation() throws {
    var copy = Copy(
      headline: "",
      paragraphs: ["The old town was lost, officials said.", "“We found the old town,” she said."])
    var chance = Chance(seed: 3, number: 1)
    try #require(Editor.quotation(&copy, &chance))
    #expect(copy.paragraphs[0] == "The old town was lost, officials said.")
    #expect(copy.paragraphs[1].hasPrefix("“") && copy.paragraphs[1].hasSuffix(",” she said."))
    #expect(copy.paragraphs[1] != "“We found the old town,” she said.")
  }

  @Test(
    "who said it goes, where that ends the sentence and nothing is quoted",
    arguments: [
      (
        "The bridge at Ashford was closed for a week, officials said.",
        "The bridge at Ashford was closed for a week."
      ),
      (
        "Nobody was hurt in the second fire of the night, the fire service said.",
        "Nobody was hurt in the second fire of the night."
      ),
      ("“We are closing the bridge for a whole week,” officials said.", nil),
      ("The bridge at Ashford, built in 1950, was closed.", nil),
    ] as [(String, String?)])
  func attribution(sentence: String, shorter: String?) {
    #expect(Prose.withoutAttribution(sentence) == shorter)
  }

  @Test("merged pages hold whole paragraphs of both sources")
  func merged() {
    var seen = 0
    for tradition in Made.kinds.flatMap(Made.traditions) {
      for arrow in tradition.arrows where arrow.part == .merged || arrow.part == .background {
        seen += 1
        let theirs = Set(tradition.nodes[arrow.from].copy.paragraphs)
        #expect(tradition.nodes[arrow.to].copy.paragraphs.filter(theirs.contains).count >= 2)
        #expect(tradition.nodes[arrow.from].report != tradition.nodes[arrow.to].report)
      }
    }
    #expect(seen > 20)
  }

  @Test(
    "a page that was changed in its place has the old time, says when it was changed, and its old state is lost"
  )
  func inPlace() {
    var seen = 0
    for tradition in Made.kinds.flatMap(Made.traditions) {
      for arrow in tradition.arrows where arrow.part == .older && tradition.nodes[arrow.to].modified != nil {
        seen += tradition.nodes[arrow.from].lost ? 1 : 0
        #expect(tradition.nodes[arrow.from].label == tradition.nodes[arrow.to].label)
      }
    }
    #expect(seen > 2)
  }
}
