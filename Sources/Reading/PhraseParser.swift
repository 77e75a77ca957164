/// Reads a phrase as the tables write it. Sees only the tables, never a page.
struct PhraseParser {
  private indirect enum Node {
    case words([String])
    case many([String], Int)
    case colon
    case slot(Phrase.Slot)
    case sequence([Node])
    case choice([Node])
    case optional(Node)
  }

  /// Bytes, since the tables are parsed whenever the program starts; the signs of the language are all ASCII.
  private let text: [UInt8]
  private var at = 0

  private init(_ text: String) { self.text = Array(text.utf8) }

  /// The phrase, or `nil` when the row is not well formed.
  static func parse(_ text: String) -> Phrase? {
    var parser = PhraseParser(text)
    let node = parser.sequence(until: [])
    guard parser.at == parser.text.count else { return nil }
    var steps: [Phrase.Step] = []
    compile(node, into: &steps)
    let nodes = children(of: node)
    let first = nodes.first.map(required) ?? []
    let anchors = first.isEmpty ? rarest(nodes.map(required)) : first
    return Phrase(
      steps: steps, anchors: anchors.map { Folding.hash($0) }, isAnchoredAtStart: !first.isEmpty,
      weight: weight(node), skeleton: skeleton(node))
  }

  /// Of the sets of words of which one must stand, the one that prose has least often: long words are rare ones.
  private static func rarest(_ sets: [[String]]) -> [String] {
    func shortest(_ words: [String]) -> Int { words.map(\.utf8.count).min() ?? 0 }
    return sets.filter { !$0.isEmpty }.max { shortest($0) < shortest($1) } ?? []
  }

  /// What must stand, in order; of a choice, the first.
  private static func skeleton(_ node: Node) -> [Phrase.Bone] {
    switch node {
    case .words(let words): [.words(words.map { Folding.hash($0) })]
    case .sequence(let nodes): nodes.flatMap(skeleton)
    case .choice(let nodes): nodes.first.map(skeleton) ?? []
    case .slot(let slot): [.slot(slot)]
    case .many, .colon, .optional: []
    }
  }

  private mutating func sequence(until stops: [UInt8]) -> Node {
    var nodes: [Node] = []
    while at < text.count, !stops.contains(text[at]) {
      if text[at] == UInt8(ascii: " ") { at += 1; continue }
      guard let node = item(stops) else { break }
      nodes.append(node)
    }
    return .sequence(nodes)
  }

  private mutating func item(_ stops: [UInt8]) -> Node? {
    var node: Node
    switch text[at] {
    case UInt8(ascii: "("): node = group()
    case UInt8(ascii: "{"):
      guard let slot = slot() else { return nil }
      node = .slot(slot)
    case UInt8(ascii: ":"):
      at += 1
      node = .colon
    default:
      let words = alternatives(stops)
      guard !words.isEmpty else { return nil }
      node = .words(words)
    }
    if at < text.count, text[at] == UInt8(ascii: "?") {
      at += 1
      node = .optional(node)
    }
    return node
  }

  private mutating func group() -> Node {
    at += 1
    var choices: [Node] = []
    while at < text.count {
      choices.append(sequence(until: [UInt8(ascii: "|"), UInt8(ascii: ")")]))
      if at < text.count, text[at] == UInt8(ascii: "|") { at += 1; continue }
      break
    }
    if at < text.count, text[at] == UInt8(ascii: ")") { at += 1 }
    if at < text.count, text[at] == UInt8(ascii: "{"), let count = repeatCount() {
      return .many(choices.flatMap(Self.required), count)
    }
    return .choice(choices)
  }

  private mutating func repeatCount() -> Int? {
    guard let close = text[at...].firstIndex(of: UInt8(ascii: "}")),
      let count = Int(String(decoding: text[(at + 1)..<close], as: UTF8.self))
    else {
      return nil
    }
    at = close + 1
    return count
  }

