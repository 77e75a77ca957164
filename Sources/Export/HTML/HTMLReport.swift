import Press

/// A report of families in one file: no scripts, no outside requests, light and dark, for screen and paper.
public enum HTMLReport {
  /// The page: a section for each family, with a list of them before where there are several.
  public static func page(_ views: [FamilyView]) -> String {
    let title = views.count == 1 ? views[0].title : "\(views.count) reports"
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      // Nothing is fetched, whatever a page's text tries: the browser is told so too.
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
        + " base-uri 'none'; form-action 'none'\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta name=\"referrer\" content=\"no-referrer\">",
      "<meta name=\"color-scheme\" content=\"light dark\">",
      "<title>\(escaped(title)) – Stemma</title>", "<style>", SVG.styleSheet, HTMLStyle.sheet, "</style>",
      "</head>",
      "<body>",
    ]
    if views.count > 1 {
      lines += ["<header class=\"top\"><h1>\(views.count) reports</h1>", "<nav aria-label=\"Reports\"><ol>"]
      for (number, view) in views.enumerated() {
        lines.append(
          "<li><a href=\"#f\(number + 1)\">\(escaped(view.title))</a> <small>\(HTMLFamily.counts(view))</small></li>"
        )
      }
      lines += ["</ol></nav></header>"]
    }
    lines.append("<main>")
    for (number, view) in views.enumerated() {
      let family = HTMLFamily(view, name: "f\(number + 1)", headingLevel: views.count == 1 ? 1 : 2)
      lines += family.lines()
    }
    lines += [
      "</main>",
      "<footer><p>Made by Stemma. A percentage says how sure an arrow is. † marks a lost witness: no page of it is held."
        + " Whoever is compared is named; what no comparison decides is not counted as anybody’s change.</p></footer>",
      "</body>", "</html>", "",
    ]
    return lines.joined(separator: "\n")
  }

  /// Text from a page, safe in HTML: characters that steer a terminal or turn the writing direction are removed.
  static func escaped(_ text: String) -> String { XMLText.escaped(TextTree.clean(text), isAttribute: true) }

  /// Running text, with its line ends.
  static func running(_ text: some StringProtocol) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }.joined(
      separator: "\n")
  }
}
