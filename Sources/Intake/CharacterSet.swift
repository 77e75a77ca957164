/// A character set that a page may declare, by the names of WHATWG's Encoding Standard.
///
/// Source of the labels and of what they stand for: Encoding Standard, "Names and labels". As there, `latin1`
/// and `ascii` mean windows-1252, and `gb2312` means gb18030.
enum CharacterSet: Hashable {
  case utf8
  case utf16(bigEndian: Bool)
  case windows1252
  /// A set that the system's `iconv` decodes, by its name there.
  case legacy(String)
  /// A set that browsers refuse to read, since its bytes can hide markup (the standard's "replacement").
  case refused

  /// The set that `label` names, blanks around it and capitals aside.
  init?(label: ArraySlice<UInt8>) {
    let trimmed = label.drop(while: isBlank).map(lowercased)
    let end = trimmed.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
    guard let set = Self.byLabel[String(decoding: trimmed[..<end], as: UTF8.self)] else { return nil }
    self = set
  }

  /// Whether a character may take more than one byte, so that text in it may look like UTF-8 by chance.
  var isMultibyte: Bool {
    guard case .legacy(let name) = self else { return false }
    return Self.multibyte.contains(name)
  }

  /// Whether text in it is nothing but ASCII bytes, with escapes for the rest.
  var isEscaped: Bool { self == .legacy("ISO-2022-JP") }

  private static let multibyte: Set<String> = [
    "GB18030", "BIG5-HKSCS", "EUC-JP-MS", "ISO-2022-JP", "CP932", "UHC",
  ]

  private static let byLabel: [String: CharacterSet] = {
    var result: [String: CharacterSet] = [:]
    for (set, labels) in table {
      for label in labels.split(separator: " ") { result[String(label)] = set }
    }
    return result
  }()

  private static let table: [(CharacterSet, String)] = [
    (.utf8, "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"),
    (.refused, "csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement"),
    (.utf16(bigEndian: true), "unicodefffe utf-16be"),
    (.utf16(bigEndian: false), "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"),
    (
      .windows1252,
      "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
        + "iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 x-user-defined"
    ),
    (.legacy("IBM866"), "866 cp866 csibm866 ibm866"),
    (
      .legacy("ISO-8859-2"),
      "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"
    ),
    (
      .legacy("ISO-8859-3"),
      "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"
    ),
    (
      .legacy("ISO-8859-4"),
      "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"
    ),
    (
      .legacy("ISO-8859-5"),
      "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"
    ),
    (
      .legacy("ISO-8859-6"),
      "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i "
        + "iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"
    ),
    (
      .legacy("ISO-8859-7"),
      "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 "
        + "iso_8859-7:1987 sun_eu_greek"
    ),
    (
      .legacy("ISO-8859-8"),
      "csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-8859-8-i iso-ir-138 iso8859-8 "
        + "iso88598 iso_8859-8 iso_8859-8:1988 logical visual"
    ),
    (.legacy("ISO-8859-10"), "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"),
    (.legacy("ISO-8859-13"), "iso-8859-13 iso8859-13 iso885913"),
    (.legacy("ISO-8859-14"), "iso-8859-14 iso8859-14 iso885914"),
    (.legacy("ISO-8859-15"), "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"),
    (.legacy("ISO-8859-16"), "iso-8859-16"),
    (.legacy("KOI8-R"), "cskoi8r koi koi8 koi8-r koi8_r"),
    (.legacy("KOI8-U"), "koi8-ru koi8-u"),
    (.legacy("MACINTOSH"), "csmacintosh mac macintosh x-mac-roman"),
    (.legacy("MAC-UK"), "x-mac-cyrillic x-mac-ukrainian"),
    (.legacy("CP874"), "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"),
    (.legacy("CP1250"), "cp1250 windows-1250 x-cp1250"),
    (.legacy("CP1251"), "cp1251 windows-1251 x-cp1251"),
    (.legacy("CP1253"), "cp1253 windows-1253 x-cp1253"),
    (
      .legacy("CP1254"),
      "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 "
        + "windows-1254 x-cp1254"
    ),
    (.legacy("CP1255"), "cp1255 windows-1255 x-cp1255"),
    (.legacy("CP1256"), "cp1256 windows-1256 x-cp1256"),
    (.legacy("CP1257"), "cp1257 windows-1257 x-cp1257"),
    (.legacy("CP1258"), "cp1258 windows-1258 x-cp1258"),
    (
      .legacy("GB18030"),
      "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030"
    ),
    (.legacy("BIG5-HKSCS"), "big5 big5-hkscs cn-big5 csbig5 x-x-big5"),
    (.legacy("EUC-JP-MS"), "cseucpkdfmtjapanese euc-jp x-euc-jp"),
    (.legacy("ISO-2022-JP"), "csiso2022jp iso-2022-jp"),
    (.legacy("CP932"), "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"),
    (
      .legacy("UHC"),
      "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"
    ),
  ]
}
