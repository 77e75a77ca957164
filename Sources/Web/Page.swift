/// One view of the site in all its forms: a page for people, and the same for programs.
public struct Page: Sendable {
  /// Whether it was found: a page that says that there is no such thing is one too.
  public enum Status: Int, Sendable {
    case found = 200
    case wrongCall = 400
    case refused = 403
    case notFound = 404
    case conflict = 409
    case tooSlow = 503
  }

  /// What the window is called.
  public var title: String
  /// What stands between the site's head and its foot.
  public var body: HTML
  /// The same as a JSON object.
  public var data: any Encodable & Sendable
  /// The same as a table: the heads of its columns, then its rows. ``Export/CSV`` writes it.
  public var table: Table
  /// Whether it was found.
  public var status: Status
  /// Which part of the site it belongs to, marked in the navigation.
  public var section: Section

  /// A part of the site.
  public enum Section: String, Sendable, CaseIterable {
    case pile, families, outlets, trace, corrections
  }

  /// A view as rows and columns.
  public struct Table: Sendable {
    /// The heads of its columns.
    public var columns: [String]
    /// Its rows, each with a cell a column.
    public var rows: [[String]]
    /// A table of these columns.
    public init(_ columns: [String], _ rows: [[String]] = []) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// Makes a view.
  public init(
    title: String, section: Section, status: Status = .found, body: HTML, data: any Encodable & Sendable,
    table: Table
  ) {
    self.title = title
    self.section = section
    self.status = status
    self.body = body
    self.data = data
    self.table = table
  }
}
