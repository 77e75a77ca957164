import Testing

@testable import Newsroom

@Suite("the newsroom makes the same traditions again")
struct DeterminismTests {
  @Test("one seed, one tradition, alone or among others", arguments: Profile.allCases)
  func same(profile: Profile) {
    let first = Newsroom(profile: profile, seed: 7)
    let second = Newsroom(profile: profile, seed: 7)
    for number in [3, 0, 11] {
      #expect(first.tradition(number).articleLines == second.tradition(number).articleLines)
      #expect(first.tradition(number).truthLine == second.tradition(number).truthLine)
    }
  }

  @Test("another seed, other traditions")
  func other() {
    #expect(Newsroom(seed: 1).tradition(0).articleLines != Newsroom(seed: 2).tradition(0).articleLines)
  }
}
