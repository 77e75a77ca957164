import Foundation
import Synchronization

/// Standard output: data only, gathered into large writes.
final class Output: Sendable {
  /// Bytes from which a write is worth its call.
  private static let large = 1 << 16

  private let buffer = Mutex<[UInt8]>([])

  func line(_ text: String) {
    buffer.withLock { held in
      held.append(contentsOf: text.utf8)
      Self.endLine(&held)
    }
  }

  /// As above, of UTF-8. What is large is not copied once more: it may be a page of 50 MB.
  func line(_ bytes: [UInt8]) {
    buffer.withLock { held in
      if bytes.count > Self.large {
        Self.drain(&held)
        Self.write(bytes)
      } else {
        held.append(contentsOf: bytes)
      }
      Self.endLine(&held)
    }
  }

  /// Whole lines, each with its end.
  func lines(_ bytes: [UInt8]) {
    buffer.withLock { held in
      Self.drain(&held)
      Self.write(bytes)
    }
  }

  func text(_ text: String) {
    buffer.withLock { held in
      held.append(contentsOf: text.utf8)
      Self.drain(&held)
    }
  }

  func flush() { buffer.withLock { Self.drain(&$0) } }

  private static func endLine(_ held: inout [UInt8]) {
    held.append(0x0A)
    if held.count > large { drain(&held) }
  }

  private static func drain(_ held: inout [UInt8]) {
    write(held)
    held.removeAll(keepingCapacity: held.count <= 2 * large)
  }

  /// A pipe that nobody reads ends the program quietly, as it ends `cat`: by the signal, or here by its error.
  private static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0 {
        let code = errno
        if code == EINTR { continue }
        if code == EPIPE { exit(0) }
        StandardError.write(
          "stemma: the standard output could not be written: \(String(cString: strerror(code))). "
            + "What came before is incomplete: make room or name another file, and run the command again\n")
        exit(2)
      }
      rest = rest.dropFirst(written)
    }
  }
}
