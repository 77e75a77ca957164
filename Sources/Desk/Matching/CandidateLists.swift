/// For each text the texts with higher numbers that are worth comparing with it, on disk, and an order of the texts in
/// which those to be compared with each other stand side by side.
///
/// The order: the first text and all that are to be compared with it, then the first of the rest and those of the rest
/// that are to be compared with it, and so on. Such a stretch is a report with most of its copies.
struct CandidateLists: Sendable {
  private let file: ScratchBytes
  private let ends: [UInt64]
  private let order: [UInt32]
  /// Whether a place in the order begins a stretch.
  private let begins: [Bool]

  /// Gathers the lists, in the order of the texts.
  struct Writer {
    private var log: ScratchLog
    private var ends: [UInt64] = []
    private var order: [UInt32] = []
    private var begins: [Bool] = []
    private var isPlaced: [Bool]

    init(count: Int, folder: String?) {
      log = ScratchLog(in: folder)
      isPlaced = [Bool](repeating: false, count: count)
      ends.reserveCapacity(count)
      order.reserveCapacity(count)
      begins.reserveCapacity(count)
    }

    /// Adds the list of the next text, in rising order.
    mutating func add(_ list: [Int]) throws {
      let number = ends.count
      var writer = RecordWriter()
      var last = number
      for other in list {
        writer.number(other - last)
        last = other
      }
      try log.append(writer.bytes)
      ends.append(log.end)
      guard !isPlaced[number] else { return }
      place(number, begins: true)
      for other in list where !isPlaced[other] { place(other, begins: false) }
    }

    private mutating func place(_ number: Int, begins beginsHere: Bool) {
      isPlaced[number] = true
      order.append(UInt32(number))
      begins.append(beginsHere)
    }

    mutating func finished() throws -> CandidateLists {
      CandidateLists(file: try log.finished(), ends: ends, order: order, begins: begins)
    }
  }

  /// The text at a place of the order.
  func order(_ place: Int) -> Int { Int(order[place]) }

  /// The texts worth comparing with `number`, in rising order.
  func candidates(of number: Int) throws -> [Int] {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] > start else { return [] }
    let bytes = try file.bytes(at: start, count: Int(ends[number] - start))
    var list: [Int] = []
    bytes.withUnsafeBytes { buffer in
      var reader = RecordReader(buffer)
      var last = number
      while reader.at < buffer.count {
        last += reader.number()
        list.append(last)
      }
    }
    return list
  }

  /// Places that a stretch of work has at least, and at most.
  private static let (least, most) = (24, 256)

  /// Some places from `start` on, so that stretches stay whole where they are not large; moves `start` behind them.
  func nextStretch(from start: inout Int) -> Range<Int>? {
    guard start < order.count else { return nil }
    var end = min(order.count, start + Self.least)
    while end < order.count, end - start < Self.most, !begins[end] { end += 1 }
    defer { start = end }
    return start..<end
  }
}
