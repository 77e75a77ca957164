import CZlib

/// Deflated bytes: as gzip (RFC 1952), as zlib has them (RFC 1950), or bare (RFC 1951).
final class DeflateCodec: Codec {
  /// What stands around the deflated bytes; as numbers, what zlib calls 15 bits of window in that format.
  enum Wrapping: Int32 {
    case gzip = 31
    case zlib = 15
    case bare = -15
  }

  let name: String
  let magic: [UInt8] = [0x1F, 0x8B, 8]
  let probe = 2048
  let isSingle: Bool

  /// On the heap, since zlib insists that it stays where it was made.
  private let inflater = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  /// - Throws: the fault where zlib finds no memory.
  init(_ wrapping: Wrapping = .gzip) throws(PackingFault) {
    name = wrapping == .gzip ? "gzip" : "deflate"
    isSingle = wrapping != .gzip
    inflater.initialize(to: z_stream())
    let status = inflateInit2_(inflater, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      // The deinitialiser runs, since nothing is left to be initialised.
      throw PackingFault(detail: "zlib could not start (status \(status)); free some memory.")
    }
  }

  deinit {
    inflateEnd(inflater)
    inflater.deallocate()
  }

  func mayBegin(with byte: UInt8) -> Bool { byte == 0x1F }

  func begin() { inflateReset(inflater) }

  func step(_ packed: UnsafeRawBufferPointer, into space: UnsafeMutableRawBufferPointer) -> CodecStep {
    let offered = min(packed.count, 1 << 30)
    let room = min(space.count, 1 << 30)
    // zlib takes a pointer to bytes that it could change, and does not.
    inflater.pointee.next_in = UnsafeMutableRawPointer(mutating: packed.baseAddress)?
      .assumingMemoryBound(to: UInt8.self)
    inflater.pointee.avail_in = UInt32(offered)
    inflater.pointee.next_out = space.baseAddress?.assumingMemoryBound(to: UInt8.self)
    inflater.pointee.avail_out = UInt32(room)
    let status = inflate(inflater, Z_NO_FLUSH)
    return CodecStep(
      taken: offered - Int(inflater.pointee.avail_in), made: room - Int(inflater.pointee.avail_out),
      outcome: outcome(status))
  }

  private func outcome(_ status: Int32) -> CodecStep.Outcome {
    switch status {
    case Z_STREAM_END: return .ended
    case Z_OK, Z_BUF_ERROR: return .goesOn
    default:
      let words = inflater.pointee.msg.map { String(cString: $0) } ?? "no gzip data"
      // zlib has no other mark for a checksum, or a length behind it, that does not fit.
      return words == "incorrect data check" || words == "incorrect length check"
        ? .mismatched : .damaged(words)
    }
  }
}

/// Why an unpacker could not start.
struct PackingFault: Error, Hashable {
  let detail: String
}
