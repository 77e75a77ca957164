import Archive
import Foundation

/// What the doctor finds of an archive. It is opened for reading only: nothing is changed, no version brought up to date.
struct ArchiveFindings {
  let path: String
  /// Whether the user named it; then it must be there.
  let isNamed: Bool

  func all() -> [Finding] {
    let folder = (URL(fileURLWithPath: path).deletingLastPathComponent().path)
    guard FileManager.default.fileExists(atPath: path) else {
      return [
        isNamed
          ? .problem(
            "archive", "there is no \(path)",
            "Check the name, or make it: stemma read FOLDER --archive \(path)")
          : .ok("archive", "none yet; stemma read makes \(path)"),
        room(in: folder, size: 0),
      ]
    }
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let size = Self.size(of: real)
    let writer = Health.writer(of: real)
    return opened(size: size)
      + [
        writing(writer), left(real, isWritten: writer != nil),
        room(in: URL(fileURLWithPath: real).deletingLastPathComponent().path, size: size),
      ].compactMap(\.self)
  }

  private func opened(size: Int) -> [Finding] {
    do {
      let archive = try Archive(path: path, mode: .readOnly)
      defer { archive.close() }
      let counts = try archive.counts()
      let found =
        "\(path), version \(try archive.schemaVersion()), \(sized(size)): \(counted(counts.articles, "article", "articles")), \(counted(counts.families, "report", "reports"))"
      let faults = try archive.quickCheck()
      let sound =
        faults.first.map {
          Finding.problem(
            "soundness", "SQLite finds: \($0)", "Restore a backup, or read the pages into a new archive")
        } ?? .ok("soundness", "its structure is whole (stemma check looks at everything)")
      return [.ok("archive", found), sound, try findings(archive, counts)]
    } catch let error as ArchiveError {
      let isOld = error.kind == .olderVersion
      return [
        Finding(
          what: "archive", state: isOld ? .warning : .problem, found: "\(error.path): \(error.what)",
          advice: error.advice)
      ]
    } catch {
      return [.problem("archive", "\(path): \(error)", "Run stemma check on it")]
    }
  }

  private func findings(_ archive: Archive, _ counts: Counts) throws -> Finding {
    guard counts.articles > 0, try archive.findingsDigest() == nil else {
      return .ok("reports", counts.articles == 0 ? "nothing was read yet" : "worked out from all articles")
    }
    return .warning(
      "reports", "there are articles that were read and not yet compared",
      "Give the last stemma read again: it goes on where it stopped")
  }

  private func writing(_ writer: Int?) -> Finding {
    guard let writer else { return .ok("writer", "nobody is writing to it") }
    return .warning(
      "writer", writer == 0 ? "a stemma is writing to it" : "a stemma is writing to it (process \(writer))",
      "Reading is possible meanwhile; to write, wait until it is done")
  }

  /// A write-ahead log that nobody is writing was left by a run that was killed.
  private func left(_ real: String, isWritten: Bool) -> Finding? {
    let log = Self.size(of: real + "-wal")
    guard log > 0, !isWritten else { return nil }
    return .warning(
      "write-ahead log",
      "\(real)-wal was left by a run that was killed, or somebody is reading (\(sized(log)))",
      "Keep it: it belongs to the archive. The next stemma read folds it in")
  }

  /// A copy of the archive is made beside it when a newer version opens it, and a large reading may double it.
  private func room(in folder: String, size: Int) -> Finding {
    guard access(folder, W_OK | X_OK) == 0 else {
      return .warning(
        "room", "\(folder) cannot be written to",
        "The archive can be read there; to read pages into it, copy it")
    }
    guard let free = MachineFindings.free(in: folder) else {
      return .warning("room", "what is free in \(folder) cannot be found out", "See what “df” says")
    }
    let found = "\(sized(free)) free in \(folder)"
    return free < max(2 * size, 256 << 20)
      ? .warning(
        "room", "\(found), which is less than twice the archive or 256 MB", "Make room before reading more")
      : .ok("room", found)
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
