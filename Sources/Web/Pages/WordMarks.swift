import Export

/// Two wordings of one thing, with the words that differ marked in each.
struct WordMarks {
  let was: HTML
  let now: HTML

  /// Words of either, at most, that are compared one by one; of longer wordings all is marked.
  private static let most = 600

  init(_ was: String, _ now: String) {
    let (a, b) = (Self.words(was), Self.words(now))
    let (inA, inB) = Self.common(a.map(Self.key), b.map(Self.key))
    self.was = Self.marked(a, inA, "del")
    self.now = Self.marked(b, inB, "ins")
  }

  private static func words(_ text: String) -> [String] {
    TextTree.clean(text).split(separator: " ").map(String.init)
  }

  /// A word without its case and its marks: typography is no change of what was said.
  private static func key(_ word: String) -> String {
    let letters = word.lowercased().filter { $0.isLetter || $0.isNumber }
    return letters.isEmpty ? word : letters
  }

  /// Which words of each belong to the longest sequence that both have.
  private static func common(_ a: [String], _ b: [String]) -> ([Bool], [Bool]) {
    var (inA, inB) = ([Bool](repeating: false, count: a.count), [Bool](repeating: false, count: b.count))
    guard a.count <= most, b.count <= most, !a.isEmpty, !b.isEmpty else { return (inA, inB) }
    let width = b.count + 1
    var length = [UInt16](repeating: 0, count: (a.count + 1) * width)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        length[i * width + j] =
          a[i] == b[j]
          ? length[(i + 1) * width + j + 1] + 1
          : max(length[(i + 1) * width + j], length[i * width + j + 1])
      }
    }
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        inA[i] = true
        inB[j] = true
        i += 1
        j += 1
      } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return (inA, inB)
  }

  private static func marked(_ words: [String], _ isCommon: [Bool], _ tag: HTML) -> HTML {
    var html = HTML()
    var at = 0
    while at < words.count {
      var end = at
      while end < words.count, isCommon[end] == isCommon[at] { end += 1 }
      let run = words[at..<end].joined(separator: " ")
      if at > 0 { html += " " }
      html += isCommon[at] ? "\(run)" : "<\(tag)>\(run)</\(tag)>"
      at = end
    }
    return html
  }
}
