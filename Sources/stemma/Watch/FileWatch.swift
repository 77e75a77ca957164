import Intake

/// Tells which files are to be read: those that two looks in a row find the same, and that were not read as they are now.
///
/// Who writes a file is not asked, and no notice of the system is waited for: what is written on another machine, into a
/// shared folder, gives none.
struct FileWatch {
  private var seen: [String: InputFile] = [:]
  private var taken: [String: InputFile] = [:]

  /// Whether nothing is left to be read, and nothing was being written when it was looked last.
  var isAtRest: Bool { waiting == 0 }

  /// Files that are there and not read as they are.
  var waiting: Int { seen.values.count { taken[$0.path] != $0 } }

  /// Takes a look at what is there now.
  ///
  /// - Returns: the files to be read, in the order of `files`.
  mutating func look(_ files: [InputFile]) -> [InputFile] {
    let ready = files.filter { seen[$0.path] == $0 && taken[$0.path] != $0 }
    seen = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    taken = taken.filter { seen[$0.key] != nil }
    return ready
  }

  /// Notes that files were read as they were.
  mutating func take(_ files: [InputFile]) { for file in files { taken[file.path] = file } }
}
