import Language
import Press

/// Judges the lines of one page: article or furniture, and who is credited.
///
/// First every line by itself, then by its place on the page, then by what the other lines say. What none of them is
/// sure about stays in the text.
struct PageJudge {
  private let lines: [Line]
  private let statedTitle: String?
  private var verdicts: Verdicts
  /// What the line says if its place on the page allows it.
  private var candidates: [Int: CreditLine] = [:]
  private var stamps: [Int: StampJudge.Stamp] = [:]
  private var bylines: [Int: BylineReader.Byline] = [:]
  private var affiliations: [Int: AffiliationReader.Affiliation] = [:]
  /// How many lines of the report's look stand before each line; one entry more than lines.
  private var bodyBefore: [Int] = []

  /// Lines longer than this are prose, whatever they begin with.
  private static let mostTokens = 220
  /// A tag may be followed by so many paragraphs of a digest or an added report.
  private static let edge = 3

  private init(_ lines: [Line], statedTitle: String?) {
    self.lines = lines
    self.statedTitle = statedTitle
    verdicts = Verdicts(kinds: Array(repeating: nil, count: lines.count))
  }

  static func judge(_ lines: [Line], statedTitle: String?) -> Verdicts {
    var judge = PageJudge(lines, statedTitle: statedTitle)
    judge.judgeEachLine()
    judge.countBody()
    judge.judgePlaces()
    judge.findTitle()
    RepetitionJudge.judge(lines, &judge.verdicts.kinds, title: judge.verdicts.title)
    judge.judgeLists()
    judge.findDateline()
    judge.readTails()
    judge.verdicts.outlet = OutletJudge.outlet(lines, judge.verdicts)
    judge.verdicts.credits.sort { ($0.line, $0.range.lowerBound) < ($1.line, $1.range.lowerBound) }
    return judge.verdicts
  }

  // MARK: Each line by itself

  private mutating func judgeEachLine() {
    for (index, line) in lines.enumerated() {
      verdicts.kinds[index] = line.block.declared ?? (line.block.isAround ? .navigation : nil)
      guard line.tokens.count <= Self.mostTokens, !line.block.speaksOfOthers else { continue }
      let declared = verdicts.kinds[index]
      if let kind = judge(line, index), declared == nil { verdicts.kinds[index] = kind }
    }
  }

  private mutating func judge(_ line: Line, _ index: Int) -> Furniture.Kind? {
    // A figure in a table is what the table tells.
    if isNoise(line), line.block.shape != .tableCell { return .navigation }
    // A picture's origin is no credit of the text.
    if line.block.declared == .caption || line.block.shape == .caption { return .caption }
    let whole = 0..<line.tokens.count
    if let credit = CreditPhrases.read(line, whole) {
      if credit.isExplicit {
        place(credit, index, whole)
        return credit.furniture
      }
      candidates[index] = credit
    }
    let dates = StampJudge.dates(line)
    if let byline = BylineReader.read(line) ?? unopenedByline(line, dates) {
      bylines[index] = byline
      return nil
    }
    if !dates.isEmpty, let stamp = StampJudge.read(line, dates: dates) {
      stamps[index] = stamp
      return nil
    }
    if candidates[index] == nil, let credit = CreditShapes.alone(line) { candidates[index] = credit }
    if candidates[index] != nil { return nil }
    if let affiliation = AffiliationReader.read(line) { affiliations[index] = affiliation }
    if let kind = FurniturePhrases.kind(of: line) ?? wall(line) { return goesOn(index) ? nil : kind }
    // Markup that calls a line a heading or an item of a list knows better than its looks.
    if line.block.isStructure { return nil }
    if CaptionJudge.isCaption(line) { return .caption }
    if isBreadcrumb(line) || isMenu(line) { return .navigation }
    // Where markup was read, links have been weighed among their neighbours.
    if !line.block.isMarkedUp, line.block.linkShare > 0.9, !line.endsInFullStop, line.wordCount > 2 {
      return .relatedLink
    }
    return nil
  }

