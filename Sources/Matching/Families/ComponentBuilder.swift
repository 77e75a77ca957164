import Press

/// Decides which members of one component of linked pages carry the same report.
///
/// One link is never enough to weld two reports. Each step is decided on the result of the one before as a whole, so
/// that order is nothing:
/// 1. Texts that are each other's nearly whole, and versions of one page, are joined into clusters; but not where a page
///    has its lead from elsewhere.
/// 2. Stretches that many clusters bear which share nothing else are set aside (``CommonSources``).
/// 3. Texts that begin alike and go on alike for a good part are joined: an agency's updates of one dispatch.
/// 4. An excerpt joins the report that it lies in (``Excerpts``), and one only.
/// 5. A page put together from several reports joins the one that it has its lead from, as a leaf (``MergedPages``).
public struct ComponentBuilder {
  /// What was decided.
  public struct Outcome: Sendable {
    /// Every member in exactly one family, by smallest member.
    public let families: [Family]
    /// Numbers of the links whose two pages share only what many share who share nothing else, in rising order.
    public let commonSource: [Int]
  }

  /// Coverage on both sides that makes two texts one without further question.
  static let wholeCoverage = 0.6
  /// The same where both begin with the same words.
  static let updateCoverage = 0.3
  /// Share of a lead that is a lead's most part.
  static let leadShare = 0.5

  /// Decides one component.
  ///
  /// - Parameters:
  ///   - members: In any order.
  ///   - links: Between members by their numbers, one for each two at most, in any order. Those that are no copying
  ///     are passed over.
  public static func decide(members: [Member], links: [Link]) -> Outcome {
    var component = Component(members: members, links: links)
    var clusters = DisjointSets(count: members.count)
    component.joinWhole(&clusters, isVersion: links.map(\.versions))
    let common = CommonSources.links(component, labels: clusters.labels())
    if !common.isEmpty { component.drop(common) }
    component.joinUpdates(&clusters)
    Excerpts(component, labels: clusters.labels()).join(&clusters)
    MergedPages(component, labels: clusters.labels()).join(&clusters)
    return Outcome(
      families: Originality.families(component, labels: clusters.labels()),
      commonSource: common.sorted())
  }
}

extension Component {
  /// Joins texts that are each other's nearly whole, and versions.
  fileprivate func joinWhole(_ clusters: inout DisjointSets, isVersion: [Bool]) {
    for page in members.indices {
      for sight in sights[page] where sight.to > page && clusters.root(page) != clusters.root(sight.to) {
        let isWhole = sight.least >= ComponentBuilder.wholeCoverage && haveNoLeadElsewhere(page, sight)
        if isWhole || isVersion[sight.link] { clusters.join(page, sight.to) }
      }
    }
  }

  /// Joins texts that begin alike and go on alike for a good part. The smaller cluster is the one that joins; it is asked
  /// whether it belongs elsewhere.
  fileprivate func joinUpdates(_ clusters: inout DisjointSets) {
    let labels = clusters.labels()
    var agreement = Agreement(self, labels: labels)
    for page in members.indices {
      for sight in sights[page] where sight.to > page && labels[page] != labels[sight.to] {
        guard sight.isUpdate(sameHeadline: haveSameHeadline(page, sight.to)),
          haveNoLeadElsewhere(page, sight),
          let back = self.sight(from: sight.to, to: page)
        else { continue }
        if agreement.isOfSmaller(page, than: sight.to), hasMoreElsewhere(page, but: sight, labels: labels) {
          continue
        }
        if agreement.isOfSmaller(sight.to, than: page), hasMoreElsewhere(sight.to, but: back, labels: labels)
        {
          continue
        }
        agreement.propose(page, sight.to)
      }
    }
    agreement.join(&clusters)
  }

  /// Neither of a link's two ends has its lead elsewhere.
  private func haveNoLeadElsewhere(_ page: Int, _ sight: Sight) -> Bool {
    guard !hasLeadElsewhere(page, but: sight), let back = self.sight(from: sight.to, to: page) else {
      return false
    }
    return !hasLeadElsewhere(sight.to, but: back)
  }

  /// Links that a page is asked about at most, so that work stays linear in the links where one page has thousands. They
  /// are those to the first ids: a sample that no order changes.
  static let mostAsked = 256

  /// Whether a page has its lead, and its part in another report's lead, from a page that the link's other end shares
  /// nothing with: then what the two share is not what makes them the reports that they are.
  func hasLeadElsewhere(_ page: Int, but sight: Sight) -> Bool {
    if mostLead[page] < 2 * sight.lead { return false }
    let outlet = members[page].outlet
    for other in sights[page].prefix(Self.mostAsked) where other.to != sight.to {
      // What an outlet's pages have in common at their heads is the outlet's: a gallery, a banner.
      if let outlet, members[other.to].outlet == outlet { continue }
      if other.isLeading, other.lead >= 2 * sight.lead, !areLinked(other.to, sight.to) { return true }
    }
    return false
  }

  /// Whether a page has far more from a page of a third cluster than from the link's other end.
  func hasMoreElsewhere(_ page: Int, but sight: Sight, labels: [Int]) -> Bool {
    if mostHere[page] < 1.5 * sight.here { return false }
    return sights[page].prefix(Self.mostAsked).contains { other in
      other.here >= 1.5 * sight.here && labels[other.to] != labels[page]
        && labels[other.to] != labels[sight.to]
    }
  }

  func haveSameHeadline(_ a: Int, _ b: Int) -> Bool {
    members[a].headlines.contains { members[b].headlines.contains($0) }
  }
}

extension Sight {
  /// Whether two texts begin alike, and the other has a good part of the one that it is seen from: then the one may be the
  /// other's report, whatever else it holds.
  var isLeading: Bool { here >= 0.2 && mutualLead >= ComponentBuilder.leadShare }

  /// Whether two texts go on alike for a good part after they began alike.
  fileprivate func isUpdate(sameHeadline: Bool) -> Bool {
    least >= ComponentBuilder.updateCoverage && max(lead, leadThere) >= ComponentBuilder.leadShare
      && (sameHeadline || mutualLead >= ComponentBuilder.leadShare)
  }
}
