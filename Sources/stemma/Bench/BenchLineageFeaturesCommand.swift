import ArgumentParser
import Desk
import Lineage
import Press

/// Writes what is measured of every possible arrow, which `Benchmarks/fit_lineage.py` fits the weights on.
struct BenchLineageFeaturesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lineage-features",
    abstract: "What lineage measures of every possible arrow, for fitting its weights.", shouldDisplay: false)

  @OptionGroup var input: InputArguments
  @OptionGroup var tables: TablesOption
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let console = Console(quiet: common.quiet)
    let pile = try await Pile.read(input.inputs, tables, common, console)
    let survey = Survey(threads: common.threadCount, progress: { console.show($0) })
    let findings = await survey.match(pile.articles)
    console.clear()
    let output = Output()
    output.line(#"{"features":["# + Measurements.features.map { "\"\($0)\"" }.joined(separator: ",") + "]}")
    for measured in await survey.measureArrows(findings, of: pile.articles) where measured.nodes.count > 1 {
      let arrows = measured.arrows.map { arrow in
        let values = arrow.values.map { "[\($0.feature),\(($0.value * 10_000).rounded() / 10_000)]" }
        return "[\(arrow.from),\(arrow.to),[\(values.joined(separator: ","))]]"
      }
      let nodes = measured.nodes.map { "\"\($0.filter { $0 != "\"" && $0 != "\\" })\"" }
      output.line(
        "{\"nodes\":[\(nodes.joined(separator: ","))],\"arrows\":[\(arrows.joined(separator: ","))]}")
    }
    output.flush()
  }
}
