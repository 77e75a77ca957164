import Export
import Foundation
import Press
import Testing

@Suite("A graph that Graphviz draws")
struct DOTTests {
  private static let hostile = Stemma(
    family: "f \"2\" \\",
    nodes: [
      Stemma.Node(id: "a\"; evil [", lost: false, label: "Cou\"rier\\"),
      Stemma.Node(id: "b\\", lost: false, label: "two\nlines\u{7}\r"),
      Stemma.Node(id: "lost:\"N\"", lost: true, label: "“N” -> \\\""),
    ],
    edges: [
      News.edge("lost:\"N\"", "a\"; evil [", .spun, 0.5, .credit, "x"),
      News.edge("a\"; evil [", "b\\", .edited, 1, .credit, "x"),
    ])

  @Test("a small stemma, word for word")
  func snapshot() {
    #expect(
      DOT.graph([News.stemma], labels: ["f1": "Ferry aground"]) == """
        digraph stemma {
          rankdir=TB;
          node [shape=box, fontname="sans-serif"];
          subgraph cluster_0 {
            label="Ferry aground";
            "f1/lost:NPA" [label="NPA", color=grey, fontcolor=grey, style=dashed];
            "bulletin" [label="Boat on a \\"bank\\""];
            "courier" [label="Lindmouth Courier"];
            "plinth" [label="The Plinth"];
          }
          "quay" [label="Quay News"];
          "courier" -> "bulletin" [label="spun 43%"];
          "f1/lost:NPA" -> "courier" [label="unknown 96%"];
          "courier" -> "plinth" [label="edited 85%"];
          "quay" -> "plinth" [label="partial 60%", style=dashed];
        }

        """)
  }

  @Test("a guest that another stemma draws is declared once, in its own cluster")
  func guests() {
    let other = Stemma(
      family: "f2", nodes: [Stemma.Node(id: "quay", lost: false, label: "Quay News")], edges: [])
    for stemmata in [[News.stemma, other], [other, News.stemma]] {
      let declarations = DOT.graph(stemmata).split(separator: "\n").filter { $0.contains("\"quay\" [label=") }
      #expect(declarations == ["    \"quay\" [label=\"Quay News\"];"])
    }
  }

  @Test("marks and breaks in names cannot leave their quotation marks")
  func escaping() {
    for line in DOT.graph([Self.hostile, News.stemma]).split(separator: "\n") {
      var isOpen = false
      var escaped = false
      var outside = ""
      for scalar in line.unicodeScalars {
        #expect(scalar.value >= 0x20)
        if escaped {
          escaped = false
        } else if isOpen, scalar == "\\" {
          escaped = true
        } else if scalar == "\"" {
          isOpen.toggle()
        } else if !isOpen {
          outside.unicodeScalars.append(scalar)
        }
      }
      #expect(!isOpen && !escaped)
      #expect(!outside.contains("evil"))
    }
  }

  @Test("Graphviz takes it")
  func graphviz() throws {
    let places = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/dot" }
    guard let dot = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      print(
        "SKIPPED: “Graphviz takes it”, because there is no program called dot. Install graphviz to run it.")
      return
    }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "stemma-\(UUID().uuidString).dot")
    try DOT.graph([Self.hostile, News.stemma]).write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: dot)
    process.arguments = ["-Tcanon", file.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
