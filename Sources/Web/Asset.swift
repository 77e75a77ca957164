import Export

/// A file of the site that is part of the program: no path of a request ever opens one on the disk.
struct Asset: Sendable {
  let type: String
  let bytes: [UInt8]
  let tag: String

  private init(_ type: String, _ bytes: [UInt8]) {
    self.type = type
    self.bytes = bytes
    tag = Tag.of(bytes)
  }

  /// By path. Charts bring their own styles, which stand behind those of the pages.
  static let all: [String: Asset] = [
    "/style.css": Asset("text/css; charset=utf-8", PackageResources.style_css + Array(SVG.styleSheet.utf8)),
    "/desk.js": Asset("text/javascript; charset=utf-8", PackageResources.desk_js),
    "/favicon.svg": Asset("image/svg+xml", PackageResources.favicon_svg),
  ]
}

/// Marks by which a browser knows that what it holds is still so.
enum Tag {
  /// Of bytes as they are (FNV-1a; Fowler, Noll and Vo 1991).
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return "\"" + String(hash, radix: 16) + "\""
  }
}
