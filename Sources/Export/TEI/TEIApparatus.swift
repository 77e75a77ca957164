import Press

/// An apparatus as running text with its places of difference, in parallel segmentation.
struct TEIApparatus {
  let apparatus: Apparatus
  let view: FamilyView
  let names: TEI.Names

  /// What one witness has at one place, with its blanks and punctuation.
  private struct Piece {
    let witness: Int
    let reading: Int
    let text: String
    /// Byte of the text at which it begins, where that is out of the witness's order.
    let moved: Int?
  }

  /// A `div`, or nothing where texts are missing. Between start and end of `ab` white space is text, so that lines are
  /// broken within tags.
  func lines() -> [String] {
    let texts = apparatus.witnesses.map { view.byID[$0].map { Array($0.text.utf8) } }
    guard !texts.isEmpty, texts.allSatisfy({ $0 != nil }) else { return [] }
    let inOrder = texts.indices.map { witness in
      Self.inOrder(apparatus.segments.map { witness < $0.cells.count ? $0.cells[witness]?.range : nil })
    }
    var content = ""
    for (number, segment) in apparatus.segments.enumerated() {
      var pieces: [Piece] = []
      for (witness, cell) in segment.cells.enumerated() where witness < texts.count {
        guard let cell, let text = texts[witness], cell.range.upperBound <= text.count else { continue }
        pieces.append(
          Piece(
            witness: witness, reading: cell.reading, text: String(decoding: text[cell.range], as: UTF8.self),
            moved: inOrder[witness].contains(number) ? nil : cell.range.lowerBound))
      }
      content += element(segment, pieces)
    }
    return [
      "<div type=\"apparatus\">",
      "<listWit>"
        + apparatus.witnesses.map {
          "<witness\(XMLText.attribute("sameAs", "#" + names.witness($0)))/>"
        }.joined() + "</listWit>",
      "<ab xml:space=\"preserve\">\(content)</ab>", "</div>",
    ]
  }

  /// The places of those ranges that stand in the order of the text: the chain with the most bytes. All others were moved.
  static func inOrder(_ ranges: [Range<Int>?]) -> Set<Int> {
    let starts = Set(ranges.compactMap { $0?.lowerBound }).sorted()
    let rank = Dictionary(uniqueKeysWithValues: starts.enumerated().map { ($1, $0 + 1) })
    // A Fenwick tree of the heaviest chain that ends at a start of some rank or before.
    var tree = Array(repeating: (weight: 0, last: -1), count: starts.count + 1)
    var before = Array(repeating: -1, count: ranges.count)
    var best = (weight: 0, last: -1)
    for (place, range) in ranges.enumerated() {
      guard let range, let own = rank[range.lowerBound] else { continue }
      var chain = (weight: 0, last: -1)
      var at = own - 1
      while at > 0 {
        if tree[at].weight > chain.weight { chain = tree[at] }
        at &= at - 1
      }
      before[place] = chain.last
      let longer = (weight: chain.weight + max(1, range.count), last: place)
      if longer.weight > best.weight { best = longer }
      at = own
      while at < tree.count {
        if longer.weight > tree[at].weight { tree[at] = longer }
        at += at & -at
      }
    }
    var chain: Set<Int> = []
    var place = best.last
    while place >= 0 {
      chain.insert(place)
      place = before[place]
    }
    return chain
  }

  private func element(_ segment: Apparatus.Segment, _ pieces: [Piece]) -> String {
    guard let first = pieces.first else { return "" }
    let isCommon =
      pieces.count == apparatus.witnesses.count
      && pieces.allSatisfy { $0.text == first.text && $0.moved == nil }
    if isCommon { return XMLText.escaped(first.text) }
    // Readings of one group are the same but for what counts for nothing at the apparatus's level.
    var app = "<app\(segment.kind.map { " type=\"\($0.rawValue)\"" } ?? "")\n>"
    for reading in Set(pieces.map(\.reading)).sorted() {
      let own = readings(pieces.filter { $0.reading == reading })
      app += own.count == 1 ? own[0] : "<rdgGrp>" + own.joined() + "</rdgGrp>"
    }
    return app + "</app\n>"
  }

  private func readings(_ pieces: [Piece]) -> [String] {
    var groups: [(text: String, moved: Int?, witnesses: [Int])] = []
    var known: [String: Int] = [:]
    for piece in pieces {
      if piece.moved == nil, let group = known[piece.text] {
        groups[group].witnesses.append(piece.witness)
      } else {
        if piece.moved == nil { known[piece.text] = groups.count }
        groups.append((piece.text, piece.moved, [piece.witness]))
      }
    }
    return groups.map { group in
      let wit = group.witnesses.map { "#" + names.witness(apparatus.witnesses[$0]) }.joined(separator: " ")
      let place = group.moved.map { " type=\"moved\" n=\"\($0)\"" } ?? ""
      return "<rdg wit=\"\(wit)\"\(place)>\(XMLText.escaped(group.text))</rdg>"
    }
  }
}
