import Press

/// Graphviz' language, in the conventions of OpenStemmata: lost witnesses grey, contamination dashed.
public enum DOT {
  /// One digraph that holds each stemma as a cluster. `labels` are the families' titles, by family id.
  public static func graph(_ stemmata: [Stemma], labels: [String: String] = [:]) -> String {
    var lines = ["digraph stemma {", "  rankdir=TB;", "  node [shape=box, fontname=\"sans-serif\"];"]
    let lost = stemmata.map { Set($0.nodes.lazy.filter(\.lost).map(\.id)) }
    var drawn: Set<String> = []
    for (number, stemma) in stemmata.enumerated() {
      lines.append("  subgraph cluster_\(number) {")
      lines.append("    label=\(quoted(labels[stemma.family] ?? stemma.family));")
      for node in stemma.nodes where node.otherFamily == nil {
        // A lost agency may stand in several families; each has a node of its own.
        let name = key(node.id, stemma, lost[number])
        guard drawn.insert(name).inserted else { continue }
        let look = node.lost ? ", color=grey, fontcolor=grey, style=dashed" : ""
        lines.append("    \(quoted(name)) [label=\(quoted(node.label))\(look)];")
      }
      lines.append("  }")
    }
    // A parent in another report whose stemma is not drawn here.
    for node in stemmata.lazy.flatMap(\.nodes) where node.otherFamily != nil && drawn.insert(node.id).inserted
    {
      lines.append("  \(quoted(node.id)) [label=\(quoted(node.label))];")
    }
    for (number, stemma) in stemmata.enumerated() {
      for group in Dictionary(grouping: stemma.edges, by: \.to).sorted(by: { $0.key < $1.key }).map(\.value) {
        // The surest parent is the main one; others are contamination.
        let main = group.max { ($0.confidence, $1.from) < ($1.confidence, $0.from) }
        for edge in group {
          let style = edge == main ? "" : ", style=dashed"
          let from = quoted(key(edge.from, stemma, lost[number]))
          let to = quoted(key(edge.to, stemma, lost[number]))
          let label = "\(edge.kind.rawValue) \(Int((edge.confidence * 100).rounded()))%"
          lines.append("  \(from) -> \(to) [label=\(quoted(label))\(style)];")
        }
      }
    }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func key(_ id: String, _ stemma: Stemma, _ lost: Set<String>) -> String {
    lost.contains(id) ? "\(stemma.family)/\(id)" : id
  }

  private static func quoted(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n", "\r": escaped += " "
      default: if scalar.value >= 0x20 { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped + "\""
  }
}
