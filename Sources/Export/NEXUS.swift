import Press

/// The file format of phylogenetics (Maddison, Swofford & Maddison 1997): the witnesses, their readings as characters, and
/// the stemmata as trees, so that PAUP, SplitsTree or MrBayes can find trees of their own.
public enum NEXUS {
  /// Symbols for readings; the format knows no more than letters and digits.
  private static let symbols = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  /// Blocks TAXA and TREES; CHARACTERS too where one family comes with its apparatus, a character for each place at which
  /// witnesses differ, `?` where a witness has nothing.
  public static func file(_ views: [FamilyView]) -> String {
    let stemmata = views.map(\.stemma)
    let names = TaxonNames(stemmata)
    let descents = stemmata.map(Descent.init)
    // Lost witnesses are no taxa, but for one that is nobody's surest parent and so a leaf.
    var inner: Set<String> = []
    for (stemma, descent) in zip(stemmata, descents) {
      for id in descent.children.keys {
        if let node = descent.nodes[id], node.lost { inner.insert(TaxonNames.key(node, stemma)) }
      }
    }
    let taxa = names.keys.filter { !inner.contains($0) }
    var lines = ["#NEXUS", ""]
    guard !taxa.isEmpty else { return lines.joined(separator: "\n") }
    lines += ["BEGIN TAXA;", "  DIMENSIONS NTAX=\(taxa.count);", "  TAXLABELS"]
    lines += taxa.map { "    " + names.token($0) }
    lines += ["  ;", "END;", ""]
    if views.count == 1, let apparatus = views[0].apparatus { lines += characters(apparatus, taxa, names) }
    lines.append("BEGIN TREES;")
    for stemma in stemmata where !stemma.nodes.isEmpty {
      lines.append(
        "  TREE \(TaxonNames.quoted(TaxonNames.comment(stemma.family))) = [&R] "
          + Newick.tree(stemma, names, .annotated))
    }
    lines += ["END;", ""]
    return lines.joined(separator: "\n")
  }

  private static func characters(_ apparatus: Apparatus, _ taxa: [String], _ names: TaxonNames) -> [String] {
    let segments = apparatus.segments.filter { $0.readings.count > 1 && !$0.isApart }
    guard !segments.isEmpty else { return [] }
    let most = min(segments.lazy.map(\.readings.count).max() ?? 2, symbols.count)
    var lines = [
      "BEGIN CHARACTERS;",
      "  [A character is a place at which witnesses differ; ? where a witness has nothing.]",
      "  DIMENSIONS NCHAR=\(segments.count);",
      "  FORMAT DATATYPE=STANDARD SYMBOLS=\"\(String(symbols.prefix(max(2, most))))\" MISSING=? GAP=-;",
      "  CHARSTATELABELS",
    ]
    for (number, segment) in segments.enumerated() {
      let states = segment.readings.prefix(symbols.count).map { TaxonNames.quoted(short($0.text)) }
      let kind = TaxonNames.quoted((segment.kind?.rawValue ?? "place") + " \(number + 1)")
      let end = number == segments.count - 1 ? "" : ","
      lines.append("    \(number + 1) \(kind) / \(states.joined(separator: " "))\(end)")
    }
    lines += ["  ;", "  MATRIX"]
    let places = Dictionary(
      apparatus.witnesses.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for taxon in taxa {
      let row = segments.map { segment -> Character in
        guard let place = places[taxon], place < segment.cells.count, let cell = segment.cells[place],
          symbols.indices.contains(cell.reading)
        else { return "?" }
        return symbols[cell.reading]
      }
      lines.append("    \(names.token(taxon)) \(String(row))")
    }
    return lines + ["  ;", "END;", ""]
  }

  private static func short(_ text: String) -> String {
    let clean = TaxonNames.comment(text)
    return clean.isEmpty ? "-" : clean.count > 60 ? clean.prefix(45) + "… " + clean.suffix(12) : clean
  }
}
