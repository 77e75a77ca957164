/// Where in a text somebody is quoted: the byte ranges between quotation marks.
///
/// What follows from an error here is that somebody is said to have altered a quotation, so that doubt always means
/// "not quoted": a mark that nothing closes quotes nothing, and one that may be an apostrophe is one. Marks are paired
/// within a line. A quotation of several paragraphs, of which each but the last is left open and the next begins with
/// a mark again, is quoted throughout.
enum Quotations {
  /// Ranges between the marks, sorted, disjoint. Of nested quotations the outer. Linear in the number of bytes.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var pending: (open: QuotationMark, end: Int)?
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      defer { start = end + 1 }
      let marks = QuotationMark.all(in: bytes, start..<end)
      let isBlank = bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if isBlank { continue }
      if let open = pending, let first = marks.first, first.isFirstInLine,
        first.scalar == open.open.scalar || first.scalar == open.open.usualClosing
      {
        found.append(open.open.range.upperBound..<open.end)
      }
      pending = nil
      let (ranges, open) = pairs(marks.filter(\.isDouble))
      found += joined(ranges, pairs(outside(ranges, marks.filter { !$0.isDouble })).ranges)
      if let open, open.beginsSentence, endsSentence(bytes, end) { pending = (open, end) }
    }
    return found
  }

  /// Ranges between marks that belong together, and the last mark where nothing closes it.
  private static func pairs(_ marks: [QuotationMark]) -> (ranges: [Range<Int>], open: QuotationMark?) {
    var ranges: [Range<Int>] = []
    if isEven(marks) {
      for at in stride(from: 0, to: marks.count, by: 2) {
        ranges.append(marks[at].range.upperBound..<marks[at + 1].range.lowerBound)
      }
      return (ranges, nil)
    }
    var open: QuotationMark?
    for mark in marks {
      guard let begun = open else {
        if mark.mayOpen { open = mark }
        continue
      }
      if mark.mayClose, mark.closes(begun) {
        ranges.append(begun.range.upperBound..<mark.range.lowerBound)
        open = nil
      } else if mark.mayOpen, mark.scalar == begun.scalar {
        // The one before was never closed.
        open = mark
      }
    }
    return (ranges, open)
  }

  /// Whether all marks are straight double ones that open and close in turn: then a blank set wrongly does no harm.
  private static func isEven(_ marks: [QuotationMark]) -> Bool {
    !marks.isEmpty && marks.count.isMultiple(of: 2)
      && marks.enumerated().allSatisfy { place, mark in
        mark.scalar == 0x22 && (place.isMultiple(of: 2) ? mark.mayOpen : mark.mayClose)
      }
  }

  /// Those of the marks that lie in none of the ranges; both in order.
  private static func outside(_ ranges: [Range<Int>], _ marks: [QuotationMark]) -> [QuotationMark] {
    var at = 0
    return marks.filter { mark in
      while at < ranges.count, ranges[at].upperBound <= mark.range.lowerBound { at += 1 }
      return at == ranges.count || mark.range.lowerBound < ranges[at].lowerBound
    }
  }

  /// Both, sorted; what lies within a range of the other is dropped.
  private static func joined(_ a: [Range<Int>], _ b: [Range<Int>]) -> [Range<Int>] {
    if b.isEmpty { return a }
    var all: [Range<Int>] = []
    for range in (a + b).sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }) {
      if let last = all.last, range.lowerBound < last.upperBound {
        all[all.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        all.append(range)
      }
    }
    return all
  }

  private static func endsSentence(_ bytes: [UInt8], _ end: Int) -> Bool {
    var at = end
    while at > 0, bytes[at - 1] == 0x20 || bytes[at - 1] == 0x0D { at -= 1 }
    guard at > 0 else { return false }
    // The ellipsis ends in the byte A6.
    return [0x2E, 0x21, 0x3F, 0x3A, 0xA6].contains(bytes[at - 1])
  }
}
