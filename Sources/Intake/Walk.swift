import Glibc
import Press

/// Finds the files behind the inputs, one by one: inputs in the order given, folders in the order of the
/// bytes of the paths, so that the same pile is always read in the same order.
///
/// In a folder, names that begin with a full stop are passed over. What can be reached in two ways (given
/// twice, a folder within another, a symbolic link) is taken once: a link never leads the walk in a circle.
struct Walk {
  /// What the walk comes upon.
  enum Found {
    case file(Path)
    case standardInput
    case refusal(Refusal)
  }

  private struct Folder {
    let path: Path
    let realPath: Path
    let listing: Listing
    var next = 0
  }

  private let inputs: [String]
  private var nextInput = 0
  private var folders: [Folder] = []
  private var foundInInput = 0
  private var hiddenInInput = 0
  private var tookStandardInput = false
  /// Real paths of the folders that are walked, whose files need not be remembered one by one.
  private var walked: Set<Path> = []
  /// Real paths of the files given by name or found through a link.
  private var taken: Set<Path> = []

  init(_ inputs: [String]) { self.inputs = inputs }

  mutating func next() -> Found? {
    while true {
      if let top = folders.last {
        if let found = top.next < top.listing.names.count ? step() : leave() { return found }
      } else if nextInput < inputs.count {
        nextInput += 1
        if let found = begin(inputs[nextInput - 1]) { return found }
      } else {
        return nil
      }
    }
  }

  private mutating func begin(_ input: String) -> Found? {
    if input == "-" {
      defer { tookStandardInput = true }
      return tookStandardInput ? nil : .standardInput
    }
    let path = Path(input)
    foundInInput = 0
    hiddenInInput = 0
    switch Disk.entry(at: path) {
    case .success(.folder): return enter(path.withoutTrailingSlashes)
    case let entry: return take(path, entry, isLink: true, realPath: nil)
    }
  }

  /// Takes the next name of the folder on top.
  private mutating func step() -> Found? {
    let top = folders.count - 1
    let name = folders[top].listing.names[folders[top].next]
    folders[top].next += 1
    let bytes = folders[top].listing.bytes(of: name)
    let path = folders[top].path.appending(bytes)
    if name.entry == .success(.folder) { return enter(path) }
    foundInInput += 1
    return take(path, name.entry, isLink: name.isLink, realPath: folders[top].realPath.appending(bytes))
  }

  private mutating func enter(_ path: Path) -> Found? {
    let realPath = Disk.realPath(of: path) ?? path.normalized
    guard !walked.contains(realPath) else {
      foundInInput += 1
      return nil
    }
    switch Listing.of(path) {
    case .success(let listing):
      walked.insert(realPath)
      hiddenInInput += listing.hidden
      folders.append(Folder(path: path, realPath: realPath, listing: listing))
      return nil
    case .failure(let error):
      foundInInput += 1
      return .refusal(Failure(path: path, isFolder: true, error: error).refusal)
    }
  }

  /// Leaves the folder on top; tells of one that could not be read to its end, and of an input without files.
  private mutating func leave() -> Found? {
    let folder = folders.removeLast()
    if let error = folder.listing.error {
      foundInInput += 1
      return .refusal(Failure(path: folder.path, isFolder: true, error: error).refusal)
    }
    guard folders.isEmpty, foundInInput == 0 else { return nil }
    let hidden =
      hiddenInInput == 0 ? "" : ", apart from hidden ones (\(hiddenInInput)), which are passed over"
    return .refusal(
      Refusal(
        source: folder.path.text, reason: .empty,
        detail: "There are no files in this folder\(hidden); check the path."))
  }

  private mutating func take(
    _ path: Path, _ entry: Result<Entry, SystemError>, isLink: Bool, realPath: Path?
  ) -> Found? {
    switch entry {
    case .success(.file): return isNew(path, isLink: isLink, realPath: realPath) ? .file(path) : nil
    case .success(.special(let words)):
      let detail =
        "This is \(words), which is not read, lest it keep the rest waiting; "
        + "to read from a program, use “-” and the standard input."
      return .refusal(Refusal(source: path.text, reason: .unsupported, detail: detail))
    case .success(.folder): return enter(path)
    case .failure(let error): return .refusal(Failure(path: path, isFolder: false, error: error).refusal)
    }
  }

  private mutating func isNew(_ path: Path, isLink: Bool, realPath: Path?) -> Bool {
    guard isLink else { return realPath.map { !taken.contains($0) } ?? true }
    guard let real = Disk.realPath(of: path) else { return true }
    if !real.isHidden, walked.contains(real.parent) { return false }
    return taken.insert(real).inserted
  }
}

/// A file or folder that could not be opened, in words.
struct Failure {
  let path: Path
  let isFolder: Bool
  let error: SystemError

  var refusal: Refusal {
    let thing = isFolder ? "folder" : "file"
    switch error.code {
    case ENOENT, ENOTDIR:
      return refusal(.notFound, "There is nothing at this path (or a link to nothing); check its spelling.")
    case EACCES, EPERM:
      let wanted = isFolder ? "chmod a+rx" : "chmod a+r"
      return refusal(
        .noPermission,
        "This \(thing) may not be read by the present user; allow it (\(wanted)) or run as its owner.")
    case ELOOP: return refusal(.unreadable, "This is a symbolic link that leads back to itself; remove it.")
    case ENAMETOOLONG:
      return refusal(.unreadable, "The path is too long for the system; move the \(thing) up.")
    case EINVAL: return refusal(.unsupported, "This is no longer the file that was found; try again.")
    case let code:
      return refusal(.unreadable, "Opening the \(thing) failed: \(systemWords(code)); try again.")
    }
  }

  private func refusal(_ reason: Refusal.Reason, _ detail: String) -> Refusal {
    Refusal(source: path.text, reason: reason, detail: detail)
  }
}
