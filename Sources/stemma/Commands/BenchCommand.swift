import ArgumentParser

/// Measurements that anyone can repeat.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure this program beside others, on your own data.",
    discussion: """
      EXAMPLES
        stemma bench match articles.jsonl --gold gold.jsonl
        stemma bench lineage
      """,
    subcommands: [
      BenchMatchCommand.self, BenchLineageCommand.self, BenchOwnCommand.self,
      BenchLineageFeaturesCommand.self,
    ])
}
