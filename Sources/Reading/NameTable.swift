import Press

/// A news agency or an outlet that the tables know.
public struct KnownSource: Sendable, Hashable {
  /// The name as the table spells it.
  public let name: String
  /// Agency or outlet.
  public let kind: Credit.Kind
  /// The group an outlet belongs to, where the table says so.
  public let owner: String?
}

/// The agencies and outlets of `agencies.tsv` and `outlets.tsv`, found by any of their names.
public struct NameTable: Sendable {
  /// The tables that the program comes with, read once.
  public static let builtIn = NameTable(adding: Builder())

  private struct Alias: Sendable {
    let words: [UInt64]
    /// Short names in capitals count only as they are spelled: "AP" is an agency, "ap" a typing error.
    let exact: [UInt8]?
    /// An ordinary word or another's short form too: counts only where a phrase says that a name follows.
    let isOrdinary: Bool
    /// The sign that it ends in, which must follow: "Vietnam+" is an agency, Vietnam a country.
    let sign: UInt8?
    let entry: Int
  }

  /// Behind one reference, since every line carries its table along.
  private final class Contents: Sendable {
    let entries: [KnownSource]
    let aliases: WordIndex<[Alias]>
    let domains: [String: Int]

    init(entries: [KnownSource], aliases: WordIndex<[Alias]>, domains: [String: Int]) {
      self.entries = entries
      self.aliases = aliases
      self.domains = domains
    }
  }

  private let contents: Contents

  /// How many agencies and outlets it knows.
  public var count: Int { contents.entries.count }

  /// Words, exact spelling and range of a name found in a line.
  struct Found: Sendable {
    let known: KnownSource
    let tokens: Range<Int>
    let isOrdinary: Bool
  }

  /// The built-in tables with rows of somebody's own, which come first where both know a name.
  ///
  /// - Parameters:
  ///   - agencies: A table in the form of `agencies.tsv`: name, country, languages, aliases, and domains where it has any.
  ///   - outlets: A table in the form of `outlets.tsv`: name, country, owner, aliases, domains.
  public init(agencies: [UInt8], outlets: [UInt8]) {
    var builder = Builder()
    builder.add(agencies: agencies, outlets: outlets)
    self.init(adding: builder)
  }

  private init(adding own: Builder) {
    var builder = own
    builder.add(agencies: PackageResources.agencies_tsv, outlets: PackageResources.outlets_tsv)
    // The longest name first: "AP News" before "AP"; agencies before outlets, being added first.
    let aliases = WordIndex(
      builder.aliases.mapValues { list in
        list.enumerated().sorted {
          ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
        }.map(\.element)
      })
    contents = Contents(entries: builder.entries, aliases: aliases, domains: builder.domains)
  }

  private struct Builder {
    var entries: [KnownSource] = []
    var aliases: [UInt64: [Alias]] = [:]
    var domains: [String: Int] = [:]

    mutating func add(agencies: [UInt8], outlets: [UInt8]) {
      for row in TableReader.rows(agencies) where row.count >= 4 {
        add(row[0], .agency, owner: nil, aliases: row[3], domains: row.count > 4 ? row[4] : "")
      }
      for row in TableReader.rows(outlets) where row.count >= 5 {
        add(row[0], .outlet, owner: row[2].isEmpty ? nil : row[2], aliases: row[3], domains: row[4])
      }
    }

    private mutating func add(
      _ name: String, _ kind: Credit.Kind, owner: String?, aliases list: String, domains: String
    ) {
      let canonical = name.hasPrefix("~") ? String(name.dropFirst()) : name
      entries.append(KnownSource(name: canonical, kind: kind, owner: owner))
      alias(name)
      for part in list.split(separator: ";") {
        let part = part.drop { $0 == " " }
        if !part.isEmpty { alias(String(part)) }
      }
      for domain in domains.split(separator: " ") {
        alias(String(domain))
        // The first row keeps a domain: one's own tables come before those built in.
        if self.domains[String(domain)] == nil { self.domains[String(domain)] = entries.count - 1 }
      }
    }

