import Desk
import Foundation
import Synchronization

/// What happens on Ctrl-C (SIGINT) and when the system asks the program to end (SIGTERM).
///
/// Most commands end at once. One that writes to an archive ends what it has in hand first; asked a second time it ends at
/// once, too, which costs no more than a kill.
enum Interruption {
  /// What a command does when it is asked to end.
  enum Manner: Int {
    case endAtOnce, finishFirst
  }

  /// Given to the work that is to be finished.
  static let request = StopRequest()
  static let isProgressShown = Atomic(false)
  private static let received = Atomic<Int32>(0)
  private static let manner = Atomic(Manner.endAtOnce.rawValue)

  /// The exit status of a run that was stopped: 130 for SIGINT, 143 for SIGTERM.
  static var status: Int32 { 128 + received.load(ordering: .relaxed) }

  /// Begins to listen.
  static func listen() {
    // Whatever a handler touches is made before the first signal.
    _ = (request.isRequested, status, manner.load(ordering: .relaxed))
    isProgressShown.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      var present = sigaction()
      // What runs in the background of a script may have been told to ignore Ctrl-C.
      guard sigaction(number, nil, &present) == 0,
        unsafeBitCast(present.__sigaction_handler.sa_handler, to: Int.self) != 1
      else { continue }
      signal(number) { Interruption.handle($0) }
    }
  }

  /// From here on work is finished first, and ``request`` says when.
  static func finishFirst() { manner.store(Manner.finishFirst.rawValue, ordering: .relaxed) }

  /// Ends the command where that was asked for.
  static func check() throws { if request.isRequested { throw Interrupted() } }

  /// Does nothing but what a signal's handler may: set flags, write, end.
  private static func handle(_ number: Int32) {
    let isFirst = received.exchange(number, ordering: .relaxed) == 0
    if isProgressShown.load(ordering: .relaxed) { say("\r\u{1B}[K") }
    guard isFirst, manner.load(ordering: .relaxed) == Manner.finishFirst.rawValue else { _exit(128 + number) }
    request.request()
    if isatty(STDERR_FILENO) == 1 {
      say("\r\u{1B}[Kstemma: ending what is in hand; once more ends it at once\n")
    }
  }

  private static func say(_ text: StaticString) {
    _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }
}

/// The command was asked to end, and did.
struct Interrupted: Error {}

/// The command as it was given, to be given again.
enum GivenCommand {
  static var line: String { CommandLine.arguments.map(quoted).joined(separator: " ") }

  /// A word as a shell reads it.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "_-./:,=@%+".utf8.contains(byte)
      }
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
