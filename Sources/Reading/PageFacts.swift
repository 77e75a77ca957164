import Press

/// What a page says of itself beside its text: in its markup's head, or in what the input states about it.
struct PageFacts: Sendable {
  var title: String?
  var bylines: [String] = []
  var outlet: String?
  /// What stands beside the headline in the document's title.
  var besideTitle: [String] = []
  var language: String?
  var address: String?
  var published: Moment?
  var modified: Moment?
  /// Words of the metadata that may name a source ("agency", "copyright holder").
  var credits: [String] = []
  /// What the markup tells of the kind of page.
  var signs = PageSigns()

  init(title: String? = nil, outlet: String? = nil, language: String? = nil) {
    self.title = title
    self.outlet = outlet
    self.language = language
  }
}

/// The one door between the markup reader and the judges.
enum MarkupDoor {
  /// Lines around the main content that are looked at, at most: credits hide in footers, but a page of links without
  /// end has none.
  static let mostSurroundings = 400

  /// Blocks and facts of an HTML page. What stands around the main content comes last, and is marked so.
  static func read(_ bytes: [UInt8]) -> (blocks: [Block], facts: PageFacts, hasArticle: Bool) {
    let page = HTMLPage.read(bytes)
    let around = page.surroundings.prefix(mostSurroundings).map { block in
      var block = block
      block.isAround = true
      return block
    }
    var facts = PageFacts(page.metadata)
    facts.signs = page.signs
    return (page.blocks + around, facts, page.hasArticle)
  }
}

extension PageFacts {
  /// The facts of a page's markup, without where each was found.
  fileprivate init(_ metadata: PageMetadata) {
    title = metadata.title?.value
    bylines = metadata.bylines.map(\.value)
    outlet = metadata.outlet?.value
    besideTitle = metadata.besideTitle
    language = metadata.language?.value
    address = metadata.address?.value
    published = metadata.published?.value
    modified = metadata.modified?.value
    credits = metadata.credits.map(\.value)
  }
}
