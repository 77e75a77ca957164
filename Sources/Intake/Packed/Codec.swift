/// A way of packing bytes whose files are members (gzip) or frames (Zstandard) one behind the other.
protocol Codec: AnyObject {
  /// What people call it.
  var name: String { get }
  /// The bytes that every member begins with, as far as they are sought when some are damaged.
  var magic: [UInt8] { get }
  /// How many packed bytes are enough to see the first bytes of a member unpacked.
  var probe: Int { get }

  /// Whether nothing that counts stands behind the first member.
  var isSingle: Bool { get }

  /// Whether a member may begin with `byte`.
  func mayBegin(with byte: UInt8) -> Bool
  /// Gets ready for a member.
  func begin()
  /// Unpacks as much as fits.
  func step(_ packed: UnsafeRawBufferPointer, into space: UnsafeMutableRawBufferPointer) -> CodecStep
}

/// What one step of a codec did.
struct CodecStep {
  enum Outcome: Hashable {
    case goesOn
    /// The member is complete.
    case ended
    /// The member is damaged, in the library's words.
    case damaged(String)
    /// The member was handed out whole, but its checksum is another.
    case mismatched
  }

  /// Packed bytes that were taken.
  var taken: Int
  /// Bytes that were made.
  var made: Int
  var outcome: Outcome
}
