import Press

/// What the pages themselves say of where their text comes from, resolved within one family.
struct Claims {
  /// A source that a witness names.
  struct Claim {
    let name: SourceName
    let spelled: String
    let credit: Credit
  }

  /// What one witness says.
  struct Statement {
    /// Outlets said to have published the text before.
    var outlets: [Claim] = []
    /// Agencies said to have written it.
    var agencies: [Claim] = []
    /// Agencies or outlets said to have supplied a part.
    var contributors: [Claim] = []
    /// "From a syndicated feed": a source is admitted, none is named.
    var unnamed: Credit?
  }

  /// By witness.
  let statements: [Statement]
  /// Agencies that members of the family credit as the source, by folded name.
  let agencies: [SourceName: Claim]

  init(_ tradition: Tradition) {
    statements = tradition.witnesses.map(Self.statement)
    var agencies: [SourceName: Claim] = [:]
    for member in tradition.members {
      for claim in statements[member].agencies {
        let known = agencies.keys.contains { $0.isSame(as: claim.name) }
        if !known { agencies[claim.name] = claim }
      }
    }
    self.agencies = agencies
  }

  private static func statement(_ witness: Tradition.Witness) -> Statement {
    var statement = Statement()
    for credit in witness.article.credits {
      guard credit.kind != .unnamed else {
        statement.unnamed = statement.unnamed ?? credit
        continue
      }
      let name = SourceName(credit.name)
      // An outlet that names itself says nothing of where it had the text from.
      guard !name.folded.isEmpty, witness.outlet?.isSame(as: name) != true else { continue }
      let claim = Claim(name: name, spelled: credit.name, credit: credit)
      switch (credit.role, credit.kind) {
      case (.originated, _), (.source, .outlet), (.supplied, .outlet): statement.outlets.append(claim)
      case (.source, _), (.supplied, _): statement.agencies.append(claim)
      case (.contributed, _): statement.contributors.append(claim)
      // Who edited a text need not have had it first.
      case (.edited, _): break
      }
    }
    if let dateline = witness.article.dateline, let agency = dateline.agency {
      let name = SourceName(agency)
      if witness.outlet?.isSame(as: name) != true,
        !statement.agencies.contains(where: { $0.name.isSame(as: name) })
      {
        let words =
          dateline.range.flatMap { Self.slice(witness.article.text, $0) } ?? "\(dateline.place) (\(agency))"
        let credit = Credit(
          name: agency, kind: .agency, role: .source, text: words,
          place: dateline.range == nil ? .furniture : .text,
          range: dateline.range)
        statement.agencies.append(Claim(name: name, spelled: agency, credit: credit))
      }
    }
    statement.outlets = distinct(statement.outlets)
    statement.agencies = distinct(statement.agencies)
    // A source of the whole is not also one of a part.
    statement.contributors = distinct(statement.contributors).filter { claim in
      !(statement.agencies + statement.outlets).contains { $0.name.isSame(as: claim.name) }
    }
    return statement
  }

  /// Sources of one sort that a page may name: a page that names more is no report, and work is bounded for each page
  /// (invariant 12).
  private static let mostNames = 32

  private static func distinct(_ claims: [Claim]) -> [Claim] {
    var kept: [Claim] = []
    for claim in claims
    where kept.count < mostNames && !kept.contains(where: { $0.name.isSame(as: claim.name) }) {
      kept.append(claim)
    }
    return kept
  }

  private static func slice(_ text: String, _ range: Range<Int>) -> String? {
    let bytes = text.utf8
    guard range.upperBound <= bytes.count else { return nil }
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
    return String(bytes[start..<end])
  }
}
