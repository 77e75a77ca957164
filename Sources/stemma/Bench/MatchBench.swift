import Foundation

/// Runs engines on the texts of one file, each in a process of its own.
struct MatchBench {
  let texts: URL
  let pairs: URL

  enum Engine: Hashable {
    case own
    case peer(String, String)

    var name: String {
      switch self {
      case .own: "stemma"
      case .peer(let name, let setting): "\(name), \(setting)"
      }
    }
  }

  /// One measurement.
  struct Run {
    let usage: Usage
    let pairs: [NumberPair]
  }

  func run(_ engine: Engine, _ program: PeerProgram) throws -> Run {
    try? FileManager.default.removeItem(at: pairs)
    let output: String
    switch engine {
    case .own:
      output = try ChildProcess.run(
        ChildProcess.pinned([ChildProcess.ownPath, "bench", "own", texts.path, "--pairs", pairs.path]))
    case .peer(let name, let setting):
      output = try ChildProcess.run(
        ChildProcess.pinned(program.command(name, setting, texts: texts, pairs: pairs)),
        environment: ["RAYON_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"])
    }
    return Run(usage: try Self.decode(Usage.self, output), pairs: try NumberPair.read(pairs))
  }

  /// Our own way from texts to families.
  func families(threads: Int) throws -> FamilyMeasurement {
    try Self.decode(
      FamilyMeasurement.self,
      ChildProcess.run([
        ChildProcess.ownPath, "bench", "own", texts.path, "--pairs", pairs.path, "--families",
        String(threads),
      ]))
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ output: String) throws -> Value {
    let last = output.split(separator: "\n").last ?? ""
    do {
      return try JSONDecoder().decode(type, from: Data(last.utf8))
    } catch {
      throw Failure("an engine's answer could not be read: \(last.prefix(200))")
    }
  }
}
