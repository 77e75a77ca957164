import Testing

/// The first line at which two outputs differ, short enough to be read in a test's message; `nil` when they are
/// equal.
struct Difference: CustomStringConvertible {
  let description: String

  init?(_ one: [String], _ other: [String]) {
    if one == other { return nil }
    let count = "\(one.count) and \(other.count) lines"
    guard let (number, (a, b)) = zip(one, other).enumerated().first(where: { $1.0 != $1.1 }) else {
      description = count
      return
    }
    // What the lines have in common says nothing; a little of it shows the place.
    let common = zip(a, b).prefix { $0 == $1 }.count
    let start = max(0, common - 80)
    description = """
      \(count), line \(number + 1) differs from character \(common):
      \(a.prefix(60)) … \(a.dropFirst(start).prefix(300))
      \(b.prefix(60)) … \(b.dropFirst(start).prefix(300))
      """
  }
}

/// Two outputs are the same, line for line.
func expectSame(_ one: [String], _ other: [String], at location: SourceLocation = #_sourceLocation) {
  if let difference = Difference(one, other) { Issue.record("\(difference)", sourceLocation: location) }
}
