import Markup

/// How an element sits on a page by default.
enum Layout: UInt8 {
  /// Part of a line.
  case inline
  /// A box of its own, before and behind which a line ends.
  case box
  /// Never text that a reader reads.
  case skipped
  /// Ends a line.
  case breaking
  /// Not in the standard: a box if it holds boxes.
  case custom

  @inline(__always)
  static func of(_ name: UInt16) -> Layout { name < table.count ? table[Int(name)] : .custom }

  private static let table: [Layout] = HTMLName.allCases.map { name in
    switch name {
    case .other, .meta: return .custom
    case .br: return .breaking
    case .script, .style, .template, .iframe, .object, .embed, .applet, .select, .button, .textarea, .input,
      .canvas,
      .audio, .video, .noscript, .head, .link, .title, .map, .area, .datalist, .dialog, .img, .picture,
      .source,
      .track, .param, .svg, .math, .progress, .meter, .frameset, .noframes, .noembed, .rp, .rt, .keygen,
      .base:
      return .skipped
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dir, .div, .dl,
      .dt,
      .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr,
      .html,
      .legend, .li, .listing, .main, .marquee, .menu, .nav, .ol, .option, .p, .plaintext, .pre, .search,
      .section,
      .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul, .xmp, .col, .colgroup, .optgroup:
      return .box
    default: return .inline
    }
  }

  /// The shape of text in an element, where it sets one.
  static func shape(_ name: UInt16) -> Block.Shape? {
    switch HTMLName(rawValue: name) {
    case .li, .dd, .dt: return .listItem
    case .blockquote: return .quotation
    case .figcaption, .caption, .figure: return .caption
    case .td, .th: return .tableCell
    case .pre, .listing, .plaintext, .xmp: return .preformatted
    default: return nil
    }
  }

  /// 1 to 6 for a heading, else 0.
  static func headingLevel(_ name: UInt16) -> UInt8 {
    let first = HTMLName.h1.rawValue
    return name >= first && name <= HTMLName.h6.rawValue ? UInt8(name - first + 1) : 0
  }
}
