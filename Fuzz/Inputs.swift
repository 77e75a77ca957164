import Glibc
import Intake
import Press

/// Fuzzed bytes as a file, through Intake's own door: archives, feeds, compressed streams and lines alike.
enum Inputs {
  private static let path: String = {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    return "\(folder)/stemma-fuzz-\(getpid())"
  }()

  /// Small limits, so that what a limit does is tried too.
  private static let limits = Limits(page: 1 << 16, inflated: 1 << 22, ratio: 250)

  static func read(_ bytes: [UInt8]) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    precondition(file >= 0, "cannot write \(path)")
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(file, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      precondition(count > 0, "cannot write \(path)")
      written += count
    }
    close(file)
    var items = 0
    for item in Intake(inputs: [path], limits: limits) {
      items += 1
      // Nothing is taken from nothing, or without end.
      precondition(items <= limits.inflated, "more items than bytes")
      if case .page(let page, _) = item { hold(page.content) }
    }
  }

  /// What Intake hands on is UTF-8.
  private static func hold(_ content: Page.Content) {
    switch content {
    case .html(let bytes), .text(let bytes):
      precondition(String(validating: bytes, as: UTF8.self) != nil, "a page is no UTF-8")
    case .extracted: break
    }
  }
}
