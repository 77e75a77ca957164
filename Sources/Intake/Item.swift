import Press

/// What Intake hands over, in the order in which it stands in the input.
public enum Item: Sendable {
  /// A page to be read, with what was wrong about it that did not keep it from being taken.
  case page(Page, notices: [Notice])
  /// A line that an earlier stage wrote.
  case article(Article)
  case pair(Pair)
  case family(Family)
  /// Something that is no page.
  case refusal(Refusal)
}
