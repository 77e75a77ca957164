import Press

/// Reads the records of a web archive one by one, whatever lies between the good ones.
///
/// A record is taken whole or not at all; one that is cut or damaged costs only itself. Behind damage the next record
/// is looked for: in packed archives the next member that begins with one, in plain ones the next line that begins a
/// proper head. Records are numbered from 1, those that could not be read included.
///
/// A revisit at the address of a page that came by before tells nothing new and is passed over. One at another address
/// is a page of its own with the same content: behind the last record the file is read once more for these.
final class WARCRecords: ItemSource {
  let reservoir: Reservoir
  let limits: Limits
  let name: String
  private let path: Path
  private let seen: SeenRecords
  /// Begins the same input anew; `nil` where that cannot be done.
  private let reopen: (() -> (any ByteStream)?)?
  /// Offset in the unpacked input of the record that is being read.
  private var start = 0
  /// The number of the record that is being read, or was read last.
  private(set) var number = 0
  private var waiting: [Item] = []
  /// How many of them were given.
  private var given = 0
  private var passedOver = PassedOver()
  private var revisits = PendingRevisits()
  /// A fault was told, and nothing readable is behind it.
  private var isOver = false
  /// Something came of a record.
  private var hasTold = false
  private var isDone = false
  /// The file is read once more, for its revisits only.
  private var isJoining = false

  /// Reads what `reservoir` is attached to; `name` is what `source` says.
  init(
    _ reservoir: Reservoir, path: Path, name: String, limits: Limits, seen: SeenRecords,
    reopen: (() -> (any ByteStream)?)?
  ) {
    self.reservoir = reservoir
    self.path = path
    self.name = name
    self.limits = limits
    self.seen = seen
    self.reopen = reopen
  }

  func next() -> Item? {
    // A file may end in a hundred thousand items at once: taking the first out of the row each time would be slow.
    while given == waiting.count {
      waiting.removeAll()
      given = 0
      guard !isDone else { return nil }
      advance()
    }
    defer { given += 1 }
    return waiting[given]
  }

  private func advance() {
    skipBlanks()
    if reservoir.bytes.isEmpty { return endOrGoOn() }
    number += 1
    start = reservoir.offset
    switch head() {
    case .header(let header, let size):
      reservoir.drop(size)
      read(header)
    case .incomplete: refuseCut("in the head of this record")
    case .malformed: passRubbish()
    }
  }

  private func skipBlanks() {
    while true {
      let bytes = reservoir.bytes
      let blanks = bytes.firstIndex { !isBlank($0) } ?? bytes.count
      reservoir.drop(blanks)
      if blanks < bytes.count || !reservoir.pull() { return }
    }
  }

  private func head() -> WARCHeader.Parsed {
    var wanted = 4096
    while true {
      reservoir.pull(atLeast: wanted)
      let bytes = reservoir.bytes
      let parsed = WARCHeader.parse(bytes)
      if case .incomplete = parsed, bytes.count >= wanted, wanted <= WARCHeader.most {
        wanted *= 4
        continue
      }
      // The first letters of a head at the end.
      if case .malformed = parsed, bytes.count < 6, "WARC/".utf8.starts(with: bytes.prefix(5)) {
        return .incomplete
      }
      return parsed
    }
  }

  // MARK: Blocks

  private func read(_ header: WARCHeader) {
    guard let length = header.length, length <= limits.page - RecordEnd.lookahead else {
      return readLarge(header)
    }
    reservoir.pull(atLeast: length + RecordEnd.lookahead)
    guard reservoir.bytes.count >= length else { return readShort(header, length) }
    switch RecordEnd.of(reservoir, at: length) {
    case .proper(let size): takeProper(header, length, end: length + size)
    case .followedByRubbish:
      take(header, length)
      reservoir.drop(length)
    case .cut:
      take(header, length)
      reservoir.drop(reservoir.bytes.count)
      if reservoir.fault == nil {
        refuseCut("in the two line ends behind this record, which itself is whole")
      }
    case .wrong: readMislaid(header, length)
    }
  }

  private func takeProper(_ header: WARCHeader, _ length: Int, end: Int) {
    // That a checksum does not fit is known only behind the bytes that it is of.
    if let fault = reservoir.fault, fault.kind == .mismatched, reservoir.bytes.count == end {
      let isAllOfIt = fault.extent <= sizeOfRecord(end)
      if !isAllOfIt { take(header, length) }
      return refuseMismatched(fault, isAllOfIt)
    }
    take(header, length)
    reservoir.drop(end)
  }

