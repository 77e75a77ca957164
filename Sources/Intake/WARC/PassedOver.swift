import Press

/// Counts the records of a web archive that are no pages, so that they are told once and not one by one.
struct PassedOver {
  private var counts: [String: Int] = [:]
  private(set) var pages = 0

  mutating func count(_ plural: String) { counts[plural, default: 0] += 1 }
  mutating func countPage() { pages += 1 }

  /// One line about all of them; `nil` where there are none.
  func refusal(source: String) -> Refusal? {
    guard !counts.isEmpty else { return nil }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let list = sorted.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    return Refusal(
      source: source, reason: .noArticle,
      detail:
        "Beside the \(pages) pages of this web archive there are records that are none and were passed over: "
        + "\(list).")
  }
}
