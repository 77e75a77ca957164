import Glibc

/// What lies at a path.
enum Entry: Hashable {
  case file
  case folder
  /// A pipe, a socket or a device, in words.
  case special(String)
}

/// The error number of a system call that failed.
struct SystemError: Error, Hashable {
  let code: Int32
}

/// The few questions that Intake asks of the file system. Nothing here waits: no pipe is opened.
enum Disk {
  /// What lies at `path`, links followed.
  static func entry(at path: Path) -> Result<Entry, SystemError> {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return .failure(SystemError(code: errno)) }
    return .success(entry(of: status.st_mode))
  }

  /// The one path without links that leads to the same place.
  static func realPath(of path: Path) -> Path? {
    guard let resolved = path.withCString({ realpath($0, nil) }) else { return nil }
    defer { free(resolved) }
    return Path(Array(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved))))
  }

  /// Opens a file for reading; looks again at what it is, since it may have changed since it was found.
  static func open(_ path: Path) -> Result<Int32, SystemError> {
    let descriptor = path.withCString { Glibc.open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard descriptor >= 0 else { return .failure(SystemError(code: errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, entry(of: status.st_mode) == .file else {
      close(descriptor)
      return .failure(SystemError(code: EINVAL))
    }
    return .success(descriptor)
  }

  static func entry(of mode: mode_t) -> Entry {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFIFO: .special("a named pipe")
    case S_IFSOCK: .special("a socket")
    case S_IFCHR, S_IFBLK: .special("a device")
    default: .special("neither a file nor a folder")
    }
  }
}

extension Path {
  /// The names of the folder that a file really lies in and of the file: what stays when the path is spelled otherwise
  /// and when the pile is moved. The normalised path itself where the file is gone.
  var place: Path {
    guard let real = Disk.realPath(of: self) else { return normalized }
    let parts = real.bytes.split(separator: UInt8(ascii: "/")).suffix(2)
    return Path(Array(parts.joined(separator: [UInt8(ascii: "/")])))
  }
}
