import CZlib
import CZstd

/// Records of web archives for tests, with invented news.
enum WebArchive {
  /// A record with the fields that every record has. `fields` come last, so that they may say otherwise.
  static func record(
    _ type: String = "response", _ target: String? = nil, _ block: [UInt8],
    date: String = "2021-09-14T18:20:00Z",
    contentType: String? = "application/http; msgtype=response", length: Int? = nil, _ fields: [String] = []
  ) -> [UInt8] {
    var head = ["WARC/1.0", "WARC-Type: \(type)", "WARC-Date: \(date)"]
    if let target {
      head += ["WARC-Target-URI: \(target)", "WARC-Record-ID: <urn:test:\(type):\(target)@\(date)>"]
    }
    if let contentType { head.append("Content-Type: \(contentType)") }
    head += fields + ["Content-Length: \(length ?? block.count)", "", ""]
    return Array(head.joined(separator: "\r\n").utf8) + block + Array("\r\n\r\n".utf8)
  }

  /// What a server answered.
  static func answer(
    _ body: [UInt8], status: String = "200 OK", _ fields: [String] = ["Content-Type: text/html"]
  ) -> [UInt8] {
    Array((["HTTP/1.1 \(status)"] + fields + ["", ""]).joined(separator: "\r\n").utf8) + body
  }

  /// A response with a page in it.
  static func page(_ number: Int) -> [UInt8] {
    record("response", address(number), answer(Array(html(number).utf8)))
  }

  static func address(_ number: Int) -> String { "https://press.example/\(number)" }

  static func html(_ number: Int) -> String { "<html><p>Ferry number \(number &* 7919 % 1000) ran late.</p>" }

  /// The description that stands at the head of every archive, and a request: no pages.
  static let overhead =
    record("warcinfo", nil, Array("software: a test\r\n".utf8), contentType: "application/warc-fields")
    + record(
      "request", address(1), Array("GET /1 HTTP/1.1\r\n\r\n".utf8),
      contentType: "application/http; msgtype=request")

  /// Chunks of a few bytes.
  static func chunked(_ body: [UInt8], isWhole: Bool = true) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    while at < body.count {
      let end = min(at + 11, body.count)
      result += Array("\(String(end - at, radix: 16))\r\n".utf8) + body[at..<end] + [0x0D, 0x0A]
      at = end
    }
    return result + (isWhole ? Array("0\r\n\r\n".utf8) : [])
  }

  /// One Zstandard frame with its checksum.
  static func zstd(_ bytes: [UInt8], dictionary: [UInt8] = []) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let context = ZSTD_createCCtx()
    defer { ZSTD_freeCCtx(context) }
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    _ = dictionary.withUnsafeBytes { ZSTD_CCtx_loadDictionary(context, $0.baseAddress, $0.count) }
    let made = bytes.withUnsafeBytes {
      ZSTD_compress2(context, &result, result.count, $0.baseAddress, $0.count)
    }
    return Array(result[..<made])
  }

  /// The frame in which a web archive carries the dictionary of the others.
  static func dictionaryFrame(_ dictionary: [UInt8]) -> [UInt8] {
    [0x5D, 0x2A, 0x4D, 0x18] + (0..<4).map { UInt8(truncatingIfNeeded: dictionary.count >> (8 * $0)) }
      + dictionary
  }

  /// zlib's format, or bare, of at most 64 KiB: stored, not pressed.
  static func deflate(_ bytes: [UInt8], bare: Bool) -> [UInt8] {
    let count = UInt16(bytes.count)
    let block: [UInt8] =
      [1, UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8)] + bytes
    if bare { return block }
    let sum = bytes.withUnsafeBufferPointer { adler32(1, $0.baseAddress, UInt32($0.count)) }
    return [0x78, 0x01] + block + (0..<4).map { UInt8(truncatingIfNeeded: sum >> (24 - 8 * $0)) }
  }

  /// Brotli of at most 64 KiB: one meta-block that is stored, and the empty last one (RFC 7932, 9.2).
  static func brotli(_ bytes: [UInt8]) -> [UInt8] {
    let head = (bytes.count - 1) << 4 | 1 << 20
    return (0..<3).map { UInt8(truncatingIfNeeded: head >> (8 * $0)) } + bytes + [3]
  }

  /// A ZIP archive. Deflated entries are stored blocks. Its table of contents lists each entry `listed` times.
  static func zip(_ entries: [(name: String, bytes: [UInt8], isDeflated: Bool)], listed: Int = 1) -> [UInt8] {
    func little(_ value: Int, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var result: [UInt8] = []
    var table: [UInt8] = []
    for entry in entries {
      let name = Array(entry.name.utf8)
      let packed = entry.isDeflated ? deflate(entry.bytes, bare: true) : entry.bytes
      let sum = entry.bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
      let common =
        little(20, 2) + little(0, 2) + little(entry.isDeflated ? 8 : 0, 2) + little(0, 4)
        + little(Int(sum), 4)
        + little(packed.count, 4) + little(entry.bytes.count, 4) + little(name.count, 2) + little(0, 2)
      let row = [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 10) + little(result.count, 4) + name
      for _ in 0..<listed { table += row }
      result += [0x50, 0x4B, 3, 4] + common + name + packed
    }
    return result + table + [0x50, 0x4B, 5, 6] + little(0, 4) + little(entries.count, 2)
      + little(entries.count, 2)
      + little(table.count, 4) + little(result.count, 4) + little(0, 2)
  }
}
