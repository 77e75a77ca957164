import Press

/// Takes from a body what its content codings did to it, whatever the head says: heads lie in both directions.
struct BodyCoding {
  enum Result {
    /// The plain body, and what of it was lost.
    case plain([UInt8], damage: String?)
    /// It could not be unpacked.
    case refused(Refusal.Reason, String)
  }

  private let limits: Limits

  init(limits: Limits) { self.limits = limits }

  /// More layers than anybody needs are no page.
  private static let mostLayers = 4

  /// Undoes `codings`, the last first, and any packing of which nothing was said.
  func decode(_ body: [UInt8], codings: [String]) -> Result {
    var bytes = body
    var damage: String?
    var stated = Array(codings.suffix(Self.mostLayers))
    for _ in 0...Self.mostLayers {
      if let coding = Self.seen(in: bytes) {
        if let last = stated.last, Self.names(last, coding) { stated.removeLast() }
        switch unpack(bytes, coding) {
        case .plain(let plain, let lost):
          bytes = plain
          damage = damage ?? lost
        case .refused(let reason, let detail): return .refused(reason, detail)
        }
      } else if let last = stated.popLast() {
        guard let coding = Self.unmarked(last) else { continue }
        switch unpack(bytes, coding) {
        case .plain(let plain, let lost):
          bytes = plain
          damage = damage ?? lost
        case .refused(let reason, let detail):
          // What is text as it stands was never packed.
          if reason != .tooLarge, bytes.withUnsafeBytes({ Plainness.fault(in: $0) }) == nil { continue }
          return .refused(reason, detail)
        }
      } else {
        return .plain(bytes, damage: damage)
      }
    }
    return .refused(.unsupported, "The body is packed more than \(Self.mostLayers) times; leave it out.")
  }

  private enum Coding { case gzip, deflate, brotli, zstd }

  /// Packings that show by their first bytes.
  private static func seen(in bytes: [UInt8]) -> Coding? {
    if bytes.starts(with: [0x1F, 0x8B, 8]) { return .gzip }
    return bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) ? .zstd : nil
  }

  private static func names(_ word: String, _ coding: Coding) -> Bool {
    coding == .gzip ? word == "gzip" || word == "x-gzip" : word == "zstd"
  }

  /// Packings that show by nothing but the head's word.
  private static func unmarked(_ word: String) -> Coding? {
    switch word {
    case "br": .brotli
    case "deflate": .deflate
    default: nil
    }
  }

  private func unpack(_ bytes: [UInt8], _ coding: Coding) -> Result {
    switch coding {
    case .gzip: return pull(PackedStream.inflating(MemoryStream(bytes), limits: bodyLimits))
    case .zstd: return pull(ZstdOpening.stream(MemoryStream(bytes), limits: bodyLimits))
    case .deflate:
      let wrapping: DeflateCodec.Wrapping = Self.hasZlibHead(bytes) ? .zlib : .bare
      return pull(PackedStream.inflating(MemoryStream(bytes), wrapping, limits: bodyLimits))
    case .brotli:
      do throws(PackingFault) {
        return pull(PackedStream(MemoryStream(bytes), codec: try BrotliCodec(), limits: bodyLimits))
      } catch { return .refused(.unreadable, error.detail) }
    }
  }

  /// A body may not become larger than a page, and a small one not so large as to cost what a page may cost.
  private var bodyLimits: Limits {
    Limits(page: min(limits.page, 8 << 20), inflated: limits.page, ratio: limits.ratio)
  }

  private func pull(_ stream: any ByteStream) -> Result {
    var bytes: [UInt8] = []
    let fault = stream.read(limits.page + 1, into: &bytes)
    if bytes.count > limits.page || fault?.kind == .tooLarge {
      return .refused(
        .tooLarge,
        "The body unpacks to more than \(min(bytes.count, limits.page)) bytes, more than a page may have or as only a "
          + "bomb does; it was not read; leave it out.")
    }
    guard let fault else { return .plain(bytes, damage: nil) }
    guard bytes.contains(where: { !isBlank($0) }) else {
      return .refused(.unreadable, "The body could not be unpacked. \(fault.detail)")
    }
    return .plain(bytes, damage: "The body is kept as far as it could be unpacked. \(fault.detail)")
  }

  /// RFC 9110 means zlib's format by "deflate", and some servers send it bare.
  private static func hasZlibHead(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 1 else { return false }
    return bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
  }
}
