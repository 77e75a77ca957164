import Press

/// Lines that an earlier stage wrote, back as the values that they were (CONTRACT.md, Shapes).
enum StageLine {
  /// What later stages write and no stage reads: passed over.
  static let passedOver: Set<String> = [
    "header", "summary", "stemma", "variant", "notice", "quotation", "event", "office",
  ]

  /// A pair with its passages. That these lie within the articles' texts is for those to check who have the
  /// texts.
  static func pair(_ line: JSONObject) throws(BadField) -> Pair {
    var passages: [Passage] = []
    for passage in try line.objects("passages") {
      guard let a = try passage.range("a"), let b = try passage.range("b") else {
        throw BadField(name: "passages", expected: "a range in each of both articles")
      }
      passages.append(Passage(a: a, b: b, similarity: try passage.share("similarity")))
    }
    // Invariant 6: no passage, no edge.
    guard !passages.isEmpty else { throw BadField(name: "passages", expected: "at least one passage") }
    return Pair(
      a: try line.string("a"), b: try line.string("b"), kind: try line.word("kind"),
      confidence: line.value("confidence") == nil ? 1 : try line.share("confidence"),
      versions: line.flag("versions"), coverageA: try line.share("coverage_a"),
      coverageB: try line.share("coverage_b"),
      similarity: try line.share("similarity"),
      wordsA: try line.count("words_a"), wordsB: try line.count("words_b"),
      equalWords: try line.count("equal_words"),
      changes: try line.count("changes"), spun: try line.optionalString("spun"), passages: passages)
  }

  static func family(_ line: JSONObject) throws(BadField) -> Family {
    let members = try line.strings("members")
    guard !members.isEmpty else { throw BadField(name: "members", expected: "at least one article") }
    let shares = try line.shares("originality")
    guard shares.isEmpty || shares.count == members.count else {
      throw BadField(name: "originality", expected: "a share for each member")
    }
    return Family(
      id: try line.string("id"), members: members, representative: try line.optionalString("representative"),
      originality: Dictionary(zip(members, shares), uniquingKeysWith: { first, _ in first }))
  }

  static func refusal(_ line: JSONObject) throws(BadField) -> Refusal {
    Refusal(
      source: try line.string("source"), reason: try line.word("reason"),
      detail: try line.optionalString("detail") ?? "")
  }
}
