import Glibc

/// A file among the inputs, as it lies there now.
public struct InputFile: Sendable, Hashable {
  /// Its path as a reading of the same inputs calls it.
  public let path: String
  /// Whether `path` opens it: the names of files need not be text.
  public let isNamedInUTF8: Bool
  /// Its size in bytes.
  public let size: Int
  /// When it was written to last, in nanoseconds since 1970.
  public let changed: Int
  /// Tells a file from another that was put in its place.
  public let number: UInt64

  init?(_ path: Path) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    self.path = path.text
    isNamedInUTF8 = Path(path.text) == path
    size = Int(status.st_size)
    changed = Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
    number = UInt64(status.st_ino)
  }

  /// The files that a reading of `inputs` would read, in its order; what cannot be looked at is passed over.
  ///
  /// - Parameter goesOn: Asked before each; `false` ends the search.
  public static func all(in inputs: [String], while goesOn: () -> Bool = { true }) -> [InputFile] {
    var walk = Walk(inputs)
    var files: [InputFile] = []
    while goesOn(), let found = walk.next() {
      if case .file(let path) = found, let file = InputFile(path) { files.append(file) }
    }
    return files
  }
}
