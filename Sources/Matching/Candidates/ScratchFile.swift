import Glibc

/// The scratch folder could not take or give back what the index put aside.
public struct ScratchError: Error, Hashable, CustomStringConvertible {
  /// The folder.
  public let folder: String
  /// What was being done, as a verb: "write to".
  public let action: String
  /// The system's error number.
  public let code: Int32

  /// What happened and what to do, for the user.
  public var description: String {
    let reason = String(cString: strerror(code))
    let advice =
      code == ENOSPC || code == EDQUOT || code == EFBIG
      ? "; free some space, name another folder (--scratch), or allow more memory (--memory); nothing is left behind"
      : "; name another folder (--scratch)"
    return "cannot \(action) the scratch folder \(folder): \(reason)\(advice)"
  }
}

/// A file without a name: it is unlinked as soon as it is open, so that a run that is killed leaves nothing behind.
package final class ScratchFile: Sendable {
  private let folder: String
  private let descriptor: Int32

  /// Makes a file in `folder`.
  ///
  /// - Throws: `ScratchError`.
  package init(folder: String) throws {
    self.folder = folder
    // A limit on the size of files is an error to be told, and not a signal that ends the program without a word.
    signal(SIGXFSZ, SIG_IGN)
    var name = Array("\(folder)/stemma-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else {
      throw ScratchError(folder: folder, action: "make a file in", code: errno)
    }
    unlink(name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  /// Writes `elements` behind the first `place` elements of their size.
  ///
  /// - Throws: `ScratchError`, when the disk is full for one.
  package func write<Element: BitwiseCopyable>(_ elements: UnsafeBufferPointer<Element>, at place: Int)
    throws
  {
    var rest = UnsafeRawBufferPointer(elements)
    var offset = place * MemoryLayout<Element>.stride
    while !rest.isEmpty {
      let written = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset))
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else {
        throw ScratchError(folder: folder, action: "write to", code: written < 0 ? errno : ENOSPC)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      offset += written
    }
  }

  /// Fills `elements` with what stands behind the first `place` elements of their size.
  ///
  /// - Throws: `ScratchError`.
  package func read<Element: BitwiseCopyable>(
    into elements: UnsafeMutableBufferPointer<Element>, at place: Int
  )
    throws
  {
    var rest = UnsafeMutableRawBufferPointer(elements)
    var offset = place * MemoryLayout<Element>.stride
    while !rest.isEmpty {
      let got = pread(descriptor, rest.baseAddress, rest.count, off_t(offset))
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else {
        throw ScratchError(folder: folder, action: "read from", code: got < 0 ? errno : EIO)
      }
      rest = UnsafeMutableRawBufferPointer(rebasing: rest[got...])
      offset += got
    }
  }
}
