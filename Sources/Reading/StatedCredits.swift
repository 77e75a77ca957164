import Press

/// Finds out whom the sources mean that an input states beside a page: Intake hands over names as they stand in a feed
/// ("creditline: KPA/Brennick Observer"), the tables know who is an agency and how it is spelled.
enum StatedCredits {
  /// The credits with names and kinds as the tables have them; whoever credits itself is left out.
  ///
  /// - Parameters:
  ///   - own: The outlet of the page.
  ///   - address: The page's own address, whose site is no source of it.
  static func resolved(_ stated: [Credit], own: String?, address: String?, _ names: NameTable) -> [Credit] {
    guard !stated.isEmpty else { return [] }
    let ownNames = own.map(names(in:)) ?? []
    let site = address.flatMap { WebHost($0) }
    return stated.flatMap { credit -> [Credit] in
      // A feed of the same site, whatever it is called, is no source; nor is the site by its bare name.
      let isAtHome = site.map { own in
        [credit.address, credit.name.contains(" ") ? nil : "//" + credit.name].contains { stated in
          stated.flatMap { WebHost($0) }?.isSameSite(as: own) == true
        }
      }
      return sources(of: credit, names).compactMap { source -> Credit? in
        // An outlet may well keep an agency's feed on its own site.
        if isAtHome == true, source.kind != .agency { return nil }
        guard !ownNames.contains(where: { CreditJudge.isOwn(source, own: $0, names) }) else { return nil }
        var resolved = credit
        resolved.name = source.name
        resolved.kind = source.kind
        return resolved
      }
    }
  }

  private static func sources(of credit: Credit, _ names: NameTable) -> [CreditedName] {
    let line = Line(credit.name, names)
    guard !line.tokens.isEmpty else { return [] }
    if credit.kind == .agency { return agencies(in: line) }
    if let known = names.entry(named: credit.name) ?? names.outlet(at: credit.name) {
      return [CreditedName(name: known.name, kind: known.kind)]
    }
    let listed = NameList.read(line, 0..<line.tokens.count, .any) ?? []
    // A list is one only where the tables know one of its names: "Sand and Stone" may be one paper.
    if listed.count > 1, listed.contains(where: { names.entry(named: $0.name) != nil }) { return listed }
    if let known = credit.address.flatMap(names.outlet) {
      return [CreditedName(name: known.name, kind: known.kind)]
    }
    return [CreditedName(name: credit.name, kind: .outlet)]
  }

  /// The agencies that stand anywhere in a line: who else is in it may be no source.
  private static func agencies(in line: Line) -> [CreditedName] {
    var found: [CreditedName] = []
    var at = 0
    while at < line.tokens.count {
      guard let name = line.names.name(in: line, at: at, limit: line.tokens.count) else {
        at += 1
        continue
      }
      at = max(name.tokens.upperBound, at + 1)
      let agency = CreditedName(name: name.known.name, kind: .agency)
      if name.known.kind == .agency, !name.isOrdinary, !found.contains(agency) { found.append(agency) }
    }
    return found
  }

  // MARK: Whoever credits itself

  /// What a feed is called, and each part of it: "Hollin Courier: Rivers" is the Hollin Courier's.
  private static func names(in title: String) -> [String] {
    let parts = title.split { ":|–—»".contains($0) }.flatMap { $0.split(separator: " - ") }
    return [title] + (parts.count > 1 ? parts.map { String($0) } : [])
  }
}
