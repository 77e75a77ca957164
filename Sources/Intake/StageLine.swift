import Press

/// Lines that an earlier stage wrote, back as the values that they were (CONTRACT.md, Shapes).
enum StageLine {
  /// What later stages write and no stage reads: passed over.
  static let passedOver: Set<String> = [
    "header", "summary", "stemma", "variant", "notice", "quotation", "event", "office",
  ]

  /// An article. Its text may be withheld, and is then empty.
  static func article(_ line: JSONObject, id: String, source: String) throws(BadField) -> Article {
    let text = try line.optionalString("text") ?? ""
    let check = RangeCheck(text: line.value("text") == nil ? nil : text)
    return Article(
      id: id, source: try line.optionalString("source") ?? source, address: try line.optionalString("url"),
      outlet: try line.optionalString("outlet"), title: try line.optionalString("title"),
      bylines: try line.strings("bylines"), published: try line.moment("published"),
      modified: try line.moment("modified"), language: try line.optionalString("language"),
      dateline: try dateline(line, check), credits: try credits(line, check), text: text,
      furniture: try furniture(line, check), series: try line.optionalString("series"))
  }

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
      coverageA: try line.share("coverage_a"), coverageB: try line.share("coverage_b"),
      similarity: try line.share("similarity"),
      wordsA: try line.count("words_a"), wordsB: try line.count("words_b"),
      equalWords: try line.count("equal_words"),
      changes: try line.count("changes"), spun: try line.optionalString("spun"), passages: passages)
  }

  static func family(_ line: JSONObject) throws(BadField) -> Family {
    let members = try line.strings("members")
    guard !members.isEmpty else { throw BadField(name: "members", expected: "at least one article") }
    return Family(id: try line.string("id"), members: members)
  }

  static func refusal(_ line: JSONObject) throws(BadField) -> Refusal {
    Refusal(
      source: try line.string("source"), reason: try line.word("reason"),
      detail: try line.optionalString("detail") ?? "")
  }

  private static func dateline(_ line: JSONObject, _ check: RangeCheck) throws(BadField) -> Dateline? {
    guard let value = line.value("dateline") else { return nil }
    guard let dateline = line.object(of: value) else {
      throw BadField(name: "dateline", expected: "an object")
    }
    return Dateline(
      place: try dateline.string("place"), date: try dateline.moment("date"),
      agency: try dateline.optionalString("agency"), range: try check.range(in: dateline))
  }

  private static func credits(_ line: JSONObject, _ check: RangeCheck) throws(BadField) -> [Credit] {
    var result: [Credit] = []
    for credit in try line.objects("credits") {
      result.append(
        Credit(
          name: try credit.string("name"), kind: try credit.word("kind"), role: try credit.word("role"),
          text: try credit.string("text"), place: try credit.word("where"),
          range: try check.range(in: credit),
          spun: credit.flag("spun")))
    }
    return result
  }

  private static func furniture(_ line: JSONObject, _ check: RangeCheck) throws(BadField) -> [Furniture] {
    var result: [Furniture] = []
    for piece in try line.objects("furniture") {
      result.append(
        Furniture(
          kind: try piece.word("kind"), text: try piece.string("text"), range: try check.range(in: piece)))
    }
    return result
  }
}

/// Sees to it that ranges lie within a text, on the boundaries of its characters (invariant 4).
private struct RangeCheck {
  /// `nil` where the text is withheld, and nothing can be checked.
  let text: String?

  func range(in object: JSONObject) throws(BadField) -> Range<Int>? {
    guard let range = try object.range("range") else { return nil }
    guard let text else { return range }
    guard range.upperBound <= text.utf8.count, isBoundary(range.lowerBound, text),
      isBoundary(range.upperBound, text)
    else { throw BadField(name: "range", expected: "whole characters within the text") }
    return range
  }

  private func isBoundary(_ offset: Int, _ text: String) -> Bool {
    offset == text.utf8.count || text.utf8[text.utf8.index(text.startIndex, offsetBy: offset)] & 0xC0 != 0x80
  }
}
