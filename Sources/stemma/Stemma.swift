import ArgumentParser

@main
struct StemmaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "stemma", version: "0.1.0")
}
