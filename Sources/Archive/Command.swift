import GRDB
import GRDBSQLite
import Press

/// One prepared statement, bound and stepped with explicit lengths.
///
/// GRDB binds a `String` up to its first NUL and reads it back the same way. A page may hold a NUL, and its text
/// is never edited (invariant 5), so values go in and come out here by pointer and length.
struct Command {
  private let statement: Statement
  private let database: Database
  private var handle: OpaquePointer { statement.sqliteStatement }

  /// Prepares `sql`, or takes it from the connection's cache. `sql` is ours, never made from a page's words.
  init(_ sql: String, _ database: Database) throws {
    statement = try database.cachedStatement(sql: sql)
    self.database = database
  }

  /// Runs a statement that yields no rows.
  func run(_ values: any Bindable...) throws {
    try step(values) { _ in false }
  }

  /// Runs a statement that yields no rows.
  func run(_ values: [any Bindable]) throws {
    try step(values) { _ in false }
  }

  /// Runs an insertion and returns the row's key.
  func insert(_ values: any Bindable...) throws -> Int64 { try insert(values) }

  /// Runs an insertion and returns the row's key.
  func insert(_ values: [any Bindable]) throws -> Int64 {
    try step(values) { _ in false }
    return database.lastInsertedRowID
  }

  /// The first row, if there is one.
  func first<T>(_ values: any Bindable..., read: (Columns) throws -> T) throws -> T? {
    var result: T?
    try step(values) {
      result = try read($0)
      return false
    }
    return result
  }

  /// All rows.
  func all<T>(_ values: any Bindable..., read: (Columns) throws -> T) throws -> [T] {
    try all(values, read: read)
  }

  /// All rows.
  func all<T>(_ values: [any Bindable], read: (Columns) throws -> T) throws -> [T] {
    var result: [T] = []
    try step(values) {
      result.append(try read($0))
      return true
    }
    return result
  }

  /// Each row in turn. `body` must not use the same statement again.
  func each(_ values: any Bindable..., body: (Columns) throws -> Void) throws {
    try each(values, body: body)
  }

  /// Each row in turn.
  func each(_ values: [any Bindable], body: (Columns) throws -> Void) throws {
    try step(values) {
      try body($0)
      return true
    }
  }

  private func step(_ values: [any Bindable], row: (Columns) throws -> Bool) throws {
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    for (index, value) in values.enumerated() {
      let code = value.bind(to: handle, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw SQLiteFailure(code, database) }
    }
    let columns = Columns(handle: handle)
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW:
        let goesOn = try row(columns)
        if columns.texts.areBroken { throw Damage(what: "a text that is not UTF-8") }
        if !goesOn { return }
      case SQLITE_DONE: return
      case let code: throw SQLiteFailure(code, database)
      }
    }
  }
}

/// What SQLite said when a statement failed.
struct SQLiteFailure: Error {
  let code: Int32
  let message: String

  init(_ code: Int32, _ database: Database) {
    self.code = code
    message = database.sqliteConnection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? ""
  }
}

/// The row that a statement stands on; columns are counted from 0.
struct Columns {
  /// Whether a text that was read was no UTF-8. Mended, it would be another text, or an id that leads nowhere.
  final class Texts {
    fileprivate(set) var areBroken = false
  }

  let handle: OpaquePointer
  let texts = Texts()

  func isNull(_ index: Int32) -> Bool { sqlite3_column_type(handle, index) == SQLITE_NULL }

  func integer(_ index: Int32) -> Int64 { sqlite3_column_int64(handle, index) }

  func int(_ index: Int32) -> Int { Int(integer(index)) }

  func real(_ index: Int32) -> Double { sqlite3_column_double(handle, index) }

  /// A share, a similarity or a confidence. A hair beyond the ends is rounding; anything else no Stemma wrote.
  func share(_ index: Int32) throws -> Double {
    let value = real(index)
    guard value >= -1e-6, value <= 1 + 1e-6 else {
      throw Damage(what: "\(value) where a share from 0 to 1 belongs")
    }
    return min(1, max(0, value))
  }

  /// How many there are of something. Such as no archive can hold would overflow where they are added up.
  func count(_ index: Int32) throws -> Int {
    let value = integer(index)
    guard (0...0xFFFF_FFFF).contains(value) else { throw Damage(what: "\(value) where a count belongs") }
    return Int(value)
  }

