import Press

/// What a line says of a source that no table has, where it is known by other means that there is an outlet of that name.
///
/// "The Quayton Star contributed to this report" might speak of a man called Star, and is no credit of a page by itself; in a
/// family with a page of The Quayton Star it is one.
public enum KnownLine {
  /// The role of the one named, when the line is nothing but a credit and has the whole name.
  public static func role(of text: String, naming name: String) -> Credit.Role? {
    let line = Line(text, .builtIn)
    var words = LineTokens.scan(name).filter { !$0.isMark }
    if words.count > 1, WordTable.shared.has(words[0], .article) { words.removeFirst() }
    guard !words.isEmpty, line.tokens.count <= CreditPhrases.longest,
      let start = line.tokens.indices.first(where: { at in
        line.tokens[at...].map(\.hash).starts(with: words.map(\.hash))
      })
    else { return nil }
    var head = start
    if head > 0, WordTable.shared.has(line.tokens[head - 1], .article) { head -= 1 }
    // The phrases are asked about a name that they know.
    let span = line.tokens[head].start..<line.tokens[start + words.count - 1].end
    let known = Line(
      line.string(0..<span.lowerBound) + standIn + line.string(span.upperBound..<text.utf8.count), .builtIn)
    guard let credit = CreditPhrases.read(known, 0..<known.tokens.count) else { return nil }
    return credit.names.first { $0.name == standIn }.map { $0.role ?? credit.role }
  }

  /// An agency, for those fit every slot of a phrase.
  private static let standIn = "Reuters"
}
