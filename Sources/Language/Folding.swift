/// What a scalar becomes when words are compared: lower case, accents dropped, zero-width marks gone.
///
/// Folding happens on the way into an index only; texts are never changed by it (invariant 5).
enum Folding {
  /// Not part of any word.
  static let separator: UInt32 = 0
  /// Part of the word it stands in, but of no weight: soft hyphens, joiners, combining accents.
  static let ignored: UInt32 = 1

  /// Folded scalar, `separator` or `ignored`, for every scalar below U+0800.
  static let table: [UInt32] = (0..<0x800).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return separator }
    return compute(scalar)
  }

  /// Folds a scalar of any size.
  static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x800 { return table[Int(scalar)] }
    // General punctuation and spaces are frequent in news and need no look into the Unicode tables.
    if scalar >= 0x2000 && scalar < 0x2070 {
      let isMark =
        (scalar >= 0x200B && scalar < 0x2010) || (scalar >= 0x202A && scalar < 0x202F)
        || (scalar >= 0x2060 && scalar != 0x2065)
      return isMark ? ignored : separator
    }
    // Ideographs and Hangul syllables are letters without case.
    if (scalar >= 0x4E00 && scalar < 0x9FF0) || (scalar >= 0xAC00 && scalar < 0xD7A4) { return scalar }
    guard let scalar = Unicode.Scalar(scalar) else { return separator }
    return compute(scalar)
  }

  static func compute(_ scalar: Unicode.Scalar) -> UInt32 {
    if scalar.value == 0xAD || scalar.value == 0xFEFF || (0xFE00...0xFE0F).contains(scalar.value) {
      return ignored
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return ignored
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
      .decimalNumber, .letterNumber:
      break
    default: return separator
    }
    let lower = properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
    return base[lower] ?? lower
  }

  /// Accented Latin letters and the letter under the accent.
  private static let base: [UInt32: UInt32] = {
    let rows: [(Unicode.Scalar, String)] = [
      ("a", "àáâãäåāăąǎǟǡǻȁȃȧ"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęěȅȇȩ"), ("g", "ĝğġģǥǧǵ"),
      ("h", "ĥħȟ"), ("i", "ìíîïĩīĭįıǐȉȋ"), ("j", "ĵǰ"), ("k", "ķǩ"), ("l", "ĺļľŀł"), ("n", "ñńņňǹ"),
      ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱ"), ("r", "ŕŗřȑȓ"), ("s", "śŝşšș"), ("t", "ţťŧț"),
      ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗ"), ("w", "ŵ"), ("y", "ýÿŷȳ"), ("z", "źżž"),
    ]
    var map: [UInt32: UInt32] = [:]
    for (letter, accented) in rows {
      for scalar in accented.unicodeScalars { map[scalar.value] = letter.value }
    }
    return map
  }()
}
