import Matching
import Press

/// What matching needs to know of articles beside their ids and texts, on disk.
struct WitnessHeads: Sendable {
  private let file: ScratchBytes
  private let ends: [UInt64]

  struct Writer {
    private var log: ScratchLog
    private var ends: [UInt64] = []

    init(count: Int, folder: String?) {
      log = ScratchLog(in: folder)
      ends.reserveCapacity(count)
    }

    /// Adds what is known of the next article.
    mutating func add(_ bytes: [UInt8]) throws {
      try log.append(bytes)
      ends.append(log.end)
    }

    mutating func finished() throws -> WitnessHeads { WitnessHeads(file: try log.finished(), ends: ends) }
  }

  /// What is known of one article.
  struct Head {
    /// Bytes of its text.
    let textLength: Int
    /// An article that says to a witness what the whole one does, without id and text.
    let article: Article

    func witness(id: String, text: String) -> Witness {
      var article = article
      article.id = id
      article.text = text
      return Witness(article)
    }
  }

  static func bytes(of article: Article) -> [UInt8] {
    var writer = RecordWriter()
    writer.number(article.text.utf8.count)
    for text in [article.address, article.outlet, article.title, article.series, article.published?.iso] {
      writer.text(text)
    }
    writer.number(article.isDatedByChange ? 1 : 0)
    writer.list(article.furniture.compactMap(\.range) + article.credits.compactMap(\.range)) {
      $0.range($1)
    }
    writer.range(article.dateline?.range)
    return writer.bytes
  }

  /// What is known of article `number`.
  func head(_ number: Int) throws -> Head {
    let start = number == 0 ? 0 : ends[number - 1]
    return try file.bytes(at: start, count: Int(ends[number] - start)).withUnsafeBytes { buffer in
      var reader = RecordReader(buffer)
      let length = reader.number()
      var article = Article(id: "", source: "", text: "")
      article.address = reader.optionalText()
      article.outlet = reader.optionalText()
      article.title = reader.optionalText()
      article.series = reader.optionalText()
      article.published = reader.optionalText().flatMap { Moment(iso: $0) }
      if reader.number() == 1 { article.found[.published] = .modified }
      article.furniture = reader.list { Furniture(kind: .metadata, text: "", range: $0.range()) }
      article.dateline = reader.optionalRange().map { Dateline(place: "", range: $0) }
      return Head(textLength: length, article: article)
    }
  }
}
