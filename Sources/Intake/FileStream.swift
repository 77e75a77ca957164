import Glibc

/// The bytes of an open file, or of the standard input.
final class FileStream: ByteStream {
  private let descriptor: Int32
  private let isStandardInput: Bool
  private let meter: InputMeter
  private var offset = 0

  /// Takes the descriptor over and closes it in the end, unless it is the standard input.
  init(descriptor: Int32, isStandardInput: Bool = false, meter: InputMeter = InputMeter()) {
    self.descriptor = descriptor
    self.isStandardInput = isStandardInput
    self.meter = meter
  }

  deinit {
    if !isStandardInput { close(descriptor) }
  }

  func read(into space: UnsafeMutableRawBufferPointer) -> Pull {
    while true {
      // Whoever writes to the standard input may keep us waiting for hours.
      if isStandardInput { while !meter.isStopped, !isReady() {} }
      if meter.isStopped { return .end }
      let count = Glibc.read(descriptor, space.baseAddress, space.count)
      if count > 0 {
        offset += count
        meter.add(count)
        return .bytes(count)
      }
      if count == 0 { return .end }
      switch errno {
      case EINTR: continue
      // Someone may have made the standard input non-blocking. A file of the kernel that has nothing to say may never have.
      case EAGAIN where isStandardInput: continue
      case let code: return .fault(failure(code))
      }
    }
  }

  /// Whether a read would not wait; known after a tenth of a second at most.
  private func isReady() -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 100) != 0
  }

  private func failure(_ code: Int32) -> Fault {
    let advice = code == EIO ? "check the disk, or copy the file and try again" : "try again"
    return Fault(
      kind: code == EACCES || code == EPERM ? .noPermission : .unreadable,
      detail: "Reading failed at byte \(offset): \(systemWords(code)); \(advice).")
  }
}

/// What the system calls an error, in its words: "Input/output error".
func systemWords(_ code: Int32) -> String {
  var words = [CChar](repeating: 0, count: 200)
  guard strerror_r(code, &words, words.count) == 0 else { return "error \(code)" }
  let text = words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  return text.isEmpty ? "error \(code)" : String(decoding: text, as: UTF8.self)
}
