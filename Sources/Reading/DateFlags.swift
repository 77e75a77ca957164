import Language
import Press

/// Finds articles whose date cannot be as they say: dated after their bytes were fetched, or years before the days that
/// they tell of.
///
/// A flag accuses, so every doubt counts for the article: zones that are not known, later changes, days that are plans.
enum DateFlags {
  static func flags(_ article: Article, fetched: Moment?) -> [Article.Flag] {
    guard let published = article.published else { return [] }
    // The day of a change says nothing false of the publication.
    if article.isDatedByChange { return [] }
    return [afterCapture(published, fetched), beforeWords(article, published, fetched)].compactMap(\.self)
  }

  /// Seconds by which two clocks may differ.
  private static let clockSlack: Int64 = 2 * 3600

  private static func afterCapture(_ published: Moment, _ fetched: Moment?) -> Article.Flag? {
    guard let fetched, published.earliest > fetched.latest + clockSlack else { return nil }
    return Article.Flag(
      kind: .datedAfterCapture,
      detail: "It gives \(published.iso) for its publication, but its bytes were fetched at \(fetched.iso).")
  }

  // MARK: Dated before its words

  /// Seconds by which a day must lie behind the publication: yearly dates are easily off by one.
  private static let gap: Int64 = 366 * 86_400
  /// Bytes of text that are looked through.
  private static let longest = 200_000

  private static func beforeWords(_ article: Article, _ published: Moment, _ fetched: Moment?) -> Article
    .Flag?
  {
    // What was changed later may tell of later days.
    let last = max(published.latest, article.modified?.latest ?? .min) + gap
    let past = pastWords(of: article.language)
    var told: [(words: String, day: String)] = []
    var whole = article.text
    whole.withUTF8 { whole in
      let text = UnsafeBufferPointer(rebasing: whole.prefix(longest))
      guard mayTell(text, ofYearsFrom: year(of: last)) else { return }
      for date in DateScanner.scan(text) {
        guard date.day != nil, let moment = date.moment, moment.earliest > last, let day = moment.day,
          // What lies behind the capture can only be a plan.
          moment.earliest <= fetched?.latest ?? .max, !told.contains(where: { $0.day == day })
        else { continue }
        let sentence = sentence(around: date.range, text)
        guard isTold(text, sentence, past) else { continue }
        told.append((String(decoding: text[date.range], as: UTF8.self), day))
        if told.count == 4 { break }
      }
    }
    guard told.count >= 2 else { return nil }
    let days = told.map { "“\($0.words)”" }.joined(separator: ", ")
    return Article.Flag(
      kind: .datedBeforeWords,
      detail: "It gives \(published.iso) for its publication, but tells of \(days) as past.")
  }

  /// The first year, anywhere on Earth, in which a day can lie behind an instant.
  private static func year(of instant: Int64) -> Int {
    // Days are counted from a March, 400 years of them a time (Hinnant 2013, "chrono-Compatible Low-Level Date Algorithms").
    let days = (max(instant, 0) - 14 * 3600) / 86_400 + 719_468
    let day = days % 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    return Int(days / 146_097 * 400 + year + (dayOfYear >= 306 ? 1 : 0))
  }

  /// Whether four figures that may be such a year stand anywhere: few texts have them, and only those need be read for
  /// their dates.
  private static func mayTell(_ text: UnsafeBufferPointer<UInt8>, ofYearsFrom least: Int) -> Bool {
    // Of four figures in a row one stands at every fourth place.
    for at in stride(from: 3, to: text.count + 3, by: 4) {
      guard at >= text.count || text[at] &- 0x30 < 10 else { continue }
      for start in max(0, at - 3)...at where start + 4 <= text.count {
        var year = 0
        for byte in text[start..<(start + 4)] {
          guard byte &- 0x30 < 10 else {
            year = 0
            break
          }
          year = 10 * year + Int(byte &- 0x30)
        }
        if year >= least { return true }
      }
    }
    return false
  }

  /// The bytes between the marks that end sentences, at most 300 on either side.
  private static func sentence(around date: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = date.lowerBound
    while start > 0, date.lowerBound - start < 300, !isEnd(text, start - 1) { start -= 1 }
    var end = date.upperBound
    while end < text.count, end - date.upperBound < 300, !isEnd(text, end) { end += 1 }
    return start..<end
  }

  private static func isEnd(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    switch text[at] {
    case UInt8(ascii: "\n"), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "."):
      // "Sept. 3" and "3.5" go on.
      return at + 2 < text.count && text[at + 1] == 0x20 && text[at + 2] &- 0x41 < 26 || at + 1 == text.count
    default: return false
    }
  }

  /// Whether a sentence tells of something past, and of nothing to come.
  private static func isTold(
    _ text: UnsafeBufferPointer<UInt8>, _ sentence: Range<Int>, _ past: Set<UInt64>
  ) -> Bool {
    let words = LineTokens.scan(String(decoding: text[sentence], as: UTF8.self)).lazy.filter {
      $0.kind == .word
    }
    var isPast = false
    for word in words {
      if future.contains(word.hash) { return false }
      if past.contains(word.hash) { isPast = true }
    }
    return isPast
  }

  /// The words of a language that tell of the past. German "war" is an English noun, French "foi" is faith: where no
  /// language is stated, only those count that are words of one language alone.
  private static func pastWords(of language: String?) -> Set<UInt64> {
    guard let language else { return unmistakable }
    return past[language.prefix { $0 != "-" && $0 != "_" }.lowercased()] ?? []
  }

  private static let past: [String: Set<UInt64>] = [
    "en": hashes(
      "was were had said told died won announced reported began opened closed signed arrived killed happened held took"
    ),
    "de": hashes("war waren wurde wurden hatte hatten sagte starb gab fand"),
    "fr": hashes("etait etaient avait avaient fut furent"),
    "es": hashes("fue fueron era eran dijo murio habia"),
    "pt": hashes("foi foram era eram disse morreu havia"),
    "it": hashes("era erano stato stata detto aveva disse"),
    "nl": hashes("was werd werden zei stierf had"),
    "tr": hashes("oldu dedi"),
  ]

  private static let unmistakable = past.values.reduce(into: Set<UInt64>()) { $0.formUnion($1) }.subtracting(
    hashes("war won era eran foi fut gab fand held said stato had"))

  private static let future = hashes(
    """
    will would shall should could may might until by due plan plans planned expected expects scheduled deadline expires
    expire expiring valid through ends target forecast predicted next if soll sollen sollte bis geplant voraussichtlich
    wird plant sera seront devrait jusqu prevu prevue doit sera hasta previsto prevista sera seran debera
    ate devera sara saranno entro dovrebbe tot zal zullen gepland verwacht kadar planlanan
    """)

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(whereSeparator: \.isWhitespace).map { Folding.hash($0) })
  }
}
