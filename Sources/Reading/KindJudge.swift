import Language
import Press

/// Says of lines that are known not to be the article what they are.
///
/// Whether a line is the article was settled before, so this may be bold: a wrong guess costs the kind's name and
/// no text. The line's own words count first, then the box that it stands in, then its looks and its neighbours.
struct KindJudge {
  private let lines: [Line]
  private let title: [UInt64]
  private let names: Set<[UInt64]>
  private var kinds: [Furniture.Kind?]
  /// The kind that the line's own words tell, for lines in a box or around the article.
  private var own: [Furniture.Kind?]

  /// Settles the kinds of the lines that markup put aside.
  ///
  /// - Parameters:
  ///   - kinds: for each line why it is not the article; lines that are the article stay so.
  ///   - title: the page's headline.
  ///   - names: who wrote it.
  static func settle(
    _ lines: [Line], _ kinds: inout [Furniture.Kind?], title: String?, names: [String]
  ) {
    guard lines.contains(where: { $0.block.declared != nil || $0.block.isAround }) else { return }
    var judge = KindJudge(lines, kinds, title: title, names: names)
    judge.judgeWords()
    judge.judgeBoxes()
    judge.judgeMenus()
    judge.judgeForms()
    judge.judgeNotices()
    kinds = judge.kinds
  }

  private init(_ lines: [Line], _ kinds: [Furniture.Kind?], title: String?, names: [String]) {
    self.lines = lines
    self.kinds = kinds
    self.title = title.map(Self.words) ?? []
    self.names = Set(names.map(Self.words))
    own = Array(repeating: nil, count: lines.count)
  }

  private static func words(_ text: String) -> [UInt64] {
    LineTokens.scan(text).compactMap { $0.isMark ? nil : $0.hash }
  }

  /// Whether markup, and not the line itself, had it put aside.
  private func isBoxed(_ index: Int) -> Bool {
    kinds[index] != nil && (lines[index].block.declared != nil || lines[index].block.isAround)
  }

  // MARK: Words

  private mutating func judgeWords() {
    for index in lines.indices where isBoxed(index) { own[index] = kind(of: lines[index]) }
  }

  private func kind(of line: Line) -> Furniture.Kind? {
    if !line.tokens.contains(where: { $0.kind == .word }) { return noWords(line) }
    if line.tokens.count > 110 { return nil }
    let words = line.tokens.compactMap { $0.isMark ? nil : $0.hash }
    if words == title { return .metadata }
    if names.contains(words) { return .bylineBox }
    if !line.block.speaksOfOthers, let credit = CreditPhrases.read(line, 0..<line.tokens.count),
      credit.isExplicit
    {
      return credit.furniture
    }
    if let kind = FurniturePhrases.kind(of: line) ?? KindPhrases.kind(of: line) { return kind }
    let dates = StampJudge.dates(line)
    if !dates.isEmpty, StampJudge.read(line, dates: dates) != nil { return .metadata }
    if PageKind.isClock(line) { return .metadata }
    if line.wordCount <= 12, BylineReader.read(line) != nil { return .bylineBox }
    if CaptionJudge.isCaption(line) { return .caption }
    return nil
  }

  /// "11:48", "2 / 15", "|": a time, or a sign of the page.
  private func noWords(_ line: Line) -> Furniture.Kind {
    StampJudge.dates(line).isEmpty ? .navigation : .metadata
  }

  // MARK: Boxes

  private mutating func judgeBoxes() {
    for index in lines.indices where isBoxed(index) {
      kinds[index] = kind(index, in: lines[index].block.declared)
    }
  }

  private func kind(_ index: Int, in box: Furniture.Kind?) -> Furniture.Kind {
    let line = lines[index]
    switch box {
    case .comments: return .comments
    case .caption, .playerCaption:
      // Goods are shown with pictures too.
      let isOther = own[index] == .bylineBox || own[index] == .advertisement
      return isOther && line.wordCount <= 8 ? own[index] ?? .caption : box ?? .caption
    case .credit, .dateline, .correction: return box ?? .credit
    case .relatedLink:
      // A teaser has a date and an author of its own.
      switch own[index] {
      case nil, .metadata, .bylineBox: return .relatedLink
      case let kind?: return kind
      }
    default: return own[index] ?? looks(line, in: box)
    }
  }

  /// What lines look like that say nothing of themselves.
  private func looks(_ line: Line, in box: Furniture.Kind?) -> Furniture.Kind {
    let words = line.wordCount + UnspacedScripts.words(in: line.text.utf8)
    switch box {
    case nil:
      if words >= 5 { return .relatedLink }
      return .navigation
    case .navigation: return words >= (line.endsInFullStop ? 14 : 6) ? .relatedLink : .navigation
    case .metadata: return words >= 5 && line.block.linkShare > 0.8 ? .relatedLink : .metadata
    case .bylineBox: return isSection(line) ? .navigation : .bylineBox
    case let kind?: return kind
    }
  }

  private func isSection(_ line: Line) -> Bool {
    line.tokens.allSatisfy { $0.isMark || WordTable.shared.has($0, .section) }
  }

  // MARK: Neighbours

  /// Labels in a row that make a menu, whatever box they stand in.
  private static let menu = 4

  private mutating func judgeMenus() {
    var start = 0
    while start < lines.count {
      var end = start
      var labels = 0
      while end < lines.count, isLabel(end) || isSign(end) {
        if isLabel(end) { labels += 1 }
        end += 1
      }
      if labels >= Self.menu {
        for index in start..<end where isLabel(index) { kinds[index] = .navigation }
      }
      start = max(end, start + 1)
    }
  }

  /// A word or three that say nothing of themselves.
  private func isLabel(_ index: Int) -> Bool {
    guard isBoxed(index), own[index] == nil, lines[index].wordCount <= 3, !lines[index].endsSentence,
      UnspacedScripts.words(in: lines[index].text.utf8) <= 4
    else { return false }
    switch kinds[index] {
    case .relatedLink, .newsletter, .advertisement, .sponsored, .metadata, .navigation, .bylineBox:
      return true
    default: return false
    }
  }

  private func isSign(_ index: Int) -> Bool {
    isBoxed(index) && own[index] == .navigation && lines[index].wordCount <= 3
  }

  /// The fields of a form to comment are called as those of a form to subscribe; the words beside them tell.
  private static let form = 6

  private mutating func judgeForms() {
    for index in lines.indices
    where isBoxed(index) && kinds[index] == .newsletter && lines[index].wordCount <= 4 {
      let near = max(0, index - Self.form)..<min(lines.count, index + Self.form)
      let comments = near.count { own[$0] == .comments || lines[$0].block.declared == .comments }
      let letters = near.count { $0 != index && own[$0] == .newsletter && lines[$0].wordCount > 4 }
      if comments > letters { kinds[index] = .comments }
    }
  }

  /// Sentences under a heading such as "Legal disclaimer".
  private static let notice = 6

  private mutating func judgeNotices() {
    var left = 0
    for index in lines.indices {
      let isBoxed = isBoxed(index)
      if isBoxed, own[index] == .disclaimer, lines[index].wordCount <= 3, !lines[index].endsSentence {
        left = Self.notice
      } else if left > 0, isBoxed, own[index] == nil, lines[index].endsSentence, lines[index].wordCount > 8 {
        kinds[index] = .disclaimer
        left -= 1
      } else {
        left = 0
      }
    }
  }
}
