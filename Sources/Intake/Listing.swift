import Glibc

/// The names in a folder, in the order of the bytes of their paths. Hidden ones are left out and counted.
struct Listing {
  struct Name {
    fileprivate let range: Range<Int>
    /// What it is; the error where that cannot be found out.
    let entry: Result<Entry, SystemError>
    let isLink: Bool
  }

  private(set) var names: [Name] = []
  /// Names that begin with a full stop, `.` and `..` apart.
  private(set) var hidden = 0
  /// Set where the folder could not be read to its end.
  private(set) var error: SystemError?
  /// All names in one array: a folder may have a million.
  private var bytes: [UInt8] = []

  /// Reads the folder at `path`.
  static func of(_ path: Path) -> Result<Listing, SystemError> {
    guard let folder = path.withCString({ opendir($0) }) else { return .failure(SystemError(code: errno)) }
    defer { closedir(folder) }
    var listing = Listing()
    while true {
      errno = 0
      guard let found = readdir(folder) else {
        if errno != 0 { listing.error = SystemError(code: errno) }
        break
      }
      listing.add(found, in: dirfd(folder))
    }
    listing.sort()
    return .success(listing)
  }

  func bytes(of name: Name) -> ArraySlice<UInt8> { bytes[name.range] }

  private mutating func add(_ found: UnsafeMutablePointer<dirent>, in folder: Int32) {
    let name = UnsafeMutableRawPointer(found).advanced(by: MemoryLayout<dirent>.offset(of: \.d_name) ?? 19)
      .assumingMemoryBound(to: CChar.self)
    let length = strlen(name)
    if name[0] == CChar(bitPattern: UInt8(ascii: ".")) {
      let isFolderItself = length == 1 || (length == 2 && name[1] == name[0])
      if !isFolderItself { hidden += 1 }
      return
    }
    let start = bytes.count
    bytes.append(contentsOf: UnsafeRawBufferPointer(start: name, count: length))
    let kind = Int(found.pointee.d_type)
    let known: Entry? = kind == Int(DT_REG) ? .file : kind == Int(DT_DIR) ? .folder : nil
    let entry = known.map(Result.success) ?? Self.look(at: name, in: folder)
    names.append(Name(range: start..<bytes.count, entry: entry, isLink: known == nil))
  }

  private static func look(at name: UnsafePointer<CChar>, in folder: Int32) -> Result<Entry, SystemError> {
    var status = stat()
    guard fstatat(folder, name, &status, 0) == 0 else { return .failure(SystemError(code: errno)) }
    return .success(Disk.entry(of: status.st_mode))
  }

  /// A folder's name counts with a slash behind it, so that the order is that of the whole paths.
  private mutating func sort() {
    bytes.withUnsafeBytes { all in
      names.sort { a, b in
        let left = all.part(a.range)
        let right = all.part(b.range)
        let shared = min(left.count, right.count)
        if let one = left.baseAddress, let other = right.baseAddress {
          let order = memcmp(one, other, shared)
          if order != 0 { return order < 0 }
        }
        return Self.byte(a, left, at: shared) < Self.byte(b, right, at: shared)
      }
    }
  }

  private static func byte(_ name: Name, _ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
    if offset < bytes.count { return Int(bytes[offset]) }
    return name.entry == .success(.folder) ? Int(UInt8(ascii: "/")) : -1
  }
}
