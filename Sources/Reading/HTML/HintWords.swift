import Press

/// The words that site makers use in classes and ids, whatever their language. General words only: none is the name
/// of an outlet.
enum HintWords {
  /// What a class or id suggests.
  static func hint(in value: String) -> Hint? {
    if isHiddenByUtility(value) { return Hint(meaning: .foldedAway, strength: .word) }
    let words = split(value)
    guard !words.isEmpty, !isTextCredit(words) else { return nil }
    for (one, other) in zip(words, words.dropFirst()) where openings.contains(one) {
      if let hint = pairs[one + " " + other] { return hint }
    }
    for word in words {
      if let hint = single[word] { return hint }
    }
    return nil
  }

  /// Whether a class of a style library hides the box at every width of screen.
  static func isHiddenByUtility(_ value: String) -> Bool {
    let tokens = value.split(whereSeparator: \.isWhitespace)
    guard tokens.contains(where: { hidingTokens.contains($0) }) else { return false }
    return !tokens.contains { token in
      showing.contains { token.hasSuffix($0) } && !token.hasPrefix("d-print") && !token.hasPrefix("print:")
        && token.contains { $0 == ":" || $0 == "-" }
    }
  }

  private static let hidingTokens: Set<Substring> = [
    "hidden", "d-none", "is-hidden", "u-hidden", "w-condition-invisible", "print-only",
    "d-print-block", "visible-print", "display-none",
  ]

  private static let showing = ["block", "flex", "inline", "grid", "table", "visible"]

  /// "agency-credit" and its like: the credit of the text, not of a picture. The most valuable line on the page.
  private static func isTextCredit(_ words: [String]) -> Bool {
    (words.contains("credit") || words.contains("credits")) && words.contains { textual.contains($0) }
  }

  private static let textual: Set<String> = [
    "agency", "wire", "source", "story", "article", "text", "syndication",
  ]

  /// Words of a class or id in lower case: split at punctuation and capitals. Figures behind a word fall away
  /// (`ad2`); a word with figures inside it is a number that a program made (`5f18ad9`), and stays whole.
  static func split(_ value: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previousIsLower = false
    func finish() {
      while let last = word.last, last &- 0x30 < 10 { word.removeLast() }
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in value.utf8.prefix(400) {
      let isUpper = byte &- 0x41 < 26
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let isDigit = byte &- 0x30 < 10
      if !(isLetter || isDigit) || (isUpper && previousIsLower) { finish() }
      if isLetter { word.append(byte | 0x20) } else if isDigit { word.append(byte) }
      previousIsLower = isLetter && !isUpper
    }
    finish()
    return words
  }

  /// Two-word phrases, by their words joined with a blank.
  private static let pairs: [String: Hint] = {
    var table: [String: Hint] = [:]
    func add(_ meaning: Hint.Meaning, _ phrases: String, _ strength: Hint.Strength = .word) {
      for phrase in phrases.split(separator: ",") {
        table[phrase.split(whereSeparator: \.isWhitespace).joined(separator: " ")] = Hint(
          meaning: meaning, strength: strength)
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
      also like, you may, dont miss, do not miss, line clamp
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
    return table
  }()

  /// The first words of `pairs`: most words need not be joined to be looked up.
  private static let openings = Set(pairs.keys.map { String($0.prefix { $0 != " " }) })

  private static let single: [String: Hint] = {
    var table: [String: Hint] = [:]
    func add(_ meaning: Hint.Meaning, _ words: String, _ strength: Hint.Strength = .word) {
      for word in words.split(separator: " ") {
        table[String(word)] = Hint(meaning: meaning, strength: strength)
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
    return table
  }()
}
