import Foundation

/// An agency, and how it signs.
struct Agency: Sendable, Hashable {
  /// As clients abbreviate it.
  let name: String
  /// In full.
  let full: String

  /// Agencies that Reading's tables know, so that files written by the generator need no tables of their own. They
  /// sign invented news.
  static let all = [
    Agency(name: "AFP", full: "Agence France-Presse"), Agency(name: "AP", full: "The Associated Press"),
    Agency(name: "Reuters", full: "Reuters"), Agency(name: "dpa", full: "Deutsche Presse-Agentur"),
    Agency(name: "EFE", full: "Agencia EFE"), Agency(name: "ANSA", full: "ANSA"),
    Agency(name: "TASS", full: "TASS"), Agency(name: "Interfax", full: "Interfax"),
    Agency(name: "Xinhua", full: "Xinhua News Agency"), Agency(name: "Kyodo", full: "Kyodo News"),
    Agency(name: "Yonhap", full: "Yonhap News Agency"), Agency(name: "PTI", full: "Press Trust of India"),
    Agency(name: "ANI", full: "Asian News International"),
    Agency(name: "IANS", full: "Indo-Asian News Service"),
    Agency(name: "Bernama", full: "Bernama"),
  ]

  /// Place, day and name, as they stand before a dispatch.
  func dateline(_ place: String, _ day: Calendar, _ chance: inout Chance) -> String {
    switch name {
    case "AP", "dpa", "EFE":
      return "\(place.uppercased()) (\(name)) — "
    case "PTI", "ANI", "IANS":
      return "\(place), \(day.monthAndDay) (\(name)) "
    default:
      return "\(place.uppercased()), \(day.monthAndDay) (\(name)) - "
    }
  }
}

/// An outlet of one tradition.
struct Outlet: Sendable {
  let name: String
  let domain: String
  let house: House
  /// Whether its desk brings what it prints to the house's style.
  let hasStyle: Bool
  /// Hours east of Greenwich.
  let zone: Int

  init(hasStyle: Bool, _ chance: inout Chance) {
    let place = Names.town(&chance)
    let paper = chance.pick(Self.papers)
    let isSite = chance.happens(0.25)
    name =
      isSite
      ? place + chance.pick([" Now", " Today", " News", " Daily", " Online"])
      : (chance.happens(0.4) ? "The " : "") + place + " " + paper
    let folded = name.lowercased().replacing("the ", with: "").replacing(" ", with: "")
    domain = folded + ".example"
    house = House(&chance)
    self.hasStyle = hasStyle
    zone = chance.pick([-8, -5, 0, 0, 1, 1, 2, 3, 8])
  }

  private static let papers = [
    "Herald", "Tribune", "Courier", "Gazette", "Post", "Times", "Star", "Observer", "Chronicle", "Mail",
    "Journal", "Sun",
    "Dispatch", "Monitor", "Examiner", "Standard", "Ledger", "Record", "Sentinel", "Press", "Echo", "Argus",
    "Advertiser",
  ]
}

/// The lines by which pages name their sources.
enum CreditLines {
  /// Above or below the text.
  enum Place { case above, below }

  /// A client names its agency.
  static func agency(_ agency: Agency, day: Calendar, _ chance: inout Chance) -> (Copy.Credit, Place) {
    let short = agency.name
    let lines: [(String, Place)] = [
      ("SOURCE: \(short)", .below), ("Source: \(short)", .below), ("Source: \(agency.full)", .below),
      ("(\(short))", .below), ("— \(short)", .below), ("By \(agency.full)", .above), ("By \(short)", .above),
      ("Agency: \(short)", .above), ("\(agency.full)", .above),
      ("Copyright \(day.year) \(agency.full). All rights reserved.", .below),
      ("This story was reported by \(agency.full).", .below),
      ("This story has been published from a \(short) feed without modifications to the text.", .below),
    ]
    let line = chance.pick(lines)
    return (Copy.Credit(text: line.0, name: short), line.1)
  }

  /// A part is an agency's or an outlet's.
  static func part(_ name: String, _ chance: inout Chance) -> Copy.Credit {
    let lines = [
      "(With inputs from \(name))", "With inputs from \(name)", "Additional reporting by \(name)",
      "\(name) contributed to this report.", "(With additional reporting from \(name))",
      "— with files from \(name)",
    ]
    return Copy.Credit(text: chance.pick(lines), name: name, isPart: true)
  }

  /// A copy names the page that it comes from.
  static func outlet(_ name: String, _ chance: inout Chance) -> Copy.Credit {
    let lines = [
      "This article first appeared on \(name).", "Source: \(name)",
      "This story was originally published by \(name).",
      "Originally published by \(name)", "This article originally appeared in \(name).",
      "Republished with permission from \(name).", "Read the original article on \(name).",
      "This story was first published in \(name)",
    ]
    return Copy.Credit(text: chance.pick(lines), name: name)
  }

  /// A source is admitted, none is named; in a disclaimer the outlet names itself.
  static func unnamed(_ outlet: String, _ chance: inout Chance) -> Copy.Credit {
    if chance.happens(0.5) {
      let lines = [
        "(Except for the headline, this story has not been edited by \(outlet) staff and is published from a syndicated feed.)",
        "This story has not been edited by \(outlet) staff and is published from a syndicated feed.",
      ]
      return Copy.Credit(text: chance.pick(lines), name: outlet)
    }
    let lines = ["Source: Agencies", "(Agencies)", "From our wire services", "Compiled from wire reports"]
    return Copy.Credit(text: chance.pick(lines), name: "")
  }

  static let furnitureAbove = [
    "Advertisement", "Listen to this article", "Share on Facebook", "5 min read", "Home > World",
  ]
  static let furnitureBelow = [
    "Sign up for our daily newsletter", "Advertisement", "Share this article",
    "Follow us on Facebook and Twitter",
    "READ MORE: What we know so far", "Subscribe for unlimited access", "All rights reserved.",
  ]
}
