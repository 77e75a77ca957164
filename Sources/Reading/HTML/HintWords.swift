import Press

/// The words that site makers use in classes and ids, whatever their language. General words only: none is the name
/// of an outlet.
enum HintWords {
  /// What a class or id suggests.
  static func hint(in value: String) -> Hint? {
    var value = value
    return value.withUTF8 { hint(in: $0) }
  }

  /// As above, of its bytes: words are asked for by their hashes, so that no string is made for any.
  static func hint(in value: UnsafeBufferPointer<UInt8>) -> Hint? {
    if isHiddenByUtility(value) { return Hint(meaning: .foldedAway, strength: .word) }
    var words: [UInt64] = []
    words.reserveCapacity(16)
    forEachWord(value) { hash, _ in words.append(hash) }
    guard !words.isEmpty, !isTextCredit(words) else { return nil }
    for (one, other) in zip(words, words.dropFirst()) where openings[one] != nil {
      if let hint = pairs[pair(one, other)] { return hint }
    }
    for word in words {
      if let hint = single[word] { return hint }
    }
    return nil
  }

  // MARK: Classes that hide

  /// Whether a class of a style library hides the box at every width of screen.
  private static func isHiddenByUtility(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    var isHidden = false
    forEachToken(value) { if hidingTokens[hash($0)] != nil { isHidden = true } }
    // Few are: only for these is it worth asking whether another class shows them again.
    guard isHidden else { return false }
    var isShown = false
    forEachToken(value) { if shows(String(decoding: $0, as: UTF8.self)) { isShown = true } }
    return !isShown
  }

  /// Whether a class shows at some width of screen what another hides.
  private static func shows(_ token: String) -> Bool {
    showing.contains { token.hasSuffix($0) } && !token.hasPrefix("d-print") && !token.hasPrefix("print:")
      && token.contains { $0 == ":" || $0 == "-" }
  }

