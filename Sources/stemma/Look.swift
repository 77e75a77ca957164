import Export
import Foundation

/// How text looks on this terminal.
struct Look {
  let colour: Bool
  /// Columns to fill: the terminal's, else what $COLUMNS says, else 100.
  let width: Int

  init() {
    let environment = ProcessInfo.processInfo.environment
    colour =
      isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
    let columns = Self.columns(of: STDOUT_FILENO) ?? environment["COLUMNS"].flatMap(Int.init) ?? 100
    width = min(max(columns, 40), 160)
  }

  /// How wide the terminal is; `nil` where there is none, or it does not say.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : nil
  }

  func bold(_ text: String) -> String { colour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func dim(_ text: String) -> String { colour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  /// The text in lines that fit, the first behind `lead`, the others behind as many blanks; never parted within a word.
  func wrapped(_ text: String, behind lead: String = "", indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    lines.append(line)
    let blanks = String(repeating: " ", count: indent)
    return lines.enumerated().map { ($0.offset == 0 ? lead : blanks) + $0.element }
  }

  func tree(explains: Bool) -> TextTree.Style {
    let colour = colour
    return TextTree.Style(
      explains: explains, dim: { colour ? "\u{1B}[2m\($0)\u{1B}[0m" : $0 },
      lost: { colour ? "\u{1B}[3;33m\($0)\u{1B}[0m" : $0 }, bold: { colour ? "\u{1B}[1m\($0)\u{1B}[0m" : $0 })
  }
}
