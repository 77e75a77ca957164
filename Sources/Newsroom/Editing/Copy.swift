/// A text on its way through newsrooms, with what stands around it.
struct Copy: Sendable {
  var headline: String
  /// As it is set before the first paragraph, the dash included: `MOSCOW, April 16 (AFP) - `.
  var dateline = ""
  /// Who is named in the dateline.
  var datelineCredit: String?
  var paragraphs: [String]
  /// Lines that name a source, with the names: above the text, and below it.
  var above: [Credit] = []
  var below: [Credit] = []
  /// What else a scraper takes along.
  var furnitureAbove: [String] = []
  var furnitureBelow: [String] = []

  /// A line that names a source.
  struct Credit: Sendable {
    let text: String
    /// Empty where a source is admitted and none is named.
    let name: String
    /// Whether only a part is theirs.
    var isPart = false
  }

  /// Everything that is named as a source.
  var credited: [String] {
    var names = [datelineCredit].compactMap { $0 }
    for credit in above + below where !credit.name.isEmpty && !names.contains(credit.name) {
      names.append(credit.name)
    }
    return names
  }

  /// The page's text: paragraphs and lines joined by a blank line.
  var text: String {
    var lines = furnitureAbove + above.map(\.text)
    for (number, paragraph) in paragraphs.enumerated() {
      lines.append(number == 0 ? dateline + paragraph : paragraph)
    }
    lines += below.map(\.text)
    return (lines + furnitureBelow).joined(separator: "\n\n")
  }
}
