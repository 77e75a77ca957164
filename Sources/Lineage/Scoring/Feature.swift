/// What is measured of a possible arrow, to score it by (``Weights``).
///
/// Of the text, the lines beside it, the headline, the credits and the time. What is measured of the text are events,
/// stretches without an unchanged word within: one cut paragraph is one event, and so is one changed word. How rare
/// something is, is the log of the family's size by the number of witnesses that have it.
enum Feature: Int, CaseIterable {
  // No parent among the witnesses.
  /// Always.
  case root
  /// Nothing is stamped before it.
  case rootFirst
  /// Hours after the first, two days at most.
  case rootLate
  /// Log of how many others name its outlet.
  case rootNamed
  /// Others share a headline, and not with it.
  case rootHeadlineOdd
  /// Hundreds of words.
  case rootWords
  /// It admits a source that nobody can name.
  case rootFeed
  /// Others name its outlet as the agency.
  case rootAgency
  /// The family has lost sources: one more page may come from such a one.
  case rootBesideLost

  // A lost parent that credits name.
  /// The page credits it as the source.
  case lost
  /// The page credits it as having published the text before.
  case lostOutlet
  /// The page credits a feed, and this is the only agency.
  case lostFeed
  /// The page credits nobody.
  case lostUncredited
  /// The page credits it in words that no other has; and it names a held page as well.
  case lostAlone, lostBesideHeld
  /// The page credits nobody, and has what a held page changed.
  case lostUncreditedEdited
  /// The page credits it or a feed, and nobody names a held page from which the credit may have been handed down.
  case lostUnrivalled
  /// Log of how many name a held page that hands down the same credit.
  case lostNamed
  /// Hours after the family's first page, as a log: clients print a dispatch when it comes.
  case lostDelay
  /// Log of how many credit it; and in how many wordings, as a share of them: what is handed down keeps its words.
  case lostClients, lostForms
  /// The share of the other pages that name an outlet as their source.
  case lostCopying
  /// Between two held pages: both credit the same lost one; the copy credits one that the parent does not.
  case bothOfLost, copyOfLost
  /// Both do so in the same words: the credit was handed down, or the wire wrote it.
  case bothOfLostAlike
  /// The lost one's own arrow: without a parent.
  case lostRoot
  /// The lost one's own arrow: from the agency that its page hands down.
  case lostUpstream

  // Text. "Cut" is the parent's alone, "added" the copy's alone, "replaced" both have words, other ones.
  case cutEvents, cutCount, cutWords
  /// The last words of the parent are cut.
  case cutEnd
  case addedEvents, addedCount, addedWords, addedHundreds
  case replacedEvents, replacedCount, replacedWords, replacedShare
  /// What the parent alone has, and the copy has not taken over.
  case undoneEvents, undoneWords
  /// What the copy has, the parent has not, and a third has that can have been there before: nobody writes the same twice.
  case sharedEvents, sharedCount
  /// How rare what is shared so is.
  case sharedRare
  /// What the copy lacks, the parent has, and a third lacks that can have been there before: nobody cuts the same twice.
  case cutShared, cutSharedRare
  /// Share of the copy's words that the parent has, and of the parent's that the copy has.
  case explained, taken
  /// Not a word differs.
  case equal
  /// Not a byte differs, furniture and headline included.
  case identical
  /// Straight quotation marks and dashes became typographic ones, as a house style makes them.
  case typographyForward
  /// Typographic ones became straight.
  case typographyBack
  /// How rare the marks are that the copy has instead.
  case typographySharedRare
  /// The two share no text that anyone has seen.
  case noText
  /// The copy is the spun one of the two.
  case spun

  // Lines that are no part of the report: furniture, credits, datelines.
  case linesGained, linesGainedCount
  /// The same, a line counted the less the more witnesses have it.
  case linesGainedRare
  case linesDropped, linesDroppedCount
  /// Lines gained that a third has that can have been there before, and how rare they are.
  case linesShared, linesSharedRare
  /// Lines dropped that others lack too that can have been there before, and how rare that is.
  case linesDroppedShared, linesDroppedSharedRare
  /// How rare a dateline is that is gained so.
  case datelineSharedRare

  /// Both have the same such lines, all of them.
  case linesSame
  /// Another has all the lines that the copy has and no others, and the parent has not; how rare.
  case linesAllShared

  // Beside the nearest page that may be the source: what must have happened, that need not have.
  /// Events, headline and lines included, eight at most.
  case beyondNearest
  case beyondNearestWords, beyondNearestLines, beyondNearestHeadline
  /// None is nearer.
  case nearest
  /// Log of how many are as near, where none is nearer.
  case nearestCount
  /// Of those that are as near, the first or the last to be published.
  case nearestFirst, nearestLast

  // Headline.
  case headlineSame
  /// The copy's is not the parent's, but that of a third.
  case headlineShared
  /// How rare it is.
  case headlineSharedRare

  // Credits.
  /// A line of the copy alone names the parent.
  case credit
  /// A line that others have too names the parent, and the parent has it not.
  case creditShared
  /// The copy credits the parent as the agency, in words that other clients have as well.
  case creditAgency
  /// A dateline of the copy alone names the parent.
  case dateline
  case datelineShared
  /// The copy names the parent for a part of its text, and nowhere for the whole; somebody else for a part.
  case part, partOfOther
  /// A line of the copy alone names another held page.
  case creditOther
  /// A line of the parent names the copy.
  case namesCopy
  /// Log of how many others name the parent.
  case named
  /// The copy admits a feed, and the parent is the one agency that the family names; in words of its own, or in such as
  /// others have too.
  case feed, feedShared
  /// The copy's outlet is named as the agency.
  case intoAgency

  // Time.
  case against, againstHours
  /// Hours: the first, the five after it, the eighteen after those; and the log of all.
  case delayHour, delayMorning, delayDay, delayLog
  /// Nothing is stamped before the parent.
  case first
  /// Log of the family's size, where the parent is the first.
  case firstOfMany

  // The outlet's own earlier page.
  case ownEarlier, ownVersion

  static let count = allCases.count
}

/// The features of one arrow.
struct FeatureVector {
  private(set) var values = [Float](repeating: 0, count: Feature.count)

  subscript(feature: Feature) -> Double {
    get { Double(values[feature.rawValue]) }
    set { values[feature.rawValue] = Float(newValue) }
  }
}
