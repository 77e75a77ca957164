import Foundation
import GRDB
import Testing

/// Commands over an archive.
@Suite("Over an archive")
struct ArchiveCommandTests {
  private let demo: DemoPress
  private let export: JSONLines

  init() async throws {
    demo = try await DemoPress.read()
    export = try await demo.export()
  }

  @Test("families lists the most copied first, and as many as asked for")
  func families() async throws {
    let printed = try JSONLines(try await demo.run(["families", "--json"]).output)
    #expect(printed.lines.first?.type == "header")
    let families = try printed.families
    let held = try export.families
    #expect(families.map(\.id).sorted() == held.map(\.id).sorted())
    #expect(families.map(\.members.count) == families.map(\.members.count).sorted(by: >))
    let two = try JSONLines(try await demo.run(["families", "--json", "--limit", "2"]).output)
    #expect(try two.families.map(\.id) == families.prefix(2).map(\.id))
    let copied = try JSONLines(try await demo.run(["families", "--json", "--min-size", "3"]).output)
    #expect(try copied.families.map(\.id) == families.filter { $0.members.count >= 3 }.map(\.id))
    let text = try await demo.run(["families"]).text.split(separator: "\n")
    #expect(text.map { $0.prefix { $0 != " " } } == families.prefix(50).map { Substring($0.id) })
  }

