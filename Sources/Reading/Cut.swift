import Markup
import Press

/// The limits that a page ran into.
struct Cut: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  /// The end of the text was not read.
  static let text = Cut(rawValue: 1)
  /// The end of the markup was not read.
  static let markup = Cut(rawValue: 2)
  /// Markup was read with less nesting, fewer attributes or less formatting than it has; no text is lost by that.
  static let structure = Cut(rawValue: 4)

  /// What was cut, in a sentence or two; `nil` where nothing was.
  var detail: String? {
    var said: [String] = []
    if contains(.markup) {
      said.append("it has more elements than any honest page; the end of it was not read")
    }
    if contains(.text) {
      said.append(
        "its text has more than \(Budget.lines) lines or \(Budget.text) bytes; what lies behind was not read")
    }
    if contains(.structure) {
      said.append(
        "its markup is nested deeper, or has more attributes, than is read; no text is lost by that")
    }
    guard !said.isEmpty else { return nil }
    return "The page runs into a limit: \(said.joined(separator: "; ")); if it is an honest one, split it."
  }

  /// As a notice that goes with the article; none where nothing was cut.
  func notices(of page: Page) -> [Notice] {
    detail.map { [Notice(source: page.source, reason: .partial, detail: $0)] } ?? []
  }

  /// What became of a page, with what was cut of it said: as a notice, or behind the reason of a refusal.
  func applied(to outcome: Outcome, of page: Page) -> Outcome {
    guard let detail else { return outcome }
    switch outcome {
    case .article(let article, let notices):
      return .article(article, notices: notices + self.notices(of: page))
    case .refusal(var refusal):
      refusal.detail += " " + detail
      return .refusal(refusal)
    }
  }
}

extension Cut {
  /// What the parser's limits, and the budget of text, mean for the article.
  init(_ reached: Limits.Reached, isTextCut: Bool) {
    self = isTextCut ? .text : []
    if !reached.isDisjoint(with: [.bytes, .nodes]) { insert(.markup) }
    if !reached.subtracting([.bytes, .nodes]).isEmpty { insert(.structure) }
  }
}
