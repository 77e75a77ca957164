extension World {
  /// Pages, in the order of time.
  mutating func print() {
    // Few reports are printed everywhere.
    let count = min(60, 2 + Int(2.5 * chance.pareto(shape: 1.1)))
    let own = reports[0].versions[0]
    var times = (0..<count).map { _ in nodes[own].time + delay(median: 150 * 60) }
    if reports.count > 1, let second = reports[1].versions.first {
      times = times.map { max($0, min(nodes[own].time, nodes[second].time) + 180) }
    }
    // Older articles had their own copies at their own time.
    if let old = reports.indices.last, old > 0, nodes[reports[old].versions[0]].time < nodes[own].time {
      for _ in 0..<chance.number(in: 0...2) {
        page(of: old, at: nodes[reports[old].versions[0]].time + delay(median: 150 * 60))
      }
    }
    for time in times.sorted() {
      let current = reports.indices.filter {
        nodes[reports[$0].versions[0]].time + 120 < time && isOfTheDay($0)
      }
      guard !current.isEmpty else { continue }
      page(of: current[chance.index(weights: current.map { $0 == 0 ? 0.7 : 0.3 })], at: time)
    }
  }

  /// Whether a report is of the event itself and not of days before.
  private func isOfTheDay(_ report: Int) -> Bool {
    nodes[reports[report].versions[0]].time > nodes[reports[0].versions[0]].time - 86_400
  }

  /// One page more of a report.
  private mutating func page(of report: Int, at time: Int) {
    let versions = reports[report].versions.filter { nodes[$0].isDispatch && nodes[$0].time + 120 < time }
    let pages = nodes.indices.filter {
      !nodes[$0].isDispatch && nodes[$0].report == report && nodes[$0].time + 180 < time
    }
    if let newest = versions.last, happens(.follow), let old = outdated(pages, newest) {
      follow(old, newest, at: time)
      return
    }
    let isClient = !versions.isEmpty && (pages.isEmpty || happens(.clients))
    guard isClient || !pages.isEmpty else { return }
    let source: Int
    if isClient {
      source =
        versions.count > 1 && happens(.stale) ? versions[versions.count - 2] : versions[versions.count - 1]
    } else {
      source = popular(pages, at: time)
    }
    let outlet = outlet()
    var (copy, done) = reprint(nodes[source], by: outlet, at: time)
    var more: [Tradition.Arrow] = []
    let to = nodes.count
    if happens(.merge) || (happens(.background)) {
      more = mergeInto(&copy, of: report, at: time, to: to)
      done += more.map { $0.part == .background ? .background : .merge }
    }
    add(label: outlet.name, isDispatch: false, report: report, copy, outlet, at: time)
    arrows.append(Tradition.Arrow(from: source, to: to, operations: done, part: .main))
    arrows += more
  }

  /// Pages that others have copied are copied again, and new ones rather than old.
  private mutating func popular(_ pages: [Int], at time: Int) -> Int {
    var copies = [Int: Int]()
    for arrow in arrows { copies[arrow.from, default: 0] += 1 }
    return pages[
      chance.index(
        weights: pages.map { page in
          let age = Double(time - nodes[page].time) / 3_600
          return Double(1 + copies[page, default: 0]) / (1 + age / 24)
        })]
  }

  /// A page of this report that was made of an older version than the newest, and has not been brought up to date.
  private mutating func outdated(_ pages: [Int], _ newest: Int) -> Int? {
    let found = pages.filter { page in
      let main = arrows.first { $0.to == page && $0.part == .main }?.from
      let isFollowed = arrows.contains { $0.from == page && $0.part == .older }
      return main.map { nodes[$0].isDispatch && $0 != newest } == true && !isFollowed
    }
    return found.isEmpty ? nil : chance.pick(found)
  }

  /// An outlet brings its page up to date: the new dispatch, with what its own people had added and its own headline.
  private mutating func follow(_ old: Int, _ newest: Int, at time: Int) {
    guard let outlet = outlets[old] else { return }
    var (copy, done) = reprint(nodes[newest], by: outlet, at: time)
    let dispatched = Set(reports[nodes[old].report].versions.flatMap { nodes[$0].copy.paragraphs })
    var fresh = Set(copy.paragraphs)
    // What stands in the old page and in no dispatch is the outlet's own work, and stays.
    var kept = nodes[old].copy.paragraphs.filter { !dispatched.contains($0) && fresh.insert($0).inserted }
    kept = kept.filter { paragraph in !copy.paragraphs.contains { Prose.isNearly($0, paragraph) } }
    copy.paragraphs += kept
    if chance.happens(0.6) { copy.headline = nodes[old].headline }
    done.append(.follow)
    let to = add(label: outlet.name, isDispatch: false, report: nodes[old].report, copy, outlet, at: time)
    if happens(.inPlace) {
      nodes[to].published = "in-place \(nodes[old].time)"
      nodes[old].lost = true
    }
    arrows.append(Tradition.Arrow(from: newest, to: to, operations: done, part: .main))
    arrows.append(Tradition.Arrow(from: old, to: to, operations: [.follow], part: .older))
  }

  /// Adds paragraphs of another report of the tradition, with or without a word of whose they are.
  private mutating func mergeInto(_ copy: inout Copy, of report: Int, at time: Int, to: Int) -> [Tradition
    .Arrow]
  {
    let others = nodes.indices.filter {
      nodes[$0].report != report && nodes[$0].time + 180 < time && !nodes[$0].copy.paragraphs.isEmpty
        && nodes[$0].copy.paragraphs.count > 2
    }
    guard !others.isEmpty else { return [] }
    let source = chance.pick(others)
    let isOld = !isOfTheDay(nodes[source].report)
    let theirs = nodes[source].copy.paragraphs
    // Background is taken from below, a second report from its top.
    let take = min(theirs.count, chance.number(in: isOld ? 2...4 : 2...7))
    let from = isOld ? theirs.count - take : 0
    let added = Array(theirs[from..<(from + take)])
    if !isOld, copy.paragraphs.count > 6, chance.happens(0.5) {
      copy.paragraphs.removeLast(copy.paragraphs.count / 2)
    }
    copy.paragraphs += added
    if happens(.creditSecond) {
      let name =
        nodes[source].isDispatch ? reports[nodes[source].report].agency?.name ?? "" : nodes[source].label
      if !name.isEmpty { copy.below.append(CreditLines.part(name, &chance)) }
    }
    return [
      Tradition.Arrow(
        from: source, to: to, operations: [isOld ? .background : .merge], part: isOld ? .background : .merged)
    ]
  }
}
