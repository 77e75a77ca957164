import Press
import Reading

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
    let names = HeldNames(tradition)
    statements = tradition.witnesses.indices.map { witness in
      let unread = witness < tradition.memberCount ? Self.unread(witness, tradition, names) : []
      return Self.statement(tradition.witnesses[witness], unread)
    }
    var agencies: [SourceName: Claim] = [:]
    for member in tradition.members {
      for claim in statements[member].agencies {
        let known = agencies.keys.contains { $0.isSame(as: claim.name) }
        if !known { agencies[claim.name] = claim }
      }
    }
    self.agencies = agencies
  }

  /// Words, bytes and number of the lines that may be credits which no table knows (invariant 12).
  private static let longest = (words: 16, bytes: 140)
  private static let mostLines = 64

  /// Credits that Reading passed over because it knew no such name: lines with the whole name of another's held page.
  private static func unread(_ witness: Int, _ tradition: Tradition, _ names: HeldNames) -> [Credit] {
    guard names.outlets.count > 1 else { return [] }
    let article = tradition.witnesses[witness].article
    let short = article.text.utf8.split(separator: 0x0A).filter { $0.count <= longest.bytes }
    var found: [Credit] = []
    for line in short.prefix(mostLines / 2) + short.dropFirst(mostLines / 2).suffix(mostLines / 2) {
      let text = String(decoding: line, as: UTF8.self)
      let words = SourceName.words(of: text)
      guard !words.isEmpty, words.count <= longest.words else { continue }
      for number in names.outlets(in: words) where number != names.outletOf[witness] {
        let page = names.outlets[number].pages[0]
        guard let name = tradition.witnesses[page].article.outlet,
          !article.credits.contains(where: {
            SourceName($0.name).isSame(as: names.outlets[number].name)
              && SourceName.words(of: $0.text) == words
          }),
          let role = KnownLine.role(of: text, naming: name)
        else { continue }
        found.append(Credit(name: name, kind: .outlet, role: role, text: text, place: .text))
      }
    }
    return found
  }

  private static func statement(_ witness: Tradition.Witness, _ unread: [Credit]) -> Statement {
    var statement = Statement()
    for credit in witness.article.credits + unread {
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
    statement.contributors = statement.contributors.prefix(mostNames).filter { claim in
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
