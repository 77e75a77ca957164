/// How often what happens in one tradition, as shares in 0...1 unless said otherwise.
public enum Rate: String, CaseIterable, Sendable, Codable {
  // Where the text comes from.
  /// Traditions that begin with an agency's dispatch; the others with an outlet's own report.
  case wire
  /// Of those, such that a second agency has its own report of the same event.
  case secondWire = "second-wire"
  /// Pages that come from the agency, as long as there is one; the others from pages.
  case clients
  /// New versions of a dispatch, on average.
  case updates
  /// Clients that print an older version than the newest.
  case stale
  /// Pages whose outlet follows a newer version with a page more, or by changing the one that it has.
  case follow
  /// Of those, such that change the old page in its place, so that it is gone.
  case inPlace = "in-place"
  /// Pages of one report that take paragraphs from another report of the event.
  case merge
  /// Pages that take paragraphs from an article of days before.
  case background
  // What is said of it.
  /// Clients that name their agency.
  case creditAgency = "credit-agency"
  /// Copies that name the page they come from.
  case creditOutlet = "credit-outlet"
  /// Pages with a source that admit one and name none: “agencies”, a syndicated feed.
  case unnamedFeed = "unnamed-feed"
  /// Pages that leave the credits of what they copy as they stand.
  case carryOn = "carry-on"
  /// Pages that leave the dateline as it stands.
  case dateline
  /// Merged pages that name the second source.
  case creditSecond = "credit-second"
  // What is done to it.
  case retitle, cut, cutInside = "cut-inside", trim, move, reword, number, quotation, name, attribution,
    typo, style, local, spin, scan, furniture
  // What is left of it.
  /// Pages that nobody holds.
  case lost
  /// Dispatches of which the agency's own page is held.
  case held
  // What the clock says.
  case undated, dayOnly = "day-only", modifiedOnly = "modified-only", wrongDay = "wrong-day",
    wrongHour = "wrong-hour"
}

/// A kind of world: from which range each tradition draws its rates.
///
/// The ranges are wide on purpose: what is fitted on them must not know one newsroom only. Where something is known it
/// lies within them: more than half of what quality papers print leans on agency copy and most of it names none (Lewis,
/// Williams and Franklin 2008, “A compromised fourth estate?”); reprints come within hours, with a heavy tail of
/// days (Leskovec, Backstrom and Kleinberg 2009, “Meme-tracking and the dynamics of the news cycle”); news is cut from
/// the bottom, because the inverted pyramid is written to be.
public enum Profile: String, CaseIterable, Sendable {
  /// Agencies and their clients: many reprints, good credits, exact times.
  case wire
  /// Web pages copied from web pages: credits carried on, texts spun, clocks that lie.
  case web
  /// Papers in an archive: scans without times of day, few credits, hard cuts.
  case archive
  /// Each tradition of another of the three.
  case mixed

  /// The range that a tradition draws a rate from.
  func range(_ rate: Rate) -> ClosedRange<Double> { Self.own[self]?[rate] ?? Self.usual[rate] ?? 0...0 }

  /// What holds unless a profile says otherwise.
  private static let usual: [Rate: ClosedRange<Double>] = [
    .wire: 0.7...0.7, .secondWire: 0.35...0.35, .clients: 0.3...0.8, .updates: 0...2, .stale: 0.05...0.3,
    .follow: 0.02...0.12, .inPlace: 0.2...0.6, .merge: 0.05...0.3, .background: 0.02...0.1,
    .creditAgency: 0.5...0.95, .creditOutlet: 0.2...0.7, .unnamedFeed: 0.02...0.2, .carryOn: 0.3...0.9,
    .dateline: 0.3...0.9, .creditSecond: 0.4...0.95,
    .retitle: 0.2...0.8, .cut: 0.1...0.4, .cutInside: 0.05...0.3, .trim: 0.05...0.3, .move: 0.01...0.08,
    .reword: 0.1...0.5, .number: 0.02...0.1, .quotation: 0.02...0.1, .name: 0.02...0.1,
    .attribution: 0.03...0.15, .typo: 0.02...0.12, .style: 0.2...0.7, .local: 0.05...0.3, .spin: 0...0.06,
    .scan: 0...0.01, .furniture: 0.1...0.6,
    .lost: 0...0.25, .held: 0...0.15,
    .undated: 0...0.1, .dayOnly: 0.05...0.4, .modifiedOnly: 0...0.08, .wrongDay: 0...0.04,
    .wrongHour: 0...0.08,
  ]

  private static let own: [Profile: [Rate: ClosedRange<Double>]] = [
    .wire: [
      .wire: 0.95...0.95, .clients: 0.7...0.95, .updates: 0.5...3, .creditAgency: 0.7...1,
      .dateline: 0.6...1, .spin: 0...0.01, .dayOnly: 0...0.15, .undated: 0...0.03, .wrongDay: 0...0.01,
      .reword: 0.05...0.3,
    ],
    .web: [
      .wire: 0.5...0.5, .clients: 0.1...0.4, .carryOn: 0.5...0.98, .unnamedFeed: 0.1...0.4,
      .spin: 0.02...0.25, .wrongDay: 0.01...0.08, .modifiedOnly: 0...0.15, .furniture: 0.4...0.95,
      .retitle: 0.4...0.95, .lost: 0.05...0.35,
    ],
    .archive: [
      .wire: 0.6...0.6, .clients: 0.4...0.8, .creditAgency: 0.2...0.7, .creditOutlet: 0.1...0.5,
      .cut: 0.3...0.7, .trim: 0.2...0.5, .scan: 0.1...0.8, .spin: 0...0, .furniture: 0...0.2,
      .dayOnly: 0.6...1, .undated: 0...1, .modifiedOnly: 0...0, .inPlace: 0...0, .lost: 0.1...0.4,
      .typo: 0.1...0.4, .held: 0...0.05,
    ],
  ]

  /// Draws the rates of one tradition.
  func rates(_ chance: inout Chance) -> Rates {
    let kinds: [Profile] = [.wire, .web, .archive]
    let kind = self == .mixed ? kinds[chance.index(weights: [0.4, 0.4, 0.2])] : self
    var values: [Rate: Double] = [:]
    for rate in Rate.allCases { values[rate] = chance.number(in: kind.range(rate)) }
    return Rates(profile: kind, values: values)
  }
}

/// The rates that one tradition has drawn.
public struct Rates: Sendable {
  /// The kind of world; never `mixed`.
  public let profile: Profile
  private let values: [Rate: Double]

  init(profile: Profile, values: [Rate: Double]) {
    self.profile = profile
    self.values = values
  }

  /// What was drawn.
  public subscript(rate: Rate) -> Double { values[rate] ?? 0 }
}
