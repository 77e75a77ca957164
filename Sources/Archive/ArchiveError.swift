import GRDB
import GRDBSQLite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why an archive could not be opened, read or written: what, where, and what to do.
public struct ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What sort of failure, for a program to act upon.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case notFound, folderMissing, isFolder, notAFile, noPermission, folderReadOnly
    /// No SQLite file, or one that another program made.
    case notAnArchive
    /// An archive whose tables are not as Stemma left them.
    case altered
    /// An archive whose content cannot be read.
    case damaged
    case newerVersion, olderVersion
    /// Another stemma is writing to the archive.
    case beingWritten
    /// The file stayed locked for longer than we wait.
    case busy
    case diskFull, inputOutput
    /// A search took longer than it was given.
    case tooSlow
    /// A pair, family or stemma that contradicts the archive or itself.
    case badFinding
    /// A correction that makes no sense, or names what is not there.
    case badCorrection
    /// The file to be written is already there.
    case exists
    case readOnly, closed, failed
  }

  /// What sort of failure.
  public let kind: Kind
  /// The file that it is about.
  public let path: String
  /// What was found.
  public let what: String
  /// What to do about it.
  public let advice: String

  /// What, where, and what to do, on one line.
  public var description: String { "\(path): \(what). \(advice)." }

  init(_ kind: Kind, _ path: String, _ what: String, _ advice: String) {
    self.kind = kind
    self.path = path
    self.what = what
    self.advice = advice
  }

  /// Puts any error that SQLite, GRDB or our own reading of rows throws into words.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as ArchiveError: self = error
    case let error as SQLiteFailure: self.init(code: error.code, message: error.message, path: path)
    case let error as DatabaseError:
      self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "", path: path)
    case let error as Damage:
      self.init(.damaged, path, "the archive holds \(error.what)", Self.rereadAdvice)
    case let error as BadFinding:
      self.init(.badFinding, path, error.what, "This is a fault in Stemma; nothing was changed")
    default: self.init(.failed, path, "\(error)", "Try again")
    }
  }

  private init(code: Int32, message: String, path: String) {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED:
      self.init(.busy, path, "another program has locked the archive", "Close that program and try again")
    case SQLITE_FULL: self.init(full: path)
    case SQLITE_IOERR where Disk(beside: path).isFull: self.init(full: path)
    case SQLITE_CANTOPEN where Disk(beside: path).isFull: self.init(full: path)
    case SQLITE_IOERR:
      self.init(
        .inputOutput, path, "the disk could not be read or written (\(message))",
        "Check the disk, then run the same command again")
    case SQLITE_CORRUPT:
      self.init(.damaged, path, "the archive is damaged (\(message))", Self.rereadAdvice)
    case SQLITE_NOTADB: self.init(.notAnArchive, path, "this is not an archive", Self.otherFileAdvice)
    case SQLITE_INTERRUPT:
      self.init(
        .tooSlow, path, "this took too long and was stopped",
        "Ask for less, or search for fewer or rarer words")
    case SQLITE_READONLY where [Self.rollbackNeeded, Self.recoveryNeeded].contains(code):
      self.init(
        .folderReadOnly, path,
        "a reading was stopped while it wrote, and what it left is to be put right first",
        "Copy the file, with those beside it whose names begin alike, to a folder that you may write to")
    case SQLITE_READONLY:
      self.init(.readOnly, path, "the archive is open for reading only", "Open it for writing")
    case SQLITE_PERM, SQLITE_AUTH:
      self.init(.noPermission, path, "the archive may not be opened", "Ask its owner for permission")
    case SQLITE_CANTOPEN:
      self.init(
        .inputOutput, path, "the archive, or the “-wal” file beside it, cannot be opened",
        "If its folder is read-only, copy the file and its “-wal” to a folder that you may write to")
    case SQLITE_MISUSE: self.init(.closed, path, "the archive has been closed", "Open it again")
    default:
      self.init(.failed, path, "SQLite says “\(message)” (\(code))", "Run “stemma check” on the archive")
    }
  }

  private init(full path: String) {
    self.init(
      .diskFull, path, "the disk is full", "Make room and run the same command again: nothing is lost")
  }

  /// What a failed call of the system means.
  init(system code: Int32, _ path: String, _ what: String) {
    switch code {
    case ENOSPC, EDQUOT: self.init(full: path)
    case EIO:
      self.init(
        .inputOutput, path, "\(what): the disk could not be read or written",
        "Check the disk, then run the same command again")
    default:
      self.init(
        .noPermission, path, "\(what): \(String(cString: strerror(code)))", "Remove what stands in its place")
    }
  }

  /// A hot journal, and a write-ahead log without its index, which a connection for reading may not deal with.
  static let rollbackNeeded = SQLITE_READONLY | 3 << 8
  static let recoveryNeeded = SQLITE_READONLY | 1 << 8

  static let rereadAdvice = "Restore a backup, or read the pages into a new archive"
  static let otherFileAdvice = "Name another file: nothing in this one was changed"
}

/// A finding that contradicts the archive or itself.
struct BadFinding: Error {
  let what: String
}
