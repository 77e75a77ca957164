import Press

/// Where a moment stands on a chart: to scale, but for long stretches in which nothing was published, which are cut short.
struct TimeAxis {
  /// A line of the grid.
  struct Tick {
    let x: Double
    let label: String
    /// Whether it is the first of its day.
    let isDay: Bool
  }
  /// A stretch of time that is cut short.
  struct Cut {
    let x: Double
    /// "3 d".
    let label: String
  }

  private struct Stretch {
    let from: Double
    let to: Double
    let x: Double
    let width: Double

    /// The width that moments are spread over.
    var usable: Double { width - TimeAxis.before - TimeAxis.behind }

    func place(_ time: Double) -> Double {
      guard to > from else { return x + TimeAxis.before + usable / 2 }
      return x + TimeAxis.before + min(max((time - from) / (to - from), 0), 1) * usable
    }
  }

  private let stretches: [Stretch]
  /// Where time was cut.
  let cuts: [Cut]
  /// The grid.
  let ticks: [Tick]

  /// Cuts on an axis, at most, and the room that each takes.
  private static let mostCuts = 5
  private static let cutWidth = 44.0
  /// Room before the first moment of a stretch and behind the last one, for its sign and the hour above it.
  private static let before = 13.0
  private static let behind = 27.0

  /// An axis from the first of `times` (seconds since 1970) to the last.
  ///
  /// - Parameter hasHours: Whether any of them is known to the hour; else days are all that is written.
  init(times: [Double], hasHours: Bool, x: Double, width: Double) {
    let sorted = Array(Set(times)).sorted()
    guard let first = sorted.first, let last = sorted.last else {
      (stretches, cuts, ticks) = ([], [], [])
      return
    }
    let gaps = Self.cutGaps(sorted, most: min(Self.mostCuts, Int(width / 150)))
    var bounds: [(from: Double, to: Double)] = []
    var start = first
    for gap in gaps {
      bounds.append((start, sorted[gap]))
      start = sorted[gap + 1]
    }
    bounds.append((start, last))
    let shown = bounds.reduce(0) { $0 + $1.to - $1.from }
    // A stretch with one moment in it needs room as well, or its copies would stand on the cut.
    let smallest = Self.before + Self.behind
    let free = max(40, width - Double(gaps.count) * Self.cutWidth - Double(bounds.count) * smallest)
    var stretches: [Stretch] = []
    var cuts: [Cut] = []
    var at = x
    for (number, bound) in bounds.enumerated() {
      let share = shown > 0 ? (bound.to - bound.from) / shown : 1 / Double(bounds.count)
      let own = smallest + free * share
      stretches.append(Stretch(from: bound.from, to: bound.to, x: at, width: own))
      at += own
      if number < bounds.count - 1 {
        cuts.append(Cut(x: at + Self.cutWidth / 2, label: Self.length(bounds[number + 1].from - bound.to)))
        at += Self.cutWidth
      }
    }
    self.stretches = stretches
    self.cuts = cuts
    ticks = Self.ticks(stretches).filter { hasHours || $0.isDay }
  }

  /// Where a moment stands. One that lies in a cut stands at its near end.
  func x(_ time: Double) -> Double {
    guard let stretch = stretches.first(where: { time <= $0.to }) ?? stretches.last else { return 0 }
    return stretch.place(time)
  }

  /// The gaps to cut, by the place of their first moment: those that would take up most of the axis, and are much longer
  /// than the others.
  private static func cutGaps(_ times: [Double], most: Int) -> [Int] {
    guard times.count > 2 else { return [] }
    var gaps = (0..<times.count - 1).map { (place: $0, length: times[$0 + 1] - times[$0]) }
    gaps.sort { ($1.length, $0.place) < ($0.length, $1.place) }
    var rest = times[times.count - 1] - times[0]
    var cut: [Int] = []
    while cut.count < most, gaps.count > 1 {
      let longest = gaps[0].length
      let median = gaps[1 + (gaps.count - 1) / 2].length
      guard longest > 0.3 * rest, longest > 3 * max(median, 60), longest > 12 * 3600 else { break }
      cut.append(gaps.removeFirst().place)
      rest -= longest
    }
    return cut.sorted()
  }

  private static let steps: [Double] = [
    60, 300, 900, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000, 7_776_000,
    31_536_000,
    157_680_000, 315_360_000,
  ]

  private static func ticks(_ stretches: [Stretch]) -> [Tick] {
    var ticks: [Tick] = []
    var lastDay: Double?
    for stretch in stretches {
      let span = stretch.to - stretch.from
      let perSecond = span > 0 ? stretch.usable / span : 0
      let step = steps.first { $0 * perSecond >= 62 } ?? 0
      var times: [Double] = []
      if perSecond > 0, step > 0 {
        var time = (stretch.from / step).rounded(.up) * step
        while time <= stretch.to, times.count < 60 {
          times.append(time)
          time += step
        }
      }
      if times.isEmpty { times = [stretch.from] }
      for time in times {
        let day = (time / 86_400).rounded(.down)
        let isNewDay = day != lastDay
        lastDay = day
        let x = stretch.place(time)
        let clock = Clock(time)
        ticks.append(Tick(x: x, label: clock.time, isDay: false))
        if isNewDay { ticks.append(Tick(x: x, label: clock.day, isDay: true)) }
      }
      if step >= 86_400 {
        ticks.removeAll { !$0.isDay && $0.x >= stretch.x && $0.x <= stretch.x + stretch.width }
      }
    }
    return ticks
  }

  /// "3 d", "5 h".
  private static func length(_ seconds: Double) -> String {
    let units: [(seconds: Double, name: String)] = [
      (31_536_000, "y"), (2_592_000, "mo"), (86_400, "d"), (3_600, "h"),
    ]
    let unit = units.first { seconds >= 2 * $0.seconds } ?? units[units.count - 1]
    return "\(Int((seconds / unit.seconds).rounded())) \(unit.name)"
  }
}

/// A point in time as a clock and a calendar show it, in universal time.
struct Clock {
  /// "06:30".
  let time: String
  /// "16 Apr 2023".
  let day: String

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// - Parameter seconds: Since 1970-01-01T00:00:00Z.
  init(_ seconds: Double) {
    let whole = Int(seconds.rounded(.down))
    let days = whole >= 0 ? whole / 86_400 : -((86_399 - whole) / 86_400)
    let rest = whole - days * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    time = two(rest / 3_600) + ":" + two(rest / 60 % 60)
    let date = Moment.date(daysFromEpoch: days)
    day = "\(date.day) \(Self.months[date.month - 1]) \(date.year)"
  }
}
