/// What somebody asks of the site, without the socket it came by.
///
/// How an address is read, so that every id has one and only one:
/// - The path is parted at its slashes, and each part is decoded once. A slash that belongs to an id is `%2F`.
/// - The last part's ending says which twin is wanted: `.json`, `.csv`, or `.html`, which is what there is without one. It
///   is taken off once. So the page of the id `notes.json` is `/articles/notes.json.html`, and its twin
///   `/articles/notes.json.json`.
/// - One `~` at the beginning of a part is taken off. So an id that is empty, `.` or `..`, which browsers would resolve
///   themselves, or that begins with `~`, gets one before it.
/// - `/index.json` and `/index.csv` are the twins of `/`. A slash at the end means nothing.
///
/// Nobody writes addresses by hand: ``Address`` makes them.
public struct Request: Sendable {
  /// How the answer is wanted.
  public enum Twin: String, Sendable, CaseIterable {
    case html, json, csv
  }

  /// A file that was sent in a form.
  public struct File: Sendable, Hashable {
    /// The form's field that it came in.
    public let field: String
    /// Its name, as the browser gave it: for people only, never a path of ours.
    public let name: String
    /// What it holds.
    public let bytes: [UInt8]

    /// A file as it was sent.
    public init(field: String, name: String, bytes: [UInt8]) {
      self.field = field
      self.name = name
      self.bytes = bytes
    }
  }

  /// Decoded parts of the path, the twin's ending taken off the last: `/families/ab12.json` is `families`, `ab12`.
  public let path: [String]
  /// Which of its forms the answer is wanted in.
  public let twin: Twin
  /// Decoded pairs of the query, in order.
  public let query: [(name: String, value: String)]
  /// Fields of a form that was sent; empty for a reading request.
  public let form: [(name: String, value: String)]
  /// Files of a form that was sent.
  public let files: [File]
  /// Whether something is to be changed.
  public let isPost: Bool

  /// Makes a request of what a server has taken apart.
  public init(
    path: [String], twin: Twin = .html, query: [(name: String, value: String)] = [],
    form: [(name: String, value: String)] = [], files: [File] = [], isPost: Bool = false
  ) {
    self.path = path
    self.twin = twin
    self.query = query
    self.form = form
    self.files = files
    self.isPost = isPost
  }

  /// The first value of this name in the query; `nil` where it is missing or empty.
  func value(_ name: String) -> String? {
    query.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// The first value of this name in the form.
  func field(_ name: String) -> String? { form.first { $0.name == name }?.value }

  /// The first file of this name in the form; `nil` where none was chosen.
  func file(_ name: String) -> File? { files.first { $0.field == name && !$0.bytes.isEmpty } }

  /// A whole number of the query, within `range`; `otherwise` where there is none.
  func number(_ name: String, in range: ClosedRange<Int>, otherwise: Int) -> Int {
    value(name).flatMap { Int($0) }.map { min(max($0, range.lowerBound), range.upperBound) } ?? otherwise
  }
}
