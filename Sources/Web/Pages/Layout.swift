extension Page {
  /// The whole document: the site's head, the page, the site's foot with the page's twins.
  ///
  /// - Parameter address: Where the page was asked for, with its query.
  public func document(at address: String) -> HTML {
    let isFound = status == .found
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>\(title) – Stemma</title>
      <link rel="stylesheet" href="/style.css">
      <link rel="icon" href="/favicon.svg" type="image/svg+xml">
      \(isFound ? Self.alternates(address) : nil)<script src="/desk.js" defer></script>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the page</a>
      <header class="mast">
      <p class="brand"><a href="/">Stemma</a></p>
      <nav aria-label="The desk"><ul>\(Section.allCases.map(item))</ul></nav>
      <form class="find" action="/search" role="search"><label class="vh" for="find">Search the articles</label>\
      <input id="find" name="q" type="search" placeholder="Search articles" autocomplete="off">\
      <button>Search</button></form>
      </header>
      <main id="main" tabindex="-1">
      \(body)
      </main>
      <footer class="foot">
      \(isFound ? Self.twins(address) : nil)<p>Made by Stemma from the pages of this archive, and from nothing else. A percentage says how sure an arrow \
      is. A dagger † marks a lost witness: no page of it is held.</p>
      </footer>
      </body>
      </html>

      """
  }

  private func item(_ entry: Section) -> HTML {
    let here: HTML = entry == section ? " aria-current=\"true\"" : ""
    let (name, address) =
      switch entry {
      case .pile: ("The pile", Link.pile)
      case .families: ("Reports", Link.families)
      case .outlets: ("Outlets", Link.outlets)
      case .trace: ("Trace", Link.trace)
      case .corrections: ("Corrections", Link.corrections)
      }
    return "<li><a href=\"\(address)\"\(here)>\(name)</a></li>"
  }

  private static func alternates(_ address: String) -> HTML {
    """
    <link rel="alternate" type="application/json" href="\(Link.twin(.json, of: address))">
    <link rel="alternate" type="text/csv" href="\(Link.twin(.csv, of: address))">

    """
  }

  private static func twins(_ address: String) -> HTML {
    """
    <p class="twins">This page as <a href="\(Link.twin(.json, of: address))" rel="alternate">JSON</a> · \
    <a href="\(Link.twin(.csv, of: address))" rel="alternate">CSV</a></p>

    """
  }
}
