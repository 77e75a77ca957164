import Desk
import Export
import Foundation
import Intake
import Press
import Synchronization

/// Standard error: messages, and a progress line where somebody is watching.
final class Console: Sendable {
  private let quiet: Bool
  private let live: Bool
  private let state = Mutex(State())

  private struct State: Sendable {
    var last = ContinuousClock.now - .seconds(1)
    let began = ContinuousClock.now
    var stage: RunProgress.Stage?
    var done = 0
    var pace = Pace()
    /// Pages refused, also in the stages after reading.
    var refused = 0
    /// Bytes of all inputs, once they were looked through.
    var size: Int?
  }

  /// - Parameter sharesTerminal: Whether the command writes data while it works: then nothing moves on a terminal that
  ///   shows them.
  init(quiet: Bool, sharesTerminal: Bool = false) {
    self.quiet = quiet
    live = !quiet && isatty(STDERR_FILENO) == 1 && !(sharesTerminal && isatty(STDOUT_FILENO) == 1)
  }

  /// Finds out beside the work how much the inputs are, so that the time left can be told.
  func measure(_ inputs: [String]) {
    guard live, !inputs.contains("-") else { return }
    Thread.detachNewThread { [weak self] in
      let files = InputFile.all(in: inputs) { self != nil }
      let size = files.reduce(0) { $0 + $1.size }
      self?.state.withLock { $0.size = size }
    }
  }

  /// Shows where a run stands, ten times a second at most.
  func show(_ progress: RunProgress) {
    guard live else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      if state.stage != progress.stage || progress.done < state.done {
        state.stage = progress.stage
        state.pace = Pace()
      } else if now - state.last < .milliseconds(100) {
        return
      }
      state.last = now
      state.done = progress.done
      state.refused = max(state.refused, progress.refused)
      let elapsed = (now - state.began).components
      state.pace.look(
        at: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18, done: progress.done,
        share: Self.share(progress, of: state.size))
      Interruption.isProgressShown.store(true, ordering: .relaxed)
      let line = Self.line(progress, state.pace, refused: state.refused)
      write("\r\u{1B}[K" + line.prefix((Look.columns(of: STDERR_FILENO) ?? 80) - 1))
    }
  }

  /// How much of a stage is done: by what is counted, else by the bytes of the input.
  private static func share(_ progress: RunProgress, of size: Int?) -> Double? {
    if let total = progress.total, total > 0 { return min(1, Double(progress.done) / Double(total)) }
    if let bytes = progress.bytes, let size, size > 0 { return min(1, Double(bytes) / Double(size)) }
    return nil
  }

  private static func line(_ progress: RunProgress, _ pace: Pace, refused: Int) -> String {
    var parts = ["\(progress.stage.rawValue): \(progress.done)" + (progress.total.map { " of \($0)" } ?? "")]
    if let rate = pace.rate, rate >= 1 { parts.append("\(Int(rate)) a second") }
    if let remaining = pace.remaining { parts.append("\(Pace.words(remaining)) left") }
    if refused > 0 { parts.append("\(refused) refused") }
    return parts.joined(separator: ", ")
  }

  /// Takes the progress line away.
  func clear() {
    if Interruption.isProgressShown.exchange(false, ordering: .relaxed) { write("\r\u{1B}[K") }
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
