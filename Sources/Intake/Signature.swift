/// The first bytes by which formats that hold no pages, or that are not read yet, give themselves away.
enum Signature {
  /// What marks an SQLite file as a Stemma archive: "STMA" as its application id.
  static let archive: [UInt8] = Array("STMA".utf8)

  /// What the bytes are and what to do about it; `nil` where no signature fits.
  static func match(_ bytes: UnsafeRawBufferPointer) -> Kind.Advice? {
    if bytes.starts(with: Array("SQLite format 3\0".utf8)) { return database(bytes) }
    if let known = table.first(where: { holds(bytes, $0.bytes, at: $0.offset) }) {
      return Kind.Advice(found: known.found, advice: known.advice)
    }
    // These are letters, with which a report may begin; what follows them in the format is no text.
    guard let known = lettered.first(where: { holds(bytes, $0.bytes, at: $0.offset) }),
      Plainness.fault(in: bytes) != nil
    else { return nil }
    return Kind.Advice(found: known.found, advice: known.advice)
  }

  private static func holds(_ bytes: UnsafeRawBufferPointer, _ wanted: [UInt8], at offset: Int) -> Bool {
    bytes.count >= offset + wanted.count && bytes[offset..<offset + wanted.count].elementsEqual(wanted)
  }

  private static func database(_ bytes: UnsafeRawBufferPointer) -> Kind.Advice {
    guard holds(bytes, archive, at: 68) else {
      return Kind.Advice(found: "an SQLite database", advice: "write its texts as JSON Lines first")
    }
    return Kind.Advice(
      found: "a Stemma archive, which is no input",
      advice: "name it with --archive, or leave it out of the folder")
  }

  private struct Entry {
    let bytes: [UInt8]
    let offset: Int
    let found: String
    let advice: String

    init(_ bytes: [UInt8], at offset: Int = 0, _ found: String, _ advice: String) {
      self.bytes = bytes
      self.offset = offset
      self.found = found
      self.advice = advice
    }

    init(_ text: String, at offset: Int = 0, _ found: String, _ advice: String) {
      self.init(Array(text.utf8), at: offset, found, advice)
    }
  }

  private static let leaveOut = "leave it out"
  private static let unpack = "unpack it and give the folder"

  private static let table: [Entry] = [
    Entry("PK\u{05}\u{06}", "an empty ZIP archive", leaveOut),
    Entry("%PDF-", "a PDF document", "turn it into text first: pdftotext FILE"),
    Entry("%!PS", "a PostScript document", "turn it into text first: ps2ascii FILE"),
    Entry("{\\rtf", "a Rich Text document", "save it as text or HTML"),
    Entry(
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office document", "save it as text or HTML"),
    Entry("From: <Saved by ", "a page saved as MHTML", "save it as HTML"),
    Entry([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz file", "decompress it: xz -dc FILE | stemma … -"),
    Entry([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive", unpack),
    Entry("Rar!\u{1A}\u{07}", "a RAR archive", unpack),
    Entry([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)", leaveOut),
    Entry([0xFF, 0xD8, 0xFF], "a picture (JPEG)", leaveOut),
    Entry("GIF87a", "a picture (GIF)", leaveOut),
    Entry("GIF89a", "a picture (GIF)", leaveOut),
    Entry([0x49, 0x49, 0x2A, 0x00], "a picture (TIFF)", leaveOut),
    Entry([0x4D, 0x4D, 0x00, 0x2A], "a picture (TIFF)", leaveOut),
    Entry([0x00, 0x00, 0x01, 0x00], "an icon", leaveOut),
    Entry([0x1A, 0x45, 0xDF, 0xA3], "a video file", leaveOut),
    Entry([0x7F, 0x45, 0x4C, 0x46], "a program", leaveOut),
    Entry([0xCA, 0xFE, 0xBA, 0xBE], "a program", leaveOut),
  ]

  private static let lettered: [Entry] = [
    Entry("WEBP", at: 8, "a picture (WebP)", leaveOut),
    Entry("RIFF", "a sound or video file", leaveOut),
    Entry("BZh", "a bzip2 file", "decompress it: bzip2 -dc FILE | stemma … -"),
    Entry("ustar", at: 257, "a tar archive", unpack),
    Entry("ftyp", at: 4, "a sound or video file", leaveOut),
    Entry("OggS", "a sound or video file", leaveOut),
    Entry("ID3", "a sound file", leaveOut),
    Entry("PAR1", "a Parquet table", "write its texts as JSON Lines first"),
    Entry("wOFF", "a font", leaveOut),
    Entry("wOF2", "a font", leaveOut),
  ]
}