  /// Lines that stand before the rest of an article, and belong to no report.
  private func wall(_ line: Line) -> Furniture.Kind? {
    let wall = line.block.shape == .heading ? nil : Wall.of(line)
    return wall == .paywall || wall == .login || wall == .consent ? wall?.furniture : nil
  }

  /// Whether a line of text that was broken at a fixed width is one with the next: it opens a quotation, or holds half a
  /// sentence, that goes on there with a small letter.
  private func goesOn(_ index: Int) -> Bool {
    let line = lines[index]
    guard !line.block.isMarkedUp, !line.endsSentence, index + 1 < lines.count, beginsLow(lines[index + 1])
    else { return false }
    let marks = line.tokens.count { $0.isMark("\"") }
    return marks == 1 || line.wordCount >= Self.halfSentence && lines[index + 1].endsSentence
  }

  /// Words of a line that is believed to be half a sentence, when the next ends it.
  private static let halfSentence = 7

  private func unopenedByline(_ line: Line, _ dates: [ScannedDate]) -> BylineReader.Byline? {
    // "JANE DOE, AP Business Writer": no picture is signed with a writer's title.
    let hasTitle = line.tokens.last.map { WordTable.shared.has($0, .titleSuffix) } == true
    return CaptionJudge.isCaption(line) && !hasTitle
      ? nil : BylineReader.readUnopened(line, dates: dates.map(\.range))
  }

  /// "___", "* * *"
  private func isRule(_ line: Line) -> Bool {
    line.block.shape == .paragraph && line.text.utf8.allSatisfy { $0 == 0x5F || $0 == 0x2A || $0 == 0x20 }
  }

  /// Lines without a word, lines of program text, and editors' initials.
  private func isNoise(_ line: Line) -> Bool {
    // Figures in a table are what it tells; a row of marks between paragraphs parts the article.
    if line.block.isMarkedUp, line.block.shape == .tableCell || isRule(line) { return false }
    if !line.tokens.contains(where: { $0.kind == .word }) { return line.tokens.count < 40 }
    if CreditShapes.isInitials(line) { return true }
    let signs = line.tokens.count {
      $0.isMark("=") || $0.isMark(";") || $0.isMark("(") || $0.isMark(")") || $0.isMark("*")
    }
    return signs >= 8 && signs * 4 > line.tokens.count && line.text.utf8.contains(UInt8(ascii: "{"))
  }

  /// "Home > World > Europe"
  private func isBreadcrumb(_ line: Line) -> Bool {
    let bars = line.tokens.count { $0.isMark(">") || $0.isMark("/") || $0.isMark("|") }
    guard bars >= 1, line.wordCount <= 14, !line.endsSentence else { return false }
    let words = line.tokens.filter { !$0.isMark }
    let sections = words.count { WordTable.shared.has($0, .section) }
    return words.allSatisfy { $0.isCapital || WordTable.shared.has($0, .connector) }
      && sections * 2 >= words.count
  }

  /// "Harbour Herald | News | Tides | Classified": four or more labels of a few words each.
  private func isMenu(_ line: Line) -> Bool {
    guard !line.endsSentence, line.wordCount <= 40 else { return false }
    let labels = line.tokens.split(omittingEmptySubsequences: false) { $0.isMark("|") }
    return labels.count >= 4
      && labels.allSatisfy { label in
        (1...4).contains(label.count) && label.first.map { $0.isCapital || $0.kind == .number } == true
      }
  }

  // MARK: By the place on the page

  private func isBody(_ index: Int) -> Bool {
    verdicts.kinds[index] == nil && candidates[index] == nil && stamps[index] == nil && bylines[index] == nil
      && lines[index].endsSentence && lines[index].tokens.count >= 9
  }

  private mutating func countBody() {
    bodyBefore = [0]
    bodyBefore.reserveCapacity(lines.count + 1)
    for index in lines.indices { bodyBefore.append(bodyBefore[index] + (isBody(index) ? 1 : 0)) }
  }