  private mutating func slot() -> Phrase.Slot? {
    guard let close = text[at...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let name = String(decoding: text[(at + 1)..<close], as: UTF8.self)
    at = close + 1
    return Phrase.Slot(rawValue: name)
  }

  /// `a|b|c`; inside a group the bar parts sequences instead.
  private mutating func alternatives(_ stops: [UInt8]) -> [String] {
    var words: [String] = []
    var start = at
    func word(_ range: Range<Int>) -> [String] {
      range.isEmpty ? [] : [String(decoding: text[range], as: UTF8.self)]
    }
    while at < text.count {
      let sign = text[at]
      if Self.isEnd(sign) || stops.contains(sign) { break }
      at += 1
      guard sign == UInt8(ascii: "|") else { continue }
      words += word(start..<at - 1)
      start = at
    }
    return words + word(start..<at)
  }

  /// What ends a word whatever it stands in.
  private static func isEnd(_ sign: UInt8) -> Bool {
    sign == UInt8(ascii: " ") || sign == UInt8(ascii: "?") || sign == UInt8(ascii: "(")
      || sign == UInt8(ascii: "{")
  }

  private static func children(of node: Node) -> [Node] {
    if case .sequence(let nodes) = node { return nodes }
    return [node]
  }

  /// Words of which one must stand where the node matches; empty where none must.
  private static func required(_ node: Node) -> [String] {
    switch node {
    case .words(let words): return words
    case .sequence(let nodes): return nodes.lazy.map(required).first { !$0.isEmpty } ?? []
    case .choice(let nodes):
      let each = nodes.map(required)
      return each.contains { $0.isEmpty } ? [] : each.flatMap { $0 }
    case .many, .colon, .slot, .optional: return []
    }
  }

  private static func weight(_ node: Node) -> Int {
    switch node {
    case .words: 1
    case .sequence(let nodes): nodes.reduce(0) { $0 + weight($1) }
    case .choice(let nodes): nodes.map(weight).min() ?? 0
    case .many, .colon, .slot, .optional: 0
    }
  }

  private static func compile(_ node: Node, into steps: inout [Phrase.Step]) {
    switch node {
    case .words(let words): steps.append(.words(words.map { Folding.hash($0) }))
    case .many(let words, let count): steps.append(.many(words.map { Folding.hash($0) }, count))
    case .colon: steps.append(.colon)
    case .slot(let slot): steps.append(.slot(slot))
    case .sequence(let nodes): compile(sequence: nodes, into: &steps)
    case .optional(let node): compile(optional: node, isTakenFirst: true, into: &steps)
    case .choice(let nodes): compile(choice: nodes, into: &steps)
    }
  }

  /// A word that may be absent is taken where it stands, but not before a slot: "in the? {any}" must not take the
  /// article of "The Harbour Gazette".
  private static func compile(sequence nodes: [Node], into steps: inout [Phrase.Step]) {
    for (index, node) in nodes.enumerated() {
      if case .optional(let inner) = node {
        var isBeforeSlot = false
        if index + 1 < nodes.count, case .slot = nodes[index + 1] { isBeforeSlot = true }
        compile(optional: inner, isTakenFirst: !isBeforeSlot, into: &steps)
      } else {
        compile(node, into: &steps)
      }
    }
  }

  private static func compile(optional node: Node, isTakenFirst: Bool, into steps: inout [Phrase.Step]) {
    let split = steps.count
    steps.append(.jump(0))
    compile(node, into: &steps)
    steps[split] = isTakenFirst ? .split(split + 1, steps.count) : .split(steps.count, split + 1)
  }

  private static func compile(choice nodes: [Node], into steps: inout [Phrase.Step]) {
    var ends: [Int] = []
    for (index, node) in nodes.enumerated() {
      guard index + 1 < nodes.count else {
        compile(node, into: &steps)
        break
      }
      let split = steps.count
      steps.append(.jump(0))
      compile(node, into: &steps)
      ends.append(steps.count)
      steps.append(.jump(0))
      steps[split] = .split(split + 1, steps.count)
    }
    for end in ends { steps[end] = .jump(steps.count) }
  }
}
