/// Which pages of web archives have come by in this run, so that a revisit of one is known for what it is.
///
/// Kept are hashes of 64 bits, of up to 2 million facts: what comes later is not found again, and its revisits are
/// refused with the name of the record that they need.
final class SeenRecords {
  private static let most = 2_000_000
  private var pages: Set<UInt64> = []
  /// Payloads that were no pages.
  private var others: Set<UInt64> = []

  /// Remembers the record of `header` as a page, or as what is none.
  func add(_ header: WARCHeader, isPage: Bool) {
    guard pages.count + others.count < Self.most else { return }
    guard isPage else {
      if let digest = header.payloadDigest { others.insert(Self.hash("d", digest)) }
      return
    }
    Self.keys(of: header).forEach { pages.insert($0) }
    guard let target = header.target else { return }
    pages.insert(Self.hash("u", target))
    if let digest = header.payloadDigest { pages.insert(Self.hash("s", digest, target)) }
  }

  /// Whether the record with this id was a page.
  func hasPage(id: String) -> Bool { pages.contains(Self.hash("i", id)) }

  /// What a revisit is a revisit of.
  enum Original {
    /// A page at the same address: nothing new.
    case sameAddress
    /// A page that came by at another address.
    case otherAddress
    /// Something that is no page.
    case noPage
    /// Nothing that came by.
    case unknown
  }

  /// Finds what `revisit` refers to.
  func original(of revisit: WARCHeader) -> Original {
    guard let target = revisit.target else { return .unknown }
    if let digest = revisit.payloadDigest {
      if pages.contains(Self.hash("s", digest, target)) { return .sameAddress }
      if others.contains(Self.hash("d", digest)) { return .noPage }
    }
    let isKnown = Self.wanted(by: revisit).contains { pages.contains($0) }
    let isOwn = pages.contains(Self.hash("u", target))
    // That another text stood at this address before says nothing of this one: with a digest, both must fit.
    let isSame = isOwn && revisit.payloadDigest == nil
    if isKnown { return isSame ? .sameAddress : .otherAddress }
    // "Not modified" is said of the same address.
    let saysUnmodified = revisit.profile?.contains("server-not-modified") == true
    return saysUnmodified && isSame ? .sameAddress : .unknown
  }

  /// By what a revisit may refer to the record of `header`.
  static func keys(of header: WARCHeader) -> [UInt64] {
    var keys: [UInt64] = []
    if let digest = header.payloadDigest { keys.append(hash("d", digest)) }
    if let id = header.id { keys.append(hash("i", id)) }
    if let target = header.target, let date = header.date { keys.append(hash("t", target, date)) }
    return keys
  }

  /// By what `revisit` refers to its original.
  static func wanted(by revisit: WARCHeader) -> [UInt64] {
    var keys: [UInt64] = []
    if let id = revisit.refersTo { keys.append(hash("i", id)) }
    if let target = revisit.refersToTarget, let date = revisit.refersToDate {
      keys.append(hash("t", target, date))
    }
    if let digest = revisit.payloadDigest { keys.append(hash("d", digest)) }
    return keys
  }

  private static func hash(_ parts: String...) -> UInt64 {
    var identity = Identity()
    for part in parts { Array(part.utf8).withUnsafeBytes { identity.add($0) } }
    return identity.value
  }
}
