import Foundation
import Press

/// When a family's members were published, in hours, as far as they say.
struct Times {
  /// By member; the middle of what may be meant.
  let hours: [Double?]
  /// By member: whether none is stamped before it.
  let isFirst: [Bool]
  private let start: Double?
  /// By member: whether it says no more than when it was changed.
  private let isBound: [Bool]

  init(_ tradition: Tradition, _ order: WitnessOrder) {
    hours = tradition.members.map { member in
      tradition.published(member).map { (Double($0.earliest) + Double($0.latest)) / 7200 }
    }
    isBound = tradition.members.map { tradition.witnesses[$0].article.isDatedByChange }
    start = hours.compactMap(\.self).min()
    // First is whom no clock puts behind another: of several that are stamped with one day, all.
    let stamped = tradition.members.compactMap { member in tradition.published(member).map { (member, $0) } }
      .sorted { $0.1.earliest < $1.1.earliest }
    var isFirst = [Bool](repeating: false, count: tradition.memberCount)
    var (before, beforeNow) = (Int64.max, Int64.max)
    for (number, (member, time)) in stamped.enumerated() {
      if number > 0, stamped[number - 1].1.earliest < time.earliest { before = beforeNow }
      isFirst[member] = before >= time.latest || tradition.witnesses[member].article.isDatedByChange
      beforeNow = min(beforeNow, time.latest)
    }
    self.isFirst = isFirst
  }

  func hoursAfterFirst(_ member: Int) -> Double? {
    guard let own = hours[member], let start, !isBound[member] else { return nil }
    return own - start
  }

  func features(_ source: Int, _ copy: Int, _ f: inout FeatureVector, order: WitnessOrder, memberCount: Int) {
    if isFirst[source] {
      f[.first] = 1
      f[.firstOfMany] = log(Double(memberCount))
    }
    guard let from = hours[source], let to = hours[copy] else { return }
    switch order.clock(source, copy) {
    case .against:
      f[.against] = 1
      f[.againstHours] = min(48, max(0, from - to))
    case .silent: break
    case .likelyBefore, .surelyBefore:
      let delay = max(0, to - from)
      f[.delayHour] = min(1, delay)
      f[.delayMorning] = min(5, max(0, delay - 1))
      f[.delayDay] = min(18, max(0, delay - 6))
      f[.delayLog] = log1p(delay)
    }
  }
}
