import ArgumentParser
import Desk
import Export
import Foundation
import Newsroom

struct BenchLineageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lineage",
    abstract: "Lineage on made newsroom traditions whose truth is known.",
    discussion: """
      Makes traditions (agencies issue and update, outlets reprint, cut, merge, rewrite; pages are lost and misdated), reads
      them as it reads any pile, and holds the stemmata against the truth. docs/newsroom.md says what is made and what
      is counted. Weights and calibration were fitted on seeds from 1 to 99: measure with others.

      EXAMPLES
        stemma bench lineage
        stemma bench lineage --profile web --traditions 300 --seed 500 --json
        stemma bench lineage --write press/ --traditions 300
      """)

  @Option(help: "How many traditions.") var traditions = 1000
  @Option(help: "What chance begins with.") var seed: UInt64 = 100
  @Option(help: "Which world: wire, web, archive, or mixed.") var profile = Profile.mixed
  @Option(
    help: ArgumentHelp(
      "JSON Lines of real articles to begin with, in place of invented ones.", valueName: "file"),
    completion: .file())
  var base: String?
  @Option(
    help: ArgumentHelp("Write the pages and the truth to a folder, and measure nothing.", valueName: "folder")
  )
  var write: String?
  @OptionGroup var common: CommonOptions
  @Flag(help: "Print JSON Lines.") var json = false

  func validate() throws {
    guard (1...100_000).contains(traditions) else {
      throw ValidationError("--traditions takes a number from 1 to 100000, not \(traditions).")
    }
  }

  func run() async throws {
    let newsroom = Newsroom(profile: profile, seed: seed, seedTexts: try await seedTexts())
    if let write {
      try NewsroomFiles.write((0..<traditions).map { newsroom.tradition($0) }, to: write)
      return
    }
    let console = Console(quiet: common.quiet)
    let folder = FileManager.default.temporaryDirectory.appending(path: "stemma-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var bench = LineageBench(threads: common.threadCount)
    for start in stride(from: 0, to: traditions, by: LineageBench.pile) {
      let numbers = start..<min(start + LineageBench.pile, traditions)
      try await bench.add(numbers.map { newsroom.tradition($0) }, folder: folder)
      console.show(RunProgress(stage: .lineage, done: numbers.upperBound, total: traditions))
    }
    console.clear()
    try print(LineageTable(bench: bench, traditions: traditions))
  }

  private func print(_ table: LineageTable) throws {
    let output = Output()
    if json {
      let writer = JSONLine()
      output.line(try writer.header(version: Desk.version))
      for row in table.methods { output.line(try writer.line("bench-lineage", row)) }
      for row in table.shares { output.line(try writer.line("bench-lineage-share", row)) }
      for row in table.bins { output.line(try writer.line("bench-lineage-tenth", row)) }
      output.line(try writer.line("bench-lineage-confidence", table.confidence))
    } else {
      table.lines().forEach { output.line($0) }
    }
    output.flush()
  }

  private func seedTexts() async throws -> [SeedText] {
    guard let base else { return [] }
    var texts: [SeedText] = []
    for result in try await Extraction([base], threads: common.threadCount).all() {
      if case .article(let article, _) = result,
        let text = SeedText(headline: article.title ?? "", text: article.text)
      {
        texts.append(text)
      }
    }
    guard !texts.isEmpty else {
      throw Failure(
        "\(base): no article in it has four paragraphs or sentences to edit; name JSON Lines with \"text\"")
    }
    return texts
  }
}

extension Profile: ExpressibleByArgument {}
