import ArgumentParser
import Foundation
import Press

/// How a run ends: what it counts, and the exit status.
struct Tally: Encodable {
  var articles = 0
  var families: Int?
  var pairs: Int?
  var known: Int?
  var variants: Int?
  var refusals: [String: Int] = [:]
  var notices: [String: Int] = [:]
  var seconds = 0.0
  var peakMemoryBytes = 0

  enum CodingKeys: String, CodingKey {
    case pages, articles, families, pairs, known, variants, refusals, notices, softErrors = "soft_errors",
      seconds
    case peakMemoryBytes = "peak_memory_bytes"
  }

  mutating func count(_ refusal: Refusal) { refusals[refusal.reason.rawValue, default: 0] += 1 }
  mutating func count(_ notice: Notice) { notices[notice.reason.rawValue, default: 0] += 1 }

  /// Pages that hold no article are an answer, not an error.
  var softErrors: Int {
    refusals.filter { $0.key != Refusal.Reason.noArticle.rawValue }.values.reduce(0, +)
      + notices.values.reduce(0, +)
  }

  mutating func finish(since start: ContinuousClock.Instant) {
    let elapsed = (ContinuousClock.now - start).components
    seconds = (Double(elapsed.seconds) * 1000 + Double(elapsed.attoseconds / 1_000_000_000_000_000)) / 1000
    var usage = rusage()
    getrusage(numericCast(RUSAGE_SELF.rawValue), &usage)
    peakMemoryBytes = usage.ru_maxrss * 1024
  }

  func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(articles + (known ?? 0) + refusals.values.reduce(0, +), forKey: .pages)
    try c.encode(articles, forKey: .articles)
    try c.encodeIfPresent(families, forKey: .families)
    try c.encodeIfPresent(pairs, forKey: .pairs)
    try c.encodeIfPresent(known, forKey: .known)
    try c.encodeIfPresent(variants, forKey: .variants)
    try c.encode(refusals, forKey: .refusals)
    try c.encode(notices, forKey: .notices)
    try c.encode(softErrors, forKey: .softErrors)
    try c.encode(seconds, forKey: .seconds)
    try c.encode(peakMemoryBytes, forKey: .peakMemoryBytes)
  }

  /// 0 done, 1 nothing found, 2 an error.
  func exit(found: Bool) throws {
    if softErrors > 0 { throw ExitCode(2) }
    if !found { throw ExitCode(1) }
  }
}

/// An error that ends the program: one line, exit status 2.
struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ text: String) { description = text }
}

/// The command did its work and there is nothing to show for it: exit status 1.
struct NothingFound: Error {}

/// "1 page", "2 pages".
func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
