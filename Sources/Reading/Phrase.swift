/// A phrase of the tables, as a small program over the tokens of a line.
///
/// The tables write it like this: `a|b` alternatives, `x?` and `(several words)?` may be absent, `(a b|c)` one of
/// several sequences, `(a|b){10}` up to ten of the words, `:` a colon, a dash or a bar, `{name}` a slot. Marks that
/// the phrase does not mention may stand anywhere. The program is Thompson's (1968): a step is taken at most once for
/// each token, so that matching is linear in tokens times steps whatever the line is.
struct Phrase: Sendable {
  /// What a slot takes.
  enum Slot: String, Sendable {
    /// Names of the tables, one or a list.
    case known
    /// The same, all of them agencies.
    case agency
    /// Names of the tables, all of them outlets.
    case other
    /// Names of the tables, or unknown ones that look like a news outlet's.
    case media
    /// Names as the page spells them.
    case any
    /// The name of an outlet, or "our", or nothing at all.
    case outlet
    /// Up to six words that all begin with a capital; or none.
    case capitals = "caps"
    /// Any words, or none.
    case anything = "*"
    /// One number.
    case number = "#"
  }

  enum Step: Sendable {
    case words([UInt64])
    /// Any number of the words, up to the count.
    case many([UInt64], Int)
    case colon
    case slot(Slot)
    /// Go on at either place.
    case split(Int, Int)
    case jump(Int)
  }

  let steps: [Step]
  /// Words of which one must stand in the line for the phrase to match.
  let anchors: [UInt64]
  /// Whether an anchor must be the line's first word.
  let isAnchoredAtStart: Bool
  /// How many words are required at least.
  let weight: Int
  /// What must stand, in order, without what may be absent: what a spun line is aligned with.
  let skeleton: [Bone]

  /// Whether it is written with a colon, or may be.
  var hasColon: Bool { steps.contains { if case .colon = $0 { true } else { false } } }

  /// Whether any words may stand right before a slot for names.
  var hasAnythingBeforeName: Bool {
    zip(steps, steps.dropFirst()).contains { first, second in
      guard case .slot(.anything) = first, case .slot(let slot) = second else { return false }
      return slot == .known || slot == .agency
    }
  }

  /// A piece of the skeleton.
  enum Bone: Sendable {
    case words([UInt64])
    case slot(Slot)
  }

  /// What a slot took: tokens of the line.
  struct Capture: Sendable {
    let slot: Slot
    let tokens: Range<Int>
  }

  /// Whether the phrase fills `tokens[span]`, and what its slots took.
  ///
  /// - Parameter accepts: asked for slots that take names; must depend on nothing but its arguments.
  func match(_ tokens: [Token], _ span: Range<Int>, accepts: (Slot, Range<Int>) -> Bool) -> [Capture]? {
    guard mayBegin(tokens, span) else { return nil }
    let width = span.count + 1
    var seen = [Bool](repeating: false, count: (steps.count + 1) * width)
    var waiting: [(step: Int, token: Int, captures: [Capture])] = [(0, span.lowerBound, [])]
    while let state = waiting.popLast() {
      let key = state.step * width + state.token - span.lowerBound
      if seen[key] { continue }
      seen[key] = true
      var at = state.token
      guard state.step < steps.count else {
        while at < span.upperBound, tokens[at].isMark { at += 1 }
        if at == span.upperBound { return state.captures }
        continue
      }
      switch steps[state.step] {
      case .words(let words):
        while at < span.upperBound, tokens[at].isMark, !words.contains(tokens[at].hash) { at += 1 }
        if at < span.upperBound, words.contains(tokens[at].hash) {
          waiting.append((state.step + 1, at + 1, state.captures))
        }
      case .many(let words, let limit):
        waiting.append((state.step + 1, at, state.captures))
        var taken = 0
        while at < span.upperBound, taken < limit {
          if !tokens[at].isMark {
            guard words.contains(tokens[at].hash) else { break }
            taken += 1
          }
          at += 1
          waiting.append((state.step + 1, at, state.captures))
        }
      case .colon:
        while at < span.upperBound, tokens[at].isMark(")") || tokens[at].isMark("\"") { at += 1 }
        if at < span.upperBound, tokens[at].isMark, isColon(tokens[at]) {
          waiting.append((state.step + 1, at + 1, state.captures))
        }
      case .slot(let slot):
        take(slot, tokens, span, state, &waiting, accepts)
      case .split(let one, let other):
        waiting.append((other, at, state.captures))
        waiting.append((one, at, state.captures))
      case .jump(let target):
        waiting.append((target, at, state.captures))
      }
    }
    return nil
  }

  /// Whether the first word that is asked for stands there: most phrases end here, before anything is made for them.
  private func mayBegin(_ tokens: [Token], _ span: Range<Int>) -> Bool {
    guard weight <= span.count, case .words(let words)? = steps.first else { return weight <= span.count }
    var at = span.lowerBound
    while at < span.upperBound, tokens[at].isMark, !words.contains(tokens[at].hash) { at += 1 }
    return at < span.upperBound && words.contains(tokens[at].hash)
  }

  private func isColon(_ token: Token) -> Bool {
    token.isMark(":") || token.isMark("|") || token.isMark(">") || (token.isMark("-") && token.isSpaced)
  }

  private func take(
    _ slot: Slot, _ tokens: [Token], _ span: Range<Int>,
    _ state: (step: Int, token: Int, captures: [Capture]),
    _ waiting: inout [(step: Int, token: Int, captures: [Capture])], _ accepts: (Slot, Range<Int>) -> Bool
  ) {
    var start = state.token
    if slot == .anything {
      // The shortest is tried first, so that a list of names after it is not cut.
      for end in (start...span.upperBound).reversed() {
        waiting.append((state.step + 1, end, state.captures))
      }
      return
    }
    while start < span.upperBound, tokens[start].isMark { start += 1 }
    if slot == .number {
      if start < span.upperBound, tokens[start].kind == .number {
        waiting.append((state.step + 1, start + 1, state.captures))
      }
      return
    }
    if slot == .capitals || slot == .outlet { waiting.append((state.step + 1, state.token, state.captures)) }
    // Shorter captures are pushed first, so that the longest is tried first.
    for end in stride(from: start + 1, through: min(start + 24, span.upperBound), by: 1)
    where !tokens[end - 1].isMark || tokens[end - 1].isMark(")") {
      if accepts(slot, start..<end) {
        waiting.append((state.step + 1, end, state.captures + [Capture(slot: slot, tokens: start..<end)]))
      }
    }
  }
}
