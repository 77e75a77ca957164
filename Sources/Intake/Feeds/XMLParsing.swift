import CXml2

/// Parses XML with libxml2, in its forgiving mode: nothing is fetched, nothing expanded, no document type is read.
///
/// What reaches libxml2 has been mended (`XMLMending`): no declarations, no entities but the five of XML, at most so many
/// attributes on a tag. libxml2's own limits hold beside: 256 levels, ten million bytes in one value.
enum XMLParsing {
  /// Once for the process; libxml2 is safe for threads from then on.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// The tree of a piece of UTF-8; what was wrong with it is its `complaint`.
  static func parse(_ bytes: [UInt8]) -> XMLTree {
    let tree = XMLTree(room: bytes.count)
    guard isReady, let parser = xmlNewParserCtxt(), let handler = parser.pointee.sax else {
      tree.complaint = "libxml2 could not start; free some memory"
      return tree
    }
    defer { xmlFreeParserCtxt(parser) }
    // With the two element callbacks of the older interface alone, libxml2 keeps no account of namespaces, whose cost a
    // hostile item could drive up.
    handler.pointee = xmlSAXHandler()
    handler.pointee.initialized = 1
    handler.pointee.startElement = { context, name, attributes in
      guard let tree = XMLParsing.tree(context), let name = XMLParsing.text(name) else { return }
      tree.begin(name)
      guard var next = attributes else { return }
      while let name = XMLParsing.text(next[0]) {
        tree.attribute(name, XMLParsing.text(next[1]) ?? UnsafeBufferPointer(start: nil, count: 0))
        next += 2
      }
    }
    handler.pointee.endElement = { context, _ in XMLParsing.tree(context)?.end() }
    handler.pointee.characters = { context, text, count in
      XMLParsing.tree(context)?.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.pointee.cdataBlock = { context, text, count in
      XMLParsing.tree(context)?.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    withExtendedLifetime(tree) {
      parser.pointee.userData = Unmanaged.passUnretained(tree).toOpaque()
      let options = XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      let quiet = XML_PARSE_NOWARNING.rawValue
      bytes.withUnsafeBytes { raw in
        let source = Source(left: raw)
        withExtendedLifetime(source) {
          // Piece by piece: given as a whole, libxml2 would copy it as a whole.
          let document = xmlCtxtReadIO(
            parser, XMLParsing.read, nil, Unmanaged.passUnretained(source).toOpaque(), nil, "UTF-8",
            Int32(options | quiet))
          if let document { xmlFreeDoc(document) }
        }
      }
    }
    tree.complaint = complaint(parser, tree)
    return tree
  }

  /// What libxml2 has not yet read.
  private final class Source {
    var left: UnsafeRawBufferPointer
    init(left: UnsafeRawBufferPointer) { self.left = left }
  }

  private static let read: xmlInputReadCallback = { context, space, room in
    guard let context, let space else { return 0 }
    let source = Unmanaged<Source>.fromOpaque(context).takeUnretainedValue()
    let count = min(Int(room), source.left.count)
    guard count > 0, let base = source.left.baseAddress else { return 0 }
    UnsafeMutableRawPointer(space).copyMemory(from: base, byteCount: count)
    source.left = source.left.part(count..<source.left.count)
    return Int32(count)
  }

  private static func complaint(_ parser: xmlParserCtxtPtr, _ tree: XMLTree) -> String? {
    if tree.isFull { return "there are more than \(XMLTree.mostNodes) elements in it" }
    guard parser.pointee.wellFormed == 0 else { return nil }
    let message = parser.pointee.lastError.message.map { String(cString: $0) } ?? "it is not well-formed"
    return shortened(Array(message.utf8)[...].folded)
  }

  private static func tree(_ context: UnsafeMutableRawPointer?) -> XMLTree? {
    context.map { Unmanaged<XMLTree>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func text(_ text: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8>? {
    text.map { UnsafeBufferPointer(start: $0, count: Int(xmlStrlen($0))) }
  }
}
