/// Which kinds of things a page's JSON-LD says that it holds, and whether they are free to read.
///
/// A scan of its own, which needs no well-formed document and looks at the outermost objects only: what stands deeper is
/// mentioned, and not what the page is.
struct LinkedKinds: Sendable, Hashable {
  /// schema.org's names of the outermost objects, and of those that stand directly in them.
  private(set) var types: Set<String> = []
  /// The page says that its text is not free to read (`isAccessibleForFree`).
  private(set) var isPaid = false

  /// Objects deeper than this are mentioned only: an object of a list, and what it holds.
  private static let deepest = 2
  /// Bytes of the longest word that is kept.
  private static let longest = 64

  init() {}

  init(scripts: [[UInt8]]) {
    for script in scripts { script.withUnsafeBufferPointer { scan($0) } }
  }

  /// Whether any of the types is an article's.
  var hasArticle: Bool { types.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") } }

  private enum Key { case type, access }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    var at = 0
    var depth = 0
    var key: Key?
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "{"):
        depth += 1
        key = nil
        at += 1
      case UInt8(ascii: "}"):
        depth -= 1
        key = nil
        at += 1
      case UInt8(ascii: ","), UInt8(ascii: "]"):
        // A list of types goes on behind a comma; the next key puts an end to it.
        if key == .access { key = nil }
        at += 1
      case UInt8(ascii: "\""):
        let word = string(bytes, &at)
        if isKey(bytes, at) {
          key =
            depth > Self.deepest
            ? nil : word == "@type" ? .type : word == "isAccessibleForFree" ? .access : nil
        } else if key == .type {
          if types.count < 64 { types.insert(word) }
        } else if key == .access, word == "False" || word == "false" {
          isPaid = true
        }
      case UInt8(ascii: "f"):
        if key == .access { isPaid = true }
        at += 1
      default: at += 1
      }
    }
  }

  /// The string that begins here, its head if it is long; `at` is set behind it.
  private func string(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    let end = min(at, bytes.count)
    at = min(at + 1, bytes.count)
    return String(decoding: bytes[start..<min(end, start + Self.longest)], as: UTF8.self)
  }

  private func isKey(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var at = start
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    return at < bytes.count && bytes[at] == UInt8(ascii: ":")
  }
}
