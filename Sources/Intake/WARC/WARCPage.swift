import Press

/// Makes a page of one record of a web archive, or says why it is none.
struct WARCPage {
  enum Verdict {
    case page(Page, notices: [Notice])
    case refusal(Refusal)
    /// No page; what it is, in the plural.
    case passedOver(String)
    /// What never is a page: requests, metadata, the archive's own description.
    case byRule
  }

  let header: WARCHeader
  /// The path with the record's number.
  let source: String
  /// The id of a record without an address.
  let hash: (UnsafeRawBufferPointer) -> String
  let limits: Limits

  /// Looks at the whole block.
  /// - Parameter faults: What is already known to be wrong with it.
  func read(_ block: UnsafeRawBufferPointer, faults: [String] = []) -> Verdict {
    if let verdict = byHeader { return verdict }
    var faults = faults
    if let truncated = header.truncated {
      faults.append("The crawler did not keep all of this record (\(truncated)); fetch the page again.")
    }
    return read(message(block), faults)
  }

  /// The record's kind by the head and the first bytes of a block that is too long to hold; `nil` where it is
  /// a page as far as these tell.
  func passedOver(byHead block: UnsafeRawBufferPointer) -> Verdict? {
    byHeader ?? byMessage(message(block))
  }

  /// What a revisit is that is none of a page, by the head that came with it; `nil` where it may be one.
  func passedOver(byRevisit block: UnsafeRawBufferPointer) -> Verdict? {
    if let verdict = byHeader { return verdict }
    let message = HTTPMessage(block)
    let status = message.status
    if status >= 400 { return .passedOver("error answers") }
    if (300..<400).contains(status), status != 304 { return .passedOver("redirects") }
    return message.type.flatMap { mayBePage($0) ? nil : .passedOver($0.plural) }
  }

  private func message(_ block: UnsafeRawBufferPointer) -> HTTPMessage {
    var message = HTTPMessage(block)
    let isMessage =
      header.kind == .response || header.contentType?.hasPrefix("application/http") == true
    if !isMessage {
      message = HTTPMessage(body: block)
      message.type = header.contentType.map { MediaType($0) }
    }
    return message
  }

  private var byHeader: Verdict? {
    switch header.kind {
    case .warcinfo, .request, .metadata, nil: return .byRule
    case .unknown: return .passedOver("records of a type that is not known")
    case .continuation: return .passedOver("further segments of records")
    case .response, .resource, .conversion, .revisit: break
    }
    if let scheme, !["http", "https", "ftp", "file"].contains(scheme) {
      return .passedOver("records with an address of the kind “\(shortened(scheme)):”")
    }
    guard header.isSegment else { return nil }
    return refuse(
      .unsupported,
      "This record is kept in segments, which are not joined; have the archive written without segments.")
  }

  private var scheme: String? {
    guard let target = header.target, let colon = target.firstIndex(of: ":") else { return nil }
    return target[..<colon].lowercased()
  }

  /// What the answer's head leaves no doubt of.
  private func byMessage(_ message: HTTPMessage) -> Verdict? {
    let status = message.status
    if (300..<400).contains(status) { return .passedOver("redirects") }
    if !(200..<300).contains(status) {
      guard message.type?.isHTML ?? false else { return .passedOver("error answers") }
      let words = message.phrase.isEmpty ? "" : " (\(message.phrase))"
      let since = header.date.map { " on \($0)" } ?? ""
      return refuse(
        .noArticle, "The server answered \(status)\(words)\(since): this is its error page; nothing to do.")
    }
    if status == 204 || status == 205 || message.body.isEmpty { return .passedOver("empty answers") }
    if header.kind == .response, message.type?.isPlainText == true, isSiteFile {
      return .passedOver("files for robots")
    }
    guard let type = message.type, !mayBePage(type) else { return nil }
    return .passedOver(type.plural)
  }

