/// What stands around every page: the head with the ways through the site, and the foot.
enum Frame {
  private static let ways: [(section: Page.Section, name: HTML, address: Address)] = [
    (.pile, "The pile", .pile), (.families, "Reports", .families), (.outlets, "Outlets", .outlets),
    (.trace, "Trace", .trace), (.corrections, "Corrections", .corrections),
  ]

  /// The whole document of a page at an address.
  static func html(_ page: Page, at address: Address) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(page.title) – Stemma</title>
    <link rel="stylesheet" href="/style.css">
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <link rel="alternate" type="application/json" href="\(address.twin(.json).text)">
    <link rel="alternate" type="text/csv" href="\(address.twin(.csv).text)">
    <script src="/desk.js" defer></script>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the page</a>
    <header class="mast">
    <p class="brand"><a href="/">Stemma</a></p>
    <nav aria-label="Site"><ul>\(ways.map { way(to: $0.address, $0.name, isHere: $0.section == page.section) })</ul></nav>
    \(search(address))
    </header>
    <main id="main" tabindex="-1">
    \(page.body)
    </main>
    <footer class="foot">
    <p class="twins">This page for programs: <a href="\(address.twin(.json).text)" rel="alternate">JSON</a> · \
    <a href="\(address.twin(.csv).text)" rel="alternate">CSV</a></p>
    <p>Made from the pages of this archive, and from nothing else. A percentage says how sure an arrow is. \
    A dagger † marks a lost witness: no page of it is held.</p>
    </footer>
    </body>
    </html>

    """
  }

  private static func way(to address: Address, _ name: HTML, isHere: Bool) -> HTML {
    let mark: HTML = isHere ? " aria-current=\"true\"" : HTML()
    return "<li><a href=\"\(address.text)\"\(mark)>\(name)</a></li>"
  }

  /// The box keeps what was searched for.
  private static func search(_ address: Address) -> HTML {
    let words = address.path == ["search"] ? address.query.first { $0.name == "q" }?.value ?? "" : ""
    return """
      <form class="find" role="search" action="/search" method="get">
      <label class="vh" for="words">Search the articles</label>
      <input type="search" id="words" name="q" value="\(words)" maxlength="500" placeholder="Search the articles">
      <button>Search</button>
      </form>
      """
  }
}
