import ArgumentParser
import Desk
import Export
import Foundation

struct BenchMatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Matching beside datasketch, rensa, gaoya and passim, on one file in one run.",
    discussion: """
      Every engine gets the same texts in memory and answers with pairs that are worth a comparison, on one core, each
      run in a process of its own, the engines taking turns. Below stands what our own next stages make of our pairs.
      The peers are installed by scripts/bench-peers; how they are used is written in Benchmarks/match_peers.py.

      EXAMPLES
        stemma bench match articles.jsonl --gold gold.jsonl
        stemma bench match articles.jsonl --sample 10000 --rounds 1 --json
      """)

  @Argument(help: "JSON Lines of articles.", completion: .file()) var file: String
  @Option(help: ArgumentHelp("Lines of id and family, for recall and precision.", valueName: "file"))
  var gold: String?
  @Option(
    help: ArgumentHelp(
      "Lines of id, parent and spin, as make_copies.py writes them, for recall by how far two pages are spun apart.",
      valueName: "file"))
  var truth: String?
  @Option(help: "Take the first N articles only.") var sample: Int?
  @Option(help: "How often each engine is measured; the table has the medians.") var rounds = 3
  @Option(help: ArgumentHelp("Settings of the peers: 0.8, 0.5, widest.", valueName: "list"))
  var settings = "0.5,widest"
  @Option(help: ArgumentHelp("A checkout of passim, to measure it too.", valueName: "folder"))
  var passim: String?
  @Option(help: ArgumentHelp("The Python that has the peers. (default: what scripts/bench-peers made)"))
  var python: String?
  @Option(
    help: ArgumentHelp("Benchmarks/match_peers.py, where it is not beside the program.", valueName: "file"))
  var peers: String?
  @OptionGroup var common: CommonOptions
  @Flag(help: "Print JSON Lines.") var json = false

  func validate() throws {
    let known = ["0.8", "0.5", "widest"]
    for setting in settings.split(separator: ",") where !known.contains(String(setting)) {
      throw ValidationError("--settings takes a list of \(known.joined(separator: ", ")), not \(setting).")
    }
    if let sample, sample < 2 { throw ValidationError("--sample takes a number from 2, not \(sample).") }
    if !(1...100).contains(rounds) {
      throw ValidationError("--rounds takes a number from 1 to 100, not \(rounds).")
    }
  }

  func run() async throws {
    let console = Console(quiet: common.quiet)
    let articles = try await texts()
    let truths = try PairTruth(articles.map(\.id), gold: gold, truth: truth)
    let folder = FileManager.default.temporaryDirectory.appending(path: "stemma-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let bench = MatchBench(
      texts: try BenchText.write(articles, to: folder.appending(path: "texts.jsonl")),
      pairs: folder.appending(path: "pairs.bin"))
    let program = PeerProgram(python: python, script: peers, passim: passim)
    program.complaints.forEach { console.say("stemma: " + $0) }

    var engines: [MatchBench.Engine] = [.own]
    for setting in settings.split(separator: ",").map(String.init) {
      engines += program.engines.map { .peer($0, setting) }
    }
    var table = BenchTable(articles: articles.count)
    for round in 1...rounds {
      for engine in engines {
        console.say("round \(round) of \(rounds): \(engine.name)")
        table.add(engine, try bench.run(engine, program), truths)
      }
    }
    // Spark takes long to start and passim longer to end: once is enough.
    if program.hasPassim {
      console.say("passim, once")
      table.add(.peer("passim", "default"), try bench.run(.peer("passim", "0.5"), program), truths)
    }
    console.say("our pairs confirmed and clustered, \(counted(common.threadCount, "thread", "threads"))")
    table.add(try bench.families(threads: common.threadCount), ids: articles.map(\.id), truths)

    let output = Output()
    if json {
      let writer = JSONLine()
      output.line(try writer.header(version: Desk.version))
      for row in table.rows { output.line(try writer.line("bench", row)) }
      if let families = table.families { output.line(try writer.line("bench-families", families)) }
    } else {
      table.lines().forEach { output.line($0) }
    }
    output.flush()
  }

  private func texts() async throws -> [BenchText] {
    var found: [BenchText] = []
    var refused = 0
    for result in try await Extraction([file], threads: common.threadCount).all() {
      switch result {
      case .article(let article, _): found.append(BenchText(id: article.id, text: article.text))
      case .refusal: refused += 1
      case .pair, .family: break
      }
    }
    guard found.count > 1 else {
      throw Failure(
        "\(file): nothing to measure, for it holds \(counted(found.count, "article", "articles")) and \(counted(refused, "page that could not be read", "pages that could not be read")); name JSON Lines with \"id\" and \"text\""
      )
    }
    return sample.map { Array(found.prefix($0)) } ?? found
  }
}
