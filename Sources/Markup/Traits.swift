/// What the parsing rules want to know of an element again and again, as bits.
struct Traits: OptionSet {
  let rawValue: UInt16

  /// Ends the search for an element to close.
  static let special = Traits(rawValue: 1)
  /// Bounds every scope but the table's.
  static let boundsScope = Traits(rawValue: 2)
  /// Bounds list item scope, button scope, table scope.
  static let boundsListItemScope = Traits(rawValue: 4)
  static let boundsButtonScope = Traits(rawValue: 8)
  static let boundsTableScope = Traits(rawValue: 16)
  /// Its end tag may be left out; and where all else is closed too.
  static let impliedEnd = Traits(rawValue: 32)
  static let impliedEndThoroughly = Traits(rawValue: 64)
  static let heading = Traits(rawValue: 128)
  /// Void elements and those whose content is raw text: they never have element children.
  static let leaf = Traits(rawValue: 256)

  /// Traits of an element by vocabulary and number of name.
  @inline(__always)
  static func of(_ name: UInt16, _ namespace: Namespace) -> Traits {
    if namespace == .html { return Int(name) < html.count ? html[Int(name)] : [] }
    return foreign(name, namespace)
  }

  private static func foreign(_ name: UInt16, _ namespace: Namespace) -> Traits {
    let names: [HTMLName] =
      namespace == .svg ? [.foreignobject, .desc, .title] : [.mi, .mo, .mn, .ms, .mtext, .annotationXml]
    return names.contains { $0.rawValue == name } ? [.special, .boundsScope] : []
  }

  static let html: [Traits] = {
    var traits = [Traits](repeating: [], count: HTMLName.count)
    func give(_ trait: Traits, _ names: [HTMLName]) {
      for name in names { traits[Int(name.rawValue)].insert(trait) }
    }
    give(
      .special,
      [
        .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br,
        .button,
        .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset,
        .figcaption,
        .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup,
        .hr,
        .html, .iframe, .img, .input, .keygen, .li, .link, .listing, .main, .marquee, .menu, .meta, .nav,
        .noembed,
        .noframes, .noscript, .object, .ol, .p, .param, .plaintext, .pre, .script, .search, .section, .select,
        .source, .style, .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title,
        .tr,
        .track, .ul, .wbr, .xmp,
      ])
    give(.boundsScope, [.applet, .caption, .html, .table, .td, .th, .marquee, .object, .select, .template])
    give(.boundsListItemScope, [.ol, .ul])
    give(.boundsButtonScope, [.button])
    give(.boundsTableScope, [.html, .table, .template])
    give(.impliedEnd, [.dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc])
    give(
      .impliedEndThoroughly,
      [
        .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc, .caption, .colgroup, .tbody, .td, .tfoot,
        .th,
        .thead, .tr,
      ])
    give(.heading, [.h1, .h2, .h3, .h4, .h5, .h6])
    give(
      .leaf,
      [
        .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .image, .img, .input, .keygen,
        .link,
        .meta, .param, .source, .track, .wbr, .script, .style, .title, .textarea, .xmp, .iframe, .noembed,
        .noframes, .plaintext,
      ])
    return traits
  }()
}
