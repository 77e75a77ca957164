import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The names of all elements and attributes of a file in XML.
final class XMLElements: NSObject, XMLParserDelegate {
  private(set) var names: Set<String> = []

  /// Whether it is well-formed.
  func read(_ text: String) -> Bool {
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    return parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    names.insert(name)
    names.formUnion(attributes.keys)
  }
}
