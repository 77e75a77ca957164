import Language
import Press

/// Reads NITF 3, the markup in which agencies sent their dispatches before NewsML-G2 and within it.
enum NITFDocument {
  static func read(_ nitf: XMLElement) -> FeedItem {
    var result = FeedItem()
    var sources = StatedSources()
    let head = nitf.child("head")
    let data = head?.child("docdata")
    result.id = data?.child("doc-id")?.attribute("id-string")
    result.stated.title = head?.child("title")?.words
    result.stated.language = nitf.attribute("xml:lang")
    result.stated.published =
      (data?.child("date.issue")?.attribute("norm")).flatMap(StatedDate.moment)
      ?? (data?.child("date.release")?.attribute("norm")).flatMap(StatedDate.moment)
    sources.add(
      data?.child("doc.copyright")?.attribute("holder"), "doc.copyright", role: .source, onlyAgency: true)
    sources.add(
      data?.child("doc.rights")?.attribute("provider"), "doc.rights", role: .source, onlyAgency: true)
    if let publication = head?.child("pubdata") {
      result.stated.outlet = publication.attribute("name")
      result.stated.section = publication.attribute("position.section")
    }
    guard let body = nitf.child("body") else { return result }
    var html: [UInt8] = []
    if let top = body.child("body.head") { read(top, into: &result, &sources, &html) }
    guard let content = body.child("body.content")?.html, !content.isEmpty else {
      result.stated.credits = sources.credits
      return result
    }
    html += content
    for tagline in body.child("body.end")?.children("tagline") ?? [] { html += paragraph(tagline) }
    result.content = .html(html)
    result.stated.credits = sources.credits
    return result
  }

  private static func read(
    _ top: XMLElement, into result: inout FeedItem, _ sources: inout StatedSources, _ html: inout [UInt8]
  ) {
    let headline = top.child("hedline")
    result.stated.title = headline?.child("hl1")?.words ?? result.stated.title
    result.summary = top.child("abstract").flatMap(FeedBody.of) ?? headline?.child("hl2").flatMap(FeedBody.of)
    for byline in top.children("byline") {
      let people = byline.children("person").compactMap(\.words)
      result.stated.bylines += people.isEmpty ? [byline.words].compactMap { $0 } : people
    }
    let distributor = top.child("distributor")
    sources.add(distributor?.child("org")?.words ?? distributor?.words, "distributor", role: .supplied)
    // A dateline is the head of the text, wherever the format keeps it.
    if let dateline = top.child("dateline") { html += paragraph(dateline) }
  }

  private static func paragraph(_ element: XMLElement) -> [UInt8] {
    Array("<p>".utf8) + element.html + Array("</p>".utf8)
  }
}
