import Press

/// Finds for each cluster of excerpts the report that it was cut from.
///
/// An excerpt lies within a page of its report almost whole, is a good part of it, and stands in what the report's other
/// witnesses have too: a stretch that one witness alone has was put there from elsewhere. Either it has that page's
/// lead, or the clock must not speak against it. An excerpt joins one report, the one whose lead it has before others.
struct Excerpts {
  /// Coverage of an excerpt by its report.
  static let coverage = 0.7
  /// Witnesses of its own report at most with which a page's stretch is compared.
  static let mostCompared = 32
  /// Share of the longer text that an excerpt must be: what is less is an item of a roundup, or a teaser.
  static let leastShare = 0.2
  /// The same where it does not have the lead and no time tells: then the longer text may only contain it.
  static let leastShareOfUndated = 0.35

  private let component: Component
  private let labels: [Int]

  init(_ component: Component, labels: [Int]) {
    self.component = component
    self.labels = labels
  }

  /// How well a cluster of excerpts fits a report.
  private struct Fit {
    let hasLead: Bool
    let share: Double
    let report: Int
    let excerpt: Int

    func isBetter(than other: Fit) -> Bool {
      if hasLead != other.hasLead { return hasLead }
      if share != other.share { return share > other.share }
      return (report, excerpt) < (other.report, other.excerpt)
    }
  }

  func join(_ clusters: inout DisjointSets) {
    var best: [Int: Fit] = [:]
    var fits: [(report: Int, excerpt: Int)] = []
    for report in component.members.indices {
      let foreign = component.sights[report].filter { labels[$0.to] != labels[report] }
      if foreign.isEmpty { continue }
      let own = component.sights[report].filter { labels[$0.to] == labels[report] }
      let isCollection = Collections.isCollection(report, component, labels)
      for sight in foreign {
        guard let fit = fit(sight, report, own, isCollection) else { continue }
        fits.append((report, sight.to))
        if let known = best[labels[sight.to]], !fit.isBetter(than: known) { continue }
        best[labels[sight.to]] = fit
      }
    }
    var agreement = Agreement(component, labels: labels)
    for fit in fits where best[labels[fit.excerpt]].map({ labels[$0.report] }) == labels[fit.report] {
      agreement.propose(fit.report, fit.excerpt)
    }
    agreement.join(&clusters)
  }

  private func fit(_ sight: Sight, _ report: Int, _ own: [Sight], _ isCollection: Bool) -> Fit? {
    guard sight.there >= Self.coverage else { return nil }
    let hasLead = sight.isLeading
    guard !isCollection, hasLead || sight.here >= leastShare(report, sight.to), isCommon(sight.ranges, own),
      let back = component.sight(from: sight.to, to: report),
      !component.hasLeadElsewhere(sight.to, but: back),
      hasLead || !component.hasLeadElsewhere(report, but: sight)
    else { return nil }
    return Fit(hasLead: hasLead, share: sight.here, report: report, excerpt: sight.to)
  }

  /// Share of the longer text that an excerpt without its lead must be; more than all where the excerpt is the older:
  /// then the longer text took it in.
  private func leastShare(_ report: Int, _ excerpt: Int) -> Double {
    guard let first = component.members[report].published, let second = component.members[excerpt].published
    else { return Self.leastShareOfUndated }
    if first.isLikelyBefore(second) { return Self.leastShare }
    return second.isLikelyBefore(first) ? .infinity : Self.leastShareOfUndated
  }

  /// Whether of the text's own cluster, to which it has the links `own`, at least every third has a stretch of it too; a
  /// text alone in its cluster is taken at its word.
  private func isCommon(_ ranges: [Range<Int>], _ own: [Sight]) -> Bool {
    let length = Ranges.length(ranges)
    let own = own.prefix(Self.mostCompared)
    return 3 * own.count { 2 * Ranges.overlap(ranges, $0.ranges) >= length } >= own.count
  }
}

/// Tells pages that hold several reports.
enum Collections {
  /// Coverage of another page from which a page holds a good part of it.
  static let part = 0.35

  /// Whether a page may be made of several others: it holds good parts of two that have no text in common, in
  /// stretches apart from each other, and no time says that it was there before them. Nothing is joined through it.
  static func isCollection(_ text: Int, _ component: Component, _ labels: [Int]) -> Bool {
    var first: (end: Int, text: Int)?
    var last: (start: Int, text: Int)?
    for sight in component.sights[text] where labels[sight.to] != labels[text] {
      guard sight.there >= part, let start = sight.ranges.first?.lowerBound,
        let end = sight.ranges.last?.upperBound
      else { continue }
      if let here = component.members[text].published, let there = component.members[sight.to].published,
        here.isLikelyBefore(there)
      {
        continue
      }
      if first.map({ end < $0.end }) ?? true { first = (end, sight.to) }
      if last.map({ start > $0.start }) ?? true { last = (start, sight.to) }
    }
    guard let first, let last, first.end <= last.start, labels[first.text] != labels[last.text] else {
      return false
    }
    return !component.areLinked(first.text, last.text)
  }
}
