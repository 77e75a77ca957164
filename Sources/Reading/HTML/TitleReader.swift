import Markup

/// Chooses the headline among the heading that readers see and those that the page states.
///
/// What readers see over the text outranks what was written for search engines and for sharing. On a page that calls
/// itself news the stated headlines are the desk's own: those that agree outrank the heading.
struct TitleReader {
  let tags: MetaTags
  let linked: LinkedData?
  let outline: Outline
  let outlet: String?

  private typealias Found = PageMetadata.Found<String>

  func read() -> PageMetadata.Found<String>? {
    let open = tags.first("og:title").flatMap { stated($0, .openGraph) }
    let linked = self.linked?.headline.flatMap { stated($0, .jsonLD) }
    let shared = tags.first("twitter:title").flatMap { stated($0, .meta) }
    let document = tags.documentTitle.flatMap { stated($0, .text) }
    let others = tags.first("dc.title", "parsely-title", "sailthru.title", "title").flatMap {
      stated($0, .meta)
    }
    let item = tags.microdata["headline"]?.first.flatMap { stated($0, .microdata) }
    let all = [open, linked, shared, others, item, document].compactMap(\.self)
    let likeliest = [open, linked].compactMap(\.self)
    let like = (likeliest.isEmpty ? Array(all.prefix(1)) : likeliest).map(\.value)
    guard let heading = Headline.shown(in: outline, stated: like) else { return all.first }
    let shown = Found(heading, .text)
    guard let open else { return shown }
    // A heading in parts loses the blanks between them.
    if agree(open, shown) { return Headline.isGlued(heading, open.value) ? open : shown }
    if let tail = Headline.commonTail(open.value, heading) { return .init(tail, .text) }
    let isBacked = agree(shown, linked) && agree(shown, document)
    // What all other places agree on was only shortened for sharing.
    if isBacked, Headline.isPart(open.value, of: heading) { return shown }
    // A kicker inside the heading is not the headline.
    if !isBacked, Headline.folded(heading).hasSuffix(Headline.folded(open.value)) { return open }
    guard self.linked?.isNews == true, let linked else { return shown }
    if agree(open, linked) { return open }
    // News desks fill all places alike; where one differs it was written by hand.
    if agree(linked, document), !agree(linked, shown) { return linked }
    return isBacked ? open : shown
  }

  /// A stated headline without references, tags, and the outlet's name behind it.
  private func stated(_ value: String, _ place: PageMetadata.Place) -> Found? {
    let text = PlainText.of(value).folded
    guard !text.isEmpty else { return nil }
    guard text.utf8.count <= Headline.longest else { return Found(text, place) }
    return Found(Headline.withoutTail(text, outlet: outlet), place)
  }

  /// Whether two headlines are the same, but for what hangs at the end of one.
  private func agree(_ one: Found, _ other: Found?) -> Bool {
    guard let other else { return false }
    return Headline.isSame(one.value, other.value)
  }
}
