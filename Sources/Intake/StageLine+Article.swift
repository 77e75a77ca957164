import Press

extension StageLine {
  /// An article. Its text may be withheld, and is then empty.
  static func article(_ line: JSONObject, id: String, source: String) throws(BadField) -> Article {
    let text = try line.optionalString("text") ?? ""
    let check = RangeCheck(text: line.value("text") == nil ? nil : text)
    let furniture = try furniture(line, check)
    return Article(
      id: id, source: try line.optionalString("source") ?? source, address: try line.optionalString("url"),
      outlet: try line.optionalString("outlet"), title: try line.optionalString("title"),
      standfirst: try line.optionalString("standfirst"), section: try line.optionalString("section"),
      bylines: try line.strings("bylines"), published: try line.moment("published"),
      modified: try line.moment("modified"), language: try line.optionalString("language"),
      dateline: try dateline(line, check), credits: try credits(line, check, furniture), text: text,
      furniture: furniture, series: try line.optionalString("series"),
      form: line.value("form") == nil ? .article : try line.word("form"), part: try part(line),
      blocks: try blocks(line, check), found: try found(line), flags: try flags(line))
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

  private static func credits(
    _ line: JSONObject, _ check: RangeCheck, _ furniture: [Furniture]
  ) throws(BadField) -> [Credit] {
    var result: [Credit] = []
    for credit in try line.objects("credits") {
      let (at, range) = try furnitureLine(credit, furniture)
      result.append(
        Credit(
          name: try credit.string("name"), kind: try credit.word("kind"), role: try role(credit),
          text: try credit.string("text"), place: try credit.word("where"),
          range: try check.range(in: credit), address: try credit.optionalString("url"), line: at,
          lineRange: range, spun: credit.flag("spun")))
    }
    return result
  }

  private static func role(_ credit: JSONObject) throws(BadField) -> Credit.Role {
    if try credit.optionalString("role") == Credit.Role.formerNameOfOriginated { return .originated }
    return try credit.word("role")
  }

  private static func furnitureLine(
    _ credit: JSONObject, _ furniture: [Furniture]
  ) throws(BadField) -> (Int?, Range<Int>?) {
    guard credit.value("line") != nil else { return (nil, nil) }
    let line = try credit.count("line")
    guard line < furniture.count else {
      throw BadField(name: "line", expected: "the number of a furniture line")
    }
    return (line, try RangeCheck(text: furniture[line].text).range(in: credit, "line_range"))
  }

  private static func part(_ line: JSONObject) throws(BadField) -> Article.Part? {
    guard let value = line.value("part") else { return nil }
    guard let part = line.object(of: value) else { throw BadField(name: "part", expected: "an object") }
    return Article.Part(
      number: try part.count("number"), of: part.value("of") == nil ? nil : try part.count("of"))
  }

  private static func blocks(_ line: JSONObject, _ check: RangeCheck) throws(BadField) -> [Article.Block] {
    var result: [Article.Block] = []
    for block in try line.objects("blocks") {
      guard let range = try check.range(in: block) else {
        throw BadField(name: "blocks", expected: "an array of blocks with a range each")
      }
      result.append(Article.Block(kind: try block.word("kind"), range: range))
    }
    return result
  }

  private static let fieldNames: [(Article.Field, StaticString)] = [
    (.title, "title"), (.standfirst, "standfirst"), (.bylines, "bylines"), (.outlet, "outlet"),
    (.section, "section"), (.language, "language"), (.address, "url"), (.published, "published"),
    (.modified, "modified"),
  ]

  private static func found(_ line: JSONObject) throws(BadField) -> [Article.Field: Article.Place] {
    guard let value = line.value("found") else { return [:] }
    guard let object = line.object(of: value) else { throw BadField(name: "found", expected: "an object") }
    var result: [Article.Field: Article.Place] = [:]
    // Fields and places that a newer version knows are no fault of the line.
    for (field, name) in fieldNames {
      result[field] = try object.optionalString(name).flatMap(Article.Place.init)
    }
    return result
  }

  private static func flags(_ line: JSONObject) throws(BadField) -> [Article.Flag] {
    var result: [Article.Flag] = []
    for flag in try line.objects("flags") {
      result.append(Article.Flag(kind: try flag.word("kind"), detail: try flag.string("detail")))
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

  func range(in object: JSONObject, _ name: StaticString = "range") throws(BadField) -> Range<Int>? {
    guard let range = try object.range(name) else { return nil }
    guard let text else { return range }
    guard range.upperBound <= text.utf8.count, isBoundary(range.lowerBound, text),
      isBoundary(range.upperBound, text)
    else { throw BadField(name: "\(name)", expected: "whole characters within the text") }
    return range
  }

  private func isBoundary(_ offset: Int, _ text: String) -> Bool {
    offset == text.utf8.count || text.utf8[text.utf8.index(text.startIndex, offsetBy: offset)] & 0xC0 != 0x80
  }
}
