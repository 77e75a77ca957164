import ArgumentParser
import Foundation
import Reading

/// Tables of agencies and outlets beside those that the program comes with.
struct TablesOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder with agencies.tsv or outlets.tsv of your own, in the form of those built in.",
      valueName: "folder"), completion: .directory)
  var tables: String?

  /// The names that credits may use.
  func load() throws -> NameTable {
    guard let tables else { return .builtIn }
    let agencies = try table("agencies.tsv", in: tables, columns: 4)
    let outlets = try table("outlets.tsv", in: tables, columns: 5)
    if agencies == nil && outlets == nil {
      throw Failure(
        "\(tables): there is neither agencies.tsv nor outlets.tsv in it. Name the folder that holds them")
    }
    return NameTable(agencies: agencies ?? [], outlets: outlets ?? [])
  }

  /// A table's bytes; `nil` when there is none. A row with too few columns would teach nothing, so it is an error.
  private func table(_ name: String, in folder: String, columns: Int) throws -> [UInt8]? {
    let path = folder + "/" + name
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("\(path): cannot be read. Check its permissions")
    }
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.isEmpty && line.first != UInt8(ascii: "#") {
      let count = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).count
      if count < columns {
        throw Failure(
          "\(path): line \(number + 1) has \(counted(count, "column", "columns")) and needs \(columns), with tabs between them"
        )
      }
    }
    return Array(data)
  }
}
