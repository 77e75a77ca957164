import Press

/// Changes of one kind that stand close together, in the words around them: as the source has them, and as the copy.
public struct HTMLWording: Sendable {
  /// Markup: the source's words, escaped, those that the copy has not within `del`.
  public let before: String
  /// Markup: the copy's words, escaped, those that are its own within `ins`.
  public let after: String

  /// Bytes that are shown on either side, and how far a quotation mark is looked for.
  private static let around = 60
  private static let quotation = 240
  /// Bytes between two changes, at most, that are shown as one, and of the source that one may show.
  private static let apart = 120
  private static let most = 400

  /// `variants` in groups whose places are close to each other, in the order of the copy.
  public static func groups(_ variants: [Variant]) -> [[Variant]] {
    var groups: [[Variant]] = []
    var end: (source: Int, copy: Int)?
    var start = 0
    for variant in variants.sorted(by: comesFirst) {
      guard let source = place(variant, 0), let copy = place(variant, 1) else {
        groups.append([variant])
        end = nil
        continue
      }
      let isClose =
        end.map { end in
          (0...apart).contains(source.lowerBound - end.source)
            && (0...apart).contains(copy.lowerBound - end.copy) && source.upperBound - start <= most
        } ?? false
      if isClose {
        groups[groups.count - 1].append(variant)
      } else {
        groups.append([variant])
        start = source.lowerBound
      }
      end = (source.upperBound, copy.upperBound)
    }
    return groups
  }

  private static func comesFirst(_ a: Variant, _ b: Variant) -> Bool {
    func key(_ variant: Variant) -> (Int, Int, String) {
      (
        place(variant, 1)?.lowerBound ?? -1, place(variant, 0)?.lowerBound ?? -1,
        variant.readings.first?.text ?? ""
      )
    }
    return key(a) < key(b)
  }

  private static func place(_ variant: Variant, _ reading: Int) -> Range<Int>? {
    guard reading < variant.readings.count else { return nil }
    return variant.readings[reading].witnesses.first?.range
  }

  /// - Parameter group: One of ``groups(_:)``.
  public init(_ group: [Variant], source: Article?, copy: Article?) {
    before = Self.wording(group, 0, source, tag: "del")
    after = Self.wording(group, 1, copy, tag: "ins")
  }

  /// The words with those around them, where the text is at hand; else the words alone.
  private static func wording(_ group: [Variant], _ reading: Int, _ article: Article?, tag: String) -> String
  {
    let ranges = group.compactMap { place($0, reading) }
    let alone = group.map { reading < $0.readings.count ? $0.readings[reading].text : "" }.joined(
      separator: " … ")
    guard let article, ranges.count == group.count, let first = ranges.first,
      let last = ranges.map(\.upperBound).max()
    else { return alone.isEmpty ? "<i>nothing</i>" : HTMLReport.running(short(alone)) }
    let bytes = Array(article.text.utf8)
    guard last <= bytes.count else { return HTMLReport.running(short(alone)) }
    let isQuotation = group.contains { $0.kind == .quotation }
    let start = begin(bytes, first.lowerBound, isQuotation)
    let stop = end(bytes, last, isQuotation)
    var html = start > 0 && !isBreak(bytes[start - 1]) ? "…" : ""
    var at = start
    for range in ranges where range.lowerBound >= at {
      html += escaped(bytes[at..<range.lowerBound])
      if !range.isEmpty { html += "<\(tag)>\(escaped(bytes[range]))</\(tag)>" }
      at = range.upperBound
    }
    return html + escaped(bytes[at..<max(at, stop)])
      + (stop < bytes.count && !isBreak(bytes[stop]) ? "…" : "")
  }

  private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return HTMLReport.running(short(text))
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || isBreak(byte) }

  /// Whether a quotation mark begins at `place`: a straight one, or any of “ ” „ « ».
  private static func isMark(_ bytes: [UInt8], _ place: Int) -> Bool {
    if bytes[place] == UInt8(ascii: "\"") { return true }
    if bytes[place] == 0xC2, place + 1 < bytes.count {
      return bytes[place + 1] == 0xAB || bytes[place + 1] == 0xBB
    }
    guard bytes[place] == 0xE2, place + 2 < bytes.count, bytes[place + 1] == 0x80 else { return false }
    return (0x9C...0x9F).contains(bytes[place + 2])
  }

  private static func begin(_ bytes: [UInt8], _ place: Int, _ isQuotation: Bool) -> Int {
    var at = place
    if isQuotation {
      while at > 0, place - at < quotation, !isBreak(bytes[at - 1]) {
        at -= 1
        if isMark(bytes, at) { return at }
      }
    }
    at = place
    var word = place
    while at > 0, place - at < around, !isBreak(bytes[at - 1]) {
      at -= 1
      if isBlank(bytes[at]) { word = at + 1 }
    }
    return at == 0 || isBreak(bytes[at - 1]) ? at : word
  }

  private static func end(_ bytes: [UInt8], _ place: Int, _ isQuotation: Bool) -> Int {
    var at = place
    if isQuotation {
      while at < bytes.count, at - place < quotation, !isBreak(bytes[at]) {
        if isMark(bytes, at) {
          return min(bytes.count, at + (bytes[at] == UInt8(ascii: "\"") ? 1 : bytes[at] == 0xC2 ? 2 : 3))
        }
        at += 1
      }
    }
    at = place
    var word = place
    while at < bytes.count, at - place < around, !isBreak(bytes[at]) {
      if isBlank(bytes[at]) { word = at }
      at += 1
    }
    return at == bytes.count || isBreak(bytes[at]) ? at : word
  }

  /// A long passage by its beginning and its end.
  private static func short(_ text: String) -> String {
    guard text.count > 420 else { return text }
    let (head, tail) = (text.prefix(240), text.suffix(120))
    let words = text.dropFirst(240).dropLast(120).split(separator: " ").count
    return "\(head) [… \(words) words …] \(tail)"
  }
}
