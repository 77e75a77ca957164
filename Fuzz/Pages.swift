import Language
import Markup
import Press
import Reading

/// Pages made of fuzzed bytes, read as articles.
enum Pages {
  private static let reader = ArticleReader()

  /// Any bytes make a tree; as UTF-8 they make an article or a refusal.
  static func html(_ bytes: [UInt8]) {
    let tree = Tree.parse(bytes)
    var visited = 0
    for _ in tree.descendants(of: tree.document) { visited += 1 }
    precondition(visited < tree.count, "a node is reached twice")
    read(.html(utf8(bytes)))
  }

  static func linkedData(_ bytes: [UInt8]) {
    read(
      .html(Array("<script type=application/ld+json>".utf8) + utf8(bytes) + Array("</script>\(story)".utf8)))
  }

  static func dates(_ bytes: [UInt8]) {
    let text = utf8(bytes)
    for yearless in [false, true] {
      var end = 0
      for date in text.withUnsafeBufferPointer({ DateScanner.scan($0, yearless: yearless) }) {
        precondition(date.range.lowerBound >= end && date.range.upperBound <= text.count, "dates overlap")
        end = date.range.upperBound
      }
    }
    _ = Moment(iso: String(decoding: text, as: UTF8.self))
    let stated = String(decoding: text, as: UTF8.self).filter { $0 != "'" }
    read(
      .html(Array("<meta name=date content='\(stated)'><h1>Basin</h1><time>\(stated)</time>\(story)".utf8)))
  }

  static func credits(_ bytes: [UInt8]) {
    let text = utf8(bytes)
    read(.text(text))
    read(.extracted(text: String(decoding: text, as: UTF8.self)))
  }

  private static let story =
    "<p>The harbour board of Fennmoor voted on Tuesday to dredge the inner basin before the winter, its chair said.</p>"
    + "<p>The work is to begin in October and will cost four million crowns, of which the county pays half.</p>"

  private static func utf8(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

  private static func read(_ content: Page.Content) {
    guard case .article(let article, _) = reader.read(Page(id: "a", source: "a", content: content)) else {
      return
    }
    if case .extracted(let text) = content { precondition(article.text == text, "the text was edited") }
    Laws.hold(article)
  }
}
