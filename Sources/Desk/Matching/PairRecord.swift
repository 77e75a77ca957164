import Press

/// A pair as bytes of a scratch file, with its texts by number.
///
/// The head has a fixed shape, so that a pair can be placed and sorted out without reading it: length of the whole
/// record, number of the first text, number of the second (32 bits each), kind.
struct PairRecord {
  static let headLength = 13

  /// Appends the record of `pair`, whose texts have the numbers `a` and `b`, in the order of their ids.
  static func append(_ pair: Pair, a: Int, b: Int, to writer: inout RecordWriter) {
    let start = writer.bytes.count
    writer.fixed(UInt32(0))
    writer.fixed(UInt32(a))
    writer.fixed(UInt32(b))
    writer.bytes.append(number(of: pair.kind))
    let spun: UInt8 = pair.spun == nil ? 0 : pair.spun == pair.a ? 2 : 4
    writer.bytes.append((pair.versions ? 1 : 0) | spun)
    for share in [pair.confidence, pair.coverageA, pair.coverageB, pair.similarity] { writer.share(share) }
    for count in [pair.wordsA, pair.wordsB, pair.equalWords, pair.changes] { writer.number(count) }
    writer.list(pair.passages) { writer, passage in
      writer.range(passage.a)
      writer.range(passage.b)
      writer.share(passage.similarity)
    }
    let length = UInt32(writer.bytes.count - start)
    for place in 0..<4 {
      writer.bytes[start + place] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(place)))
    }
  }

  /// The whole record.
  let bytes: UnsafeRawBufferPointer

  /// The record that begins at `start`.
  init(_ buffer: UnsafeRawBufferPointer, at start: Int) {
    let length = buffer.loadUnaligned(fromByteOffset: start, as: UInt32.self)
    bytes = UnsafeRawBufferPointer(rebasing: buffer[start..<(start + Int(length))])
  }

  var a: Int { Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)) }
  var b: Int { Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)) }
  /// Both numbers, in an order that is that of the pairs.
  var key: UInt64 { UInt64(a) << 32 | UInt64(b) }
  /// Whether families are decided by it.
  var isLink: Bool { kind.isCopying || bytes[13] & 1 != 0 }
  var kind: CopyKind { Self.kinds[Int(bytes[12])] }

  /// The pair, of texts that are called `idA` and `idB`.
  func pair(_ idA: String, _ idB: String) -> Pair {
    var reader = RecordReader(bytes, at: Self.headLength)
    let flags = reader.byte()
    return Pair(
      a: idA, b: idB, kind: kind, confidence: reader.share(), versions: flags & 1 != 0,
      coverageA: reader.share(),
      coverageB: reader.share(), similarity: reader.share(), wordsA: reader.number(), wordsB: reader.number(),
      equalWords: reader.number(), changes: reader.number(),
      spun: flags & 2 != 0 ? idA : flags & 4 != 0 ? idB : nil,
      passages: reader.list { reader in
        Passage(a: reader.range(), b: reader.range(), similarity: reader.share())
      })
  }

  private static let kinds: [CopyKind] = CopyKind.allCases

  private static func number(of kind: CopyKind) -> UInt8 {
    UInt8(kinds.firstIndex(of: kind) ?? kinds.count - 1)
  }
}
