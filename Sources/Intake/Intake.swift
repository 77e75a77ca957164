import Glibc
import Press

/// Reads files, folders and the standard input, and hands their pages over one by one.
///
/// Nothing throws: what cannot be read comes out as a refusal in its place (invariant 1). The order is that
/// of the inputs, in folders that of the bytes of the paths, in streams that of the lines, in feeds that of the items,
/// in web archives that of the records. Memory is bounded by the largest page (`Limits.page`), however large the inputs
/// are. For use by one thread, which may hand the items to others.
///
/// Passed over without an item are, by rule: hidden files and folders (names that begin with a full stop)
/// within a folder; what was already taken by another path; blank lines; lines of type `header`, `summary`,
/// `stemma`, `variant`, `notice`, `quotation`, `event` and `office` that hold neither `text` nor `html`; the records of
/// web archives of type `warcinfo`, `request` and `metadata`. Their other records that are no pages (pictures, redirects,
/// revisits of pages that came before) come out as one refusal a file, of reason `no-article`, with their numbers.
public final class Intake: Sequence, IteratorProtocol {
  private let limits: Limits
  private let reservoir: Reservoir
  private var walk: Walk
  private var records: (any ItemSource)?
  private let seen = SeenRecords()

  private let standardInput: Int32
  private let meter: InputMeter

  /// Begins with the first of `inputs`: paths of files or folders, or `-` for the standard input.
  ///
  /// - Parameter meter: Counts what is read, and may end it.
  public convenience init(
    inputs: [String], limits: Limits = .standard, meter: InputMeter = InputMeter()
  ) {
    self.init(inputs: inputs, limits: limits, standardInput: STDIN_FILENO, meter: meter)
  }

  /// With another descriptor in the place of the standard input, for tests.
  init(
    inputs: [String], limits: Limits = .standard, standardInput: Int32, meter: InputMeter = InputMeter()
  ) {
    self.limits = limits
    self.meter = meter
    self.standardInput = standardInput
    walk = Walk(inputs)
    reservoir = Reservoir(page: limits.page)
  }

  /// The next item, `nil` when all inputs are read.
  public func next() -> Item? {
    while !meter.isStopped {
      if let item = records?.next() { return item }
      if records != nil { finish() }
      switch walk.next() {
      case nil: return nil
      case .refusal(let refusal): return .refusal(refusal)
      case .standardInput:
        let stream = FileStream(descriptor: standardInput, isStandardInput: true, meter: meter)
        if let item = begin(stream, Input(path: nil)) { return item }
      case .file(let path):
        switch Disk.open(path) {
        case .success(let descriptor):
          let input = Input(path: path) {
            // Not counted: these bytes were read before.
            (try? Disk.open(path).get()).map { FileStream(descriptor: $0) }
          }
          if let item = begin(FileStream(descriptor: descriptor, meter: meter), input) { return item }
        case .failure(let error): return .refusal(Failure(path: path, isFolder: false, error: error).refusal)
        }
      }
    }
    return nil
  }

  private func finish() {
    records = nil
    reservoir.detach()
  }

  /// Looks at a stream: its one item, or `nil` when its records are to be read one by one.
  private func begin(_ stream: any ByteStream, _ input: Input) -> Item? {
    reservoir.attach(stream)
    switch Opening(reservoir, input, limits: limits, seen: seen).open() {
    case .records(let opened):
      records = opened
      return nil
    case .item(let item):
      finish()
      return item
    }
  }
}
