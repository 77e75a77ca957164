import Testing

@testable import Lineage

/// How the readings of one witness part between two exemplars.
@Suite struct PartingTests {
  /// What it costs at each of `count` places to have the reading from an exemplar that lacks it at `places`.
  private static func line(_ count: Int, _ places: some Sequence<Int>) -> [Int32] {
    var line = [Int32](repeating: 3, count: count)
    for place in places { line[place] += ReadingCosts.unit }
    return line
  }

  private static func cost(_ parting: Parting, _ first: [Int32], _ second: [Int32]) -> Int {
    parting.cost
      + first.indices.reduce(0) { $0 + Int(parting.isForeign[$1] ? second[$1] : first[$1]) }
  }

  @Test func readingsThatStandTogetherAreAStretch() {
    let (first, second) = (Self.line(60, 20..<30), Self.line(60, [2, 5, 11, 40, 44, 52]))
    let parting = Parting(first, second)
    #expect(parting.stretchCount == 1)
    #expect(
      Set(20..<30).isSubset(of: parting.foreign) && !parting.foreign.contains { [2, 5, 11, 40].contains($0) })
    #expect(Self.cost(parting, first, second) == Parting.total(first, second))
  }

  @Test func readingsOfOneExemplarFromTheFirstWordToTheMiddleAndFromThereOfTheOther() {
    let (first, second) = (
      Self.line(60, stride(from: 0, to: 30, by: 3)), Self.line(60, stride(from: 32, to: 60, by: 4))
    )
    let parting = Parting(first, second)
    #expect(parting.stretchCount == 1 && parting.isForeign.first == true && parting.isForeign.last == false)
    #expect(parting.cost == Parting.stretches.exemplar + Int(Parting.stretches.change))
    #expect(Self.cost(parting, first, second) == Parting.total(first, second))
  }

  @Test func readingsStrewnAmongThoseOfTheOtherWereTakenHereAndThere() {
    let (own, foreign) = (stride(from: 0, to: 100, by: 5), stride(from: 2, to: 100, by: 5))
    let (first, second) = (Self.line(100, foreign), Self.line(100, own))
    let parting = Parting(first, second)
    #expect(parting.stretchCount == nil)
    #expect(parting.foreign == Array(foreign))
    #expect(Self.cost(parting, first, second) == Parting.total(first, second))
  }

  @Test func aSecondExemplarThatExplainsNothingIsNone() {
    let first = Self.line(50, [7, 19])
    #expect(Parting.total(first, first, below: first.reduce(0) { $0 + Int($1) }) == nil)
    #expect(Parting([], []).foreign.isEmpty)
  }
}
