import Press

/// Makes credits of what a line says, and leaves out an outlet that names itself.
enum CreditJudge {
  /// The credits of a line; where its words stand is still to be said.
  static func credits(_ line: CreditLine, own: String?, names: NameTable) -> [Credit] {
    var credits: [Credit] = []
    for name in line.names where !isUnsaid(name, line, own, names) {
      credits.append(
        Credit(
          name: name.name, kind: name.kind, role: name.role ?? line.role, text: "", place: .furniture,
          spun: line.isSpun))
    }
    if line.hasFeed {
      credits.append(
        Credit(name: "", kind: .unnamed, role: line.feedRole, text: "", place: .furniture, spun: line.isSpun))
    }
    return credits
  }

  /// Whether a name says nothing of where the text came from: the outlet's own. In copyright lines and bylines an outlet
  /// counts only when the page is known to be another's; an agency always counts.
  private static func isUnsaid(
    _ name: CreditedName, _ line: CreditLine, _ own: String?, _ names: NameTable
  ) -> Bool {
    guard name.kind == .outlet else { return false }
    if own == nil {
      return line.furniture == .bylineBox
        || line.furniture == .disclaimer && !line.hasFeed && name.role == nil
    }
    return isOwn(name, own: own, names)
  }

  /// Whether a name stands for the page's outlet.
  ///
  /// An agency does where the outlet is that agency.
  /// "CNN (Web News)" is CNN, for it only adds what sort of medium or section it is. The Guardian Nigeria is not The
  /// Guardian, and The Times of Israel not The Times: a name that goes on with anything else is another's.
  static func isOwn(_ name: CreditedName, own: String?, _ names: NameTable) -> Bool {
    guard let own else { return false }
    guard name.kind == .outlet else { return name.name == own || names.entry(named: own)?.name == name.name }
    if let known = names.entry(named: own) ?? names.outlet(at: own) {
      if known.name == name.name { return true }
      if names.entry(named: name.name) != nil { return false }
    }
    let (a, b) = (words(own), words(name.name))
    // "nationalpost" is the National Post.
    if letters(own) == letters(name.name) { return true }
    let (shorter, longer) = a.count < b.count ? (a, b) : (b, a)
    guard !shorter.isEmpty, longer.map(\.hash).starts(with: shorter.map(\.hash)) else { return false }
    return longer[shorter.count...].allSatisfy {
      WordTable.shared.has($0, .media) || WordTable.shared.has($0, .section) || editions.contains($0.hash)
    }
  }

  /// What an outlet's name may go on with and be the same outlet's, beside words for media and sections.
  private static let editions = Set(
    [
      "online", "web", "digital", "print", "com", "live", "app", "editorial", "staff", "team", "desk",
      "service", "network",
    ]
    .map { Folding.hash($0) })

  private static func letters(_ name: String) -> [Character] {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The words of a name, without marks and articles before it.
  private static func words(_ text: String) -> [Token] {
    Array(LineTokens.scan(text).filter { !$0.isMark }.drop { WordTable.shared.has($0, .article) })
  }
}
