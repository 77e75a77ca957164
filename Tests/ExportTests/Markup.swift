import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// XML as a parser sees it.
final class XMLDocumentReader: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// Names of the elements around it, from the root.
    let path: [String]
  }
  /// An element's start, its end, or text.
  enum Event {
    case start(Element)
    case end(String)
    case text(String)
  }

  private(set) var events: [Event] = []
  private(set) var failure: String?
  private var path: [String] = []

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() { failure = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "?")" }
  }

  var elements: [Element] {
    events.compactMap { if case .start(let element) = $0 { element } else { nil } }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    events.append(.start(Element(name: name, attributes: attributes, path: path)))
    path.append(name)
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    events.append(.end(name))
    path.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { events.append(.text(text)) }
}

/// The tags of HTML with the names of their attributes, and nothing of what any text says.
enum HTMLSkeleton {
  /// - Returns: A line for each tag; `nil` where a `<` or a quotation mark stands where none may.
  static func tags(of html: String) -> [String]? {
    var tags: [String] = []
    var rest = Substring(html)
    while let open = rest.firstIndex(of: "<") {
      rest = rest[open...].dropFirst()
      var tag = ""
      var isQuoted = false
      var isClosed = false
      for scalar in rest.unicodeScalars {
        if isQuoted {
          if scalar == "\"" { isQuoted = false }
          if scalar == "<" { return nil }
          continue
        }
        if scalar == "\"" { isQuoted = true }
        if scalar == "<" { return nil }
        if scalar == ">" {
          isClosed = true
          break
        }
        tag.unicodeScalars.append(scalar)
      }
      guard isClosed else { return nil }
      tags.append(tag)
      // What is passed over is found again by its length, quoted parts included.
      var isIn = false
      var end = rest.unicodeScalars.startIndex
      while end < rest.unicodeScalars.endIndex {
        let scalar = rest.unicodeScalars[end]
        if scalar == "\"" { isIn.toggle() }
        end = rest.unicodeScalars.index(after: end)
        if scalar == ">", !isIn { break }
      }
      rest = rest[end...]
    }
    return tags
  }
}