  private func bodyAfter(_ index: Int) -> Int { bodyBefore[lines.count] - bodyBefore[index + 1] }

  private func isAtHead(_ index: Int) -> Bool { bodyBefore[index] <= 1 }

  private func isAtTail(_ index: Int) -> Bool { bodyAfter(index) <= 1 }

  private mutating func judgePlaces() {
    for index in lines.indices {
      guard let affiliation = affiliations[index], isBelieved(affiliation, index) else { continue }
      accept(affiliation.byline, index)
    }
    for index in lines.indices where isAtHead(index) && isBar(index) && !lines[index].block.isElsewhere {
      guard let (credit, tokens) = CreditShapes.field(lines[index]) else { continue }
      verdicts.kinds[index] = .navigation
      place(credit, index, tokens)
    }
    for index in lines.indices where verdicts.kinds[index] == nil || isTagInNote(index) {
      if let byline = bylines[index] {
        judge(byline, index)
      } else if let stamp = stamps[index] {
        judge(stamp, index)
      } else if let credit = candidates[index] {
        judge(credit, index)
      } else if !lines[index].block.isStructure, isAtHead(index) || isAtTail(index),
        isSectionLabel(lines[index])
      {
        verdicts.kinds[index] = .navigation
      }
    }
  }

  /// A short tag that markup sets apart from the text as a note of the house: "AFP" in italics at the end.
  private func isTagInNote(_ index: Int) -> Bool {
    let block = lines[index].block
    guard block.declared == .bylineBox || block.declared == .metadata, !block.isAround else { return false }
    return candidates[index] != nil && bylines[index] == nil && stamps[index] == nil
  }

  /// A bar of labels that nothing has been read from.
  private func isBar(_ index: Int) -> Bool {
    guard verdicts.kinds[index] == nil || verdicts.kinds[index] == .navigation, candidates[index] == nil,
      stamps[index] == nil, bylines[index] == nil
    else { return false }
    return !lines[index].endsSentence && lines[index].tokens.contains { $0.isMark("|") || $0.isMark(">") }
  }

  private mutating func judge(_ byline: BylineReader.Byline, _ index: Int) {
    if isAtHead(index) || isAtTail(index) { accept(byline, index) }
  }

  private mutating func accept(_ byline: BylineReader.Byline, _ index: Int) {
    verdicts.kinds[index] = .bylineBox
    verdicts.bylines.append(byline.names)
    let names = byline.credited.filter { $0.kind == .agency || !$0.isOrdinary }
    guard !names.isEmpty else { return }
    place(
      CreditLine(names: names, role: .source, hasFeed: false, furniture: .bylineBox, isExplicit: false),
      index,
      0..<lines[index].tokens.count)
  }

  /// Whether the lines around it say that an affiliation is the report's and not a picture's.
  private func isBelieved(_ affiliation: AffiliationReader.Affiliation, _ index: Int) -> Bool {
    if lines[index].block.declared == .caption || lines[index].block.shape == .caption { return false }
    let around = max(0, index - 2)..<min(lines.count, index + 3)
    let isDated = around.contains { stamps[$0] != nil }
    let isByPicture = (max(0, index - 1)..<min(lines.count, index + 2)).contains {
      $0 != index && (verdicts.kinds[$0] == .caption || lines[$0].text == lines[index].text)
    }
    switch affiliation.shape {
    // Captions of two pictures or three may stand above it, and look like the report.
    case .glued: return bodyBefore[index] <= Self.edge
    case .name: return bodyBefore[index] == 0 && bodyAfter(index) > 0 && isDated && !isByPicture
    case .signature where bodyBefore[index] > 0: return bodyAfter(index) == 0 && !isByPicture
    case .person, .signature, .agencyAndPlace:
      let opensReport = index > 0 && index + 1 < lines.count && isBody(index + 1)
      return bodyBefore[index] == 0 && !isByPicture && (isDated || opensReport)
    }
  }

