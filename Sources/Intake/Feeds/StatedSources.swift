import Press

/// What an item states of its sources, as credits that Reading resolves against its tables.
///
/// The kind is what is asked of the name: `outlet` where any name counts, `agency` where only a known agency does, since
/// who holds the rights is often no more than the publisher's own company.
struct StatedSources {
  private(set) var credits: [Credit] = []

  /// Adds a source. Nothing is added where neither a name nor an address is given.
  ///
  /// - Parameter label: What the format calls the element, for the credit's words: "source: Kestria Press Agency".
  mutating func add(
    _ name: String?, _ label: String, role: Credit.Role, address: String? = nil, onlyAgency: Bool = false
  ) {
    let address = address.flatMap { WebAddress.host(of: $0) == nil ? nil : $0 }
    let named = name.map { PlainWords.of($0) }.flatMap { $0.isEmpty ? nil : $0 }
    // A source that is given as an address alone goes by the name of its site.
    let site = named.flatMap { WebAddress.host(of: $0) == nil ? nil : $0 }
    guard let shown = named ?? address, shown.utf8.count <= 400 else { return }
    let name = site.flatMap(WebAddress.host) ?? named ?? address.flatMap(WebAddress.host) ?? ""
    guard !name.isEmpty, credits.count < FeedItem.mostNames,
      !credits.contains(where: { $0.name == name && $0.role == role })
    else { return }
    var credit = Credit(
      name: name, kind: onlyAgency ? .agency : .outlet, role: role, text: "\(label): \(shown)",
      place: .metadata)
    credit.address = address ?? site
    credits.append(credit)
  }

  /// Adds what was gathered elsewhere, each source and role once.
  mutating func add(contentsOf others: [Credit]) {
    for credit in others where !credits.contains(where: { $0.name == credit.name && $0.role == credit.role })
    {
      credits.append(credit)
    }
  }

  /// The role that a word of a vocabulary stands for (IPTC's NewsCodes for information sources and for parties of content
  /// production, and what agencies write in their place); `nil` for parties that gave no text: pictures, interviews.
  static func role(_ code: String?) -> Credit.Role? {
    guard let code else { return .source }
    let word = (code.split(whereSeparator: { ":/#".contains($0) }).last.map(String.init) ?? code).lowercased()
    if ["img", "image", "photo", "picture", "interview", "video", "audio"].contains(where: word.contains) {
      return nil
    }
    if word.contains("origin") || word.contains("first") { return .originated }
    if ["suppl", "distrib", "provid", "aggregat", "deliver", "transmi", "feed"].contains(where: word.contains)
    {
      return .supplied
    }
    if word.contains("contrib") || word.contains("additional") || word.contains("input") {
      return .contributed
    }
    if word.contains("edit") || word.contains("enhanc") { return .edited }
    return .source
  }
}

/// Addresses on the web, as far as feeds need them.
enum WebAddress {
  /// The host of an absolute address, without a leading `www.`; `nil` for everything else.
  static func host(of address: String) -> String? {
    let lower = address.utf8.prefix(300).map(lowercased)
    let rest: ArraySlice<UInt8>
    if lower.starts(with: "https://".utf8) {
      rest = lower[8...]
    } else if lower.starts(with: "http://".utf8) {
      rest = lower[7...]
    } else {
      return nil
    }
    var host = rest.prefix {
      ![UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ":")].contains($0)
    }
    if host.starts(with: "www.".utf8) { host = host.dropFirst(4) }
    guard host.contains(UInt8(ascii: ".")), !host.contains(where: isBlank) else { return nil }
    return String(decoding: host, as: UTF8.self)
  }

  /// `address` as an absolute one, read beside `base`; as it is where that is impossible.
  static func absolute(_ address: String, base: String?) -> String {
    guard host(of: address) == nil, let base, let host = host(of: base), !address.isEmpty else {
      return address
    }
    // A scheme of its own: `urn:`, `mailto:`.
    let head = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if head.contains(":") { return address }
    let start = base.utf8.starts(with: "https".utf8) ? "https:" : "http:"
    if address.hasPrefix("//") { return start + address }
    let path = base.dropFirst(start.count + 2)
    let site = start + "//" + path.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if address.hasPrefix("/") || host.isEmpty { return site + address }
    let folder = path.prefix { $0 != "?" && $0 != "#" }
    guard let slash = folder.lastIndex(of: "/") else { return site + "/" + address }
    return start + "//" + folder[...slash] + address
  }
}
