import Glibc

/// The table of contents of a ZIP archive (APPNOTE 6.3), as far as web archives in WACZ use it: entries as they are or
/// deflated, and zip64. Every number in it is taken for a claim, and held against the file's size.
struct ZipFile {
  struct Entry: Hashable {
    enum Method: Hashable { case stored, deflated, other(Int) }

    let name: String
    let method: Method
    let isEncrypted: Bool
    /// Bytes in the archive.
    let packed: Int
    /// Offset of its local head.
    let head: Int
  }

  /// Why the table cannot be read, in words.
  struct Damage: Error, Hashable { let detail: String }

  /// Largest table of contents, in bytes: some hundred thousand entries.
  private static let mostContents = 64 << 20

  let entries: [Entry]
  private let file: OpenFile

  /// Bytes of the whole archive.
  var size: Int { file.size }

  /// Reads the table of contents.
  init(descriptor: Int32) throws(Damage) {
    file = OpenFile(descriptor: descriptor)
    let end = try Self.end(file)
    guard end.size <= Self.mostContents, end.offset >= 0, end.size >= 0, end.offset <= file.size - end.size,
      let table = file.bytes(end.offset, end.size)
    else { throw Damage(detail: "its table of contents lies outside of the file") }
    entries = try Self.entries(table)
  }

  private struct Contents {
    let offset: Int
    let size: Int
  }

  /// Finds the end record, and its larger twin where the archive has one.
  private static func end(_ file: OpenFile) throws(Damage) -> Contents {
    let length = min(file.size, 22 + 0xFFFF)
    guard let tail = file.bytes(file.size - length, length) else {
      throw Damage(detail: "it cannot be read to its end")
    }
    var at = tail.count - 22
    while at >= 0, !(tail.has([0x50, 0x4B, 5, 6], at: at) && at + 22 + tail.number(at + 20, 2) <= tail.count)
    {
      at -= 1
    }
    guard at >= 0 else { throw Damage(detail: "its table of contents, which stands at the end, is missing") }
    let place = file.size - length + at
    if let locator = file.bytes(place - 20, 20), locator.has([0x50, 0x4B, 6, 7], at: 0),
      let record = file.bytes(locator.number(8, 8), 56), record.has([0x50, 0x4B, 6, 6], at: 0)
    {
      return Contents(offset: record.number(48, 8), size: record.number(40, 8))
    }
    return Contents(offset: tail.number(at + 16, 4), size: tail.number(at + 12, 4))
  }

  private static func entries(_ table: [UInt8]) throws(Damage) -> [Entry] {
    var entries: [Entry] = []
    var at = 0
    while table.has([0x50, 0x4B, 1, 2], at: at), at + 46 <= table.count {
      let nameEnd = at + 46 + table.number(at + 28, 2)
      let extraEnd = nameEnd + table.number(at + 30, 2)
      let next = extraEnd + table.number(at + 32, 2)
      guard next <= table.count else {
        throw Damage(detail: "its table of contents ends in the middle of an entry")
      }
      var (packed, plain, head) = (
        table.number(at + 20, 4), table.number(at + 24, 4), table.number(at + 42, 4)
      )
      widen(&packed, &plain, &head, by: table[nameEnd..<extraEnd])
      let method: Entry.Method =
        switch table.number(at + 10, 2) {
        case 0: .stored
        case 8: .deflated
        case let other: .other(other)
        }
      entries.append(
        Entry(
          name: String(decoding: table[at + 46..<nameEnd], as: UTF8.self), method: method,
          isEncrypted: table.number(at + 8, 2) & 1 == 1, packed: packed, head: head))
      at = next
    }
    guard at == table.count else {
      throw Damage(detail: "its table of contents is damaged near its byte \(at)")
    }
    return entries
  }

