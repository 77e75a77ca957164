/// The bytes of one input that are in memory: filled from its stream, emptied page by page or line by line.
///
/// One reservoir serves all inputs, one after the other. It never grows beyond the largest page and one byte.
final class Reservoir {
  private var stream: (any ByteStream)?
  private var space: UnsafeMutableRawBufferPointer
  private var held = 0..<0
  private let page: Int
  private let limit: Int
  /// Offset in the stream of the first byte held.
  private(set) var offset = 0
  /// Why the stream ended early, if it did.
  private(set) var fault: Fault?
  private(set) var isAtEnd = true

  /// Makes one for pages of up to `page` bytes.
  init(page: Int) {
    self.page = page
    // What decides the kind must fit in any case.
    limit = min(max(page, Kind.window), 1 << 40)
    space = .allocate(byteCount: min(256 << 10, self.limit + 1), alignment: 16)
  }

  deinit { space.deallocate() }

  /// Begins another input.
  func attach(_ stream: any ByteStream) {
    self.stream = stream
    held = 0..<0
    offset = 0
    fault = nil
    isAtEnd = false
  }

  /// Lets go of the input, closing its file.
  func detach() {
    stream = nil
    isAtEnd = true
  }

  /// Goes on behind a fault, where the stream can: with bytes that begin with `opening`. What was held is let go.
  func resume(at opening: StaticString) -> Bool {
    guard fault != nil, let stream, stream.resume(at: opening) else { return false }
    drop(held.count)
    fault = nil
    isAtEnd = false
    return true
  }

  /// Hands back what has been read and what has not, as a stream of its own.
  func release() -> any ByteStream {
    defer { detach() }
    return ReturnedStream(head: Array(bytes), rest: stream)
  }

  /// What is held; valid until the next call that changes something.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: space[held]) }

  /// Reads once.
  /// - Returns: whether there are more bytes than before.
  @discardableResult
  func pull() -> Bool {
    guard !isAtEnd, let stream, held.count <= limit else { return false }
    makeRoom()
    switch stream.read(into: UnsafeMutableRawBufferPointer(rebasing: space[held.upperBound...])) {
    case .bytes(let count):
      held = held.lowerBound..<held.upperBound + count
      return true
    case .end: isAtEnd = true
    case .fault(let found):
      fault = found
      isAtEnd = true
    }
    return false
  }

  /// Reads until `count` bytes are held, or all.
  func pull(atLeast count: Int) {
    while held.count < count, pull() {}
  }

  /// Reads the whole input.
  /// - Returns: `false` where it is larger than a page may be.
  func pullAll() -> Bool {
    while pull() {}
    return isAtEnd && held.count <= page
  }

  /// Takes the first `count` bytes away.
  func drop(_ count: Int) {
    held = held.lowerBound + count..<held.upperBound
    offset += count
    if held.isEmpty { held = 0..<0 }
  }

  private func makeRoom() {
    guard held.upperBound == space.count else { return }
    if held.lowerBound >= space.count / 2 || (held.lowerBound > 0 && space.count > limit) {
      // The two may overlap; copying minds that.
      space.copyMemory(from: bytes)
      held = 0..<held.count
      return
    }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(space.count * 2, limit + 1), alignment: 16)
    larger.copyMemory(from: bytes)
    space.deallocate()
    space = larger
    held = 0..<held.count
  }
}
