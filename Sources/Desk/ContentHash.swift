import Press

/// What tells whether a page is the one that was read before: a hash of its bytes and of what was stated with them.
///
/// FNV-1a (Fowler, Noll and Vo 1991) over eight bytes at a time, finished as in SplitMix64.
struct ContentHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  static func of(_ page: Page) -> UInt64 {
    var hash = ContentHash()
    switch page.content {
    case .html(let bytes):
      hash.add(1)
      hash.add(bytes)
    case .text(let bytes):
      hash.add(2)
      hash.add(bytes)
    case .extracted(let text):
      hash.add(3)
      hash.add(text)
    }
    let stated = page.stated
    for field in [stated.address, stated.outlet, stated.title, stated.language, stated.series] {
      hash.add(field)
    }
    for moment in [stated.published, stated.modified] { hash.add(moment?.iso) }
    for byline in stated.bylines { hash.add(byline) }
    // What only feeds state goes in where it is stated, so that the pages of older archives are known again.
    for field in [stated.standfirst, stated.section, stated.form?.rawValue] where field != nil {
      hash.add(field)
    }
    for credit in stated.credits {
      for field in [credit.name, credit.role.rawValue, credit.text, credit.address] { hash.add(field) }
    }
    return hash.finished
  }

  /// Of an article line: everything that it says, but where its page lay and its furniture.
  static func of(_ article: Article) -> UInt64 {
    var hash = ContentHash()
    hash.add(4)
    hash.add(article.text)
    for field in [article.address, article.outlet, article.title, article.language, article.series] {
      hash.add(field)
    }
    for moment in [article.published, article.modified, article.dateline?.date] { hash.add(moment?.iso) }
    for field in article.bylines { hash.add(field) }
    for field in [article.dateline?.place, article.dateline?.agency] { hash.add(field) }
    for credit in article.credits {
      for field in [credit.name, credit.kind.rawValue, credit.role.rawValue, credit.text] { hash.add(field) }
      if let address = credit.address { hash.add(address) }
    }
    // Where they are set, as of pages.
    for field in [article.standfirst, article.section] where field != nil { hash.add(field) }
    if article.form != .article { hash.add(article.form.rawValue) }
    if let part = article.part { hash.add("\(part.number)/\(part.of ?? 0)") }
    for block in article.blocks {
      hash.add("\(block.kind.rawValue) \(block.range.lowerBound) \(block.range.upperBound)")
    }
    for flag in article.flags {
      for field in [flag.kind.rawValue, flag.detail] { hash.add(field) }
    }
    return hash.finished
  }

  /// Of a text alone.
  static func of(text: String) -> UInt64 {
    var hash = ContentHash()
    hash.add(5)
    hash.add(text)
    return hash.finished
  }

  private mutating func add(_ word: UInt64) { state = (state ^ word) &* 0x0000_0100_0000_01B3 }

  /// A length goes before the bytes, so that fields cannot run together.
  private mutating func add(_ bytes: some Collection<UInt8>) {
    add(UInt64(bytes.count))
    var word: UInt64 = 0
    var filled = 0
    for byte in bytes {
      word = word << 8 | UInt64(byte)
      filled += 1
      if filled == 8 {
        mix(word)
        word = 0
        filled = 0
      }
    }
    if filled > 0 { mix(word) }
  }

  private mutating func mix(_ word: UInt64) {
    state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 32
  }

  private mutating func add(_ text: String?) {
    guard let text else { return add(0xFFFF_FFFF) }
    add(text.utf8)
  }

  private var finished: UInt64 {
    var h = state
    h = (h ^ (h >> 30)) &* 0xBF58_476D_1CE4_E5B9
    h = (h ^ (h >> 27)) &* 0x94D0_49BB_1331_11EB
    return h ^ (h >> 31)
  }
}
