/// Markup that is safe by construction: what is interpolated is text and is escaped, unless it is markup itself.
///
/// ```swift
/// let line: HTML = "<p class=\"by\">\(article.outlet ?? "")</p>"
/// ```
///
/// So there is one way only by which a page's words could become markup, ``init(raw:)``, and it is easy to search for.
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The markup itself.
  public private(set) var text: String

  /// Markup that somebody vouches for.
  init(raw: String) { text = raw }

  /// Nothing.
  init() { text = "" }

  /// Markup that stands in the program.
  public init(stringLiteral value: String) { text = value }
  /// Markup that stands in the program, with words put into it.
  public init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  /// Text as text: what means something in HTML, in attributes too, is escaped, and control characters are shown.
  init(escaping words: some StringProtocol) { text = Self.escaped(words) }

  static func + (a: HTML, b: HTML) -> HTML { HTML(raw: a.text + b.text) }
  static func += (a: inout HTML, b: HTML) { a.text += b.text }

  /// Puts words into markup, escaped.
  public struct Interpolation: StringInterpolationProtocol {
    var text = ""

    /// Nothing yet.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    /// Markup of the program.
    public mutating func appendLiteral(_ literal: String) { text += literal }
    /// Words, as text.
    public mutating func appendInterpolation(_ words: some StringProtocol) { text += HTML.escaped(words) }
    /// A number.
    public mutating func appendInterpolation(_ number: Int) { text += String(number) }
    /// Markup.
    public mutating func appendInterpolation(_ markup: HTML) { text += markup.text }
    /// Markup, where there is any.
    public mutating func appendInterpolation(_ markup: HTML?) { text += markup?.text ?? "" }
    /// Pieces of markup, one after the other.
    public mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { text += part.text } }
  }

  private static func escaped(_ words: some StringProtocol) -> String {
    var result = ""
    result.reserveCapacity(words.utf8.count + 16)
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      // What steers a terminal or turns the direction of what follows is shown and does nothing.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Sequence where Element == HTML {
  /// All of them, one after the other, with `separator` between.
  func joined(_ separator: HTML = "") -> HTML { HTML(raw: map(\.text).joined(separator: separator.text)) }
}
