import Press

/// A family's witnesses as lineage sees them: numbered, with what links each two.
struct Tradition {
  /// A page that we hold.
  struct Witness {
    let article: Article
    /// The family it belongs to when it is a guest: a page of another report with which a member shares passages.
    let otherFamily: String?
    let outlet: SourceName?
    /// What speaks for a synonym machine's having written the text; higher is worse.
    let spinning: Int
    /// Words of the text, furniture aside; 0 where nothing was compared with it.
    let words: Int

    var isGuest: Bool { otherFamily != nil }
  }

  /// What two witnesses share, seen from the one that might be the copy.
  struct Link {
    let pair: Pair
    /// Whether the copy is the pair's `b`.
    private let copyIsB: Bool
    let source: Int
    let copy: Int

    init(_ pair: Pair, from source: Int, to copy: Int, copyIsB: Bool) {
      self.pair = pair
      self.source = source
      self.copy = copy
      self.copyIsB = copyIsB
    }

    /// Share of the copy's words, and of the source's, that lie within shared passages.
    var ofCopy: Double { copyIsB ? pair.coverageB : pair.coverageA }
    var ofSource: Double { copyIsB ? pair.coverageA : pair.coverageB }
    var copyWords: Int { copyIsB ? pair.wordsB : pair.wordsA }
    var sourceWords: Int { copyIsB ? pair.wordsA : pair.wordsB }
    /// Byte ranges of the copy's text.
    var copyRanges: [Range<Int>] { pair.passages.map { copyIsB ? $0.b : $0.a } }

    /// The shared stretches: byte ranges of the copy's text and of the source's, and how alike they are.
    var passages: [(copy: Range<Int>, source: Range<Int>, similarity: Double)] {
      pair.passages.map { copyIsB ? ($0.b, $0.a, $0.similarity) : ($0.a, $0.b, $0.similarity) }
    }
  }

  /// Members first, then guests, each by id.
  let witnesses: [Witness]
  let memberCount: Int
  private let links: [[Int: Pair]]
  /// By witness: where its last shared stretch ends.
  private let lastShared: [Int]
  /// Witnesses by their outlet's name, folded, and by its initials.
  private let named: (inFull: [String: [Int]], byInitials: [String: [Int]])

  init(members: [Article], guests: [(article: Article, family: String)], pairs: [Pair]) {
    // The texts themselves are not asked for: a stage before may have withheld them.
    var spunPairs: [String: Int] = [:]
    var words: [String: Int] = [:]
    for pair in pairs {
      if let spun = pair.spun { spunPairs[spun, default: 0] += 1 }
      words[pair.a] = pair.wordsA
      words[pair.b] = pair.wordsB
    }
    func witness(_ article: Article, _ family: String?) -> Witness {
      Witness(
        article: article, otherFamily: family, outlet: article.outlet.map(SourceName.init),
        spinning: Self.spinning(article, pairs: spunPairs[article.id] ?? 0), words: words[article.id] ?? 0)
    }
    witnesses =
      members.sorted { $0.id < $1.id }.map { witness($0, nil) }
      + guests.sorted { $0.article.id < $1.article.id }.map { witness($0.article, $0.family) }
    memberCount = members.count
    var numbers: [String: Int] = [:]
    for (number, witness) in witnesses.enumerated() { numbers[witness.article.id] = number }
    var lastShared = [Int](repeating: 0, count: witnesses.count)
    var links: [[Int: Pair]] = Array(repeating: [:], count: witnesses.count)
    for pair in pairs {
      guard let a = numbers[pair.a], let b = numbers[pair.b] else { continue }
      links[a][b] = pair
      links[b][a] = pair
      for passage in pair.passages {
        lastShared[a] = max(lastShared[a], passage.a.upperBound)
        lastShared[b] = max(lastShared[b], passage.b.upperBound)
      }
    }
    self.links = links
    self.lastShared = lastShared
    var named: (inFull: [String: [Int]], byInitials: [String: [Int]]) = ([:], [:])
    for (number, witness) in witnesses.enumerated() {
      guard let outlet = witness.outlet else { continue }
      named.inFull[outlet.folded, default: []].append(number)
      if !outlet.initials.isEmpty { named.byInitials[outlet.initials, default: []].append(number) }
    }
    self.named = named
  }

  /// All witnesses whose outlet is `name`, as ``SourceName/isSame(as:)`` tells, in rising order.
  func witnesses(named name: SourceName) -> [Int] {
    guard !name.folded.isEmpty else { return [] }
    var found = Set(named.inFull[name.folded] ?? []).union(named.byInitials[name.folded] ?? [])
    if !name.initials.isEmpty { found.formUnion(named.inFull[name.initials] ?? []) }
    return found.sorted()
  }

  var members: Range<Int> { 0..<memberCount }

  /// What `copy` shares with `source`; `nil` when matching found nothing.
  func link(from source: Int, to copy: Int) -> Link? {
    links[copy][source].map {
      Link($0, from: source, to: copy, copyIsB: $0.b == witnesses[copy].article.id)
    }
  }

  /// Bytes of a witness's text; where it was withheld, as far as the last shared stretch reaches.
  func length(_ witness: Int) -> Int {
    let bytes = witnesses[witness].article.text.utf8.count
    return bytes > 0 ? bytes : lastShared[witness]
  }

  /// Whether of two that stand to each other as plain and spun `copy` is the spun one: nobody makes plain text of
  /// spun.
  func isSpun(_ copy: Int, from source: Int) -> Bool {
    links[copy][source]?.kind == .spun && witnesses[copy].spinning > witnesses[source].spinning
  }

  /// All that share something with `witness`, in rising order.
  func neighbours(of witness: Int) -> [Int] { links[witness].keys.sorted() }

  func id(_ witness: Int) -> String { witnesses[witness].article.id }
  func published(_ witness: Int) -> Moment? { witnesses[witness].article.published }

  /// A spun credit is proof; wording that a machine leaves, beside a text that has none of it, nearly so.
  private static func spinning(_ article: Article, pairs: Int) -> Int {
    let spunCredit = article.credits.contains(where: \.spun) ? 4 : 0
    return spunCredit + min(3, pairs)
  }
}
