import Foundation

/// How a family's pages name their sources, taken together: what one page's credit is worth depends on it.
///
/// Where everybody names the wire in words of its own, they are its clients; where all have the same line and pages name pages,
/// the line is likelier handed down.
struct Habits {
  /// By lost source: log of how many credit it, and in how many wordings, as a share of them.
  private let clients: [(log: Double, forms: Double)]
  /// By member: whether it names an outlet as its source.
  private let namesOutlet: [Bool]
  private let naming: Int

  init(_ tradition: Tradition, _ claims: Claims, _ lost: LostSources) {
    clients = lost.all.indices.map { number in
      let members = lost.all[number].clients.map(\.member)
      let forms = Set(members.map { lost.words(of: $0, naming: number) }).count
      return (log1p(Double(members.count)), members.isEmpty ? 1 : Double(forms) / Double(members.count))
    }
    namesOutlet = tradition.members.map { !claims.statements[$0].outlets.isEmpty }
    naming = namesOutlet.count(where: \.self)
  }

  func features(of lost: Int, _ copy: Int, _ f: inout FeatureVector, memberCount: Int) {
    f[.lostClients] = clients[lost].log
    f[.lostForms] = clients[lost].forms
    let others = naming - (namesOutlet[copy] ? 1 : 0)
    if memberCount > 1 { f[.lostCopying] = Double(others) / Double(memberCount - 1) }
  }
}
