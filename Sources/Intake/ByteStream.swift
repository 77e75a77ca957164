/// Bytes that come from somewhere, a piece at a time.
protocol ByteStream: AnyObject {
  /// Puts up to `space.count` bytes into `space`.
  func read(into space: UnsafeMutableRawBufferPointer) -> Pull

  /// Looks behind a fault for a place where the bytes go on with `opening`, and goes on there. What lies between is lost.
  /// - Returns: whether there is one.
  func resume(at opening: StaticString) -> Bool
}

extension ByteStream {
  func resume(at opening: StaticString) -> Bool { false }
}

/// What came of asking a stream for bytes.
enum Pull {
  /// So many bytes, at least one.
  case bytes(Int)
  case end
  /// No more bytes will come. What came before is good.
  case fault(Fault)
}

/// Why a stream ended before its end.
struct Fault: Hashable {
  enum Kind: Hashable {
    case unreadable, cutShort, tooLarge, noPermission
    /// The bytes handed out last do not fit their checksum.
    case mismatched
  }

  let kind: Kind
  /// What was found, where, and what to do about it.
  let detail: String
  /// Of how many bytes that were handed out last the checksum is, where it does not fit.
  var extent = 0
}

/// Bytes that had been read to look at them, and those behind.
final class ReturnedStream: ByteStream {
  private let head: MemoryStream
  private let rest: (any ByteStream)?

  init(head: [UInt8], rest: (any ByteStream)?) {
    self.head = MemoryStream(head)
    self.rest = rest
  }

  func read(into space: UnsafeMutableRawBufferPointer) -> Pull {
    if case .bytes(let count) = head.read(into: space) { return .bytes(count) }
    return rest?.read(into: space) ?? .end
  }
}

/// No bytes, and why.
final class FaultStream: ByteStream {
  private let fault: Fault
  init(_ fault: Fault) { self.fault = fault }
  func read(into space: UnsafeMutableRawBufferPointer) -> Pull { .fault(fault) }
}

/// Bytes that are already in memory.
final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into space: UnsafeMutableRawBufferPointer) -> Pull {
    let count = min(space.count, bytes.count - at)
    guard count > 0 else { return .end }
    bytes.withUnsafeBytes { space.copyMemory(from: $0.part(at..<at + count)) }
    at += count
    return .bytes(count)
  }
}