  private mutating func judge(_ stamp: StampJudge.Stamp, _ index: Int) {
    guard isAtHead(index) || isAtTail(index) || stamp.isLabelled else { return }
    verdicts.kinds[index] = .metadata
    if stamp.isUpdate, verdicts.modified == nil {
      verdicts.modified = stamp.moment
    } else if verdicts.published == nil, isAtHead(index) {
      verdicts.published = stamp.moment
    }
    let names = stamp.credited.filter { $0.kind == .agency && !$0.isOrdinary }
    guard isAtHead(index), !names.isEmpty else { return }
    place(
      CreditLine(names: names, role: .source, hasFeed: false, furniture: .metadata, isExplicit: false),
      index,
      0..<lines[index].tokens.count)
  }

  /// Short tags count at the edges of the report; in its midst "Source: …" belongs to a chart and "AFP" to a picture.
  private mutating func judge(_ credit: CreditLine, _ index: Int) {
    let isAboveDate = isAtHead(index) && stamps[index + 1] != nil
    let isHead = (bodyBefore[index] == 0 || isAboveDate) && !credit.isLast
    let isEdge = bodyAfter(index) <= (credit.isLast || credit.isLabel ? 0 : Self.edge)
    let isTail = isEdge && bodyBefore[index] > 0
    // Under a picture an agency's name is the picture's, but for one that stands above the date of the report.
    let isUnderPicture =
      index > 0 && verdicts.kinds[index - 1] == .caption
      || lines[index].block.followsPicture && lines[index].block.declared == nil
    let followsPicture = isUnderPicture && stamps[index + 1] == nil
    if isTail && !(followsPicture && bodyAfter(index) > 0)
      || isHead && !followsPicture && credit.names.allSatisfy({ $0.kind == .agency })
    {
      verdicts.kinds[index] = credit.furniture
      place(credit, index, 0..<lines[index].tokens.count)
    } else if followsPicture || credit.names.allSatisfy({ $0.kind == .agency }) && !credit.names.isEmpty {
      verdicts.kinds[index] = .caption
    }
  }

  private func isSectionLabel(_ line: Line) -> Bool {
    let words = line.tokens.filter { !$0.isMark }
    return (1...4).contains(words.count) && !line.endsSentence
      && words.allSatisfy { WordTable.shared.has($0, .section) || $0.hash == Folding.hash("and") }
  }

  private mutating func place(_ credit: CreditLine, _ line: Int, _ tokens: Range<Int>) {
    verdicts.credits.append(.init(line: line, range: lines[line].byteRange(tokens), credit: credit))
  }

  // MARK: By what other lines say

  private mutating func findTitle() {
    if let statedTitle {
      let words = LineTokens.scan(statedTitle).filter { !$0.isMark }.map(\.hash)
      verdicts.title = lines.indices.prefix(40).first { index in
        lines[index].tokens.lazy.filter { !$0.isMark }.map(\.hash).elementsEqual(words)
          && bodyBefore[index] == 0
      }
      if let title = verdicts.title { verdicts.kinds[title] = nil }
      return
    }
    guard let first = lines.indices.first(where: { verdicts.kinds[$0] == nil && stamps[$0] == nil }) else {
      return
    }
    let line = lines[first]
    let looksLikeTitle =
      (3...40).contains(line.wordCount) && !line.endsInFullStop && !endsOpen(line) && !beginsLow(line)
    // Something must follow that it is the title of.
    if looksLikeTitle, bodyBefore[first] == 0, bodyAfter(first) > 0, !continues(first) {
      verdicts.title = first
    }
  }

  private func endsOpen(_ line: Line) -> Bool {
    guard let last = line.tokens.last else { return true }
    return last.isMark(",") || last.isMark(";") || last.isMark(":") || last.isMark("-")
  }

  private func beginsLow(_ line: Line) -> Bool {
    guard let first = line.tokens.first(where: { !$0.isMark }) else { return true }
    return first.kind == .word && !first.isCapital && !first.hasDot
      && line.text.utf8.first.map { $0 < 0x80 } == true
  }

