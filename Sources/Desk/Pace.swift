import Foundation

/// How fast work goes and how long it will take, told so that a person can look at it: by the recent past, smoothed, and
/// counted down by the clock rather than guessed anew at every look.
public struct Pace: Sendable {
  /// Things done a second, lately; `nil` until something can be said.
  public private(set) var rate: Double?
  /// Seconds left; `nil` where the share of the work that is done is not known, or it is too early to say.
  public private(set) var remaining: Double?

  private var began: Double?
  private var last: (time: Double, done: Double, share: Double?) = (0, 0, nil)
  /// What was done in the recent past, and in how many seconds, the older the less counted.
  private var recent = (seconds: 0.0, done: 0.0, share: 0.0)

  /// Nothing seen yet.
  public init() {}

  /// Seconds before which no time is told, and the share before which none is.
  private static let patience = (seconds: 2.0, share: 0.002)
  /// A guess so near to what the clock leaves of the one before does not take its place.
  private static let tolerance = 0.1
  /// Seconds in which what is told follows a new guess.
  private static let calm = 4.0

  /// Takes a look.
  ///
  /// - Parameters:
  ///   - time: Seconds on any clock that does not go back.
  ///   - done: Things done so far.
  ///   - share: Share of the work that is done, in 0...1, where it is known.
  public mutating func look(at time: Double, done: Int, share: Double?) {
    guard let began else {
      began = time
      last = (time, Double(done), share)
      return
    }
    let step = time - last.time
    guard step > 0 else { return }
    // Half a minute is the recent past, and early on a part of what there is.
    let memory = min(30, max(1, (time - began) / 3))
    let fading = exp(-step / memory)
    recent.seconds = recent.seconds * fading + step
    recent.done = recent.done * fading + max(0, Double(done) - last.done)
    recent.share = recent.share * fading + max(0, (share ?? 0) - (last.share ?? share ?? 0))
    last = (time, Double(done), share)
    if time - began >= 0.5 { rate = recent.done / recent.seconds }
    guess(share, after: time - began, step)
  }

  private mutating func guess(_ share: Double?, after elapsed: Double, _ step: Double) {
    guard let share, share < 1, elapsed >= Self.patience.seconds, share >= Self.patience.share else {
      remaining = nil
      return
    }
    // Where nothing moved for long, nothing can be said.
    let speed = recent.share / recent.seconds
    guard speed > 0 else {
      remaining = nil
      return
    }
    let guessed = (1 - share) / speed
    guard let told = remaining else {
      remaining = guessed
      return
    }
    let left = max(0, told - step)
    remaining =
      abs(guessed - left) <= Self.tolerance * max(guessed, 10)
      ? left : left + (guessed - left) * (1 - exp(-step / Self.calm))
  }

  /// Seconds as people say them: "40 s", "3 min 20 s", "1 h 25 min". The longer the coarser.
  public static func words(_ seconds: Double) -> String {
    func rounded(_ step: Int) -> Int { Int((min(seconds, 1e9) / Double(step)).rounded(.up)) * step }
    if rounded(1) <= 10 { return "\(max(1, rounded(1))) s" }
    if rounded(5) < 60 { return "\(rounded(5)) s" }
    if rounded(10) < 600 {
      let (minutes, rest) = rounded(10).quotientAndRemainder(dividingBy: 60)
      return rest == 0 ? "\(minutes) min" : "\(minutes) min \(rest) s"
    }
    if rounded(60) < 3600 { return "\(rounded(60) / 60) min" }
    let (hours, rest) = rounded(300).quotientAndRemainder(dividingBy: 3600)
    if hours >= 48 { return "\(hours / 24) days" }
    return rest == 0 ? "\(hours) h" : "\(hours) h \(rest / 60) min"
  }
}
