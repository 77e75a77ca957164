import Press

/// What a page says of itself beside its text: in its markup's head, or in what the input states about it.
struct PageFacts: Sendable {
  var title: String?
  var standfirst: String?
  var section: String?
  var bylines: [String] = []
  var outlet: String?
  /// What stands beside the headline in the document's title.
  var besideTitle: [String] = []
  var language: String?
  var address: String?
  var published: Moment?
  var modified: Moment?
  /// Statements of where the text came from.
  var sources: [PageMetadata.Source] = []
  /// Where each of the values above was found.
  var found: [Article.Field: Article.Place] = [:]
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
  static func read(_ bytes: [UInt8]) -> (blocks: [Block], facts: PageFacts, hasArticle: Bool, cut: Cut) {
    let page = HTMLPage.read(bytes)
    let around = page.surroundings.prefix(mostSurroundings).map { block in
      var block = block
      block.isAround = true
      return block
    }
    var facts = PageFacts(page.metadata)
    facts.signs = page.signs
    return (page.blocks + around, facts, page.hasArticle, page.cut)
  }
}

extension PageFacts {
  /// The facts of a page's markup.
  init(_ metadata: PageMetadata) {
    func take<Value>(_ field: Article.Field, _ value: PageMetadata.Found<Value>?) -> Value? {
      if let value { found[field] = value.place }
      return value?.value
    }
    title = take(.title, metadata.title)
    standfirst = take(.standfirst, metadata.standfirst)
    section = take(.section, metadata.section)
    bylines = metadata.bylines.map(\.value)
    found[.bylines] = metadata.bylines.first?.place
    outlet = take(.outlet, metadata.outlet)
    besideTitle = metadata.besideTitle
    language = take(.language, metadata.language)
    address = take(.address, metadata.address)
    published = take(.published, metadata.published)
    modified = take(.modified, metadata.modified)
    sources = metadata.sources
  }
}
