import Foundation

/// The Python program that runs the peers, and what it needs to run.
struct PeerProgram {
  /// Names of the peers that are installed.
  let engines: [String]
  /// Whether passim can be run.
  let hasPassim: Bool
  /// What is missing and how to get it, a sentence each.
  let complaints: [String]
  private let python: String
  private let script: String
  private let passim: String?

  /// Looks for what is there: the script beside the program or above the current folder, the virtual environment where
  /// `scripts/bench-peers` makes it.
  init(python: String?, script: String?, passim: String?) {
    let root = Self.root()
    let script = script ?? root.map { $0.appending(path: "Benchmarks/match_peers.py").path }
    let python = python ?? root.map { $0.appending(path: ".build/match-peers/bin/python").path } ?? "python3"
    var complaints: [String] = []
    var engines: [String] = []
    var hasPassim = false
    if let script, FileManager.default.isReadableFile(atPath: script) {
      let installed = Self.installed(python, script)
      if let installed {
        for (name, version) in [("datasketch", "2.0.0"), ("rensa", "0.5.0"), ("gaoya", "0.2.2")] {
          guard let found = installed[name] ?? nil else {
            complaints.append("\(name) is not measured: \(python) does not have it. Run scripts/bench-peers")
            continue
          }
          engines.append(name)
          if found != version {
            complaints.append("\(name) is version \(found) here, not the \(version) of BENCHMARKS.md")
          }
        }
      } else {
        complaints.append(
          "no peer is measured: \(python) does not run. scripts/bench-peers installs them; --python names another Python that has them"
        )
      }
      if let passim {
        if let fault = Self.passimFault(passim, installed) {
          complaints.append("passim is not measured: " + fault)
        } else {
          hasPassim = true
        }
      }
    } else {
      complaints.append(
        "no peer is measured: Benchmarks/match_peers.py was not found beside the program or in this folder; name it with --peers"
      )
    }
    self.engines = engines
    self.complaints = complaints
    self.hasPassim = hasPassim
    self.python = python
    self.script = script ?? ""
    self.passim = passim
  }

  /// The command that measures one engine.
  func command(_ engine: String, _ setting: String, texts: URL, pairs: URL) -> [String] {
    [python, script, engine, setting, texts.path, pairs.path] + (passim.map { ["--passim", $0] } ?? [])
  }

  /// The project's folder: the nearest above the program or the current folder that has the script.
  private static func root() -> URL? {
    let program = URL(fileURLWithPath: ChildProcess.ownPath).deletingLastPathComponent()
    for start in [program, URL(fileURLWithPath: FileManager.default.currentDirectoryPath)] {
      var folder = start.standardizedFileURL
      while folder.path != "/" {
        if FileManager.default.isReadableFile(
          atPath: folder.appending(path: "Benchmarks/match_peers.py").path)
        {
          return folder
        }
        folder.deleteLastPathComponent()
      }
    }
    return nil
  }

  /// Versions by name, `nil` where the interpreter itself does not run.
  private static func installed(_ python: String, _ script: String) -> [String: String?]? {
    guard let output = try? ChildProcess.run([python, script, "--check"]) else { return nil }
    return try? JSONDecoder().decode([String: String?].self, from: Data(output.utf8))
  }

  private static func passimFault(_ folder: String, _ installed: [String: String?]?) -> String? {
    let source = URL(fileURLWithPath: folder).appending(path: "passim/seriatim.py").path
    if !FileManager.default.isReadableFile(atPath: source) {
      return "\(folder) holds no passim/seriatim.py; name a checkout of https://github.com/dasmiq/passim"
    }
    if (installed?["pyspark"] ?? nil) == nil {
      return "it needs Spark: install pyspark (3.5 or later, below 4) for the Python that --python names"
    }
    if (try? ChildProcess.run(["java", "-version"])) == nil {
      return "Spark needs Java, and “java -version” does not run"
    }
    return nil
  }
}
