import Desk
import Export
import Foundation
import Press
import Synchronization

/// Standard error: messages, and a progress line where somebody is watching.
final class Console: Sendable {
  private let quiet: Bool
  private let live: Bool
  private let state = Mutex(State())

  private struct State: Sendable {
    var shown = false
    var last = ContinuousClock.now - .seconds(1)
    var began = ContinuousClock.now
    var stage: RunProgress.Stage?
  }

  init(quiet: Bool) {
    self.quiet = quiet
    live = !quiet && isatty(STDERR_FILENO) == 1
  }

  /// Shows where a run stands, ten times a second at most.
  func show(_ progress: RunProgress) {
    guard live else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      if state.stage != progress.stage {
        state.stage = progress.stage
        state.began = now
      } else if now - state.last < .milliseconds(100) {
        return
      }
      state.last = now
      state.shown = true
      write("\r\u{1B}[K" + Self.line(progress, after: now - state.began))
    }
  }

  private static func line(_ progress: RunProgress, after elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rate = seconds > 0.5 ? Double(progress.done) / seconds : 0
    var text = "\(progress.stage.rawValue): \(progress.done)"
    if let total = progress.total {
      text += " of \(total)"
      if rate > 0, total > progress.done {
        text += ", \(Int((Double(total - progress.done) / rate).rounded(.up))) s left"
      }
    }
    if rate >= 1 { text += " (\(Int(rate)) a second)" }
    return text
  }

  /// Takes the progress line away.
  func clear() {
    state.withLock { state in
      if state.shown { write("\r\u{1B}[K") }
      state.shown = false
    }
  }

  /// A message that `--quiet` silences.
  func say(_ text: String) {
    guard !quiet else { return }
    error(text)
  }

  /// A message that is always said: one line.
  func error(_ text: String) {
    clear()
    write(TextTree.clean(text) + "\n")
  }

  /// One line for a page that was not read, or not as it stands.
  func report(_ refusal: Refusal) {
    error("stemma: \(refusal.source): \(refusal.reason.rawValue): \(refusal.detail)")
  }

  func report(_ notice: Notice) {
    error("stemma: \(notice.source): \(notice.reason.rawValue): \(notice.detail)")
  }

  /// `match` withholds texts; matching such articles again would find nothing in them.
  func warnOfMissingTexts(_ missing: Int) {
    guard missing > 0 else { return }
    error(
      "stemma: \(counted(missing, "article comes", "articles come")) without text and can match nothing. Have the earlier stage write texts (--with-text)"
    )
  }

  private func write(_ text: String) { StandardError.write(text) }
}

/// Standard error as it is: where it is closed or full there is nobody to tell, and the work goes on.
enum StandardError {
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let written = Foundation.write(STDERR_FILENO, rest.baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
      }
    }
  }
}

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

/// How text looks on this terminal.
struct Look {
  let colour: Bool
  /// Columns to fill: the terminal's, else what $COLUMNS says, else 100.
  let width: Int

  init() {
    let environment = ProcessInfo.processInfo.environment
    colour =
      isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let columns = isKnown ? Int(size.ws_col) : environment["COLUMNS"].flatMap(Int.init) ?? 100
    width = min(max(columns, 40), 160)
  }

  func bold(_ text: String) -> String { colour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func dim(_ text: String) -> String { colour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  /// The text in lines that fit, the first behind `lead`, the others behind as many blanks; never parted within a word.
  func wrapped(_ text: String, behind lead: String = "", indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    lines.append(line)
    let blanks = String(repeating: " ", count: indent)
    return lines.enumerated().map { ($0.offset == 0 ? lead : blanks) + $0.element }
  }

  func tree(explains: Bool) -> TextTree.Style {
    let colour = colour
    return TextTree.Style(
      explains: explains, dim: { colour ? "\u{1B}[2m\($0)\u{1B}[0m" : $0 },
      lost: { colour ? "\u{1B}[3;33m\($0)\u{1B}[0m" : $0 }, bold: { colour ? "\u{1B}[1m\($0)\u{1B}[0m" : $0 })
  }
}
