import Press

/// Lines of pairs and families, written by hand: there are ten pairs and more to an article, and an encoder that boxes
/// every value took longer than finding them. A test holds them against the values' own `Codable` form.
struct PairLine {
  /// Appends the line of `pair`, without the end of the line.
  static func append(_ pair: Pair, to bytes: inout [UInt8]) {
    var writer = ByteWriter(appendingTo: &bytes)
    writer.open("{")
    writer.field("a", pair.a)
    writer.field("b", pair.b)
    writer.field("changes", pair.changes)
    writer.field("confidence", pair.confidence)
    writer.field("coverage_a", pair.coverageA)
    writer.field("coverage_b", pair.coverageB)
    writer.field("equal_words", pair.equalWords)
    writer.field("kind", pair.kind.rawValue)
    writer.field("passages", pair.passages) { writer, passage in
      writer.open("{")
      writer.field("a", passage.a)
      writer.field("b", passage.b)
      writer.field("similarity", passage.similarity)
      writer.close("}")
    }
    writer.field("similarity", pair.similarity)
    if let spun = pair.spun { writer.field("spun", spun) }
    writer.field("type", "pair")
    if pair.versions { writer.field("versions", true) }
    writer.field("words_a", pair.wordsA)
    writer.field("words_b", pair.wordsB)
    writer.close("}")
    bytes = writer.bytes
  }
}

/// The line of a family.
struct FamilyLine {
  static func append(_ family: Family, to bytes: inout [UInt8]) {
    var writer = ByteWriter(appendingTo: &bytes)
    writer.open("{")
    writer.field("id", family.id)
    writer.field("members", family.members) { $0.string($1) }
    if !family.originality.isEmpty { writer.field("originality", family.originality) { $0.number($1) } }
    if let representative = family.representative { writer.field("representative", representative) }
    writer.field("type", "family")
    writer.close("}")
    bytes = writer.bytes
  }
}
