import Export
import Press

/// What things are called on the pages.
enum Wording {
  /// "1 page", "3 pages", "12,000 pages".
  static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number(count)) \(count == 1 ? one : many ?? one + "s")"
  }

  /// With commas between thousands.
  static func number(_ value: Int) -> String {
    var digits = String(abs(value))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    return (value < 0 ? "−" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// "96 %"; nearly all is not all, and a little is not nothing.
  static func percent(_ share: Double) -> String {
    let rounded = Int((share * 100).rounded())
    if share < 1, rounded == 100 { return "99 %" }
    if share > 0, rounded == 0 { return "< 1 %" }
    return "\(rounded) %"
  }

  static func decimal(_ share: Double) -> String { "\((share * 1000).rounded() / 1000)" }

  /// Words from a page on one line, cut at `most` characters.
  static func short(_ text: String, _ most: Int = 160) -> String {
    let clean = TextTree.clean(text)
    guard clean.count > most else { return clean }
    return clean.prefix(most - 1) + "…"
  }

  /// What to call an article in a sentence.
  static func name(_ article: Article) -> String {
    TextTree.clean(
      article.outlet ?? article.source.split(separator: "/").last.map(String.init) ?? article.id)
  }

  static func headline(_ article: Article) -> String { headline(article.title) }

  static func headline(_ title: String?) -> String {
    guard let title, !title.isEmpty else { return "(no headline)" }
    return TextTree.clean(title)
  }

  static func kind(_ kind: CopyKind) -> String {
    switch kind {
    case .verbatim: "word for word"
    case .edited: "edited"
    case .partial: "a part of it"
    case .spun: "spun by machine"
    case .commonQuotation: "same quotation"
    case .commonSource: "same public text"
    case .incidental: "a phrase here and there"
    case .unknown: "from a lost original"
    }
  }

  /// The class that gives a kind its colour and its line.
  static func style(_ kind: CopyKind) -> String {
    switch kind {
    case .verbatim, .edited, .partial, .spun: kind.rawValue
    case .commonQuotation, .commonSource, .incidental, .unknown: "unknown"
    }
  }

  static func change(_ kind: Variant.Kind, _ count: Int = 1) -> String {
    let isOne = count == 1
    return switch kind {
    case .quotation: isOne ? "altered quotation" : "altered quotations"
    case .negation: "“not” lost or gained"
    case .number: isOne ? "number" : "numbers"
    case .date: isOne ? "date" : "dates"
    case .name: isOne ? "name" : "names"
    case .attribution: isOne ? "attribution" : "attributions"
    case .headline: isOne ? "headline" : "headlines"
    case .substituted: "words replaced"
    case .moved: "moved"
    case .cut: "cut"
    case .added: "added"
    case .spelling: isOne ? "spelling" : "spellings"
    }
  }

  /// With a capital: a heading.
  static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// How long, from the first page to the last: "40 min", "2 h", "3 days".
  static func span(_ seconds: Double) -> String {
    switch seconds {
    case ..<60: "at once"
    case ..<5_400: "\(Int((seconds / 60).rounded())) min"
    case ..<129_600: "\(Int((seconds / 3_600).rounded())) h"
    case ..<63_072_000: "\(Int((seconds / 86_400).rounded())) days"
    default: "\(Int((seconds / 31_536_000).rounded())) years"
    }
  }

  static func evidence(_ kind: Stemma.Evidence.Kind) -> String {
    switch kind {
    case .credit: "Credit"
    case .time: "Time"
    case .containment: "Containment"
    case .passages: "Shared text"
    case .spinning: "Spinning"
    case .sharedReading: "Shared readings"
    case .direction: "Direction"
    case .link: "Link"
    case .headline: "Headline"
    case .version: "Version"
    case .conflict: "Conflict"
    case .alternative: "Rival"
    case .correction: "By hand"
    }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// "8 Feb 2022, 09:20 +01:00": as the page states it.
  static func date(_ moment: Moment) -> String {
    let parts = moment.iso.split(separator: "T", maxSplits: 1)
    let day = parts[0].split(separator: "-").map { Int($0) ?? 0 }
    var text = ""
    if day.count > 2 { text += "\(day[2]) " }
    if day.count > 1, (1...12).contains(day[1]) { text += months[day[1] - 1] + " " }
    text += day.first.map { "\($0)" } ?? moment.iso
    guard parts.count > 1 else { return text }
    let clock = parts[1]
    let zone = clock.firstIndex { "Z+-".contains($0) }.map { clock[$0...] } ?? "local time"
    return text + ", " + clock.prefix(5) + (zone == "Z" ? " UTC" : " " + zone)
  }

  static func time(_ moment: Moment?) -> HTML {
    guard let moment else { return "<span class=\"dim\">no date</span>" }
    return "<time datetime=\"\(moment.iso)\">\(date(moment))</time>"
  }

  static func time(_ article: Article) -> HTML {
    guard article.isDatedByChange else { return time(article.published) }
    return "<span class=\"dim\">by</span> \(time(article.published))"
  }
}
