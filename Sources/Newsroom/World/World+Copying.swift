import Foundation

extension World {
  /// What `outlet` makes of a source's text: the copy, and what was done.
  mutating func reprint(_ source: Tradition.Node, by outlet: Outlet, at time: Int) -> (
    Copy, [Tradition.Operation]
  ) {
    var copy = source.copy
    var done: [Tradition.Operation] = []
    func note(_ operation: Tradition.Operation, _ changed: Bool) { if changed { done.append(operation) } }
    // Furniture stays with its page, but that a hasty hand takes a line along.
    if !chance.happens(0.04) { (copy.furnitureAbove, copy.furnitureBelow) = ([], []) }
    if happens(.scan) {
      // What is scanned was set in a column first, and stands under no desk any more.
      note(.scan, Scanner.scan(&copy, rate: chance.number(in: 0.001...0.02), &chance))
    }
    if happens(.cut) { note(.cut, Editor.cut(&copy, &chance)) }
    if happens(.cutInside) { note(.cutInside, Editor.cutInside(&copy, &chance)) }
    if happens(.trim) { note(.trim, Editor.trim(&copy, &chance)) }
    if happens(.move) { note(.move, Editor.move(&copy, &chance)) }
    if happens(.reword) { note(.reword, Editor.reword(&copy, &chance)) }
    if happens(.number) { note(.number, Editor.number(&copy, &chance)) }
    if happens(.quotation) { note(.quotation, Editor.quotation(&copy, &chance)) }
    if happens(.name) { note(.name, Editor.name(&copy, &chance)) }
    if happens(.attribution) { note(.attribution, Editor.attribution(&copy, &chance)) }
    if happens(.typo) { note(.typo, Editor.typo(&copy, &chance)) }
    note(.credit, credit(&copy, source, outlet, at: time))
    if happens(.spin) { note(.spin, Editor.spin(&copy, rate: chance.number(in: 0.3...0.95), &chance)) }
    if happens(.local) {
      let own = reporter.local(&localScene, paragraphs: chance.number(in: 1...3), &chance)
      // Into the text, or at its end.
      let at =
        chance.happens(0.5)
        ? copy.paragraphs.count : chance.number(in: min(2, copy.paragraphs.count)...copy.paragraphs.count)
      copy.paragraphs.insert(contentsOf: own, at: at)
      note(.local, true)
    }
    if outlet.hasStyle {
      note(.spelling, outlet.house.spell(&copy))
      note(.typography, outlet.house.set(&copy))
    }
    if happens(.retitle) {
      let headline = headline(for: copy)
      note(.headline, headline != copy.headline)
      copy.headline = headline
    }
    furnish(&copy)
    return (copy, done)
  }

  /// Lines that surround the text on a page.
  mutating func furnish(_ copy: inout Copy) {
    guard happens(.furniture) else { return }
    for _ in 0..<chance.number(in: 0...2) {
      copy.furnitureAbove.append(chance.pick(CreditLines.furnitureAbove))
    }
    for _ in 0..<chance.number(in: 1...3) {
      copy.furnitureBelow.append(chance.pick(CreditLines.furnitureBelow))
    }
  }

  /// Another headline: one of the report's own, or the first words of the text.
  mutating func headline(for copy: Copy) -> String {
    if chance.happens(0.7), let pool = reports.first?.material.headlines, !pool.isEmpty {
      return chance.pick(pool)
    }
    let words = (copy.paragraphs.first ?? "").split(separator: " ")
    return words.prefix(chance.number(in: 6...10)).joined(separator: " ").trimmingCharacters(
      in: .punctuationCharacters)
  }

  /// Settles dateline and credits as the outlet does; answers whether they are others than the source's.
  private mutating func credit(_ copy: inout Copy, _ source: Tradition.Node, _ outlet: Outlet, at time: Int)
    -> Bool
  {
    let before = (copy.dateline, copy.above.map(\.text), copy.below.map(\.text))
    if !copy.dateline.isEmpty, !happens(.dateline) {
      // Dropped, or only the place is left.
      copy.dateline =
        chance.happens(0.5) ? "" : reports[source.report].material.place.uppercased() + outlet.house.dash
      copy.datelineCredit = nil
    }
    if source.isDispatch {
      (copy.above, copy.below) = ([], [])
      if happens(.creditAgency) {
        // A dateline that names the agency does for many.
        if copy.datelineCredit == nil || chance.happens(0.4), let agency = reports[source.report].agency {
          add(CreditLines.agency(agency, day: Calendar(instant: time), &chance), to: &copy)
        }
      } else {
        if copy.datelineCredit != nil {
          copy.dateline =
            chance.happens(0.5) ? "" : reports[source.report].material.place.uppercased() + outlet.house.dash
          copy.datelineCredit = nil
        }
        if happens(.unnamedFeed) { copy.below.append(CreditLines.unnamed(outlet.name, &chance)) }
      }
    } else {
      if !happens(.carryOn) { (copy.above, copy.below) = ([], []) }
      if happens(.creditOutlet) {
        copy.below.append(CreditLines.outlet(source.label, &chance))
      } else if happens(.unnamedFeed) {
        copy.below.append(CreditLines.unnamed(outlet.name, &chance))
      }
    }
    return before != (copy.dateline, copy.above.map(\.text), copy.below.map(\.text))
  }

  private func add(_ credit: (Copy.Credit, CreditLines.Place), to copy: inout Copy) {
    switch credit.1 {
    case .above: copy.above.append(credit.0)
    case .below: copy.below.append(credit.0)
    }
  }

  mutating func happens(_ rate: Rate) -> Bool { chance.happens(rates[rate]) }
}
