import CBrotli
import CXml2
import CZlib
import CZstd

/// A library that unpacks or parses what is read.
public struct Library: Sendable, Hashable {
  /// What people call it.
  public let name: String
  /// Its version, as it says itself.
  public let version: String
  /// Whether it does, here and now, what it is there for.
  public let isWorking: Bool

  /// Every library that reading needs, each tried on a few bytes.
  public static func all() -> [Library] {
    let word = Array("stemma".utf8)
    // The word as each packs it; of zlib and Zstandard with its checksum.
    let gzip: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 43, 46, 73, 205, 205, 77, 4, 0, 165, 131, 55, 150, 6, 0, 0, 0,
    ]
    let zstd: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x58, 0x31, 0, 0] + word + [0xC9, 0x6F, 0x52, 0x71]
    let brotli: [UInt8] = [0x50, 0, 0x10] + word + [3]
    return [
      Library(
        name: "zlib", version: zlibVersion().map { String(cString: $0) } ?? "?",
        isWorking: unpacks(gzip, to: word) { () throws(PackingFault) in try DeflateCodec() }),
      Library(
        name: "zstd", version: ZSTD_versionString().map { String(cString: $0) } ?? "?",
        isWorking: unpacks(Array(zstd), to: word) { () throws(PackingFault) in try ZstdCodec() }),
      Library(
        name: "brotli", version: dotted(BrotliDecoderVersion()),
        isWorking: unpacks(brotli, to: word) { () throws(PackingFault) in try BrotliCodec() }),
      Library(
        name: "libxml2", version: LIBXML_DOTTED_VERSION,
        isWorking: XMLParsing.parse(Array("<news>stemma</news>".utf8)).complaint == nil),
    ]
  }

  private static func unpacks(
    _ packed: [UInt8], to wanted: [UInt8], _ make: () throws(PackingFault) -> any Codec
  ) -> Bool {
    guard let codec = try? make() else { return false }
    codec.begin()
    var space = [UInt8](repeating: 0, count: 64)
    var (taken, made) = (0, 0)
    // A codec may want several steps for a member's end.
    for _ in 0..<8 {
      let step = packed.withUnsafeBytes { packed in
        space.withUnsafeMutableBytes { space in
          codec.step(
            UnsafeRawBufferPointer(rebasing: packed[taken...]),
            into: UnsafeMutableRawBufferPointer(rebasing: space[made...]))
        }
      }
      taken += step.taken
      made += step.made
      if step.outcome == .ended { return space[..<made].elementsEqual(wanted) }
      guard step.outcome == .goesOn else { return false }
    }
    return false
  }

  /// Brotli's versions are numbers of three parts: eight bits, twelve, twelve.
  private static func dotted(_ version: UInt32) -> String {
    "\(version >> 24).\(version >> 12 & 0xFFF).\(version & 0xFFF)"
  }
}
