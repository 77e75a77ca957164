import Foundation
import Intake
import Press
import Reading
import Synchronization

/// Runs Intake and Reading: pages in, articles out, in the order of the input.
public struct Extraction: Sendable {
  /// What comes out: exactly one for every page (invariant 1), and the lines of earlier stages as they were.
  public enum Result: Sendable {
    case article(Article, notices: [Notice])
    case refusal(Refusal)
    case pair(Pair)
    case family(Family)

    var isRefusal: Bool { if case .refusal = self { true } else { false } }
  }

  let inputs: [String]
  let reader: ArticleReader
  let tables: NameTable
  private let workers: Workers
  private let stop: StopRequest
  private let progress: ProgressHandler

  /// Will read `inputs` (files, folders, or `-`) on `threads` threads, with the names of `tables`.
  ///
  /// - Parameter stop: Ends the reading before the end of the inputs: what is in work then still comes out, whole.
  public init(
    _ inputs: [String], threads: Int, tables: NameTable = .builtIn, stop: StopRequest = StopRequest(),
    progress: @escaping ProgressHandler = { _ in }
  ) {
    self.inputs = inputs
    reader = ArticleReader(names: tables)
    self.tables = tables
    workers = Workers(threads: threads)
    self.stop = stop
    self.progress = progress
  }

  /// Calls `sink` for every result, one at a time.
  ///
  /// - Parameter known: The lines of the pages' outlets, where a first reading has found them. They are cut from scraped
  ///   text, and marked in text that came extracted.
  public func run(
    knowing known: SiteLines? = nil, _ sink: @escaping @Sendable (Result) throws -> Void
  ) async throws {
    let reader = reader
    try await run(read: { Self.read($0, reader, known) }, isRefused: \.isRefusal, sink: sink)
  }

  /// The same for those who make something of every result on the workers' threads.
  public func run<Output: Sendable>(
    each: @escaping @Sendable (Result) -> Output, _ sink: @escaping @Sendable (Output) throws -> Void
  ) async throws {
    let reader = reader
    try await run(
      read: { item -> (output: Output, isRefused: Bool) in
        let result = Self.read(item, reader, nil)
        return (each(result), result.isRefusal)
      }, isRefused: \.isRefused, sink: { try sink($0.output) })
  }

  /// Everything at once, for stages that need the whole pile.
  public func all() async throws -> [Result] {
    let results = Mutex<[Result]>([])
    let box = Box(results)
    try await run { result in box.value.withLock { $0.append(result) } }
    return box.value.withLock { $0 }
  }

  /// The way of one item.
  private static func read(_ item: Item, _ reader: ArticleReader, _ known: SiteLines?) -> Result {
    switch item {
    case .page(let page, let notices):
      switch reader.read(page, with: notices) {
      case .article(let article, let notices):
        return .article(known.map { $0.settling(article, of: page) } ?? article, notices: notices)
      case .refusal(let refusal): return .refusal(refusal)
      }
    case .article(let article): return .article(article, notices: [])
    case .pair(let pair): return .pair(pair)
    case .family(let family): return .family(family)
    case .refusal(let refusal): return .refusal(refusal)
    }
  }

  /// Pulls items, has `read` work on them in parallel, and counts.
  func run<Output: Sendable>(
    read: @escaping @Sendable (Item) -> Output, isRefused: @escaping @Sendable (Output) -> Bool,
    sink: @escaping @Sendable (Output) throws -> Void
  ) async throws {
    let stop = stop
    let meter = InputMeter(isStopped: { stop.isRequested })
    let intake = IntakeBox(inputs, meter)
    let counts = Box(Mutex((done: 0, refused: 0)))
    try await workers.stream(
      next: { intake.next() }, work: read,
      sink: { [progress] output in
        let refused = isRefused(output)
        let now = counts.value.withLock { counts in
          counts.done += 1
          if refused { counts.refused += 1 }
          return counts
        }
        if now.done % 8 == 0 {
          progress(
            RunProgress(stage: .reading, done: now.done, refused: now.refused, bytes: meter.bytes))
        }
        try sink(output)
      })
  }
}

/// A mutex that several closures share.
final class Box<Value>: Sendable {
  let value: Mutex<Value>
  init(_ value: consuming sending Mutex<Value>) { self.value = value }
}

/// Intake is for one thread at a time; the workers take turns.
private final class IntakeBox: Sendable {
  private let intake: Mutex<Intake>
  private let meter: InputMeter

  init(_ inputs: [String], _ meter: InputMeter) {
    intake = Mutex(Intake(inputs: inputs, meter: meter))
    self.meter = meter
  }

  func next() -> Item? {
    let item = intake.withLock { $0.next() }
    // What was being read when the end was asked for may be cut off in the middle: the next run reads it again.
    return meter.isStopped ? nil : item?.withComposedID
  }
}

extension Item {
  /// The same with the id in Unicode's composed form (NFC). Swift takes two spellings of an "é" for one string and
  /// SQLite for two: ids that differ in nothing else would be one page in matching and two in the archive.
  fileprivate var withComposedID: Item {
    switch self {
    case .page(let page, let notices):
      guard let id = Self.composed(page.id) else { return self }
      return .page(
        Page(id: id, source: page.source, content: page.content, stated: page.stated), notices: notices)
    case .article(var article):
      guard let id = Self.composed(article.id) else { return self }
      article.id = id
      return .article(article)
    case .refusal, .pair, .family: return self
    }
  }

  /// `nil` where nothing needs composing.
  private static func composed(_ id: String) -> String? {
    id.utf8.allSatisfy { $0 < 0x80 } ? nil : id.precomposedStringWithCanonicalMapping
  }
}
