/// Markup that stands in a document as elements, written as HTML again, so that it is read as every page is.
extension XMLElement {
  /// What the element holds. Prefixes are left out, and the elements of NITF are written as those of HTML that they mean.
  var html: [UInt8] {
    var result: [UInt8] = []
    tree.walk(below: index) { node, isEnd in
      guard !node.isText else {
        Self.escape(tree.bytes[node.content], to: &result)
        return
      }
      let name = Self.htmlName(Self.local(tree.bytes[node.content]))
      if isEnd {
        if !Self.isVoid(name) { result += Array("</".utf8) + name + [UInt8(ascii: ">")] }
        return
      }
      result.append(UInt8(ascii: "<"))
      result.append(contentsOf: name)
      for index in node.attributes { attribute(tree.attributes[index], to: &result) }
      result.append(UInt8(ascii: ">"))
    }
    return result.allSatisfy(isBlank) ? [] : result
  }

  private func attribute(_ attribute: XMLTree.Attribute, to result: inout [UInt8]) {
    let name = tree.bytes[attribute.name]
    guard !name.contains(UInt8(ascii: ":")), !name.elementsEqual("xmlns".utf8) else { return }
    result.append(0x20)
    result.append(contentsOf: name)
    result.append(contentsOf: "=\"".utf8)
    Self.escape(tree.bytes[attribute.value], to: &result)
    result.append(UInt8(ascii: "\""))
  }

  private static func escape(_ text: ArraySlice<UInt8>, to result: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "\""): result.append(contentsOf: "&quot;".utf8)
      default: result.append(byte)
      }
    }
  }

  /// Elements of NITF 3 that HTML has under another name.
  private static let names: [[UInt8]: String] = [
    "hl1": "h1", "hl2": "h2", "block": "div", "body.content": "div", "body.head": "div", "body.end": "div",
    "media": "figure", "media-caption": "figcaption", "bq": "blockquote", "dateline": "p", "tagline": "p",
  ].reduce(into: [:]) { $0[Array($1.key.utf8)] = $1.value }

  private static func htmlName(_ name: ArraySlice<UInt8>) -> [UInt8] {
    names[Array(name)].map { Array($0.utf8) } ?? Array(name)
  }

  private static func isVoid(_ name: [UInt8]) -> Bool {
    ["br", "hr", "img", "meta", "link", "input", "source", "wbr", "col", "area", "base", "embed", "track"]
      .contains {
        name.elementsEqual($0.utf8)
      }
  }
}
