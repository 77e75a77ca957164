import Foundation
import Testing

/// The three real pages that the design is explained with. They are no part of the project: lines are known here by
/// how they begin, and read from the files when the test runs.
@Suite("The worked example", .enabled(if: Folders.seeds != nil, "the worked example's pages are not at hand"))
struct WorkedExampleTests {
  /// A page as it lies on the disk.
  struct Seed {
    /// Lines without blanks around them; empty ones left out.
    let lines: [String]
    let article: ArticleLine

    /// The lines that are not the article: what the design's worked example calls furniture.
    var furniture: [String] { lines.filter(Self.isFurniture) }

    /// The lines of the report: those that are whole sentences.
    var sentences: [String] {
      lines.filter { line in
        guard !Self.isFurniture(line) else { return false }
        let end = line.reversed().first { !"\"”’)' ".contains($0) }
        return end == "." || end == "!" || end == "?"
      }
    }

    private static let beginnings = [
      "Advertisement", "Story continues below", "WATCH:", "Click to play", "READ MORE", "Sponsored content",
      "SOURCE",
      "(Aside from the headline", "date 20",
    ]

    private static func isFurniture(_ line: String) -> Bool {
      beginnings.contains { line.hasPrefix($0) } || line.hasSuffix("/Handout")  // a photograph's caption
        || line.contains(" – Mar 22, ") || line.contains(" – Apr 3, ")  // a player's caption
    }
  }

  let stream: JSONLines
  private let scratch: Scratch
  let archive: String
  private let program: Program

  init() async throws {
    let folder = try #require(Folders.seeds)
    scratch = try Scratch()
    archive = scratch.path + "/seeds.stemma"
    program = Program(folder: folder)
    _ = try await program.succeed(["read", ".", "--archive", archive])
    stream = try JSONLines(try await program.succeed(["export", "--archive", archive]).output)
  }

  private func seed(_ number: String) throws -> Seed {
    let article = try #require(
      stream.articles.first { ($0.source as NSString).lastPathComponent.hasPrefix(number) },
      "no article of \(number)…")
    let file = (try #require(Folders.seeds)) + "/" + (article.source as NSString).lastPathComponent
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      .map(Self.folded).filter { !$0.isEmpty }
    return Seed(lines: lines, article: article)
  }

  /// Blanks folded to one, so that a line is found however its words are spaced.
  private static func folded(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("Three articles, two reports: the copies of one dispatch in one family, the visit of 2018 apart")
  func families() async throws {
    let ids = try ["000", "001", "002"].map { try seed($0).article.id }
    #expect(try stream.articles.count == 3)
    let families = try stream.families
    #expect(Set(families.map { Set($0.members) }) == [[ids[0]], [ids[1], ids[2]]])
    let told = try await program.succeed(["read", ".", "--archive", archive])
    #expect(
      told.text.hasPrefix(
        "3 articles (0 new): 2 reports, 1 on more than one page, 2 lost originals inferred\n"),
      "\(told.text)")
  }