    private mutating func alias(_ spelled: String) {
      let isOrdinary = spelled.hasPrefix("~")
      let spelling = isOrdinary ? String(spelled.dropFirst()) : spelled
      let tokens = LineTokens.scan(spelling).filter { !$0.isMark }
      guard let first = tokens.first else { return }
      let sign = spelling.utf8.last.flatMap { $0 == UInt8(ascii: "+") ? $0 : nil }
      let isShort = tokens.count == 1 && spelling.utf8.count <= 5 && (first.isAllCapitals || !first.isCapital)
      let alias = Alias(
        words: tokens.map(\.hash), exact: isShort ? Array(spelling.utf8) : nil, isOrdinary: isOrdinary,
        sign: sign, entry: entries.count - 1)
      aliases[first.hash, default: []].append(alias)
    }
  }

  /// The name that starts at token `at`, the longest if several do.
  func name(in line: Line, at: Int, limit: Int) -> Found? {
    let tokens = line.tokens
    guard tokens[at].kind == .word, let candidates = contents.aliases[tokens[at].hash] else {
      return nil
    }
    for alias in candidates {
      guard let end = match(alias, line, at, limit) else { continue }
      return Found(known: contents.entries[alias.entry], tokens: at..<end, isOrdinary: alias.isOrdinary)
    }
    return nil
  }

  private func match(_ alias: Alias, _ line: Line, _ at: Int, _ limit: Int) -> Int? {
    let tokens = line.tokens
    if let exact = alias.exact {
      guard line.bytes(tokens[at].range).elementsEqual(exact) else { return nil }
      return at + 1
    }
    guard tokens[at].isCapital || tokens[at].hasDot || line.isCaseless(at) || isLowerByNature(line, at) else {
      return nil
    }
    var next = at
    for word in alias.words {
      // Inside a name only a hyphen, a dot, a comma or a slash may stand: "Reuters, News" are two names.
      while next > at, next < limit,
        tokens[next].isMark("-") && !tokens[next].isSpaced || tokens[next].isMark(".")
          || tokens[next].isMark("&") || tokens[next].isMark("/")
      { next += 1 }
      guard next < limit, tokens[next].hash == word else { return nil }
      next += 1
    }
    guard let sign = alias.sign else { return next }
    guard next < limit, tokens[next].kind == .mark, tokens[next].mark == sign,
      tokens[next].start == tokens[next - 1].end
    else { return nil }
    return next + 1
  }

  /// Names that are written with a small letter are at least compounds ("dpa-infocom", "de Volkskrant") or alone.
  private func isLowerByNature(_ line: Line, _ at: Int) -> Bool {
    guard at + 1 < line.tokens.count else { return line.tokens.count == 1 }
    let next = line.tokens[at + 1]
    return next.isCapital || next.isMark("-") && !next.isSpaced || next.isMark("/") || next.isMark(")")
  }

  /// Bytes of the longest host (RFC 1035, 2.3.4).
  private static let longestHost = 253

  /// The outlet or agency whose site an address belongs to, subdomains included.
  public func outlet(at address: String) -> KnownSource? {
    var host = Substring(address)
    if let scheme = host.range(of: "//") { host = host[scheme.upperBound...] }
    host = host.prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" }
    // Nothing longer is a host, and every one of its labels would cost a look at all that follow.
    guard host.utf8.count <= Self.longestHost else { return nil }
    var rest = Substring(host.lowercased())
    while !rest.isEmpty {
      if let entry = contents.domains[String(rest)] { return contents.entries[entry] }
      guard let dot = rest.firstIndex(of: ".") else { return nil }
      rest = rest[rest.index(after: dot)...]
    }
    return nil
  }

  /// The entry that a name stands for, when the whole of `name` is one of its spellings.
  public func entry(named name: String) -> KnownSource? {
    let line = Line(name, self)
    guard let found = line.tokens.isEmpty ? nil : self.name(in: line, at: 0, limit: line.tokens.count) else {
      return nil
    }
    return line.tokens[found.tokens.upperBound...].allSatisfy(\.isMark) ? found.known : nil
  }
}

extension Substring {
  /// The first place of an ASCII pattern, without Foundation.
  fileprivate func range(of pattern: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(pattern) { return start..<index(start, offsetBy: pattern.count) }
      start = index(after: start)
    }
    return nil
  }
}
