/// A path as the file system has it: bytes, which need not be text.
///
/// Names that are not UTF-8 can therefore be opened; only `text`, which people see, repairs them.
struct Path: Hashable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(_ text: String) { bytes = Array(text.utf8) }

  /// For messages and for `source`; broken characters are replaced.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  var parent: Path {
    guard let slash = bytes.lastIndex(of: Self.slash) else { return Path(".") }
    return Path(Array(bytes[..<max(slash, 1)]))
  }

  var name: ArraySlice<UInt8> {
    bytes.lastIndex(of: Self.slash).map { bytes[($0 + 1)...] } ?? bytes[...]
  }

  /// Whether the documented rule skips it when a folder is walked.
  var isHidden: Bool { name.first == Self.dot }

  func appending(_ name: ArraySlice<UInt8>) -> Path {
    var joined = bytes
    joined.reserveCapacity(bytes.count + name.count + 1)
    if joined.last != Self.slash { joined.append(Self.slash) }
    joined.append(contentsOf: name)
    return Path(joined)
  }

  /// Without trailing slashes, so that what is found in a folder has one slash behind the folder's name.
  var withoutTrailingSlashes: Path {
    var end = bytes.count
    while end > 1, bytes[end - 1] == Self.slash { end -= 1 }
    return Path(Array(bytes[..<end]))
  }

  /// Without `.` components and doubled or trailing slashes. `..` stays: what it means depends on links.
  var normalized: Path {
    let rooted = bytes.first == Self.slash
    var result: [UInt8] = rooted ? [Self.slash] : []
    for part in bytes.split(separator: Self.slash) where !part.elementsEqual([Self.dot]) {
      if let last = result.last, last != Self.slash { result.append(Self.slash) }
      result.append(contentsOf: part)
    }
    return Path(result.isEmpty ? [Self.dot] : result)
  }

  /// Whether the name ends so, whatever its case.
  func hasSuffix(_ suffix: StaticString) -> Bool {
    guard bytes.count >= suffix.utf8CodeUnitCount else { return false }
    return suffix.withUTF8Buffer { wanted in
      zip(bytes.suffix(wanted.count), wanted).allSatisfy { lowercased($0) == $1 }
    }
  }

  func withCString<R>(_ body: (UnsafePointer<CChar>) -> R) -> R {
    (bytes + [0]).withUnsafeBytes { raw in
      // Never empty: the terminating zero is there.
      body(raw.baseAddress!.assumingMemoryBound(to: CChar.self))
    }
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")
}

/// An ASCII capital as a small letter; every other byte as it is.
@inline(__always)
func lowercased(_ byte: UInt8) -> UInt8 {
  byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}