  /// A record that is packed alone and is not what was packed may not even have the address that it says.
  private func refuseMismatched(_ fault: Fault, _ isAllOfIt: Bool) {
    reservoir.drop(reservoir.bytes.count)
    _ = goOn()
    refuse(
      .unreadable,
      (isAllOfIt
        ? "This record is damaged and was not taken. " : "One of the records up to this is damaged. ")
        + fault.detail)
  }

  /// How many bytes the record has whose head was dropped, with `end` bytes behind it.
  private func sizeOfRecord(_ end: Int) -> Int { reservoir.offset + end - start }

  /// The input ends before the block does.
  private func readShort(_ header: WARCHeader, _ length: Int) {
    if let next = RecordSearch(reservoir).held(from: 0) { return readUpTo(next, header, length) }
    refuseCut("in this record, of which \(reservoir.bytes.count) of \(length) bytes are there")
  }

  /// The block does not end where its head says: it ends where the next record begins.
  private func readMislaid(_ header: WARCHeader, _ length: Int) {
    if let next = RecordSearch(reservoir).next(within: limits.page) { return readUpTo(next, header, length) }
    let isLast = reservoir.isAtEnd && reservoir.fault == nil
    let end = isLast ? RecordEnd.stripped(reservoir.bytes) : length
    take(
      header, end,
      faults: ["The record says that it has \(length) bytes, and has \(end) or more; check the page."])
    reservoir.drop(isLast ? reservoir.bytes.count : length)
  }

  private func readUpTo(_ next: Int, _ header: WARCHeader, _ length: Int) {
    let bytes = reservoir.bytes.part(0..<next)
    if RecordEnd.isProper(bytes) {
      let end = RecordEnd.stripped(bytes)
      take(
        header, end, faults: ["The record says that it has \(length) bytes, and has \(end); check the page."])
    } else {
      refuse(
        .cutShort,
        "The next record begins in the middle of this one, of which \(next) of \(length) bytes are there; fetch the "
          + "file again.")
    }
    reservoir.drop(next)
  }

  /// A block that no page may have: looked at, and skipped.
  private func readLarge(_ header: WARCHeader) {
    let length = header.length ?? 0
    reservoir.pull(atLeast: min(length, WARCHeader.most))
    let head = reservoir.bytes.part(0..<min(length, reservoir.bytes.count))
    let verdict = reading(header).passedOver(byHead: head)
    guard skip(length, isArchive: header.contentType?.contains("warc") == true) else { return }
    switch verdict {
    case .passedOver(let plural): pass(header, plural)
    case .refusal(let refusal): tell(.refusal(refusal))
    case .byRule: break
    case .page, nil:
      refuse(
        .tooLarge,
        "This record has \(length) bytes, more than a page may have (\(limits.page)); it was passed over; leave it out."
      )
    }
  }

  /// Skips a large block. A length so large may also be wrong: where a record ends properly and another begins, it is
  /// taken to be, unless the block is said to be an archive itself.
  ///
  /// - Returns: whether all of it was there; where not, that is told.
  private func skip(_ length: Int, isArchive: Bool) -> Bool {
    var left = length
    while left > 0 {
      if !isArchive, let next = RecordSearch(reservoir).held(from: 0), next < left,
        RecordEnd.isProper(reservoir.bytes.part(0..<next))
      {
        refuse(
          .unreadable,
          "This record says that it has \(length) bytes, but the next begins behind \(length - left + next); fetch the "
            + "file again.")
        reservoir.drop(next)
        return false
      }
      // A record's end and the next one's beginning may be cut in two by the piece that was read.
      let held = reservoir.bytes.count
      let skipped = held >= left ? left : max(0, held - RecordEnd.lookahead)
      reservoir.drop(skipped)
      left -= skipped
      guard left > 0, !reservoir.pull() else { continue }
      refuseCut(
        "in this record, of which \(length - left + reservoir.bytes.count) of \(length) bytes are there")
      return false
    }
    return true
  }

  private func reading(_ header: WARCHeader) -> WARCPage {
    WARCPage(
      header: header, source: "\(name)#\(number)",
      hash: { [path, number] in Identity.of(path: path, record: number, content: $0) }, limits: limits)
  }

