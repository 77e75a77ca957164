/// The names of elements and attributes that the parsing rules, or the readers of a tree, ask for.
///
/// A case's raw value is the name's number in every tree. Names that are not here get higher numbers in the order in
/// which a page first uses them. The spelling is the case's name, with a hyphen before what is a capital letter here.
public enum HTMLName: UInt16, CaseIterable, Sendable {
  /// Stands for every name that is not in this list.
  case other = 0

  // Elements.
  case a, abbr, acronym, address, applet, area, article, aside, audio, b, base, basefont, bdi, bdo, bgsound,
    big
  case blockquote, body, br, button, canvas, caption, center, cite, code, col, colgroup, data, datalist, dd,
    del
  case details, dfn, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form,
    frame
  case frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, image, img, input, ins,
    isindex
  case kbd, keygen, label, legend, li, link, listing, main, map, mark, marquee, menu, menuitem, meta, meter,
    nav, nobr
  case noembed, noframes, noscript, object, ol, optgroup, option, output, p, param, picture, plaintext, pre,
    progress
  case q, rb, rp, rt, rtc, ruby, s, samp, script, search, section, select, selectedcontent, slot, small,
    source, span
  case strike, strong, style, sub, summary, sup, table, tbody, td, template, textarea, tfoot, th, thead, time,
    title
  case tr, track, tt, u, ul, `var`, video, wbr, xmp

  // Elements of SVG and MathML that the rules name.
  case annotationXml, desc, foreignobject, malignmark, math, mglyph, mi, mn, mo, ms, mtext, svg

  // Attributes, but for those that are elements too.
  case alt, ariaExpanded, ariaHidden, ariaLabel, ariaLabelledby, `class`, content, datetime, href, hidden,
    httpEquiv, id,
    itemid
  case itemprop, itemscope, itemtype, lang, name, property, pubdate, rel, role, selected, src, type, value,
    xmlLang

  /// How the name is written in a page.
  public var spelling: String {
    var written = ""
    for character in "\(self)" {
      if character.isUppercase { written += "-" }
      written += character.lowercased()
    }
    return written == "xml-lang" ? "xml:lang" : written
  }

  static let count = allCases.count
}
