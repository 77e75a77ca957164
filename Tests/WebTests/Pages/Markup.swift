/// A page's markup, read as strictly as our own templates are written: so whatever a page's words could smuggle in shows.
struct Markup {
  struct Element {
    let name: String
    let attributes: [(name: String, value: String)]
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var elements: [Element] = []
  /// All text, its references resolved.
  private(set) var text = ""

  private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img"]

  /// - Throws: `Fault` where a bracket stands in a text, a tag is not as we write tags, or elements do not nest.
  init(_ html: String) throws {
    var open: [String] = []
    var rest = Substring(html).unicodeScalars[...]
    func fault(_ what: String) -> Fault {
      Fault(description: "\(what), before: \(String(String.UnicodeScalarView(rest.prefix(120))))")
    }
    func take(while holds: (Unicode.Scalar) -> Bool) -> String {
      let part = rest.prefix(while: holds)
      rest = rest.dropFirst(part.count)
      return String(String.UnicodeScalarView(part))
    }
    func isName(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-")
    }
    while let next = rest.first {
      if next != "<" {
        let words = take { $0 != "<" }
        if words.contains(">") { throw fault("a bare > in “\(words.suffix(80))”") }
        text += Self.resolved(words)
        continue
      }
      rest = rest.dropFirst()
      if rest.starts(with: "!DOCTYPE html>".unicodeScalars) {
        rest = rest.dropFirst(14)
        continue
      }
      let isEnd = rest.first == "/"
      if isEnd { rest = rest.dropFirst() }
      let name = take(while: isName)
      guard !name.isEmpty else { throw fault("a bare <") }
      if isEnd {
        guard rest.first == ">" else { throw fault("an end tag with more in it") }
        rest = rest.dropFirst()
        guard open.popLast() == name else { throw fault("</\(name)> closes something else") }
        continue
      }
      var attributes: [(name: String, value: String)] = []
      while rest.first == " " || rest.first == "\n" {
        _ = take { $0 == " " || $0 == "\n" }
        if rest.first == "/" || rest.first == ">" { break }
        let attribute = take(while: isName)
        guard !attribute.isEmpty else { throw fault("no attribute's name in <\(name)>") }
        guard rest.first == "=" else {
          attributes.append((attribute, ""))
          continue
        }
        rest = rest.dropFirst()
        guard rest.first == "\"" else { throw fault("a value without quotation marks in <\(name)>") }
        rest = rest.dropFirst()
        let value = take { $0 != "\"" }
        guard !value.contains("<") else { throw fault("a bare < in an attribute of <\(name)>") }
        rest = rest.dropFirst()
        attributes.append((attribute, Self.resolved(value)))
      }
      var isClosed = Self.void.contains(name)
      if rest.first == "/" {
        rest = rest.dropFirst()
        isClosed = true
      }
      guard rest.first == ">" else { throw fault("<\(name) is not closed") }
      rest = rest.dropFirst()
      elements.append(Element(name: name, attributes: attributes))
      if !isClosed { open.append(name) }
    }
    guard open.isEmpty else { throw Fault(description: "never closed: \(open)") }
  }

  private static func resolved(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
      $0.replacing($1.0, with: $1.1)
    }
  }

  /// What is wrong with the page as ours; empty where nothing is.
  var faults: [String] {
    var faults: [String] = []
    var ids: Set<String> = []
    var level = 0
    let labelled = Set(elements.filter { $0.name == "label" }.compactMap { $0.value("for") })
    for element in elements {
      for (name, value) in element.attributes {
        if name == "style" || name.hasPrefix("on") { faults.append("\(name) on <\(element.name)>") }
        if name == "href" || name == "action" || name == "src" {
          let isOurs = value.hasPrefix("/") && !value.hasPrefix("//") || value.hasPrefix("#")
          let isWeb = value.hasPrefix("http://") || value.hasPrefix("https://")
          if !isOurs && !(isWeb && element.name == "a") { faults.append("a link to \(value)") }
        }
      }
      if let id = element.value("id"), !ids.insert(id).inserted { faults.append("two elements are “\(id)”") }
      if ["h1", "h2", "h3", "h4"].contains(element.name), let own = Int(element.name.suffix(1)) {
        if own > level + 1 { faults.append("<\(element.name)> below level \(level)") }
        level = own
      }
      if element.name == "th", element.value("scope") == nil { faults.append("a <th> without scope") }
      if ["input", "textarea", "select"].contains(element.name), element.value("type") != "hidden",
        element.value("aria-label") == nil, element.value("id").map(labelled.contains) != true
      {
        faults.append("a field without a label: \(element.attributes)")
      }
    }
    if elements.count(where: { $0.name == "h1" }) != 1 { faults.append("not one <h1>") }
    for element in elements {
      guard let to = element.value("href"), to.hasPrefix("#"), !ids.contains(String(to.dropFirst())) else {
        continue
      }
      faults.append("a link to “\(to)”, which is not on the page")
    }
    for element in elements {
      for name in ["aria-labelledby", "aria-describedby", "for"] {
        for id in (element.value(name) ?? "").split(separator: " ") where !ids.contains(String(id)) {
          faults.append("\(name) names “\(id)”, which is not on the page")
        }
      }
    }
    return faults
  }

  /// Addresses of the site that it leads to.
  var links: [String] {
    elements.compactMap { $0.value("href") }.filter { $0.hasPrefix("/") }.map {
      String($0.prefix { $0 != "#" })
    }
  }
}