  @Test("show finds a report by its id, by the beginning of it, by a page's id, and by a file's name")
  func show() async throws {
    let family = try #require(try export.families.max { $0.members.count < $1.members.count })
    let page = try #require(
      try export.articles.first { $0.id == family.members[0] && !$0.source.contains("#") }
        ?? export.articles.first { family.members.contains($0.id) && !$0.source.contains("#") })
    let ids = try export.families.map(\.id) + export.articles.map(\.id)
    let beginning = try #require(
      (1...family.id.count).map { family.id.prefix($0) }.first { prefix in
        ids.filter { $0.hasPrefix(prefix) }.count == 1
      })
    let whole = try await demo.run(["show", family.id])
    #expect(whole.status == 0 && whole.text.contains(family.id))
    for name in [String(beginning), page.id, page.source] {
      let shown = try await demo.run(["show", name])
      #expect(shown.text == whole.text, "show \(name): \(shown.errors)")
    }
    let fileNames = try export.articles.map { ($0.source as NSString).lastPathComponent }
    let unique = try #require(
      try export.articles.first { article in
        let name = (article.source as NSString).lastPathComponent
        return family.members.contains(article.id) && !name.contains("#")
          && fileNames.filter { $0 == name }.count == 1
      })
    #expect(try await demo.run(["show", (unique.source as NSString).lastPathComponent]).text == whole.text)
    let stream = try JSONLines(try await demo.run(["show", family.id, "--json"]).output)
    #expect(try stream.families.map(\.id) == [family.id] && stream.stemmata.map(\.family) == [family.id])
    #expect(try stream.articles.map(\.id).sorted() == family.members.sorted())
  }

  @Test("A name that may be several is answered with them, and an unknown one with what to do")
  func unclear() async throws {
    let unknown = try await demo.run(["show", "no-such-report"])
    #expect(unknown.status == 2)
    #expect(
      unknown.messages.count == 1 && unknown.errors.contains("no-such-report")
        && unknown.errors.contains("stemma families"))
    // Ids of families begin with f, and there are many.
    let several = try await demo.run(["show", "f"])
    #expect(several.status == 2 && several.messages.count == 1)
    #expect(several.errors.contains("may be any of") && several.errors.contains("Give more of it"))
  }

  @Test("search finds words and phrases, in texts and headlines, whatever their case")
  func search() async throws {
    let article = try #require(
      try export.articles.first { ($0.text?.split(separator: " ").count ?? 0) > 100 })
    let words = (article.text ?? "").split { !$0.isLetter && !$0.isNumber }.dropFirst(20).prefix(6).map(
      String.init)
    let phrase = "\"" + words.joined(separator: " ").uppercased() + "\""
    let hits = try JSONLines(try await demo.run(["search", phrase, "--json"]).output)
    struct Hit: Decodable {
      let article, snippet: String
      let family: String?
    }
    let found: [Hit] = try hits.all("hit")
    #expect(found.contains { $0.article == article.id }, "\(phrase)")
    let families = Dictionary(
      uniqueKeysWithValues: try export.families.flatMap { family in family.members.map { ($0, family.id) } })
    #expect(found.allSatisfy { $0.family == families[$0.article] && !$0.snippet.isEmpty })
    let told = try await demo.run(["search", phrase])
    #expect(told.status == 0 && told.text.contains(article.id))
    let limited = try JSONLines(try await demo.run(["search", "the", "--json", "--limit", "3"]).output)
    #expect(limited.texts(of: "hit").count == 3)
    let nothing = try await demo.run(["search", "xylophonist"])
    #expect(nothing.status == 1 && nothing.output.isEmpty)
    // What would be syntax elsewhere is only words here: whatever is found, nothing crashes and nothing is lost.
    for hostile in ["\"", "NOT", "a* OR (", "'; DROP TABLE article; --"] {
      #expect([0, 1, 2].contains(try await demo.run(["search", hostile]).status), "\(hostile)")
    }
    #expect(try await demo.run(["check"]).status == 0)
  }

  @Test("export writes CSV: a row an article and parent, every row as wide as its heading")
  func csv() async throws {
    let ending = try await demo.run(["export", "--format", "csv"])
    #expect(ending.status == 0)
    let rows = Self.rows(ending.text)
    let head = try #require(rows.first)
    #expect(
      head == [
        "family", "article", "source", "outlet", "title", "published", "parent", "parent_label", "kind",
        "confidence", "evidence",
      ])
    #expect(rows.allSatisfy { $0.count == head.count })
    let articles = try export.articles.map(\.id)
    #expect(Set(rows.dropFirst().map { $0[1] }) == Set(articles))
    let held = Set(articles)
    let arrows = try export.stemmata.flatMap(\.edges).filter { held.contains($0.to) }.map {
      "\($0.from) → \($0.to)"
    }
    #expect(Set(rows.dropFirst().filter { !$0[6].isEmpty }.map { "\($0[6]) → \($0[1])" }) == Set(arrows))
  }

  /// Comma-separated values taken apart (RFC 4180).
  private static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var quoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let next = scalars.popFirst() {
      switch next {
      case "\"" where quoted && scalars.first == "\"": field.unicodeScalars.append(scalars.removeFirst())
      case "\"": quoted.toggle()
      case "," where !quoted:
        row.append(field)
        field = ""
      case "\r" where !quoted: continue
      case "\n" where !quoted:
        rows.append(row + [field])
        (row, field) = ([], "")
      default: field.unicodeScalars.append(next)
      }
    }
    return rows
  }

  @Test("export draws DOT: an arrow for every arrow, lost witnesses grey; one report where one is named")
  func dot() async throws {
    let all = try await demo.run(["export", "--format", "dot"])
    #expect(all.status == 0 && all.text.hasPrefix("digraph") && all.text.hasSuffix("}\n"))
    let edges = try export.stemmata.filter { $0.nodes.count > 1 }.flatMap(\.edges)
    #expect(all.text.components(separatedBy: "\" -> \"").count - 1 == edges.count)
    let isGrey = all.text.contains("color=grey")
    #expect(isGrey, "lost witnesses are not to be seen")
    let stemma = try #require(try export.stemmata.max { $0.edges.count < $1.edges.count })
    let one = try await demo.run(["export", "--format", "dot", "--family", stemma.family])
    #expect(one.text.components(separatedBy: "\" -> \"").count - 1 == stemma.edges.count)
  }

  @Test("export --family writes one report")
  func exportOfOne() async throws {
    let family = try #require(try export.families.first { $0.members.count > 2 })
    let one = try JSONLines(try await demo.run(["export", "--family", family.id]).output)
    #expect(one.lines.first?.type == "header" && one.lines.last?.type == "summary")
    #expect(try one.families.map(\.members) == [family.members])
    #expect(Set(one.texts(of: "article")).isSubset(of: Set(export.texts(of: "article"))))
    #expect(try one.articles.map(\.id) == family.members)
  }

  @Test("check passes on what read wrote")
  func sound() async throws {
    let ending = try await demo.run(["check"])
    #expect(ending.status == 0 && ending.errors.isEmpty)
    #expect(ending.text.contains("is sound: \(try export.articles.count) articles"), "\(ending.text)")
  }

  @Test(
    "check finds what somebody deleted, by the number of the invariant, with status 2",
    arguments: [
      (1, "DELETE FROM page WHERE key = (SELECT max(key) FROM page)"),
      (1, "DELETE FROM refusal"),
      (6, "DELETE FROM passage WHERE pair = (SELECT min(pair) FROM passage)"),
      (9, "DELETE FROM evidence WHERE edge = (SELECT min(edge) FROM evidence)"),
      (11, "DELETE FROM member WHERE article = (SELECT min(article) FROM member)"),
    ])
  func damaged(invariant: Int, sql: String) async throws {
    let scratch = try Scratch()
    let copy = scratch.path + "/damaged.stemma"
    try FileManager.default.copyItem(atPath: demo.archive, toPath: copy)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: copy, configuration: configuration)
    let changed = try await queue.write { database in
      try database.execute(sql: sql)
      return database.changesCount
    }
    try queue.close()
    try #require(changed > 0)
    let ending = try await Program(folder: scratch.path).run(["check", "--archive", copy])
    #expect(ending.status == 2)
    #expect(
      ending.text.split(separator: "\n").contains { $0.hasPrefix("invariant \(invariant): ") },
      "\(ending.text)\(ending.errors)")
  }

  @Test(
    "A file overwritten in the middle is found damaged, by check and by whoever reads it; nothing crashes")
  func overwritten() async throws {
    let scratch = try Scratch()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: demo.archive))
    let middle = bytes.count / 3
    bytes.replaceSubrange(middle..<middle + 40_000, with: Data(repeating: 0xA5, count: 40_000))
    let copy = try scratch.write("torn.stemma", bytes)
    let program = Program(folder: scratch.path)
    let check = try await program.run(["check", "--archive", copy])
    #expect(check.status == 2 && !check.wasKilled)
    #expect(!check.text.isEmpty || check.messages.count == 1)
    for command in [["export"], ["families"], ["search", "ferry"]] {
      let ending = try await program.run(command + ["--archive", copy])
      #expect(!ending.wasKilled && [0, 1, 2].contains(ending.status), "\(command)")
    }
  }

  @Test("read tells a person how many reports there are, and draws their trees with what is lost")
  func told() async throws {
    let scratch = try Scratch()
    let ending = try await DemoPress.program.run(
      ["read", "press", "--archive", scratch.path + "/told.stemma"] + DemoPress.tables)
    let (articles, families) = (try export.articles.count, try export.families)
    let copied = families.filter { $0.members.count > 1 }.count
    let refused = try export.refusals.count
    #expect(
      ending.text.hasPrefix(
        "\(articles) articles, \(refused) refused: \(families.count) reports, \(copied) on more than one page"
      ),
      "\(ending.text.prefix(200))")
    #expect(ending.text.contains("† (lost)") && ending.text.contains("└─ "))
    #expect(!ending.text.contains("\u{1B}"), "no colours where no terminal is")
  }
}
