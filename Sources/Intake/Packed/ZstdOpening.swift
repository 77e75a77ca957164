/// Begins a Zstandard stream: takes the dictionary of a web archive off its head.
///
/// Source: IIPC, "Zstandard Compression for WARC Files 1.0": where the first frame is to be passed over and has the
/// magic number 0x184D2A5D, it holds the dictionary of all others, itself packed or not.
enum ZstdOpening {
  static let dictionaryMagic: [UInt8] = [0x5D, 0x2A, 0x4D, 0x18]
  /// Dictionaries have some hundred kilobytes.
  private static let mostDictionary = 16 << 20

  static func stream(_ source: any ByteStream, limits: Limits) -> any ByteStream {
    var head: [UInt8] = []
    let fault = source.read(8, into: &head)
    do throws(PackingFault) {
      guard head.count == 8, head.starts(with: dictionaryMagic) else {
        // A fault shows again when it is read on.
        return PackedStream(
          ReturnedStream(head: head, rest: fault == nil ? source : nil), codec: try ZstdCodec(),
          limits: limits)
      }
      let size = head[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
      guard size <= mostDictionary else {
        throw PackingFault(
          detail:
            "The dictionary of the Zstandard file has \(size) bytes; at most \(mostDictionary) are read.")
      }
      var dictionary: [UInt8] = []
      if let fault = source.read(size, into: &dictionary) { return FaultStream(fault) }
      guard dictionary.count == size else {
        let detail = "The Zstandard file ends in its dictionary; fetch the file again."
        return FaultStream(Fault(kind: .cutShort, detail: detail))
      }
      return PackedStream(
        source, codec: try ZstdCodec(dictionary: try unpacked(dictionary)), offset: 8 + size, limits: limits)
    } catch { return FaultStream(Fault(kind: .unreadable, detail: error.detail)) }
  }

  private static func unpacked(_ dictionary: [UInt8]) throws(PackingFault) -> [UInt8] {
    guard dictionary.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) else { return dictionary }
    let limits = Limits(page: mostDictionary, inflated: mostDictionary)
    let stream = PackedStream(MemoryStream(dictionary), codec: try ZstdCodec(), limits: limits)
    var result: [UInt8] = []
    if let fault = stream.read(mostDictionary + 1, into: &result) { throw PackingFault(detail: fault.detail) }
    return result
  }
}

extension ByteStream {
  /// Adds up to `count` bytes, fewer only at the end.
  func read(_ count: Int, into bytes: inout [UInt8]) -> Fault? {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: min(count, 64 << 10) + 1, alignment: 16)
    defer { piece.deallocate() }
    var left = count
    while left > 0 {
      switch read(into: UnsafeMutableRawBufferPointer(rebasing: piece[..<min(left, piece.count)])) {
      case .bytes(let got):
        bytes.append(contentsOf: piece[..<got])
        left -= got
      case .end: return nil
      case .fault(let fault): return fault
      }
    }
    return nil
  }
}
