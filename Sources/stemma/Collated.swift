import Export
import Press

/// One report, collated.
struct Collated {
  let apparatus: Apparatus
  /// The witnesses, sorted by id.
  let articles: [Article]
  let variants: [Variant]

  /// Of a witness's words, the shortest aside, which are in every text, one in so many must be another's too, in the same
  /// place. Of many witnesses each long passage is
  /// cut short by one or another, so that the words are counted and not the passages.
  private static let oneIn = 10

  /// Witnesses that have next to nothing in common with any other.
  var strangers: [Article] {
    var own = [Int](repeating: 0, count: apparatus.witnesses.count)
    var shared = own
    for segment in apparatus.segments where !segment.isApart {
      var holders = [Int](repeating: 0, count: segment.readings.count)
      for cell in segment.cells { if let cell { holders[cell.reading] += 1 } }
      let words = segment.readings.map { reading in
        reading.text.split { !$0.isLetter && !$0.isNumber }.count { $0.count > 3 }
      }
      for (witness, cell) in segment.cells.enumerated() {
        guard let cell else { continue }
        own[witness] += words[cell.reading]
        if holders[cell.reading] > 1 { shared[witness] += words[cell.reading] }
      }
    }
    let strange = Set(
      apparatus.witnesses.indices.filter { Self.oneIn * shared[$0] < own[$0] }.map { apparatus.witnesses[$0] }
    )
    return articles.filter { strange.contains($0.id) }
  }

  /// What to call each witness: by its outlet; where two have one outlet, by the file too.
  var sigla: [String: String] {
    let names = articles.map(ChangeSheet.name)
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    var sigla: [String: String] = [:]
    for (article, name) in zip(articles, names) {
      let file = article.source.split(separator: "/").last.map(String.init) ?? article.id
      sigla[article.id] = counts[name] == 1 || name == file ? name : "\(name) (\(file))"
    }
    return sigla
  }
}

/// The witnesses side by side: a column each, a line for each segment, parted by tabs.
struct ApparatusTable {
  private let collated: Collated

  init(_ collated: Collated) { self.collated = collated }

  var lines: [String] {
    let sigla = collated.sigla
    let texts = Dictionary(
      collated.articles.map { ($0.id, Array($0.text.utf8)) }, uniquingKeysWith: { first, _ in first })
    let columns = collated.apparatus.witnesses.map { (name: sigla[$0] ?? $0, bytes: texts[$0] ?? []) }
    let head = (["kind"] + columns.map { Self.clean($0.name) }).joined(separator: "\t")
    return [head]
      + collated.apparatus.segments.map { segment in
        let cells = zip(columns, segment.cells).map { column, cell in
          cell.map { Self.clean(String(decoding: column.bytes[$0.range], as: UTF8.self)) } ?? ""
        }
        let kind = segment.isApart ? "apart" : segment.kind?.rawValue ?? ""
        return ([kind] + cells).joined(separator: "\t")
      }
  }

  /// Without breaks and tabs, which would part lines and columns.
  private static func clean(_ text: String) -> String {
    TextTree.clean(text).split(separator: " ").joined(separator: " ")
  }
}
