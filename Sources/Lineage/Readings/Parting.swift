/// How a row's readings part between two exemplars: stretch by stretch, when a scribe laid one aside and went on with the other,
/// or here and there, when a second one was consulted.
///
/// Both are known to those who study manuscripts (Windram, Howe and Spencer 2005, "The identification of exemplar change in the Wife of
/// Bath's Prologue using the maximum chi-squared method"). Where the readings lie tells much: those that a lost
/// copy handed on are strewn over the whole text, those of another exemplar may stand together, and speak the louder then.
struct Parting {
  /// What a second exemplar costs that was consulted here and there, in twentieths of a change, and each reading from there.
  /// On invented traditions more than half of those drawn at four changes were false.
  static let scattered: (exemplar: Int, reading: Int32) = (8 * Int(ReadingCosts.unit), 3)
  /// What one costs that was followed for a stretch or more, and each change from one exemplar to the other.
  static let stretches: (exemplar: Int, change: Int32) = (2 * Int(ReadingCosts.unit), ReadingCosts.unit)

  /// By place, whether the reading came from the second.
  let isForeign: [Bool]
  /// How many stretches came from the second; `nil` where it was consulted here and there.
  let stretchCount: Int?
  /// What the second exemplar costs, all its readings together.
  let cost: Int

  /// The cheaper way.
  ///
  /// - Parameters:
  ///   - first: By place, in the order of the text, what the stemma costs if the reading there came from the first.
  ///   - second: The same for the second.
  init(_ first: [Int32], _ second: [Int32]) {
    if Self.consulting(first, second) <= Self.following(first, second) {
      isForeign = first.indices.map { second[$0] &+ Self.scattered.reading < first[$0] }
      stretchCount = nil
      let count = isForeign.reduce(0) { $0 + ($1 ? 1 : 0) }
      cost = Self.scattered.exemplar + count * Int(Self.scattered.reading)
    } else {
      isForeign = Self.stretched(first, second)
      var (stretches, changes) = (isForeign.first == true ? 1 : 0, 0)
      for at in isForeign.indices.dropFirst() where isForeign[at] != isForeign[at - 1] {
        changes += 1
        if isForeign[at] { stretches += 1 }
      }
      stretchCount = stretches
      cost = Self.stretches.exemplar + changes * Int(Self.stretches.change)
    }
  }

  /// The places that came from the second.
  var foreign: [Int] { isForeign.indices.filter { isForeign[$0] } }

  /// What the stemma costs with these two exemplars; `nil` unless that is less than `bound`.
  static func total(_ first: [Int32], _ second: [Int32], below bound: Int = .max) -> Int? {
    let least = min(scattered.exemplar, stretches.exemplar + Int(stretches.change))
    var sum = 0
    for at in first.indices { sum += Int(min(first[at], second[at])) }
    guard least < bound - sum else { return nil }
    let total = min(consulting(first, second), following(first, second))
    return total < bound ? total : nil
  }

  private static func consulting(_ first: [Int32], _ second: [Int32]) -> Int {
    var sum = scattered.exemplar
    for at in first.indices { sum += Int(min(first[at], second[at] &+ scattered.reading)) }
    return sum
  }

  /// The cheapest way through two lines, changing between them (Viterbi 1967).
  private static func following(_ first: [Int32], _ second: [Int32]) -> Int {
    var (own, foreign) = (0, 0)
    let change = Int(stretches.change)
    for at in first.indices {
      let before = own
      own = min(own, foreign + change) + Int(first[at])
      foreign = min(foreign, before + change) + Int(second[at])
    }
    return stretches.exemplar + min(own, foreign)
  }

  /// That way itself.
  private static func stretched(_ first: [Int32], _ second: [Int32]) -> [Bool] {
    // By place, whether the exemplar is another one afterwards, for who has the first here and who has the second.
    var changes = [(fromOwn: Bool, fromForeign: Bool)](repeating: (false, false), count: first.count)
    var (own, foreign) = (0, 0)
    let change = Int(stretches.change)
    for at in first.indices.reversed() {
      changes[at] = (foreign + change < own, own + change < foreign)
      let after = own
      own = min(own, foreign + change) + Int(first[at])
      foreign = min(foreign, after + change) + Int(second[at])
    }
    var isForeign = foreign < own
    return changes.map { changes in
      defer { if isForeign ? changes.fromForeign : changes.fromOwn { isForeign.toggle() } }
      return isForeign
    }
  }
}
