import Press

extension PageKind {
  /// Words of the longest text that is believed to be the lead of an article behind a paywall.
  private static let longestLead = 200
  /// Words of the longest text that goes with a player or a row of pictures, and is no article.
  private static let longestCompanion = 150

  /// What the page calls itself, and looks like.
  var form: Article.Form {
    if signs.linked.types.contains("LiveBlogPosting") || isLive { return .liveBlog }
    if words < Self.longestLead, hasWall(.paywall) || signs.linked.isPaid { return .summary }
    if isPlayed(type: "video", objects: ["VideoObject", "Movie", "Clip"], players: signs.videos) {
      return .video
    }
    let heard: Set<String> = ["AudioObject", "PodcastEpisode", "RadioEpisode"]
    if isPlayed(type: "music", objects: heard, players: signs.sounds) { return .audio }
    if isGallery { return .gallery }
    return .article
  }

  /// A player with little text beside it, or a page that its maker calls one.
  private func isPlayed(type: String, objects: Set<String>, players: Int) -> Bool {
    if signs.openGraphType?.hasPrefix(type) == true, words < 4 * Self.longestCompanion { return true }
    guard words < Self.longestCompanion else { return false }
    let isStated = !signs.linked.types.isDisjoint(with: objects)
    return isStated && (!signs.linked.hasArticle || words < Self.longestCompanion / 3)
      || players > 0 && words < Self.longestCompanion / 3
  }

  /// More words below pictures than in the text, or a page that its maker calls a gallery.
  private var isGallery: Bool {
    let stated = signs.linked.types.contains("ImageGallery") || signs.linked.types.contains("MediaGallery")
    if stated, !signs.linked.hasArticle { return true }
    guard words < 2 * Self.longestCompanion, captions.count >= 5 else { return false }
    return captions.words > words
  }

  // MARK: Live

  private static let leastEntries = 5

  /// Entries with a time of day each, under a title or an address that says that they come as things happen.
  private var isLive: Bool {
    guard clocks >= Self.leastEntries, clocks * 10 >= paragraphs else { return false }
    let said = (article.title ?? "") + " " + (article.address ?? "")
    return LineTokens.scan(said).contains { Self.liveWords.contains($0.hash) }
  }

  private static let liveWords = Set(
    "live liveblog liveblogg liveticker liveupdates newsblog newsticker ticker minute-by-minute direct vivo directo diretta żywo direkte онлайн canlı canli"
      .split(separator: " ").map { Folding.hash($0) })

  /// Whether a short line holds a time of day: "14:05", "9.33 pm", "16h20".
  static func isClock(_ line: Line) -> Bool {
    guard line.wordCount <= 8, line.text.utf8.count <= 60 else { return false }
    let bytes = Array(line.text.utf8)
    func isDigit(_ at: Int) -> Bool { bytes.indices.contains(at) && bytes[at] &- 0x30 < 10 }
    for at in bytes.indices
    where at >= 1 && isDigit(at - 1) && isDigit(at + 1) && isDigit(at + 2) && !isDigit(at + 3) {
      guard
        bytes[at] == UInt8(ascii: ":") || bytes[at] == UInt8(ascii: ".")
          || bytes[at] | 0x20 == UInt8(ascii: "h")
      else { continue }
      let hour =
        isDigit(at - 2)
        ? Int(bytes[at - 2] - 0x30) * 10 + Int(bytes[at - 1] - 0x30) : Int(bytes[at - 1] - 0x30)
      if hour < 24, bytes[at + 1] < UInt8(ascii: "6"), !isDigit(at - 3) { return true }
    }
    return false
  }

  // MARK: Parts

  /// Which page of how many this is; `nil` where it is one by itself.
  var part: Article.Part? {
    let said = lines.lazy.filter { $0.tokens.count <= 8 }.compactMap(PageNumber.read).first
    let found = said ?? PageNumber.read(address: article.address, next: signs.next, previous: signs.previous)
    return found.map { Article.Part(number: $0.number, of: $0.total) }
  }
}
