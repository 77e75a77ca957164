import CBrotli

/// Brotli (RFC 7932), in which servers send pages.
final class BrotliCodec: Codec {
  let name = "Brotli"
  /// It has none; nothing is looked for in it.
  let magic: [UInt8] = [0]
  let probe = 1
  let isSingle = true

  private let decoder: OpaquePointer

  /// - Throws: the fault where there is no memory.
  init() throws(PackingFault) {
    guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else {
      throw PackingFault(detail: "brotli could not start; free some memory.")
    }
    self.decoder = decoder
  }

  deinit { BrotliDecoderDestroyInstance(decoder) }

  func mayBegin(with byte: UInt8) -> Bool { false }

  /// Nothing to do: a decoder serves for one stream.
  func begin() {}

  func step(_ packed: UnsafeRawBufferPointer, into space: UnsafeMutableRawBufferPointer) -> CodecStep {
    var left = packed.count
    var next = packed.baseAddress?.assumingMemoryBound(to: UInt8.self)
    var room = space.count
    var out = space.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let status = BrotliDecoderDecompressStream(decoder, &left, &next, &room, &out, nil)
    return CodecStep(taken: packed.count - left, made: space.count - room, outcome: outcome(status))
  }

  private func outcome(_ status: BrotliDecoderResult) -> CodecStep.Outcome {
    switch status {
    case BROTLI_DECODER_RESULT_SUCCESS: .ended
    case BROTLI_DECODER_RESULT_ERROR: .damaged("no Brotli data")
    default: .goesOn
    }
  }
}
