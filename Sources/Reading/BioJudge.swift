import Press

/// Recognises paragraphs behind the report that introduce who wrote it: they open with the writer's name and go on
/// with what he is or does.
enum BioJudge {
  /// How many of the last lines of the text may introduce its writers.
  private static let tail = 6

  /// Judges the last lines of the text.
  ///
  /// - Parameters:
  ///   - kinds: for each line why it is not the article.
  ///   - names: who wrote it, as the page's head or its byline has it.
  static func judge(_ lines: [Line], _ kinds: inout [Furniture.Kind?], names: [String]) {
    let names = names.map { LineTokens.scan($0).compactMap { $0.isMark ? nil : $0.hash } }
      .filter { (2...5).contains($0.count) }
    guard !names.isEmpty else { return }
    let text = lines.indices.filter { kinds[$0] == nil }
    guard text.count > 2 else { return }
    for index in text.dropFirst(max(text.count / 2, text.count - tail)) {
      guard lines[index].block.shape == .paragraph, introduces(lines[index], names) else { continue }
      kinds[index] = .bylineBox
    }
  }

  private static func introduces(_ line: Line, _ names: [[UInt64]]) -> Bool {
    guard (6...120).contains(line.wordCount) else { return false }
    let words = line.tokens.filter { !$0.isMark }
    for skipped in 0...1 {
      let rest = words.dropFirst(skipped)
      if skipped == 1, words.first.map({ openers.contains($0.hash) }) != true { break }
      for name in names where rest.count > name.count {
        guard rest.prefix(name.count).map(\.hash) == name else { continue }
        if verbs.contains(rest[rest.startIndex + name.count].hash) { return true }
      }
    }
    return false
  }

  /// What may stand before the name.
  private static let openers = hashes("about by dr prof professor")

  /// What goes on: "is a reporter", "covers the harbour", "has written", "ist", "est", "es".
  private static let verbs = hashes(
    "is was has covers writes reports leads edits joined works serves specializes specialises holds currently "
      + "brings focuses ist schreibt arbeitet est ecrit couvre es escribe cubre e scrive collabora")

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { Folding.hash($0) })
  }
}
