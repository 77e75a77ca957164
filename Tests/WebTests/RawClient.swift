import Foundation

/// A connection that sends whatever bytes a test wants, and none that it does not.
final class RawClient {
  private let descriptor: Int32

  /// Connects to this machine; `nil` when that is refused.
  init?(port: Int) {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    descriptor = socket(AF_INET, kind, 0)
    guard descriptor >= 0 else { return nil }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = in_addr_t(UInt32(0x7F00_0001).bigEndian)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { return nil }
    // Against hangs only.
    var patience = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Sends all of it; `false` when the other end has closed.
  @discardableResult
  func send(_ bytes: some Collection<UInt8>) -> Bool {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Says that nothing more will be sent.
  func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// What comes next, at most so many bytes; empty when the other end has closed.
  func receive(_ most: Int = 65_536) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: most)
    let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
    return count > 0 ? Array(buffer.prefix(count)) : []
  }

  /// All that comes until the other end closes.
  func rest() -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let part = receive()
      if part.isEmpty { return all }
      all += part
    }
  }

  /// One whole answer; `nil` when the other end closes before it is whole.
  func answer(hasBody: Bool = true) -> RawAnswer? {
    var all: [UInt8] = []
    while true {
      if let answer = RawAnswer(all, hasBody: hasBody) { return answer }
      let part = receive()
      if part.isEmpty { return nil }
      all += part
    }
  }
}

/// An answer as it came.
struct RawAnswer {
  let status: Int
  let head: String
  let body: [UInt8]
  var text: String { String(decoding: body, as: UTF8.self) }

  /// `nil` until all of it is there.
  init?(_ bytes: [UInt8], hasBody: Bool) {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
    guard let status = head.split(separator: " ").dropFirst().first.flatMap({ Int($0.prefix(3)) }) else {
      return nil
    }
    self.status = status
    body = Array(bytes[end.upperBound...])
    if hasBody, body.count < (field("content-length").flatMap(Int.init) ?? 0) { return nil }
  }

  /// A field of its head.
  func field(_ name: String) -> String? {
    head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
      .map { $0.dropFirst(name.utf8.count + 1).trimmingCharacters(in: .whitespaces) }
  }
}