  /// Whether the next line goes on with a small letter, as in text broken at a fixed width.
  private func continues(_ index: Int) -> Bool {
    guard index + 1 < lines.count, verdicts.kinds[index + 1] == nil, let next = lines[index + 1].tokens.first
    else { return false }
    return next.kind == .word && !next.isCapital
  }

  /// Headlines in a row under a heading such as "Related stories".
  private mutating func judgeLists() {
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard verdicts.kinds[index] == .relatedLink, lines[index].wordCount <= 5 else { continue }
      var end = index + 1
      while end < lines.count, end - index <= 12, isHeadline(end) { end += 1 }
      if (index + 1..<end).contains(where: { lines[$0].block.isStructure && lines[$0].block.linkShare < 0.5 })
      {
        continue
      }
      let isRun = end - index > 2 || end > index + 1 && bodyAfter(index) == 0
      if isRun { for item in (index + 1)..<end { verdicts.kinds[item] = .relatedLink } }
    }
  }

  private func isHeadline(_ index: Int) -> Bool {
    verdicts.kinds[index] == nil && index != verdicts.title && !lines[index].endsInFullStop
      && (4...22).contains(lines[index].wordCount) && !endsOpen(lines[index])
  }

  // MARK: Datelines and tails

  private mutating func findDateline() {
    let kept = lines.indices.filter { verdicts.kinds[$0] == nil && $0 != verdicts.title }.prefix(5)
    for index in kept {
      guard let found = DatelineReader.read(lines[index]) else { continue }
      let isAlone = found.tokens.upperBound == lines[index].tokens.count
      let isProven = found.isCertain || isCity(found.place) || isAlone && isWhere(found.place, line: index)
      guard isProven, !isAlone || bodyAfter(index) > 0 else { continue }
      verdicts.dateline = .init(line: index, found: found)
      if isAlone { verdicts.kinds[index] = .dateline }
      if !found.credited.isEmpty {
        let credit = CreditLine(
          names: found.credited, role: .source, hasFeed: false, furniture: .dateline, isExplicit: false)
        place(credit, index, found.tokens)
      }
      return
    }
  }

  /// A city of the table, alone or as the last of two words ("New Delhi").
  private func isCity(_ place: String) -> Bool {
    let words = LineTokens.scan(place).prefix { $0.kind == .word }
    return words.count <= 2 && words.last.map { WordTable.shared.has($0, .capital) } == true
  }

  /// A name that the report uses after a preposition of place, or one of several words that it uses at all.
  private func isWhere(_ place: String, line index: Int) -> Bool {
    let words = LineTokens.scan(place).filter { !$0.isMark }
    guard let first = words.first, words.count <= 3 else { return false }
    for line in lines[index...].dropFirst() where line.tokens.count > 8 {
      for at in line.tokens.indices.dropFirst()
      where line.tokens[at].hash == first.hash && line.tokens[at].isCapital {
        if locative.contains(line.tokens[at - 1].hash) { return true }
        let said = line.tokens[at...].prefix(words.count).map(\.hash)
        if words.count > 1, said.elementsEqual(words.map(\.hash)) { return true }
      }
    }
    return false
  }

  /// "in" and its like; "to" and "from" stand before persons too.
  private let locative = Set(
    ["in", "near", "outside", "dans", "nach", "bei", "hacia", "outside", "em", "nabij"].map {
      Folding.hash($0)
    })

  /// Credits at the end of the report's last paragraphs: "… on Sunday. (Reuters)".
  private mutating func readTails() {
    let last = lines.indices.reversed().lazy.filter { [verdicts] in
      verdicts.kinds[$0] == nil && $0 != verdicts.title
    }
    .prefix(3)
    for index in Array(last) {
      guard let (credit, tokens) = CreditShapes.tail(lines[index]) else { continue }
      place(credit, index, tokens)
    }
  }
}