  /// Seconds between two times; years have four digits.
  func span(_ index: Int32) throws -> Int {
    let value = integer(index)
    guard (0...400_000_000_000).contains(value) else {
      throw Damage(what: "\(value) where a time in seconds belongs")
    }
    return Int(value)
  }

  func hash(_ index: Int32) -> UInt64 { UInt64(bitPattern: integer(index)) }

  func text(_ index: Int32) -> String {
    withBytes(index) { bytes in
      if let text = String(validating: bytes, as: UTF8.self) { return text }
      texts.areBroken = true
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  func optionalText(_ index: Int32) -> String? { isNull(index) ? nil : text(index) }

  func withBytes<T>(_ index: Int32, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    let pointer = sqlite3_column_blob(handle, index)
    let count = Int(sqlite3_column_bytes(handle, index))
    return try body(UnsafeRawBufferPointer(start: pointer, count: pointer == nil ? 0 : count))
  }

  func bytes(_ index: Int32) -> [UInt8] { withBytes(index) { Array($0) } }

  /// A range in two columns; `nil` where none is stored. One that cannot be is a damaged file, never a trap.
  func optionalRange(_ begins: Int32, _ ends: Int32) throws -> Range<Int>? {
    isNull(begins) ? nil : try range(begins, ends)
  }

  func range(_ begins: Int32, _ ends: Int32) throws -> Range<Int> {
    let lower = int(begins)
    let upper = int(ends)
    guard 0 <= lower, lower <= upper, !isNull(ends) else {
      throw Damage(what: "a range from \(lower) to \(upper)")
    }
    return lower..<upper
  }

  func moment(_ index: Int32) throws -> Moment? {
    guard let text = optionalText(index) else { return nil }
    guard let moment = Moment(iso: text) else {
      throw Damage(what: "“\(text.prefix(40))” where a date belongs")
    }
    return moment
  }

  func word<T: RawRepresentable<String>>(_ index: Int32, as type: T.Type = T.self) throws -> T {
    let text = text(index)
    guard let value = T(rawValue: text) else {
      throw Damage(what: "“\(text.prefix(40))” where one of Stemma's own words belongs")
    }
    return value
  }
}

/// Something in the file that no Stemma wrote.
struct Damage: Error {
  let what: String
}

/// A value that a statement takes.
protocol Bindable {
  func bind(to handle: OpaquePointer, at index: Int32) -> Int32
}

extension Int64: Bindable {
  func bind(to handle: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_int64(handle, index, self) }
}

extension Int: Bindable {
  func bind(to handle: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_int64(handle, index, Int64(self))
  }
}

extension Bool: Bindable {
  func bind(to handle: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_int64(handle, index, self ? 1 : 0)
  }
}

/// SQLite's integers are signed: a hash is kept as the same 64 bits.
extension UInt64: Bindable {
  func bind(to handle: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_int64(handle, index, Int64(bitPattern: self))
  }
}

extension Double: Bindable {
  func bind(to handle: OpaquePointer, at index: Int32) -> Int32 { sqlite3_bind_double(handle, index, self) }
}

extension String: Bindable {
  func bind(to handle: OpaquePointer, at index: Int32) -> Int32 {
    // SQLite copies the bytes (its SQLITE_TRANSIENT, a macro that Swift does not see).
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    var words = self
    return words.withUTF8 { bytes in
      guard let base = bytes.baseAddress, !bytes.isEmpty else {
        return sqlite3_bind_text(handle, index, "", 0, copied)
      }
      return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        sqlite3_bind_text64(handle, index, $0, UInt64(bytes.count), copied, UInt8(SQLITE_UTF8))
      }
    }
  }
}

extension [UInt8]: Bindable {
  func bind(to handle: OpaquePointer, at index: Int32) -> Int32 {
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, !bytes.isEmpty else {
        return sqlite3_bind_zeroblob(handle, index, 0)
      }
      return sqlite3_bind_blob64(handle, index, base, UInt64(bytes.count), copied)
    }
  }
}

extension Optional: Bindable where Wrapped: Bindable {
  func bind(to handle: OpaquePointer, at index: Int32) -> Int32 {
    switch self {
    case .some(let value): value.bind(to: handle, at: index)
    case .none: sqlite3_bind_null(handle, index)
    }
  }
}
