import CZstd

/// Zstandard (RFC 8878), with a dictionary where a web archive brings one.
final class ZstdCodec: Codec {
  let name = "Zstandard"
  let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
  // A block, of up to 128 KiB, comes out whole or not at all.
  let probe = 160 << 10
  let isSingle = false

  private let context: OpaquePointer

  /// Windows of up to 128 MiB, as the library has it unless told otherwise: a frame that asks for more is refused.
  ///
  /// - Parameter dictionary: What frames refer back to; a trained one or any bytes.
  /// - Throws: the fault where there is no memory, or the dictionary is none.
  init(dictionary: [UInt8] = []) throws(PackingFault) {
    guard let context = ZSTD_createDCtx() else {
      throw PackingFault(detail: "zstd could not start; free some memory.")
    }
    self.context = context
    guard !dictionary.isEmpty else { return }
    let status = dictionary.withUnsafeBytes { ZSTD_DCtx_loadDictionary(context, $0.baseAddress, $0.count) }
    guard ZSTD_isError(status) == 0 else {
      throw PackingFault(
        detail:
          "The dictionary of the Zstandard file is damaged (\(Self.words(status))); fetch the file again."
      )
    }
  }

  deinit { ZSTD_freeDCtx(context) }

  /// A frame, or one of those that are to be passed over (0x184D2A50 to 5F, little-endian).
  func mayBegin(with byte: UInt8) -> Bool { byte == 0x28 || byte & 0xF0 == 0x50 }

  func begin() { ZSTD_DCtx_reset(context, ZSTD_reset_session_only) }

  func step(_ packed: UnsafeRawBufferPointer, into space: UnsafeMutableRawBufferPointer) -> CodecStep {
    var input = ZSTD_inBuffer(src: packed.baseAddress, size: packed.count, pos: 0)
    var output = ZSTD_outBuffer(dst: space.baseAddress, size: space.count, pos: 0)
    let status = ZSTD_decompressStream(context, &output, &input)
    return CodecStep(taken: input.pos, made: output.pos, outcome: Self.outcome(status))
  }

  private static func outcome(_ status: Int) -> CodecStep.Outcome {
    if status == 0 { return .ended }
    guard ZSTD_isError(status) != 0 else { return .goesOn }
    return ZSTD_getErrorCode(status) == ZSTD_error_checksum_wrong ? .mismatched : .damaged(words(status))
  }

  private static func words(_ status: Int) -> String {
    ZSTD_getErrorName(status).map { String(cString: $0) } ?? "error \(status)"
  }
}
