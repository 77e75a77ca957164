import Press

extension MainContent {
  /// The article's blocks in reading order, with what markup declares as furniture marked.
  ///
  /// - Parameter standfirst: what metadata gives as the article's description: a paragraph that says so and stands
  ///   between headline and text belongs to the article, though its box may be another.
  func blocks(standfirst: String?) -> [Block] {
    guard root > 0 else { return [] }
    let region = outline.regions[Int(root)]
    var blocks: [Block] = []
    if let lead = leadPiece(standfirst, before: region.pieces.lowerBound) {
      blocks.append(block(lead, declared: nil))
    }
    var last: (piece: Int32, block: Int)?
    for i in region.pieces {
      switch marks[Int(i)] {
      case .hidden: continue
      case .furniture(let kind): blocks.append(block(i, declared: kind))
      case nil:
        if let last, isCut(last.piece, i) {
          blocks[last.block].text += " " + outline.text(outline.pieces[Int(i)])
        } else {
          last = (i, blocks.count)
          blocks.append(block(i, declared: nil))
        }
        last?.piece = i
      }
    }
    return blocks
  }

  /// Whether a box cut a paragraph into two: the first piece ends inside a sentence, the second begins with a small
  /// letter, and stands in the same box, or in the one around it, as when a `div` closes a `p`.
  private func isCut(_ first: Int32, _ second: Int32) -> Bool {
    let (head, tail) = (outline.pieces[Int(first)], outline.pieces[Int(second)])
    guard head.shape == .paragraph, tail.shape == .paragraph, !head.isSentence, head.words >= 4,
      head.boxes < tail.boxes, outline.beginsSmall(tail)
    else { return false }
    let box = outline.regions[Int(head.region)]
    return tail.region == head.region || box.is(.p) && tail.region == box.parent
  }

  /// How many words the article has.
  func wordCount() -> Int {
    guard root > 0 else { return 0 }
    return outline.regions[Int(root)].pieces.reduce(0) {
      $0 + (marks[Int($1)] == nil ? Int(outline.pieces[Int($1)].words) : 0)
    }
  }

  /// What stands around the article and its standfirst, lists of links aside.
  func surroundings(standfirst: String?) -> [Block] {
    let region = outline.regions[Int(root)]
    let lead = root > 0 ? leadPiece(standfirst, before: region.pieces.lowerBound) : nil
    let elsewhere = elsewhere()
    var blocks: [Block] = []
    for i in outline.pieces.indices where root == 0 || !region.pieces.contains(Int32(i)) {
      let piece = outline.pieces[i]
      guard piece.linkShare < 0.8, piece.end - piece.start < 600, blocks.count < 400, lead.map(Int.init) != i
      else { continue }
      var declared: Furniture.Kind?
      if case .furniture(let kind) = marks[i] { declared = kind }
      if marks[i] == .hidden { continue }
      blocks.append(block(Int32(i), declared: declared))
      blocks[blocks.count - 1].isElsewhere = elsewhere[i]
    }
    return blocks
  }

  /// Which pieces around the article tell nothing of it: those in other articles, and all from the page's footer on. A
  /// footer in the article's own box is none of the page's.
  private func elsewhere() -> [Bool] {
    var isElsewhere = [Bool](repeating: false, count: outline.pieces.count)
    guard root > 0 else { return isElsewhere }
    let own = outline.regions[Int(root)].pieces
    var end = outline.pieces.count
    // Regions are in reading order: what lies inside one that is marked need not be marked again.
    var marked: Int32 = 0
    for region in outline.regions where !region.pieces.isEmpty && !region.pieces.overlaps(own) {
      let pieces = region.pieces
      if region.is(.article), pieces.upperBound > marked {
        for i in max(pieces.lowerBound, marked)..<pieces.upperBound { isElsewhere[Int(i)] = true }
        marked = pieces.upperBound
      }
      if region.is(.footer), pieces.lowerBound >= own.upperBound, Int(pieces.lowerBound) < end,
        !isInOwnBox(region, own)
      {
        end = Int(pieces.lowerBound)
      }
    }
    for i in end..<outline.pieces.count { isElsewhere[i] = true }
    return isElsewhere
  }

  /// Boxes around a footer that are looked at.
  private static let mostParents = 64

  /// Whether a region stands in a box that the page calls the article, text included.
  private func isInOwnBox(_ region: Region, _ own: Range<Int32>) -> Bool {
    var parent = region.parent
    for _ in 0..<Self.mostParents where parent > 0 {
      let box = outline.regions[Int(parent)]
      let isArticle = box.is(.article) || box.hint?.meaning == .article || box.hint?.meaning == .body
      if isArticle, !box.is(.main), !box.is(.body), box.pieces.overlaps(own) { return true }
      parent = box.parent
    }
    return false
  }

  private func block(_ index: Int32, declared: Furniture.Kind?) -> Block {
    let piece = outline.pieces[Int(index)]
    var block = Block(
      text: outline.text(piece), shape: piece.shape, linkShare: piece.linkShare, declared: declared)
    block.isMarkedUp = true
    block.followsPicture = piece.followsPicture
    return block
  }
}
