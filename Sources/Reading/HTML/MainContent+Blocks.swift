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
    for i in region.pieces {
      switch marks[Int(i)] {
      case .hidden: continue
      case .furniture(let kind): blocks.append(block(i, declared: kind))
      case nil: blocks.append(block(i, declared: nil))
      }
    }
    return blocks
  }

  /// How many words the article has.
  func wordCount() -> Int {
    guard root > 0 else { return 0 }
    return outline.regions[Int(root)].pieces.reduce(0) {
      $0 + (marks[Int($1)] == nil ? Int(outline.pieces[Int($1)].words) : 0)
    }
  }

  /// What stands around the article, lists of links aside, the nearest to it first kept.
  func surroundings() -> [Block] {
    let region = outline.regions[Int(root)]
    var blocks: [Block] = []
    for i in outline.pieces.indices where root == 0 || !region.pieces.contains(Int32(i)) {
      let piece = outline.pieces[i]
      guard piece.linkShare < 0.8, piece.end - piece.start < 600, blocks.count < 400 else { continue }
      var declared: Furniture.Kind?
      if case .furniture(let kind) = marks[i] { declared = kind }
      if marks[i] == .hidden { continue }
      blocks.append(block(Int32(i), declared: declared))
    }
    return blocks
  }

  private func block(_ index: Int32, declared: Furniture.Kind?) -> Block {
    let piece = outline.pieces[Int(index)]
    var block = Block(
      text: outline.text(piece), shape: piece.shape, linkShare: piece.linkShare, declared: declared)
    block.isMarkedUp = true
    return block
  }
}
