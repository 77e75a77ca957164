/// Whether pieces repeat one another, which is asked of all long ones.
extension Outline {
  /// A hash of a piece's bytes, eight at a time: a set of slices would hash every byte by itself.
  func hash(_ piece: Piece) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      var hash = Folding.seed
      var at = Int(piece.start)
      func add(_ value: UInt64) {
        hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      while at + 8 <= Int(piece.end) {
        add(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        at += 8
      }
      while at < Int(piece.end) {
        add(UInt64(bytes[at]))
        at += 1
      }
      return hash
    }
  }

  /// Whether two pieces say the same, byte for byte.
  func hasSameBytes(_ one: Piece, _ other: Piece) -> Bool {
    bytes[Int(one.start)..<Int(one.end)].elementsEqual(bytes[Int(other.start)..<Int(other.end)])
  }
}
