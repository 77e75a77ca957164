/// Classes of words that the judges ask for, from `words.tsv`.
struct WordTable: Sendable {
  /// What a class is for.
  enum Class: Int, Sendable, CaseIterable {
    /// Words that a date stamp may hold beside the date.
    case stamp
    /// Labels of a paper's sections.
    case section
    /// Words that names of news outlets are made of.
    case media
    /// Words that tell another institution from a news outlet.
    case institution
    /// Small words inside names.
    case connector
    /// Articles before names.
    case article
    /// Words after a name that add nothing to it.
    case suffix
    /// Words that open a byline.
    case byline
    /// Words that name the origin of a picture.
    case handout
    /// Words that open a picture's credit.
    case photographer
    /// Titles of a byline's author.
    case titleSuffix
    /// Words that are shouted before a report and are no place.
    case label
    /// Cities that datelines name without more proof.
    case capital
  }

  /// The table, read once.
  static let shared = WordTable()

  /// For each word one bit a class.
  private let classes: WordIndex<UInt32>

  private init() {
    let names = Class.allCases.map { String(describing: $0).lowercased() }
    var classes: [UInt64: UInt32] = [:]
    for row in TableReader.rows(PackageResources.words_tsv) where row.count >= 3 {
      guard let index = names.firstIndex(of: row[0]) else { continue }
      for word in row[2].split(separator: " ") { classes[Folding.hash(word), default: 0] |= 1 << index }
    }
    self.classes = WordIndex(classes)
  }

  /// The classes of a word, one bit each.
  func mask(_ hash: UInt64) -> UInt32 { classes[hash] ?? 0 }

  func has(_ token: Token, _ word: Class) -> Bool { token.classes & (1 << word.rawValue) != 0 }
}
