import Press

/// Names for phylogenetics: one for each witness of all families that are written together.
///
/// A label that several bear, or that programs would take for another (case, underscores and blanks count for nothing in
/// NEXUS, and a name of digits is a number), gets the witness's id behind it.
struct TaxonNames {
  private let names: [String: String]
  /// Keys of all nodes, each once, in the order of the views.
  let keys: [String]
  /// Keys of those that no page is held for.
  let lost: Set<String>

  init(_ stemmata: [Stemma]) {
    var keys: [String] = []
    var labels: [String: (label: String, id: String)] = [:]
    var lost: Set<String> = []
    for stemma in stemmata {
      for node in stemma.nodes {
        let key = Self.key(node, stemma)
        guard labels[key] == nil else { continue }
        keys.append(key)
        labels[key] = (Self.clean(node.label), Self.clean(key))
        if node.lost { lost.insert(key) }
      }
    }
    var bearers: [String: Int] = [:]
    for label in labels.values { bearers[Self.folded(label.label), default: 0] += 1 }
    var names: [String: String] = [:]
    var taken: Set<String> = []
    for key in keys.sorted() {
      guard let (label, id) = labels[key] else { continue }
      var name = label
      if label.isEmpty || bearers[Self.folded(label)] != 1 || Self.isNumber(label) {
        name = label.isEmpty ? "page \(id)" : "\(label) (\(id))"
      }
      let plain = name
      var number = 2
      while !taken.insert(Self.folded(name)).inserted {
        name = "\(plain) \(number)"
        number += 1
      }
      names[key] = name
    }
    self.names = names
    self.keys = keys
    self.lost = lost
  }

  /// A lost agency may stand in several families, and is another lost text in each; a page is one page in all.
  static func key(_ node: Stemma.Node, _ stemma: Stemma) -> String {
    node.lost ? "\(stemma.family)/\(node.id)" : node.id
  }

  /// The name, without quotation marks.
  func name(_ key: String) -> String { names[key] ?? Self.clean(key) }

  /// The name as Newick and NEXUS write it: in single quotation marks unless it is a plain word.
  func token(_ key: String) -> String { Self.quoted(name(key)) }

  /// A word as Newick and NEXUS write it. An underscore outside quotation marks would be read as a blank.
  static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == ".")
    }
    if isPlain, !word.isEmpty { return word }
    var quoted = "'"
    for scalar in word.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "'" { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "'"
  }

  /// Text that may stand within a comment in brackets.
  static func comment(_ text: String) -> String {
    var safe = ""
    for scalar in clean(text).unicodeScalars {
      switch scalar {
      case "[": safe += "("
      case "]": safe += ")"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  private static func clean(_ text: String) -> String {
    TextTree.clean(text).split(separator: " ").joined(separator: " ")
  }

  private static func folded(_ label: String) -> String {
    label.lowercased().replacing("_", with: " ")
  }

  private static func isNumber(_ label: String) -> Bool {
    label.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
  }
}
