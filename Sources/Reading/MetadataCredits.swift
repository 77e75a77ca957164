import Press

/// Makes credits of what a page's head says of its text's source: agencies among its authors, `syndication-source`,
/// JSON-LD's `isBasedOn`, a canonical address on somebody else's site.
struct MetadataCredits {
  let names: NameTable
  /// The outlet that publishes the page.
  let outlet: String?
  /// The page's own address, as the input knows it.
  let known: String?
  private(set) var credits: [Credit]

  /// Begins with the credits that the input itself `stated`.
  init(_ stated: [Credit] = [], names: NameTable, outlet: String?, known: String?) {
    credits = stated
    self.names = names
    self.outlet = outlet
    self.known = known
  }

  /// Agencies among the authors that are stated.
  mutating func add(bylines: [String]) {
    for text in bylines where text.utf8.count <= Self.longest {
      let found = agencies(in: text)
      for agency in found { add(agency.name, .agency, .source, text) }
      if found.isEmpty, let agency = agency(spelled: text) { add(agency.name, .agency, .source, text) }
    }
  }

  /// The agency whose name the whole of an author is, in capitals ("DPA") or, where it is of several words, in small letters.
  /// A short name in small letters, or with one capital, may be a person's: "ani", "Efe".
  private func agency(spelled text: String) -> KnownSource? {
    let (upper, lower) = (text.uppercased(), text.lowercased())
    guard upper != lower, text == upper || text == lower && text.contains(" ") else { return nil }
    return [upper, lower].lazy.compactMap { names.entry(named: $0) }.first { $0.kind == .agency }
  }

  /// A statement about the text's source.
  mutating func add(_ source: PageMetadata.Source) {
    let text = source.tag + ": " + source.value
    guard source.value.utf8.count <= Self.longest else { return }
    if let host = WebHost(source.value) {
      if source.onlyAgency, names.outlet(at: source.value)?.kind != .agency { return }
      add(host, at: source.value, source.role, text)
      return
    }
    let agencies = agencies(in: source.value)
    for agency in agencies { add(agency.name, .agency, source.role, text) }
    if agencies.isEmpty, !source.onlyAgency, let entry = names.entry(named: source.value),
      !isOutlet(entry.name)
    {
      add(entry.name, entry.kind, source.role, text)
    }
  }

  /// The address that the page calls the one of its text, where that is on another site than the page itself: whoever
  /// takes a text over by contract names its first publisher so.
  mutating func add(canonical: String) {
    guard canonical.utf8.count <= Self.longest, let known, WebHost(known) != nil,
      let host = WebHost(canonical), !WebHost.isFront(canonical)
    else { return }
    add(host, at: canonical, .originated, "canonical address: " + canonical)
  }

  /// Bytes of the longest statement that is read.
  private static let longest = 400

  private func agencies(in text: String) -> [CreditedName] {
    let line = Line(text, names)
    guard !line.tokens.isEmpty else { return [] }
    return NameList.read(line, 0..<line.tokens.count, .agency)?.filter { !$0.isOrdinary } ?? []
  }

  private mutating func add(_ host: WebHost, at address: String, _ role: Credit.Role, _ text: String) {
    guard !host.isRelay else { return }
    if let known = known.flatMap({ WebHost($0) }), host.isSameSite(as: known) || known.isRelay { return }
    let entry = names.outlet(at: address)
    // One outlet may have a domain for each country.
    if let entry, isOutlet(entry.name) || known.flatMap({ names.outlet(at: $0) })?.name == entry.name {
      return
    }
    let name = entry?.name ?? host.bare
    if isOutlet(name) || isOutlet(host.label) { return }
    add(name, entry?.kind ?? .outlet, role, text, address: address)
  }

  /// Whether a name is that of the outlet that publishes the page.
  private func isOutlet(_ name: String) -> Bool {
    CreditJudge.isOwn(CreditedName(name: name, kind: .outlet), own: outlet, names)
  }

  private mutating func add(
    _ name: String, _ kind: Credit.Kind, _ role: Credit.Role, _ text: String, address: String? = nil
  ) {
    // The same name in the same role is one credit; the first that has an address stays.
    if let index = credits.firstIndex(where: { $0.name == name && $0.role == role }) {
      if credits[index].address == nil, let address {
        credits[index].address = address
        credits[index].text = text
      }
      return
    }
    credits.append(
      Credit(name: name, kind: kind, role: role, text: text, place: .metadata, address: address))
  }
}
