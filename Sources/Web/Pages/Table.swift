/// A table of a page. It scrolls in a region of its own where it is wider than the window.
struct Table {
  struct Column {
    let name: String
    var isNumber = false

    init(_ name: String, isNumber: Bool = false) {
      self.name = name
      self.isNumber = isNumber
    }
  }

  let label: String
  let columns: [Column]
  /// A class for its looks.
  var style: HTML = ""
  /// The first cell of each is its head.
  var rows: [[HTML]] = []

  init(_ label: String, _ columns: [Column]) {
    self.label = label
    self.columns = columns
  }

  var html: HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="\(label)"><table class="\(style)">
    <thead><tr>\(columns.map(head))</tr></thead>
    <tbody>
    \(rows.map(row).joined("\n"))
    </tbody></table></div>
    """
  }

  private func head(_ column: Column) -> HTML {
    "<th scope=\"col\"\(Self.number(column))>\(column.name)</th>"
  }

  private func row(_ cells: [HTML]) -> HTML {
    var html: HTML = "<tr>"
    for (number, cell) in cells.enumerated() {
      let attributes = number < columns.count ? Self.number(columns[number]) : HTML()
      html +=
        number == 0
        ? "<th scope=\"row\"\(attributes)>\(cell)</th>" : "<td\(attributes)>\(cell)</td>"
    }
    return html + "</tr>"
  }

  private static func number(_ column: Column) -> HTML { column.isNumber ? " class=\"n\"" : "" }
}