  private func mayBePage(_ type: MediaType) -> Bool {
    type.isHTML || type.isPlainText || type.saysNothing || type.essence == "text/xml"
      || type.essence == "application/xml"
  }

  /// robots.txt and its kin lie at a site's root.
  private var isSiteFile: Bool {
    guard let target = header.target else { return false }
    let parts = target.split(separator: "/", maxSplits: 3)
    let path = parts.dropFirst(2).map(String.init)
    if path.first == ".well-known" { return true }
    return path.count == 1 && path[0].prefix { $0 != "?" }.hasSuffix(".txt")
  }

  private func read(_ message: HTTPMessage, _ faults: [String]) -> Verdict {
    if let verdict = byMessage(message) { return verdict }
    var faults = faults
    if message.status == 206 {
      faults.append("The server answered 206: this is a part of the page; fetch the whole page.")
    }
    let joined = unchunked(message, &faults)
    switch BodyCoding(limits: limits).decode(joined, codings: message.codings) {
    case .refused(let reason, let detail): return refuse(reason, detail)
    case .plain(let body, let damage):
      if let damage { faults.append(damage) }
      return body.withUnsafeBytes { page($0, message, faults) }
    }
  }

  private func unchunked(_ message: HTTPMessage, _ faults: inout [String]) -> [UInt8] {
    guard message.isChunked else {
      return ChunkedBody.joinIfUnsaid(message.body) ?? Array(message.body)
    }
    guard let joined = ChunkedBody.join(message.body) else { return Array(message.body) }
    if !joined.isWhole {
      faults.append("The last chunk of the body is missing; what came before is kept; fetch the page again.")
    }
    return joined.bytes
  }

  private func page(_ body: UnsafeRawBufferPointer, _ message: HTTPMessage, _ faults: [String]) -> Verdict {
    guard body.contains(where: { !isBlank($0) }) else { return .passedOver("empty answers") }
    guard body.count <= limits.page else {
      return refuse(
        .tooLarge, "The page has \(body.count) bytes; a page may have \(limits.page); leave it out.")
    }
    let isHTML: Bool
    switch Kind.of(body, path: nil) {
    case .html: isHTML = true
    case .text: isHTML = message.type?.isHTML ?? false
    case .utf16: isHTML = !(message.type?.isPlainText ?? false)
    case .jsonLines: return .passedOver("JSON answers")
    case .feed: return .passedOver("feeds")
    case .gzip, .zstd, .zip, .warc: return .passedOver("packed files")
    case .unfit(.unsupported, let advice): return .passedOver("files that are \(advice.found)")
    case .unfit(.notText, _) where message.type?.saysUTF16 == true: isHTML = message.type?.isHTML ?? false
    case .unfit(.notText, let advice):
      guard message.type?.isHTML ?? false, !Plainness.isMostlyZeros(body) else {
        guard message.type?.saysNothing ?? true else {
          return refuse(.notText, "This is no text: it has \(advice.found); nothing to do.")
        }
        return .passedOver("other files")
      }
      isHTML = true
    }
    let charset = message.type?.charset
    let decoded = isHTML ? Decoding.html(body, transport: charset) : Decoding.text(body, transport: charset)
    var notices = faults.map { Notice(source: source, reason: .partial, detail: $0) }
    if let warning = decoded.warning {
      notices.append(Notice(source: source, reason: .brokenEncoding, detail: warning))
    }
    let id = header.target.flatMap { $0.isEmpty ? nil : $0 } ?? hash(body)
    let stated = Page.Stated(
      address: header.target, fetched: header.date.flatMap { Moment(iso: $0) })
    return .page(
      Page(
        id: id, source: source, content: isHTML ? .html(decoded.bytes) : .text(decoded.bytes), stated: stated),
      notices: notices)
  }

  private func refuse(_ reason: Refusal.Reason, _ detail: String) -> Verdict {
    .refusal(Refusal(source: source, reason: reason, detail: detail))
  }
}
