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
      return sources(of: credit, own: ownNames, names).compactMap { source -> Credit? in
        // An outlet may well keep an agency's feed on its own site.
        if isAtHome == true, source.kind != .agency { return nil }
        guard !ownNames.contains(where: { CreditJudge.isOwn(source, own: $0, names) }) else { return nil }
        var resolved = credit
        resolved.name = source.name
        resolved.kind = source.kind
        resolved.role = source.role ?? credit.role
        return resolved
      }
    }
  }

  private static func sources(of credit: Credit, own: [String], _ names: NameTable) -> [CreditedName] {
    let line = Line(credit.name, names)
    guard !line.tokens.isEmpty else { return [] }
    if credit.kind == .agency { return agencies(in: line) }
    if let known = names.entry(named: credit.name) ?? names.outlet(at: credit.name) {
      return [CreditedName(name: known.name, kind: known.kind)]
    }
    let listed = listed(in: line)
    // A list is one only where one of its names is known: "Sand and Stone" may be one paper.
    let isList = listed.contains { source in
      names.entry(named: source.name) != nil
        || own.contains { CreditJudge.isOwn(source, own: $0, names) }
    }
    if listed.count > 1, isList { return listed }
    if let known = credit.address.flatMap(names.outlet) {
      return [CreditedName(name: known.name, kind: known.kind)]
    }
    return [CreditedName(name: credit.name, kind: .outlet)]
  }

  /// The names of a list. Whoever stands behind "with" only helped: "NPA with Brennick Observer" is the agency's report. An
  /// agency behind outlets is the source all the same: "Brennick Observer with NPA" was made from its dispatch.
  private static func listed(in line: Line) -> [CreditedName] {
    let count = line.tokens.count
    let with = line.tokens.indices.dropFirst().first {
      !line.tokens[$0].isCapital && withs.contains(line.tokens[$0].hash)
    }
    guard let with, let first = NameList.read(line, 0..<with, .any),
      let others = NameList.read(line, with + 1..<count, .any)
    else { return NameList.read(line, 0..<count, .any) ?? [] }
    let hasAgency = first.contains { $0.kind == .agency }
    return first
      + others.map { $0.kind == .agency && !hasAgency ? $0 : $0.in(role: .contributed) }
  }

  private static let withs = Set(
    ["with", "mit", "avec", "con", "com", "met", "med", "ile", "z", "с", "з", "cu", "amb"].map {
      Folding.hash($0)
    })

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