  @Test("AFP† → 002, AFP† → NDTV† → 001, and no other arrow; each with its evidence")
  func arrows() throws {
    let ids = try ["000", "001", "002"].map { try seed($0).article.id }
    var names = [ids[0]: "000", ids[1]: "001", ids[2]: "002"]
    let stemmata = try stream.stemmata
    for node in stemmata.flatMap(\.nodes) where node.lost { names[node.id] = node.label + "†" }
    let edges = stemmata.flatMap(\.edges)
    func name(_ id: String) -> String { names[id] ?? id }
    #expect(
      edges.map { "\(name($0.from)) → \(name($0.to))" }.sorted() == [
        "AFP† → 002", "AFP† → NDTV†", "NDTV† → 001",
      ])
    for edge in edges {
      #expect(!edge.evidence.isEmpty && edge.evidence.allSatisfy { !$0.text.isEmpty })
      #expect(
        edge.evidence.contains { $0.kind == "credit" },
        "\(name(edge.from)) → \(name(edge.to)): \(edge.evidence)")
      #expect((0...1).contains(edge.confidence))
    }
    let credit = edges.first { name($0.to) == "002" }?.evidence.first { $0.kind == "credit" }
    #expect(credit?.text.contains("AFP") == true && credit?.article == ids[2])
    let disclaimer = edges.first { name($0.to) == "001" }?.evidence.first { $0.kind == "credit" }
    #expect(disclaimer?.text.contains("NDTV") == true && disclaimer?.article == ids[1])
  }

  /// Where 001 differs from 002 within quotation marks, found by reading both: what 002 has, and what 001 has.
  private static let withinMarks = [
    ("have", "ve"), ("strong", "robust"), ("Cold War era", "Chilly Conflict period"), ("are", "re"),
    ("stable", "steady"),
    ("", "brand"), ("era", "period"),
    ("This", "That"), ("overseas visit", "abroad go to"), ("over", "up"),
    ("specifically chose", "particularly selected"), ("in order", "as a way"), ("special", "particular"),
    ("importance", "significance"),
    ("are also", "re additionally"), ("through", "by"), ("military", "navy"),
    ("regularly exchange useful information", "recurrently change helpful data"), ("in", "within"),
    ("field", "discipline"), ("exercises", "workout routines"),
    ("This", "That"), ("another important area", "one other essential space"), ("exclusively", "solely"),
    ("relations", "relationships"),
    ("era", "period"),
  ]

  /// What a page has between quotation marks, in its order, without blanks and marks at either end.
  private func quotations(_ number: String) throws -> [String] {
    let text = try seed(number).article.text ?? ""
    let pieces = text.split(omittingEmptySubsequences: false) { "“”\"".contains($0) }
    return pieces.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map {
      $0.element.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters))
    }
  }

  /// The variants of the two pages in either shape: what 002 has, and what 001 has.
  private func changes(_ variants: [VariantLine], _ plain: String, _ spun: String) throws -> [(
    kind: String, was: VariantLine.Reading, now: VariantLine.Reading
  )] {
    func reading(_ variant: VariantLine, _ id: String) -> VariantLine.Reading? {
      variant.readings.first { $0.witnesses.map(\.article) == [id] }
    }
    return try variants.map { variant in
      (
        variant.kind, try #require(reading(variant, plain), "\(variant)"),
        try #require(reading(variant, spun), "\(variant)")
      )
    }
  }

  @Test(
    "What the spun page changed is laid at its door, though its source is lost: every altered quotation as such, none invented",
    arguments: ["show", "collate"])
  func spunChanges(command: String) async throws {
    let (plain, spun) = (try seed("002").article, try seed("001").article)
    let files = ["001", "002"].compactMap { number in
      try? stream.articles.map(\.source).first { ($0 as NSString).lastPathComponent.hasPrefix(number) }
    }
    let lines = try JSONLines(
      try await program.succeed(
        command == "show"
          ? ["show", spun.id, "--archive", archive, "--json"] : ["collate", "--json"] + files
      ).output)
    let found = try changes(lines.variants, plain.id, spun.id)
    for (article, reading) in found.flatMap({ [(plain, $0.was), (spun, $0.now)] }) {
      let bytes = Array((article.text ?? "").utf8)
      for range in reading.witnesses.compactMap(\.range) {
        #expect(String(decoding: bytes[range[0]..<range[1]], as: UTF8.self) == reading.text)
      }
    }
    let altered = found.filter { $0.kind == "quotation" }.map { [$0.was.text, $0.now.text] }
    let (before, after) = (try quotations("002"), try quotations("001"))
    #expect(before.count == 6 && after.count == 6, "the pages are not those that were described")
    #expect(altered == zip(before, after).map { [$0, $1] })
    // And in them what was altered, phrase by phrase.
    let places = found.filter { change in
      change.kind != "quotation"
        && found.contains { quotation in
          guard quotation.kind == "quotation", let whole = quotation.now.witnesses[0].range,
            let own = change.now.witnesses[0].range
          else { return false }
          return whole[0] <= own[0] && own[1] <= whole[1]
        }
    }
    #expect(places.map { [$0.was.text, $0.now.text] } == Self.withinMarks.map { [$0, $1] })
    #expect(
      found.contains {
        $0.kind == "substituted" && $0.was.text == "Cold War era" && $0.now.text == "Chilly Conflict period"
      })
  }

  @Test("001 is called spun, and nothing else is")
  func spun() throws {
    let spun = try seed("001").article.id
    #expect(try stream.stemmata.flatMap(\.edges).filter { $0.kind == "spun" }.map(\.to) == [spun])
    #expect(try stream.pairs.map(\.kind) == ["spun"])
  }

  @Test(
    "Ad slots, captions, READ MORE, sponsors, credits: kept out of the text, and kept",
    arguments: ["000", "001", "002"])
  func furniture(number: String) throws {
    let seed = try seed(number)
    #expect(
      seed.furniture.count == ["000": 12, "001": 1, "002": 4][number],
      "the page is not the one that was described")
    let text = Self.folded(seed.article.text ?? "")
    let kept = seed.article.furniture.map(\.text) + seed.article.credits.map(\.text)
    let apart = kept.map(Self.folded).joined(separator: "\n")
    for line in seed.furniture {
      #expect(!text.contains(line), "still in the text: \(line.prefix(40))…")
      #expect(apart.contains(line), "lost altogether: \(line.prefix(40))…")
    }
  }

  @Test("No sentence of a report is lost", arguments: ["000", "001", "002"])
  func sentences(number: String) throws {
    let seed = try seed(number)
    #expect(seed.sentences.count >= 9, "the page is not the one that was described")
    let text = Self.folded(seed.article.text ?? "")
    let caption = number == "001" ? seed.lines.first : nil
    for line in seed.sentences where line != caption {
      #expect(text.contains(line), "not in the text: \(line.prefix(40))…")
    }
  }

  @Test(
    "No line of a page is lost: what is not text is title, dateline, furniture or credit",
    arguments: ["000", "001", "002"])
  func lines(number: String) async throws {
    let seed = try seed(number)
    let article = try #require(stream.texts(of: "article").first { $0.contains(seed.article.id) })
    let object = try #require(JSONSerialization.jsonObject(with: Data(article.utf8)) as? [String: Any])
    var places = ["text", "title", "outlet", "published"].compactMap { object[$0] as? String }
    places += (object["dateline"] as? [String: Any]).map { [$0["place"] as? String ?? ""] } ?? []
    places += seed.article.furniture.map(\.text) + seed.article.credits.map(\.text)
    let everything = places.map(Self.folded).joined(separator: "\n")
    for line in seed.lines {
      let bare = line.hasSuffix(":") ? String(line.dropLast()) : line
      #expect(everything.contains(bare), "nowhere: \(line.prefix(40))…")
    }
  }
}
