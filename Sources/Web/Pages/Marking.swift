/// Text with stretches of it marked, one within the other.
///
/// Ranges are UTF-8 bytes of the text. A stretch that crosses the end of the one it begins in ends with that one: markup
/// nests, and what is marked first is what holds.
struct Marking {
  struct Span {
    let range: Range<Int>
    let open: HTML
    /// What opens it again in the lines behind the one that it begins in.
    let again: HTML
    let close: HTML

    init(_ range: Range<Int>, _ open: HTML, again: HTML? = nil, _ close: HTML) {
      self.range = range
      self.open = open
      self.again = again ?? open
      self.close = close
    }
  }

  private let bytes: [UInt8]
  private let spans: [Span]

  /// - Parameter spans: In any order; of those that begin together the longer goes around the shorter.
  init(_ text: String, _ spans: [Span]) {
    bytes = Array(text.utf8)
    let count = bytes.count
    self.spans = spans.filter { $0.range.lowerBound >= 0 && $0.range.upperBound <= count }.sorted {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
  }

  /// A paragraph of the text: a line that is not empty.
  struct Paragraph {
    let range: Range<Int>
    let html: HTML
  }

  /// The lines, with what is marked in each. An empty span stands where it is, once.
  func paragraphs() -> [Paragraph] {
    var result: [Paragraph] = []
    var next = 0
    var open: [Span] = []
    for line in lines() {
      while next < spans.count, spans[next].range.lowerBound < line.lowerBound {
        open.append(spans[next])
        next += 1
      }
      open.removeAll { $0.range.upperBound <= line.lowerBound && !$0.range.isEmpty }
      var own = open
      open.removeAll(where: \.range.isEmpty)
      while next < spans.count, spans[next].range.lowerBound <= line.upperBound {
        let span = spans[next]
        // What begins behind the line's last word belongs to the next one, but for a point.
        if span.range.lowerBound == line.upperBound, !span.range.isEmpty { break }
        own.append(span)
        if span.range.upperBound > line.upperBound { open.append(span) }
        next += 1
      }
      result.append(Paragraph(range: line, html: html(line, own)))
    }
    return result
  }

  private func lines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (at, byte) in bytes.enumerated() where byte == 0x0A {
      if at > start { lines.append(start..<at) }
      start = at + 1
    }
    if bytes.count > start { lines.append(start..<bytes.count) }
    return lines
  }

  private func html(_ line: Range<Int>, _ spans: [Span]) -> HTML {
    var html = HTML()
    var at = line.lowerBound
    var stack: [(end: Int, close: HTML)] = []
    func write(to end: Int) {
      guard end > at else { return }
      html += HTML(escaping: String(decoding: bytes[at..<end], as: UTF8.self))
      at = end
    }
    func close(to place: Int) {
      while let last = stack.last, last.end <= place {
        write(to: last.end)
        html += last.close
        stack.removeLast()
      }
    }
    for span in spans {
      let start = max(span.range.lowerBound, line.lowerBound)
      close(to: start)
      write(to: start)
      let end = min(span.range.upperBound, line.upperBound, stack.last?.end ?? .max)
      if span.range.isEmpty {
        html += span.open + span.close
      } else if end > start {
        html += span.range.lowerBound < line.lowerBound ? span.again : span.open
        stack.append((end, span.close))
      }
    }
    close(to: line.upperBound)
    write(to: line.upperBound)
    return html
  }
}
