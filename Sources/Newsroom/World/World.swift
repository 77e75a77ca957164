import Foundation

/// The world of one tradition while it happens.
struct World {
  /// A report that pages carry.
  struct Report {
    let material: Material
    let agency: Agency?
    /// Indices of its versions' nodes: dispatches, or the one page of the outlet that wrote it.
    var versions: [Int] = []
  }

  var chance: Chance
  let rates: Rates
  let number: Int
  var reporter = Reporter()
  /// What outlets' own people are asked about.
  var localScene: Scene
  var reports: [Report] = []
  var nodes: [Tradition.Node] = []
  var arrows: [Tradition.Arrow] = []
  /// By node; `nil` for dispatches.
  var outlets: [Outlet?] = []
  private var addresses = 0
  private let words: ClosedRange<Int>
  /// Where given, the main report is this and not an invented one.
  private let seedText: SeedText?

  init(number: Int, seed: UInt64, profile: Profile, seedText: SeedText?) {
    chance = Chance(seed: seed, number: number)
    rates = profile.rates(&chance)
    self.number = number
    self.seedText = seedText
    words = 150...900
    // Between 2012 and 2024, by day and night.
    start = 1_325_376_000 + chance.number(in: 0...12 * 365 * 86_400)
    localScene = Scene(beat: chance.pick(Rules.beats), day: Calendar(instant: start))
  }

  private let start: Int

  /// Everything that happens, from the first dispatch to the last copy.
  mutating func tradition() -> Tradition {
    var scene = Scene(beat: localScene.beat, day: Calendar(instant: start))
    let isWire = happens(.wire)
    let agencies = chance.indices(3, below: Agency.all.count).shuffled(using: &chance).map { Agency.all[$0] }
    issue(&scene, agency: isWire ? agencies[0] : nil, seedText, at: start)
    localScene = scene
    localScene.forgetSpeakers(firstVoice: 40)
    if happens(.secondWire) {
      scene.forgetSpeakers(firstVoice: 10)
      issue(&scene, agency: agencies[1], nil, at: start + delay(median: 45 * 60))
    }
    if happens(.background) || happens(.merge) && chance.happens(0.2) {
      let before = start - chance.number(in: 2...30) * 86_400
      var older = Scene(beat: scene.beat, day: Calendar(instant: before))
      issue(&older, agency: chance.happens(0.5) ? agencies[2] : nil, nil, at: before)
    }
    print()
    return finished()
  }

  // MARK: Reports

  /// Writes a report: an agency's dispatch with its later versions, or an outlet's page.
  private mutating func issue(_ scene: inout Scene, agency: Agency?, _ given: SeedText?, at time: Int) {
    // Most news is short.
    let length = words.lowerBound + Int(Double(words.count) * chance.unit() * chance.unit())
    let material = given?.material(&chance) ?? reporter.material(&scene, words: length, &chance)
    let index = reports.count
    reports.append(Report(material: material, agency: agency))
    let isShort = material.paragraphs.count < 5
    let versions = agency == nil || isShort ? 1 : 1 + versionsMore()
    var shown =
      versions == 1
      ? material.paragraphs.count : max(3, material.paragraphs.count * chance.number(in: 45...75) / 100)
    var at = time
    var copy = Copy(headline: material.headlines.first ?? "", paragraphs: material.opening(shown))
    if let agency {
      copy.dateline = agency.dateline(material.place, Calendar(instant: at), &chance)
      copy.datelineCredit = agency.name
      let node = add(label: agency.name, isDispatch: true, report: index, copy, nil, at: at)
      reports[index].versions = [node]
      for version in 1..<versions {
        at += max(240, delay(median: 70 * 60))
        var done: [Tradition.Operation] = []
        if version > 1 && chance.happens(0.4) {
          guard Editor.number(&copy, &chance) else { continue }
          done = [.correction]
        } else {
          shown = update(&copy, material, shown, version: version)
          done = [.update]
        }
        let next = add(label: agency.name, isDispatch: true, report: index, copy, nil, at: at)
        arrows.append(
          Tradition.Arrow(
            from: reports[index].versions[reports[index].versions.count - 1], to: next, operations: done,
            part: .main))
        reports[index].versions.append(next)
      }
    } else {
      let outlet = outlet()
      furnish(&copy)
      let node = add(label: outlet.name, isDispatch: false, report: index, copy, outlet, at: at)
      reports[index].versions = [node]
    }
  }

  /// A write-through: a new top, other figures, more of the material at its places.
  private mutating func update(_ copy: inout Copy, _ material: Material, _ shown: Int, version: Int) -> Int {
    let more = min(material.paragraphs.count, shown + max(1, (material.paragraphs.count - shown) / 2))
    let fresh = Array(material.paragraphs[shown..<more])
    if version < material.leads.count {
      copy.paragraphs[0] = material.leads[version]
    } else if let top = fresh.first, material.leads.isEmpty {
      copy.paragraphs.insert(top, at: 0)
    }
    for paragraph in fresh.dropFirst(material.leads.isEmpty ? 1 : 0) {
      copy.paragraphs.insert(paragraph, at: chance.number(in: 1...copy.paragraphs.count))
    }
    if chance.happens(0.6) { _ = Editor.number(&copy, &chance) }
    if version < material.headlines.count { copy.headline = material.headlines[version] }
    return more
  }

  private mutating func versionsMore() -> Int {
    // Poisson's, by counting (Knuth 1969).
    var count = 0
    var product = chance.unit()
    let bound = 1 / (1 + rates[.updates] + rates[.updates] * rates[.updates] / 2)
    while product > bound, count < 4 {
      count += 1
      product *= chance.unit()
    }
    return count
  }

  // MARK: Times and names

  /// Seconds until somebody prints what there is: log-normal about `median`, with a tail of days for one in twelve (Leskovec,
  /// Backstrom and Kleinberg 2009 find reprints to peak within hours and to go on for days).
  mutating func delay(median: Double) -> Int {
    let seconds = median * exp(1.1 * chance.normal())
    if chance.happens(0.08) {
      return Int(min(seconds + 86_400 * (chance.pareto(shape: 1.2) - 0.5), 40 * 86_400))
    }
    return Int(max(60, min(seconds, 5 * 86_400)))
  }

  mutating func outlet() -> Outlet {
    Outlet(hasStyle: happens(.style), &chance)
  }

  @discardableResult
  mutating func add(
    label: String, isDispatch: Bool, report: Int, _ copy: Copy, _ outlet: Outlet?, at time: Int
  ) -> Int {
    addresses += 1
    let domain = outlet?.domain ?? label.lowercased() + ".example"
    let slug = copy.headline.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(6).joined(
      separator: "-")
    nodes.append(
      Tradition.Node(
        id: "", label: label, isDispatch: isDispatch, report: report, lost: false, time: time,
        published: nil, modified: nil,
        address: "https://\(domain)/\(Calendar(instant: time).year)/\(slug)-\(number)\(addresses)",
        text: copy.text, credited: copy.credited.filter { $0 != label || isDispatch }, copy: copy))
    outlets.append(outlet)
    return nodes.count - 1
  }
}
