import Foundation

/// The headlines of a family's members, by their words alone.
struct Headlines {
  /// By member; empty where the page has none.
  private let headline: [String]
  private let count: [String: Int]

  init(_ tradition: Tradition) {
    headline = tradition.members.map {
      SourceName.words(of: tradition.witnesses[$0].article.title ?? "").joined(separator: " ")
    }
    var count: [String: Int] = [:]
    for one in headline where !one.isEmpty { count[one, default: 0] += 1 }
    self.count = count
  }

  /// Whether others share a headline, and nobody shares this one.
  func isOdd(_ member: Int) -> Bool {
    guard let own = count[headline[member]], own == 1 else { return false }
    return count.values.contains { $0 > 1 }
  }

  func isSame(_ a: Int, _ b: Int) -> Bool { !headline[a].isEmpty && headline[a] == headline[b] }

  func features(_ source: Int, _ copy: Int, _ f: inout FeatureVector) {
    guard let shared = count[headline[copy]] else { return }
    if headline[source] == headline[copy] {
      f[.headlineSame] = 1
    } else if shared > 1 {
      f[.headlineShared] = 1
      f[.headlineSharedRare] = log(Double(headline.count + 1) / Double(shared))
    }
  }
}
