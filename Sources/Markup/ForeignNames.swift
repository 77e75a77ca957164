/// How the standard spells names in SVG and MathML, which pages may write in any case.
enum ForeignNames {
  static let svgElements = byLowercase(
    """
    altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
    feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient
    radialGradient textPath
    """)

  static let svgAttributes = byLowercase(
    """
    attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits
    glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust
    limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength
    patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha
    preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures
    specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage
    tableValues targetX targetY textLength viewBox viewTarget xChannelSelector yChannelSelector zoomAndPan
    """)

  /// Attributes of other vocabularies, which are written with a colon.
  private static let prefixed: Set<String> = [
    "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role", "xlink:show", "xlink:title", "xlink:type",
    "xml:lang", "xml:space", "xmlns:xlink",
  ]

  /// An attribute's name as spelled in a vocabulary; the prefix of a foreign one is set off by a blank.
  static func attribute(_ name: String, in namespace: Namespace) -> String {
    if namespace == .html { return name }
    if prefixed.contains(name), let colon = name.firstIndex(of: ":") {
      return name[..<colon] + " " + name[name.index(after: colon)...]
    }
    if name == "xmlns" { return name }
    if namespace == .mathML { return name == "definitionurl" ? "definitionURL" : name }
    return svgAttributes[name] ?? name
  }

  private static func byLowercase(_ list: String) -> [String: String] {
    var table: [String: String] = [:]
    for name in list.split(whereSeparator: \.isWhitespace) { table[name.lowercased()] = String(name) }
    return table
  }
}
