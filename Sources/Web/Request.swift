/// What somebody asks of the site, without the socket it came by.
public struct Request: Sendable {
  /// How the answer is wanted.
  public enum Twin: String, Sendable, CaseIterable {
    case html, json, csv
  }

  /// Decoded parts of the path, the twin's ending taken off the last: `/families/ab12.json` is `families`, `ab12`.
  public let path: [String]
  /// Which of its forms the answer is wanted in.
  public let twin: Twin
  /// Decoded pairs of the query, in order.
  public let query: [(name: String, value: String)]
  /// Fields of a form that was sent; empty for a reading request.
  public let form: [(name: String, value: String)]
  /// Whether something is to be changed.
  public let isPost: Bool

  /// Makes a request of what a server has taken apart.
  public init(
    path: [String], twin: Twin = .html, query: [(name: String, value: String)] = [],
    form: [(name: String, value: String)] = [], isPost: Bool = false
  ) {
    self.path = path
    self.twin = twin
    self.query = query
    self.form = form
    self.isPost = isPost
  }

  /// The first value of this name in the query; `nil` where it is missing or empty.
  func value(_ name: String) -> String? {
    query.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// The first value of this name in the form.
  func field(_ name: String) -> String? { form.first { $0.name == name }?.value }

  /// A whole number of the query, within `range`; `otherwise` where there is none.
  func number(_ name: String, in range: ClosedRange<Int>, otherwise: Int) -> Int {
    value(name).flatMap { Int($0) }.map { min(max($0, range.lowerBound), range.upperBound) } ?? otherwise
  }
}
