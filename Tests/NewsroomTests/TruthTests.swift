import Testing

@testable import Newsroom

/// Sixty traditions of each kind, made once.
enum Made {
  static let kinds: [Profile] = [.wire, .web, .archive]
  static let all: [Profile: [Tradition]] = Dictionary(
    uniqueKeysWithValues: kinds.map { kind in
      (kind, (0..<60).map { Newsroom(profile: kind, seed: 5).tradition($0) })
    })

  static func traditions(_ kind: Profile) -> [Tradition] { all[kind] ?? [] }
}

@Suite("the truth beside a tradition holds")
struct TruthTests {
  @Test("sources come before their copies, so that no arrow closes a circle", arguments: Made.kinds)
  func acyclic(kind: Profile) {
    for tradition in Made.traditions(kind) {
      for arrow in tradition.arrows {
        #expect(arrow.from < arrow.to)
        #expect(tradition.nodes[arrow.from].time < tradition.nodes[arrow.to].time)
      }
    }
  }

  @Test("every page but a report's own first has one main source", arguments: Made.kinds)
  func mainSources(kind: Profile) {
    for tradition in Made.traditions(kind) {
      var firsts: Set<Int> = []
      for index in tradition.nodes.indices {
        let main = tradition.arrows.count { $0.to == index && $0.part == .main }
        #expect(main <= 1)
        if main == 0 { #expect(firsts.insert(tradition.nodes[index].report).inserted) }
      }
    }
  }

  @Test("ids are unique and say nothing of the order", arguments: Made.kinds)
  func ids(kind: Profile) {
    var inOrder = 0
    for tradition in Made.traditions(kind) {
      #expect(Set(tradition.nodes.map(\.id)).count == tradition.nodes.count)
      if tradition.nodes.map(\.id) == tradition.nodes.map(\.id).sorted() { inOrder += 1 }
    }
    #expect(inOrder < 6)
  }

  @Test("what is held is enough to ask about, and pages are lost and dispatches hardly ever held")
  func held() {
    let all = Made.kinds.flatMap(Made.traditions)
    #expect(all.allSatisfy { tradition in tradition.nodes.count { !$0.isDispatch && !$0.lost } >= 2 })
    let pages = all.flatMap(\.nodes).filter { !$0.isDispatch }
    let dispatches = all.flatMap(\.nodes).filter(\.isDispatch)
    let lostPages = Double(pages.count(where: \.lost)) / Double(pages.count)
    let lostDispatches = Double(dispatches.count(where: \.lost)) / Double(dispatches.count)
    #expect((0.05...0.35).contains(lostPages))
    #expect(lostDispatches > 0.8)
  }

  @Test(
    "a page that is lost or a dispatch that is not held is in no line of the articles", arguments: Made.kinds)
  func lines(kind: Profile) {
    for tradition in Made.traditions(kind) {
      let lines = tradition.articleLines.joined()
      for node in tradition.nodes { #expect(lines.contains("\"\(node.id)\"") == !node.lost) }
      #expect(tradition.parentLines.count == tradition.held.count)
    }
  }

  @Test("the clock is wrong, coarse or silent as often as the world says")
  func clock() {
    let archive = Made.traditions(.archive).flatMap(\.held)
    let wire = Made.traditions(.wire).flatMap(\.held)
    func share(_ nodes: [Tradition.Node], _ isSo: (Tradition.Node) -> Bool) -> Double {
      Double(nodes.count(where: isSo)) / Double(nodes.count)
    }
    #expect(share(archive) { $0.published == nil } > 0.2)
    #expect(share(wire) { $0.published == nil } < 0.1)
    #expect(share(archive) { $0.published?.count == 10 } > share(wire) { $0.published?.count == 10 })
  }
}
