import ArgumentParser

/// Measurements that anyone can repeat.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure this program beside others, on your own data.",
    subcommands: [BenchMatchCommand.self, BenchOwnCommand.self])
}
