import Language
import Press

/// Finds when an article was published and changed, among what its page states and what it shows.
struct DatesReader {
  let tags: MetaTags
  let linked: LinkedData?
  /// The dates beside the headline.
  let shown: ShownDates

  typealias Found = PageMetadata.Found<Moment>

  // MARK: Changed

  /// When it was last changed.
  func modified() -> Found? {
    let stated = first([
      (.jsonLD, linked?.modified), (.openGraph, tags.first("article:modified_time", "og:updated_time")),
      (
        .meta,
        tags.first(
          "last-modified", "lastmod", "updated", "modified-date", "last-updated", "article.updated", "revised"
        )
      ),
      (.dublinCore, tags.first("dcterms.modified", "dc.date.modified", "dc.modified")),
      (.microdata, tags.microdata["dateModified"]?.first),
    ])
    return stated ?? shown.updated.map { .init($0, .text) }
  }

  // MARK: Published

  /// When it was first published.
  ///
  /// - Parameters:
  ///   - address: The page's own, whose path may hold a day.
  ///   - marked: The date in an element that a class calls one; looked for only where it is needed.
  ///   - labelled: The date anywhere on the page before which a word says that the page was published then; looked for
  ///     only where it is needed.
  func published(address: String?, marked: () -> Moment?, labelled: () -> ShownDates.Labelled?) -> Found? {
    if let stated = statedPublication() {
      let publication = tags.publication.flatMap(MachineDate.moment)
      if let publication, publication.isSurelyBefore(stated.value) { return .init(publication, .time) }
      guard let shown = shown.published, outranks(shown, stated.value) else { return withZone(stated) }
      return refined(shown.moment)
    }
    let labelled = shown.published?.isLabelled == true ? nil : labelled()
    if let labelled, labelled.isFirst { return refined(labelled.moment) }
    let dated = address.flatMap(MachineDate.inAddress)
    if let shown = shown.published {
      // A day that no word explains may be another page's; the one in the address is this page's.
      if !shown.isLabelled, let dated, dated.isSurelyBefore(shown.moment) { return .init(dated, .address) }
      return refined(shown.moment)
    }
    for time in tags.times {
      if let moment = MachineDate.moment(time.value) { return .init(moment, .time) }
    }
    if let marked = marked() { return .init(marked, .text) }
    if let dated { return .init(dated, .address) }
    return (labelled?.moment ?? shown.month).map { .init($0, .text) }
  }

  private static let meta = [
    "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date", "published-date",
    "published",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "cxenseparse:recs:publishtime",
    "article.published", "published_time", "publication-date", "publication_date", "w-published-date",
    "timestamp",
    "article_date_original", "originalpublicationdate", "created",
  ]

  private func statedPublication() -> Found? {
    var stated: [(PageMetadata.Place, String?)] = [
      (.jsonLD, linked?.published),
      (
        .openGraph,
        tags.first(
          "article:published_time", "og:article:published_time", "article:published", "og:published_time")
      ),
    ]
    for name in Self.meta { stated.append((.meta, tags.values[name]?.first)) }
    stated.append(
      (
        .dublinCore,
        tags.first(
          "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created")
      ))
    stated.append((.microdata, tags.microdata["datePublished"]?.first))
    return first(stated)
  }

  /// Whether a date that readers see is believed rather than the stated one: a system that a page was moved to states
  /// a later day than its author wrote. A later one that nothing explains may be that of a change.
  private func outranks(_ shown: (moment: Moment, isLabelled: Bool), _ stated: Moment) -> Bool {
    // One reading of the clock, whose stated offset differs from what letters beside the shown one are taken for: such letters
    // stand for zones of several places. A stated Z is often written by systems that know no zone.
    if shown.moment.precision > .day, !stated.iso.hasSuffix("Z"),
      shown.moment.iso.prefix(Self.minutes) == stated.iso.prefix(Self.minutes)
    {
      return false
    }
    let distance = Self.middle(shown.moment) - Self.middle(stated)
    return distance < -Self.apart || shown.moment.isSurelyBefore(stated)
      || shown.isLabelled && distance > Self.apart
  }

  /// Letters of a moment up to its minutes: "2031-05-06T19:01".
  private static let minutes = 16

  /// More than any two writings of one day can lie apart, in seconds.
  private static let apart: Int64 = 40 * 3600

  private static func middle(_ moment: Moment) -> Int64 {
    moment.earliest + (moment.latest - moment.earliest) / 2
  }

  /// A shown day, as exactly as a `time` element of the same day has it.
  private func refined(_ moment: Moment) -> Found {
    guard moment.precision == .day else { return .init(moment, .text) }
    for time in tags.times {
      if let exact = MachineDate.moment(time.value), exact.precision > .day, exact.day == moment.day {
        return .init(exact, .time)
      }
    }
    return .init(moment, .text)
  }

  /// The same instant in the page's own time zone, where a `time` element tells it.
  private func withZone(_ found: Found) -> Found {
    guard found.value.iso.hasSuffix("Z") else { return found }
    for time in tags.times {
      guard let own = MachineDate.moment(time.value), !own.iso.hasSuffix("Z"),
        own.precision == found.value.precision, own.earliest == found.value.earliest
      else { continue }
      return .init(own, .time)
    }
    return found
  }

  private func first(_ stated: [(PageMetadata.Place, String?)]) -> Found? {
    for (place, value) in stated {
      if let moment = value.flatMap(MachineDate.moment) { return .init(moment, place) }
    }
    return nil
  }
}
