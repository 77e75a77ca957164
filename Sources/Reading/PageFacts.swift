import Press

/// What a page says of itself beside its text: in its markup's head, or in what the input states about it.
struct PageFacts: Sendable {
  var title: String?
  var standfirst: String?
  var bylines: [String] = []
  var outlet: String?
  var section: String?
  var language: String?
  var address: String?
  var published: Moment?
  var modified: Moment?
  /// Words of the metadata that may name a source ("agency", "copyright holder").
  var credits: [String] = []
}

/// The one door between the markup reader and the judges.
enum MarkupDoor {
  /// Blocks and facts of an HTML page; `nil` while no reader of markup stands behind the door.
  static func read(_ bytes: [UInt8]) -> (blocks: [Block], facts: PageFacts)? { nil }
}