  /// Numbers that do not fit four bytes stand in the extra field 1, only those and in this order: size, packed size,
  /// offset.
  private static func widen(
    _ packed: inout Int, _ plain: inout Int, _ head: inout Int, by extra: ArraySlice<UInt8>
  ) {
    let extra = Array(extra)
    var at = 0
    while at + 4 <= extra.count {
      let size = extra.number(at + 2, 2)
      defer { at += 4 + size }
      guard extra.number(at, 2) == 1 else { continue }
      var next = at + 4
      let end = min(extra.count, next + size)
      func wide(_ value: inout Int) {
        guard value == 0xFFFF_FFFF, next + 8 <= end else { return }
        value = extra.number(next, 8)
        next += 8
      }
      wide(&plain)
      wide(&packed)
      wide(&head)
    }
  }

  /// The bytes of an entry, unpacked; begins anew at every call.
  func stream(of entry: Entry, limits: Limits) throws(Damage) -> any ByteStream {
    guard !entry.isEncrypted else { throw Damage(detail: "it is encrypted") }
    guard let local = file.bytes(entry.head, 30), local.has([0x50, 0x4B, 3, 4], at: 0) else {
      throw Damage(detail: "it does not lie where the table of contents says")
    }
    let start = entry.head + 30 + local.number(26, 2) + local.number(28, 2)
    guard start <= file.size, entry.packed >= 0, entry.packed <= file.size - start else {
      throw Damage(detail: "it reaches beyond the end of the file")
    }
    let bytes = PartStream(file, start..<start + entry.packed)
    switch entry.method {
    case .stored: return bytes
    case .deflated: return PackedStream.inflating(bytes, .bare, limits: limits)
    case .other(let number): throw Damage(detail: "it is packed by method \(number), which is not read")
    }
  }
}

/// A file that is read at any place.
final class OpenFile {
  private let descriptor: Int32
  let size: Int

  /// Takes the descriptor over and closes it in the end.
  init(descriptor: Int32) {
    self.descriptor = descriptor
    var status = stat()
    size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  deinit { close(descriptor) }

  /// `count` bytes from `offset` on; `nil` where they are not all there.
  func bytes(_ offset: Int, _ count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0, offset <= size - count else { return nil }
    var at = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { space, made in
      while at < count {
        let got = read(
          into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(space)[at...]),
          offset + at)
        guard got > 0 else { break }
        at += got
      }
      made = at
    }
    return at == count ? bytes : nil
  }

  /// Reads at `offset`; as `pread`.
  func read(into space: UnsafeMutableRawBufferPointer, _ offset: Int) -> Int {
    while true {
      let got = pread(descriptor, space.baseAddress, space.count, offset)
      if got >= 0 || errno != EINTR { return got }
    }
  }
}

/// A part of a file.
private final class PartStream: ByteStream {
  private let file: OpenFile
  private var left: Range<Int>

  init(_ file: OpenFile, _ part: Range<Int>) {
    self.file = file
    left = part
  }

  func read(into space: UnsafeMutableRawBufferPointer) -> Pull {
    guard !left.isEmpty else { return .end }
    let wanted = UnsafeMutableRawBufferPointer(rebasing: space[..<min(space.count, left.count)])
    let got = file.read(into: wanted, left.lowerBound)
    guard got > 0 else {
      let words = got < 0 ? systemWords(errno) : "the file ends"
      return .fault(
        Fault(kind: .unreadable, detail: "Reading failed at byte \(left.lowerBound): \(words); try again."))
    }
    left = left.lowerBound + got..<left.upperBound
    return .bytes(got)
  }
}

extension [UInt8] {
  /// Whether `wanted` stands at `offset`.
  fileprivate func has(_ wanted: [UInt8], at offset: Int) -> Bool {
    offset >= 0 && offset + wanted.count <= count
      && self[offset..<offset + wanted.count].elementsEqual(wanted)
  }

  /// A number of up to eight bytes, the last of most weight; what is too large for an offset is -1.
  fileprivate func number(_ offset: Int, _ size: Int) -> Int {
    guard offset >= 0, offset + size <= count else { return -1 }
    let value = self[offset..<offset + size].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(exactly: value) ?? -1
  }
}
