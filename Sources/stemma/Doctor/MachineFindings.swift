import Archive
import Desk
import Foundation
import Intake
import Reading

/// What the doctor finds of the program and the machine that it runs on.
struct MachineFindings {
  let environment = ProcessInfo.processInfo.environment

  /// Open files that a run may need: the archive's, those of its threads, and what is put aside.
  private static let leastFiles = 256
  /// Memory with which a few ten thousand pages can be compared.
  private static let leastMemory = 1 << 30
  /// What is put aside of a large pile.
  private static let leastScratch = 1 << 30

  func all() -> [Finding] {
    [program, sqlite] + Library.all().map(library) + [files, memory, scratch, locale, terminal]
  }

  private var program: Finding {
    #if arch(x86_64)
      let processor = "x86_64"
    #elseif arch(arm64)
      let processor = "arm64"
    #else
      let processor = "another processor"
    #endif
    let system = ProcessInfo.processInfo.operatingSystemVersionString
    let threads = ProcessInfo.processInfo.activeProcessorCount
    return .ok(
      "program", "stemma \(Desk.version), \(system), \(processor), \(counted(threads, "core", "cores"))")
  }

  private var sqlite: Finding {
    let version = "SQLite \(Health.sqliteVersion)"
    return Health.canSearchTexts
      ? .ok("sqlite", "\(version) with full-text search")
      : .problem(
        "sqlite", "\(version) without full-text search or strict tables",
        "Use an SQLite from 3.37 on that was built with FTS5")
  }

  private func library(_ library: Library) -> Finding {
    library.isWorking
      ? .ok(library.name, library.version)
      : .problem(
        library.name, "\(library.version) does not do its work",
        "Install it anew (scripts/setup) and build stemma again")
  }

  private var files: Finding {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return .warning("open files", "the limit cannot be found out", "See what “ulimit -n” says")
    }
    let count = limit.rlim_cur > UInt(Int.max) ? "as many as wanted" : "\(limit.rlim_cur)"
    return limit.rlim_cur < Self.leastFiles
      ? .warning("open files", "\(count) at most", "Raise the limit: ulimit -n 1024")
      : .ok("open files", "\(count) at most")
  }

  private var memory: Finding {
    let total = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    let found = "\(sized(total)), of which match uses \(sized(MemoryLimit.usual.bytes)) unless told otherwise"
    return total < Self.leastMemory
      ? .warning("memory", found, "Read large piles on a larger machine, or in parts") : .ok("memory", found)
  }

  private var scratch: Finding {
    let named = environment["TMPDIR"] ?? ""
    let folder = named.isEmpty ? "/tmp" : named
    guard access(folder, W_OK | X_OK) == 0, let free = Self.free(in: folder) else {
      return .problem(
        "temporary files", "\(folder) cannot be written to",
        "Name a folder of yours in TMPDIR, or with --scratch")
    }
    let found = "\(folder), \(sized(free)) free"
    return free < Self.leastScratch
      ? .warning("temporary files", found, "Make room, or name another folder in TMPDIR")
      : .ok("temporary files", found)
  }

  private var locale: Finding {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let isUnicode = name.lowercased().replacingOccurrences(of: "-", with: "").contains("utf8")
    return isUnicode
      ? .ok("locale", name)
      : .warning(
        "locale", name.isEmpty ? "none is set" : "\(name), which is not said to be UTF-8",
        "What stemma prints is UTF-8: set LC_ALL to C.UTF-8 if trees or names look broken")
  }

  private var terminal: Finding {
    guard isatty(STDOUT_FILENO) == 1 else { return .ok("terminal", "the output goes to no terminal") }
    let look = Look()
    let columns = Look.columns(of: STDOUT_FILENO).map { "\($0) columns" } ?? "of unknown width"
    return .ok("terminal", "\(columns), \(look.colour ? "with" : "without") colours")
  }

  /// Bytes that a user may still write in a folder.
  static func free(in folder: String) -> Int? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    return Int(clamping: UInt64(status.f_bavail)) * Int(clamping: UInt64(status.f_frsize))
  }
}