  private static func forEachToken(
    _ value: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    for at in 0...value.count where at == value.count || isBlank(value[at]) {
      if at > start { take(UnsafeBufferPointer(rebasing: value[start..<at])) }
      start = at + 1
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  private static let hidingTokens = WordIndex(
    Dictionary(
      uniqueKeysWithValues: [
        "hidden", "d-none", "is-hidden", "u-hidden", "w-condition-invisible", "print-only",
        "d-print-block", "visible-print", "display-none",
      ].map { (hash($0), true) }))

  private static let showing = ["block", "flex", "inline", "grid", "table", "visible"]

  /// "agency-credit" and its like: the credit of the text, not of a picture. The most valuable line on the page.
  private static func isTextCredit(_ words: [UInt64]) -> Bool {
    words.contains { $0 == credit || $0 == credits } && words.contains { textual[$0] != nil }
  }

  private static let credit = hash("credit")
  private static let credits = hash("credits")

  private static let textual = WordIndex(
    Dictionary(
      uniqueKeysWithValues: ["agency", "wire", "source", "story", "article", "text", "syndication"].map {
        (hash($0), true)
      }))

  // MARK: Words

  /// Bytes of a class or id that are looked at.
  private static let longest = 400

  /// Words of a class or id in lower case: split at punctuation and capitals. Figures behind a word fall away
  /// (`ad2`); a word with figures inside it is a number that a program made (`5f18ad9`), and stays whole.
  static func split(_ value: String) -> [String] {
    var value = value
    return value.withUTF8 { bytes in
      var words: [String] = []
      forEachWord(bytes) { _, range in
        words.append(String(decoding: bytes[range].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self))
      }
      return words
    }
  }

  /// Calls `take` with the hash and the place of every word.
  @inline(__always)
  private static func forEachWord(
    _ value: UnsafeBufferPointer<UInt8>, _ take: (UInt64, Range<Int>) -> Void
  ) {
    var (start, running) = (0, Folding.seed)
    // Of the word up to its last letter: figures behind it fall away.
    var (end, hash) = (0, Folding.seed)
    var previousIsLower = false
    let count = min(value.count, longest)
    for at in 0..<count {
      let byte = value[at]
      let isUpper = byte &- 0x41 < 26
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let isDigit = byte &- 0x30 < 10
      if !(isLetter || isDigit) || (isUpper && previousIsLower) {
        if end > start { take(hash, start..<end) }
        start = isLetter ? at : at + 1
        running = Folding.seed
      }
      if isLetter {
        running = Folding.add(byte | 0x20, to: running)
        (end, hash) = (at + 1, running)
      } else if isDigit {
        running = Folding.add(byte, to: running)
      }
      previousIsLower = isLetter && !isUpper
    }
    if end > start { take(hash, start..<end) }
  }

  private static func hash(_ word: some StringProtocol) -> UInt64 {
    word.utf8.reduce(Folding.seed) { Folding.add($1, to: $0) }
  }

  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    word.reduce(Folding.seed) { Folding.add($1, to: $0) }
  }

  /// The key of two words in `pairs`.
  private static func pair(_ one: UInt64, _ other: UInt64) -> UInt64 { one &* 31 ^ other }

  // MARK: Tables

  /// Phrases of two words, by the hashes of both; and the words that open one, since most words open none.
  private static let (pairs, openings): (WordIndex<Hint>, WordIndex<Bool>) = {
    var table: [UInt64: Hint] = [:]
    var openings: [UInt64: Bool] = [:]
    func add(_ meaning: Hint.Meaning, _ phrases: String, _ strength: Hint.Strength = .word) {
      for phrase in phrases.split(separator: ",") {
        let words = phrase.split { $0 == " " || $0 == "\n" }.map { hash($0) }
        assert(words.count == 2, "“\(phrase)” is no phrase of two words")
        table[pair(words[0], words[1])] = Hint(meaning: meaning, strength: strength)
        openings[words[0]] = true
      }
    }
    add(
      .body,
      """
      article body, entry content, post content, story body, article content, article text, post body,
      story content, content body, body content, story text, article copy, body text, rich text
      """)
    add(
      .furniture(.relatedLink),
      """
      read more, more stories, most read, most popular, see also, also read, up next, more from, read next,
      also like, you may, dont miss, line clamp
      """)
    add(.furniture(.newsletter), "sign up, mailing list")
    add(.hidden, "screen reader, visually hidden, sr only")
    add(.furniture(.caption), "wp caption, image caption, photo caption")
    add(
      .furniture(.bylineBox),
      "author bio, author box, about author, author info, post meta, entry meta, article meta")
    add(.furniture(.navigation), "post tags, skip link")
    // Boxes that stand beside the text on purpose, however much text is in them.
    add(.furniture(.relatedLink), "info box, fact box, facts box, expandable box", .element)
    return (WordIndex(table), WordIndex(openings))
  }()

  private static let single: WordIndex<Hint> = {
    var table: [UInt64: Hint] = [:]
    func add(_ meaning: Hint.Meaning, _ words: String, _ strength: Hint.Strength = .word) {
      for word in words.split(separator: " ") {
        table[hash(word)] = Hint(meaning: meaning, strength: strength)
      }
    }
    add(.body, "articlebody storybody bodytext articletext articlecontent")
    add(.furniture(.comments), "comment comments disqus respond commentlist fbcomments")
    add(
      .furniture(.relatedLink),
      """
      related recommended recommendation recommendations recirc recirculation outbrain taboola trending popular
      mostread mostpopular teaser teasers promo suggested readmore readnext rail sidebar yarpp
      seealso relatedposts relatedlinks relatedarticles crosslink crosslinks
      """)
    add(
      .furniture(.share),
      "share sharing sharedaddy social socials addtoany addthis sharebar sharethis socialshare")
    add(
      .furniture(.newsletter),
      "newsletter newsletters subscribe subscription signup optin mailchimp paywall piano donate donation donations "
        + "cta poll quiz whatsapp"
    )
    add(
      .furniture(.advertisement),
      "ad ads advert adverts advertisement advertising adslot adunit adsense adbox dfp banner leaderboard")
    add(.furniture(.sponsored), "sponsor sponsored sponsors")
    add(
      .furniture(.navigation),
      """
      nav navbar navigation breadcrumb breadcrumbs menu pagination pager masthead footer copyright tags taglist
      toolbar
      """)
    add(.furniture(.disclaimer), "disclaimer disclaimers disclosure disclosures")
    add(.furniture(.bylineBox), "byline bylines author authors authorbox bio timestamp dateline publishdate")
    add(.furniture(.caption), "caption captions credit credits figcaption imagecaption photocredit")
    add(
      .furniture(.relatedLink), "infobox factbox faktaruta faktaboks faktabox faktenbox infokasten", .element)
    // Boxes that ask for consent to being followed: no article stands in one.
    add(
      .furniture(.disclaimer),
      """
      cookie cookies consent gdpr ccpa cookiebar cookielaw onetrust didomi usercentrics truste cookiebot
      """, .element)
    add(.furniture(.metadata), "footnotes endnotes")
    add(.furniture(.relatedLink), "carousel carousels")
    // What readers and customers say of the house.
    add(.furniture(.comments), "testimonial testimonials")
    add(.hidden, "modal popup overlay lightbox noprint tooltip")
    return WordIndex(table)
  }()
}
