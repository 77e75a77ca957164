import Press

/// The sources that a family's credits name and no page of it is from: an agency's dispatch, another outlet's page.
struct LostSources {
  /// One of them.
  struct Source {
    let name: SourceName
    /// As the page that names it first spells it.
    let spelled: String
    let isAgency: Bool
    /// Members that have the text from it, by their own word, with the claim.
    var clients: [(member: Int, claim: Claims.Claim)] = []
    /// Members that have the text from another lost one, and hand down this one's name.
    var upstreamOf: [Int] = []
  }

  private(set) var all: [Source] = []
  /// By member: the lost ones that it names as the source of the whole.
  private(set) var ofMember: [[Int]]
  /// By member, then lost source: the line in which it names it, and its words.
  private var lines: [[Int: (text: String, words: [String])]]

  init(_ tradition: Tradition, _ claims: Claims, _ names: HeldNames) {
    ofMember = Array(repeating: [], count: tradition.memberCount)
    lines = Array(repeating: [:], count: tradition.memberCount)
    var unnamedBehind: [(member: Int, outlet: SourceName)] = []
    for member in tradition.members {
      let statement = claims.statements[member]
      func held(_ claim: Claims.Claim) -> Bool {
        // A page of another report is no source of this one, unless the two share text.
        names.outlets(named: claim.name, words: SourceName.words(of: claim.credit.text)).contains { number in
          names.outlets[number].pages.contains { page in
            page != member
              && (!tradition.witnesses[page].isGuest || tradition.link(from: page, to: member) != nil)
          }
        }
      }
      let outlets = statement.outlets.filter { !held($0) }
      let agencies = statement.agencies.filter { !held($0) }
      let hasHeldOutlet = outlets.count < statement.outlets.count
      for claim in outlets { enter(claim, isAgency: false, member, isClient: true) }
      for claim in agencies {
        // What stands in one line with an outlet is a source beside it; else the outlet's page hands it down.
        let isBeside = statement.outlets.contains { $0.credit.text == claim.credit.text }
        let isClient = statement.outlets.isEmpty || isBeside
        enter(claim, isAgency: true, member, isClient: isClient || hasHeldOutlet)
        if !isClient, !hasHeldOutlet, let agency = index(of: claim.name) {
          for outlet in outlets {
            if let lost = index(of: outlet.name), lost != agency, !all[agency].upstreamOf.contains(lost) {
              all[agency].upstreamOf.append(lost)
            }
          }
        }
      }
      if outlets.count == 1, statement.outlets.count == 1, agencies.isEmpty, statement.unnamed != nil {
        unnamedBehind.append((member, outlets[0].name))
      }
    }
    // A feed without a name is the family's agency where there is only one; all names must be known before.
    guard claims.agencies.count == 1, let agency = claims.agencies.keys.first.flatMap({ index(of: $0) })
    else { return }
    for (_, outlet) in unnamedBehind {
      if let lost = index(of: outlet), lost != agency, !all[agency].upstreamOf.contains(lost) {
        all[agency].upstreamOf.append(lost)
      }
    }
  }

  /// The line in which a member names a lost source for the whole of its text; `nil` where it does not.
  func line(of member: Int, naming lost: Int) -> String? { lines[member][lost]?.text }

  /// The words of that line; empty where there is none.
  func words(of member: Int, naming lost: Int) -> [String] { lines[member][lost]?.words ?? [] }

  func index(of name: SourceName) -> Int? { all.firstIndex { $0.name.isSame(as: name) } }

  private mutating func enter(_ claim: Claims.Claim, isAgency: Bool, _ member: Int, isClient: Bool) {
    let number: Int
    if let known = index(of: claim.name) {
      number = known
    } else {
      number = all.count
      all.append(Source(name: claim.name, spelled: claim.spelled, isAgency: isAgency))
    }
    guard isClient, !ofMember[member].contains(number) else { return }
    ofMember[member].append(number)
    lines[member][number] = (claim.credit.text, SourceName.words(of: claim.credit.text))
    all[number].clients.append((member, claim))
  }
}
