/// A page that could not be read: kept, counted, and listed with the reason (invariant 1).
public struct Refusal: Sendable, Hashable, Codable {
  /// Why a page, or an input, was not read.
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    case notFound = "not-found"
    case noPermission = "no-permission"
    case unreadable
    case empty
    case notText = "not-text"
    case tooLarge = "too-large"
    case badJSON = "bad-json"
    case cutShort = "cut-short"
    case unsupported
    case noArticle = "no-article"
  }

  /// The path as given, with the line or record number behind `#`.
  public var source: String
  /// Why, in one of a few words.
  public var reason: Reason
  /// What was found, where, and what to do about it, in one sentence or two.
  public var detail: String

  /// Makes a refusal.
  public init(source: String, reason: Reason, detail: String) {
    self.source = source
    self.reason = reason
    self.detail = detail
  }
}

/// Something wrong with a page that was read and kept all the same.
public struct Notice: Sendable, Hashable, Codable {
  /// What was wrong.
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    case brokenEncoding = "broken-encoding"
    case duplicateID = "duplicate-id"
    case partial
    case badField = "bad-field"
  }

  /// The path as given, with the line or record number behind `#`.
  public var source: String
  /// Why, in one of a few words.
  public var reason: Reason
  /// What was found, where, what was done, and what to do about it.
  public var detail: String

  /// Makes a notice.
  public init(source: String, reason: Reason, detail: String) {
    self.source = source
    self.reason = reason
    self.detail = detail
  }
}
