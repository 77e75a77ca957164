import Foundation

/// Which of the texts are copies of each other, and how far apart a synonym machine has brought them.
///
/// Texts that gold does not name (digests, which belong to two families) count for nothing. Two texts are spun apart by the
/// highest rate on the way from one to the other through the tree of who was copied from whom.
struct PairTruth {
  private let family: [Int?]
  private let parent: [Int?]
  private let spin: [Double]
  private let depth: [Int]
  /// Pairs of one family.
  let count: Int
  /// The same by the rate that they are spun apart; empty where no truth was given.
  let countBySpin: [Double: Int]

  /// What was found of them.
  struct Score: Encodable {
    let recall: Double?
    let precision: Double?
    /// Recall by the rate that two texts are spun apart, as text.
    let recallBySpin: [String: Double]

    enum CodingKeys: String, CodingKey { case recall, precision, recallBySpin = "recall_by_spin" }
  }

  private struct GoldLine: Decodable {
    let id: String
    let family: String
  }

  private struct TruthLine: Decodable {
    let id: String
    let family: String
    let parent: String?
    let operations: [String]?
    let spin: Double?
  }

  /// Reads what is known of the texts called `ids`; without either file, nothing is.
  init(_ ids: [String], gold: String?, truth: String?) throws {
    let numbers = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var family = [String?](repeating: nil, count: ids.count)
    var parent = [Int?](repeating: nil, count: ids.count)
    var spin = [Double](repeating: 0, count: ids.count)
    if let truth {
      for line in try Self.lines(truth, TruthLine.self) {
        guard let number = numbers[line.id] else { continue }
        parent[number] = line.parent.flatMap { numbers[$0] }
        spin[number] = line.spin ?? 0
        if gold == nil, !(line.operations ?? []).contains("digest") { family[number] = line.family }
      }
    }
    if let gold {
      for line in try Self.lines(gold, GoldLine.self) {
        if let number = numbers[line.id] { family[number] = line.family }
      }
    }
    var names: [String: Int] = [:]
    self.family = family.map { name in
      guard let name else { return nil }
      return names[name]
        ?? {
          names[name] = names.count
          return names.count - 1
        }()
    }
    self.parent = parent
    self.spin = spin
    // A parent may stand behind its copy, and a broken file may hold a ring: no way up is longer than all texts.
    depth = ids.indices.map { number in
      var (at, steps) = (number, 0)
      while let up = parent[at], steps < ids.count { (at, steps) = (up, steps + 1) }
      return steps
    }
    var members: [Int: [Int]] = [:]
    for (number, family) in self.family.enumerated() {
      if let family { members[family, default: []].append(number) }
    }
    count = members.values.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    var bySpin: [Double: Int] = [:]
    if truth != nil {
      for list in members.values {
        for (place, a) in list.enumerated() {
          for b in list[(place + 1)...] {
            bySpin[Self.spin(between: a, b, parent, spin, depth), default: 0] += 1
          }
        }
      }
    }
    countBySpin = bySpin
  }

  /// How many of the true pairs were found, and how many of the found are true.
  func score(_ pairs: [NumberPair]) -> Score {
    var (known, right) = (0, 0)
    var bySpin: [Double: Int] = [:]
    for pair in pairs {
      let (a, b) = (Int(pair.a), Int(pair.b))
      guard a < family.count, b < family.count, let one = family[a], let other = family[b] else { continue }
      known += 1
      guard one == other else { continue }
      right += 1
      if !countBySpin.isEmpty { bySpin[Self.spin(between: a, b, parent, spin, depth), default: 0] += 1 }
    }
    return Score(
      recall: count > 0 ? Double(right) / Double(count) : nil,
      precision: count > 0 && known > 0 ? Double(right) / Double(known) : nil,
      recallBySpin: Dictionary(
        uniqueKeysWithValues: countBySpin.map {
          (String($0.key), Double(bySpin[$0.key] ?? 0) / Double($0.value))
        }))
  }

  private static func spin(
    between a: Int, _ b: Int, _ parent: [Int?], _ spin: [Double], _ depth: [Int]
  ) -> Double {
    var (a, b, most) = (a, b, 0.0)
    while a != b {
      if depth[a] < depth[b] { swap(&a, &b) }
      most = max(most, spin[a])
      guard let up = parent[a] else { break }
      a = up
    }
    return most
  }

  private static func lines<Line: Decodable>(_ path: String, _ type: Line.Type) throws -> [Line] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("\(path): cannot be read; name a file of JSON Lines")
    }
    return try data.split(separator: 0x0A).enumerated().map { number, line in
      do {
        return try JSONDecoder().decode(type, from: Data(line))
      } catch {
        throw Failure(
          "\(path)#\(number + 1): is not a line of gold or truth (\"id\" and \"family\" at least)")
      }
    }
  }
}
