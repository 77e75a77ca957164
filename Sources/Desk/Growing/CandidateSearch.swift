import Archive
import Matching

/// Finds the articles that are worth comparing with some texts, by the archive's index.
struct CandidateSearch {
  let archive: Archive

  /// A text that is looked for.
  struct Text {
    /// Its key, where the archive has it.
    let key: Int64?
    /// Its place among many that share a feature.
    let place: UInt64
    let features: [UInt64]
  }

  /// For each text the keys of its candidates, rising, by the rule for texts that are in the index.
  ///
  /// - Parameter reach: How many neighbours on either side a feature beyond the cap links; the rule says one.
  func candidates(of texts: [Text], reach: Int = 1) throws -> [[Int64]] {
    var wanted: [(feature: UInt64, text: Int)] = []
    for (number, text) in texts.enumerated() {
      for feature in text.features { wanted.append((feature, number)) }
    }
    wanted.sort { ($0.feature, $0.text) < ($1.feature, $1.text) }
    var starts: [Int] = []
    for index in wanted.indices where index == 0 || wanted[index].feature != wanted[index - 1].feature {
      starts.append(index)
    }
    var shared: [[Int64: Int]] = Array(repeating: [:], count: texts.count)
    var chain = Chain()
    let features = starts.map { wanted[$0].feature }
    try archive.carriers(of: features, cap: CandidateRule.frequencyCap) { position, carriers in
      let end = position + 1 < starts.count ? starts[position + 1] : wanted.count
      switch carriers {
      case .few(let keys):
        for (_, text) in wanted[starts[position]..<end] {
          for key in keys { shared[text][key, default: 0] += 1 }
        }
      case .chain(let links):
        chain.take(links)
        for (_, text) in wanted[starts[position]..<end] {
          for key in chain.neighbours(of: texts[text], reach) { shared[text][key, default: 0] += 1 }
        }
      }
    }
    let counts = try archive.featureCounts(of: Set(shared.flatMap(\.keys)))
    return zip(texts, shared).map { text, shared in
      shared.filter { key, shared in
        key != text.key
          && CandidateRule.isEnough(
            shared: shared, featuresA: text.features.count, featuresB: counts[key] ?? 0)
      }.keys.sorted()
    }
  }

  /// Carriers of a feature beyond the cap.
  private struct Chain {
    private var links: [(place: UInt64, key: Int64)] = []
    private var positions: [Int64: Int] = [:]

    /// Many features of one text have the same carriers: then nothing is to be done.
    mutating func take(_ new: [(place: UInt64, key: Int64)]) {
      if new.count == links.count, zip(new, links).allSatisfy({ $0.key == $1.key }) { return }
      links = new
      positions = Dictionary(uniqueKeysWithValues: new.enumerated().map { ($1.key, $0) })
    }

    func neighbours(of text: Text, _ reach: Int) -> [Int64] {
      if let key = text.key, let at = positions[key] {
        let around = max(0, at - reach)..<min(links.count, at + reach + 1)
        return around.filter { $0 != at }.map { links[$0].key }
      }
      var (low, high) = (0, links.count)
      while low < high {
        let middle = (low + high) / 2
        if links[middle].place < text.place { low = middle + 1 } else { high = middle }
      }
      return links[max(0, low - reach)..<min(links.count, low + reach)].map(\.key)
    }
  }
}
