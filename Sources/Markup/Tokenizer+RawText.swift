/// Where the text of `style`, `script` and their like ends.
extension Tokenizer {
  func endOfRawText(from start: Int) -> Int {
    var at = nextLessThan(from: start)
    while at < count, !isAppropriateEndTag(at) { at = nextLessThan(from: at + 1) }
    return at
  }

  /// The end of a script. Inside `<!-- … -->` a nested `<script>` hides the next `</script>`, for the sake of pages
  /// of the last century.
  func endOfScript(from start: Int) -> Int {
    enum Escape { case none, single, double }
    var escape = Escape.none
    var at = start
    while true {
      if escape == .none {
        at = nextLessThan(from: at)
      } else {
        while at < count, input[at] != 0x3C, input[at] != 0x2D { at += 1 }
      }
      guard at < count else { return count }
      if input[at] == 0x2D {
        if matches("-->", at) {
          escape = .none
          at += 3
        } else {
          at += 1
        }
        continue
      }
      switch escape {
      case .none:
        if isAppropriateEndTag(at) { return at }
        if matches("<!--", at) {
          escape = .single
          at += 2  // The dashes may be those of `-->` too.
        } else {
          at += 1
        }
      case .single:
        if isAppropriateEndTag(at) { return at }
        if isScriptTag(at + 1) {
          escape = .double
          at += 7
        } else {
          at += 1
        }
      case .double:
        if at + 1 < count, input[at + 1] == 0x2F, isScriptTag(at + 2) {
          escape = .single
          at += 8
        } else {
          at += 1
        }
      }
    }
  }

  private func isScriptTag(_ at: Int) -> Bool {
    guard matches("script", at), at + 6 < count else { return false }
    return input[at + 6].isSpace || input[at + 6] == 0x2F || input[at + 6] == 0x3E
  }
}
