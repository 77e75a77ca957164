import ArgumentParser
import Desk
import Export
import Foundation
import Language
import Matching
import Press
import Synchronization

/// Our own engine for one measurement, in a process of its own as the peers are; for `bench match`, not for people.
struct BenchOwnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "own", abstract: "One measurement for “stemma bench match”.", shouldDisplay: false)

  @Argument var texts: String
  @Option var pairs: String
  @Option var families: Int?

  func run() async throws {
    let articles = try BenchText.read(texts)
    let report: any Encodable
    if let families {
      report = await Self.families(articles, threads: families)
    } else {
      let before = Usage.now
      let found = try Self.candidates(articles)
      var measured = Usage.now.since(before)
      measured.indexBytes = found.indexBytes
      try NumberPair.write(found.pairs, to: URL(fileURLWithPath: pairs))
      report = measured
    }
    print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
  }

  /// From texts in memory to pairs in memory.
  private static func candidates(_ texts: [BenchText]) throws -> (pairs: [NumberPair], indexBytes: Int) {
    var builder = CandidateIndexBuilder()
    for text in texts { try builder.add(Fingerprint.features(of: Tokenizer.tokens(of: text.text))) }
    let index = try builder.finish(order: texts.map { CandidateRule.order(of: $0.id) })
    var scratch = CandidateIndex.Scratch(count: index.count)
    var pairs: [NumberPair] = []
    for number in index.parts.indices {
      let part = try index.part(number)
      for text in part.texts {
        for other in part.candidates(above: text, scratch: &scratch) {
          pairs.append(NumberPair(a: UInt32(text), b: UInt32(other)))
        }
      }
    }
    return (pairs, index.bytes)
  }

  /// From articles in memory to families in memory, as `stemma match` goes.
  private static func families(_ texts: [BenchText], threads: Int) async -> FamilyMeasurement {
    let articles = texts.map { Article(id: $0.id, source: $0.id, text: $0.text) }
    let before = Usage.now
    let findings = await Survey(threads: threads).match(articles)
    let measured = Usage.now.since(before)
    return FamilyMeasurement(
      threads: threads, pairs: findings.pairs.filter(\.kind.isCopying).map { [$0.a, $0.b] },
      families: findings.families.map(\.members), usage: measured)
  }
}

/// What a run cost.
struct Usage: Codable, Sendable {
  var seconds: Double
  var processorSeconds: Double
  /// The most that the process held, texts and pairs included.
  var peakMemoryBytes: Int
  /// What the index took for all texts together; only ours is told.
  var indexBytes: Int?

  enum CodingKeys: String, CodingKey {
    case seconds, processorSeconds = "processor_seconds", peakMemoryBytes = "peak_memory_bytes"
    case indexBytes = "index_bytes"
  }

  /// Clock and processor at this moment.
  static var now: Usage {
    var used = rusage()
    getrusage(numericCast(RUSAGE_SELF.rawValue), &used)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    var clock = timespec()
    clock_gettime(CLOCK_MONOTONIC, &clock)
    return Usage(
      seconds: Double(clock.tv_sec) + Double(clock.tv_nsec) / 1e9,
      processorSeconds: seconds(used.ru_utime) + seconds(used.ru_stime),
      peakMemoryBytes: used.ru_maxrss * 1024)
  }

  func since(_ before: Usage) -> Usage {
    Usage(
      seconds: seconds - before.seconds, processorSeconds: processorSeconds - before.processorSeconds,
      peakMemoryBytes: peakMemoryBytes)
  }
}

/// What confirming and clustering gave, and what it cost.
struct FamilyMeasurement: Codable, Sendable {
  let threads: Int
  /// Ids of pages that are copies, two each.
  let pairs: [[String]]
  /// Ids, a list a family.
  let families: [[String]]
  let usage: Usage
}
