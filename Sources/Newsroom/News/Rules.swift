/// The rules of the invented news.
enum Rules {
  /// What is reported on.
  static let beats = ["flood", "fire", "politics", "talks", "court", "business", "health", "sport"]
  static let grammar = Grammar([common, disaster, publicLife, trade])
  /// Names that ``Scene`` knows without a rule.
  static let known: Set<String> = [
    "person", "last", "he", "his", "town", "surname", "today", "yesterday", "tomorrow", "date", "year",
    "speaker", "himself",
  ]
}
