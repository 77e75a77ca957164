import Press

/// Revisits whose content stands in a record that came before, at another address.
struct PendingRevisits {
  /// A revisit record: what was fetched, and that it was what another record holds.
  struct Revisit {
    let header: WARCHeader
    let number: Int

    /// The original's content as a page of this address.
    func item(from original: Page, notices: [Notice], name: String) -> Item {
      let source = "\(name)#\(number)"
      let stated = Page.Stated(address: header.target, fetched: header.date.flatMap { Moment(iso: $0) })
      let page = Page(
        id: header.target ?? original.id, source: source, content: original.content, stated: stated)
      return .page(
        page, notices: notices.map { Notice(source: source, reason: $0.reason, detail: $0.detail) })
    }

    /// Says which record is needed.
    func refusal(name: String) -> Refusal {
      let about = [
        header.refersToTarget.map { "of \(shortened($0))" }, header.refersToDate.map { "from \($0)" },
        header.refersTo.map { "with the id \($0)" },
        header.payloadDigest.map { "with the payload digest \($0)" },
      ].compactMap(\.self)
      let needed =
        about.isEmpty ? "an earlier record" : "the record " + about.joined(separator: ", ")
      return Refusal(
        source: "\(name)#\(number)", reason: .noArticle,
        detail:
          "This record only says that \(header.target.map(shortened) ?? "a page") was found to be what it was "
          + "before; its text is in \(needed), which did not come before it in this run; name its file first."
      )
    }
  }

  private static let most = 100_000
  private var revisits: [Int: Revisit] = [:]
  private var numbers: [UInt64: [Int]] = [:]

  var isEmpty: Bool { revisits.isEmpty }

  /// Keeps a revisit in mind.
  /// - Returns: `false` where there are too many.
  mutating func add(_ revisit: Revisit) -> Bool {
    guard revisits.count < Self.most else { return false }
    revisits[revisit.number] = revisit
    for key in SeenRecords.wanted(by: revisit.header) { numbers[key, default: []].append(revisit.number) }
    return true
  }

  /// Takes those that refer to a record with one of these keys, in the order of the input.
  mutating func take(_ keys: [UInt64]) -> [Revisit] {
    var found: Set<Int> = []
    for key in keys { found.formUnion(numbers.removeValue(forKey: key) ?? []) }
    return found.sorted().compactMap { revisits.removeValue(forKey: $0) }
  }

  /// Takes what is left.
  mutating func takeAll() -> [Revisit] {
    defer { revisits = [:] }
    return revisits.values.sorted { $0.number < $1.number }
  }
}