  /// Takes the record whose block is the first `length` bytes held.
  private func take(_ header: WARCHeader, _ length: Int, faults: [String] = []) {
    let block = reservoir.bytes.part(0..<length)
    if isJoining { return join(header, block, faults) }
    if header.kind == .revisit { return revisit(header, block) }
    if header.kind == .conversion, let original = header.refersTo, seen.hasPage(id: original) {
      return passedOver.count("conversions of these pages")
    }
    switch reading(header).read(block, faults: faults) {
    case .page(let page, let notices):
      seen.add(header, isPage: true)
      passedOver.countPage()
      tell(.page(page, notices: notices))
    case .refusal(let refusal): tell(.refusal(refusal))
    case .passedOver(let plural): pass(header, plural)
    case .byRule: break
    }
  }

  private func pass(_ header: WARCHeader, _ plural: String) {
    guard !isJoining else { return }
    seen.add(header, isPage: false)
    passedOver.count(plural)
  }

  // MARK: Revisits

  private func revisit(_ header: WARCHeader, _ block: UnsafeRawBufferPointer) {
    let original = seen.original(of: header)
    if case .sameAddress = original { return passedOver.count("revisits of pages that came before") }
    if case .noPage = original { return passedOver.count("revisits of files that are no pages") }
    if case .passedOver(let plural)? = reading(header).passedOver(byRevisit: block) {
      return passedOver.count(plural)
    }
    let pending = PendingRevisits.Revisit(header: header, number: number)
    if case .otherAddress = original, reopen != nil, revisits.add(pending) { return }
    refuseRevisit(pending)
  }

  private func refuseRevisit(_ revisit: PendingRevisits.Revisit) {
    hasTold = true
    waiting.append(.refusal(revisit.refusal(name: name)))
  }

  /// Gives the content of an original to the revisits of it.
  private func join(_ header: WARCHeader, _ block: UnsafeRawBufferPointer, _ faults: [String]) {
    guard header.kind != .revisit else { return }
    let joined = revisits.take(SeenRecords.keys(of: header))
    guard !joined.isEmpty else { return }
    guard case .page(let page, let notices) = reading(header).read(block, faults: faults) else {
      return joined.forEach(refuseRevisit)
    }
    for revisit in joined { waiting.append(revisit.item(from: page, notices: notices, name: name)) }
  }

  // MARK: Ends and damage

  /// Passes over what is no record, up to the next that is one.
  private func passRubbish() {
    let start = reservoir.offset
    let isFound = RecordSearch(reservoir).goToNext()
    let length = reservoir.offset - start
    refuse(
      .unreadable,
      "From byte \(start) of the unpacked archive on stand \(length) bytes that are no record, or one with a damaged "
        + "head; "
        + (isFound ? "the records behind them are read" : "nothing readable follows")
        + "; fetch the file again.")
    if !isFound { reservoir.drop(reservoir.bytes.count) }
  }

  /// Tells that the input ends, or is damaged, where it should not.
  private func refuseCut(_ place: String) {
    reservoir.drop(reservoir.bytes.count)
    guard let fault = reservoir.fault else {
      return refuse(
        .cutShort, "The archive ends \(place); the records before are kept; fetch the file again.")
    }
    let goesOn = goOn() ? " The archive is read on behind the damage." : ""
    refuse(fault.refusal(source: name).reason, "The archive breaks off \(place): \(fault.detail)\(goesOn)")
  }

  /// Between two records nothing is held: the input has ended, or damage begins.
  private func endOrGoOn() {
    guard let fault = reservoir.fault, !isOver else { return finish() }
    number += 1
    let goesOn = goOn() ? " The archive is read on behind the damage." : ""
    refuse(fault.refusal(source: name).reason, "Behind the record before this: \(fault.detail)\(goesOn)")
  }

  private func finish() {
    if !isJoining, let refusal = passedOver.refusal(source: name) { waiting.append(.refusal(refusal)) }
    if !isJoining, !hasTold, revisits.isEmpty, waiting.isEmpty {
      let detail = "This web archive has \(number) records, and none of them is a page; nothing to do."
      waiting.append(.refusal(Refusal(source: name, reason: .noArticle, detail: detail)))
    }
    if isJoining || revisits.isEmpty {
      isDone = true
      revisits.takeAll().forEach(refuseRevisit)
      return
    }
    isJoining = true
    isOver = false
    number = 0
    guard let stream = reopen?() else { return finish() }
    reservoir.attach(stream)
  }

  private func goOn() -> Bool {
    isOver = !reservoir.resume(at: "WARC/")
    return !isOver
  }

  private func refuse(_ reason: Refusal.Reason, _ detail: String) {
    tell(.refusal(Refusal(source: "\(name)#\(number)", reason: reason, detail: detail)))
  }

  /// What is wrong was told when the file was read the first time.
  private func tell(_ item: Item) {
    guard !isJoining else { return }
    hasTold = true
    waiting.append(item)
  }
}
