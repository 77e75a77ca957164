import Press
import Testing

@testable import Reading

@Suite("Pages that hold no article, and say what they are")
struct PageKindTests {
  static let paragraphs = [
    "The harbour of Eastmere reopened on Monday after three weeks of dredging, its master said.",
    "Ferries to the islands will sail every two hours, and fares will stay as they were until the spring.",
    "Fishermen had complained that the closure cost them half of the season's catch, which the port denies.",
    "The council will hear both sides in May, when the accounts of the dredging firm are laid before it.",
  ]

  static func outcome(_ body: String, head: String = "<title>Harbour reopens</title>") -> Outcome {
    let html = "<!doctype html><html lang=en><head>\(head)</head><body>\(body)</body></html>"
    return ArticleReader().read(Page(id: "p", source: "p.html", content: .html(Array(html.utf8))))
  }

  static func refusal(_ body: String, head: String = "<title>Eastmere Quay</title>") -> String? {
    guard case .refusal(let refusal) = outcome(body, head: head), refusal.reason == .noArticle else {
      return nil
    }
    return refusal.detail
  }

  static var article: String { paragraphs.map { "<p>\($0)</p>" }.joined() }

  @Test(
    "A server's error is one, in any of many languages",
    arguments: [
      "404 Not Found", "Page not found | Eastmere Quay", "Access Denied", "Erreur 404",
      "Seite nicht gefunden – Eastmere",
      "Página no encontrada", "Pagina non trovata", "Página não encontrada", "Pagina niet gevonden",
      "Sidan kunde inte hittas", "Nie znaleziono strony", "Страница не найдена", "Sayfa bulunamadı",
    ])
  func errors(_ title: String) throws {
    let body =
      "<h1>\(title)</h1><p>What you were looking for may have been moved to another address, or it was never here at all.</p>"
      + "<p>Go to the home page, or write to us, and we shall help you to find it again as soon as we can manage.</p>"
    let why = try #require(Self.refusal(body, head: "<title>\(title)</title>"))
    #expect(why.contains("error message"))
  }

  @Test(
    "A question whether the reader is human is one",
    arguments: [
      "Just a moment...", "Attention Required! | Shield", "Pardon Our Interruption", "Are you a robot?",
    ])
  func checks(_ title: String) throws {
    let body =
      "<h1>eastmere-quay.example</h1><p>Checking your browser before you go on to the site that you asked for today.</p><p>This may take some seconds.</p>"
    let why = try #require(Self.refusal(body, head: "<title>\(title)</title>"))
    #expect(why.contains("human"))
  }

  @Test("A wall of consent is one, however long it is")
  func consent() throws {
    let body = """
      <h1>We value your privacy</h1>
      <p>We and our 412 partners store and access information on a device, such as cookies, and process personal data.</p>
      <p>By clicking accept you agree to the use of cookies and to our privacy policy, and you may withdraw your consent.</p>
      <p>These cookies are needed for the website to work; others measure visits with analytics of our own making.</p>
      <p>You can change your preferences at any time under the link to our cookie settings at the foot of each page.</p>
      """
    let why = try #require(Self.refusal(body))
    #expect(why.contains("consent"))
  }

  @Test("A page that asks for a password and says little else asks its reader to log in")
  func login() throws {
    let body =
      "<h1>Welcome back</h1><p>Please log in to continue reading the Eastmere Quay, which you have been missing for so long a time.</p><form><input name=u><input type=password></form><p>Forgot your password?</p>"
    let why = try #require(Self.refusal(body))
    #expect(why.contains("log in"))
  }

  @Test("A page that a script was to fill is said to be empty")
  func script() throws {
    let body = "<div id=root></div><noscript>Please enable JavaScript.</noscript><script src=/a.js></script>"
    let why = try #require(Self.refusal(body))
    #expect(why.contains("script"))
  }

  @Test("Teasers and nothing else make a front")
  func front() throws {
    let cards = (1...16).map { number in
      "<div class=box><h3><a href=/\(number)>Quarrel number \(number) over the pier ends in laughter</a></h3>"
        + "<p>The council met again on day \(number) and could not agree on the colour of the rails.</p></div>"
    }
    let why = try #require(Self.refusal("<main>\(cards.joined())</main>"))
    #expect(why.contains("front"))
  }

  @Test("An article under a row of teasers is an article")
  func articleAmongTeasers() {
    let links = (1...30).map {
      "<li><a href=/\($0)>Quarrel number \($0) over the pier ends in laughter</a></li>"
    }
    let head =
      "<title>Harbour reopens</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Harbour reopens\"}</script>"
    guard
      case .article(let article, _) = Self.outcome(
        "<article><h1>Harbour reopens</h1>\(Self.article)</article><ul>\(links.joined())</ul>", head: head)
    else {
      Issue.record("refused")
      return
    }
    for paragraph in Self.paragraphs { #expect(article.text.contains(paragraph)) }
  }

  @Test("An article about cookies, walls and robots is an article")
  func aboutWalls() {
    let body = """
      <article><h1>Are you a robot? Court rules on cookie banners</h1>
      <p>The court of Eastmere ruled on Tuesday that banners which ask for consent to cookies must offer a way to refuse.</p>
      <p>“We value your privacy is the least honest sentence of our time,” the judge said when she read the ruling.</p>
      <p>Publishers must change their pages until May; the association of papers called the ruling a hard one to follow.</p>
      \(Self.article)</article>
      """
    guard
      case .article = Self.outcome(
        body, head: "<title>Are you a robot? Court rules on cookie banners</title>")
    else {
      Issue.record("refused")
      return
    }
  }

  @Test(
    "A stub behind a paywall that holds nothing of the article is refused",
    arguments: [
      "Subscribe to continue reading", "Abonnez-vous pour lire la suite", "Jetzt abonnieren und weiterlesen",
      "Suscríbete para seguir leyendo", "Abbonati per continuare a leggere", "Assine para continuar lendo",
      "Abonneer je nu om verder te lezen", "Zaloguj się, by czytać dalej", "Подпишитесь, чтобы читать дальше",
    ])
  func paywall(_ wall: String) throws {
    let why = try #require(Self.refusal("<article><h1>Harbour reopens</h1><p>\(wall)</p></article>"))
    #expect(why.contains("paywall"))
  }

  // MARK: Forms

  static func read(_ body: String, head: String = "<title>Harbour reopens</title>") throws -> Article {
    guard case .article(let article, _) = outcome(body, head: head) else { throw Refused() }
    return article
  }

  struct Refused: Error {}

  @Test("The lead before a paywall is kept, and said to be no more than that")
  func lead() throws {
    let article = try Self.read(
      "<article><h1>Harbour reopens</h1><p>\(Self.paragraphs[0])</p><p>\(Self.paragraphs[1])</p>"
        + "<p>Subscribe to continue reading this story</p></article>")
    #expect(article.form == .summary)
    #expect(article.text == Self.paragraphs[..<2].joined(separator: "\n\n"))
    #expect(article.furniture.contains { $0.kind == .advertisement })
  }

  @Test("A short text that is not free to read, by its JSON-LD, is a lead; a long one is the article")
  func paid() throws {
    let head =
      "<title>Harbour reopens</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"
    #expect(
      try Self.read("<article><h1>Harbour reopens</h1>\(Self.article)</article>", head: head).form == .summary
    )
    let long = (1...20).map {
      "<p>On day \($0) the dredgers brought up mud, bottles and an anchor of old iron.</p>"
    }
    #expect(
      try Self.read("<article><h1>Harbour reopens</h1>\(long.joined())</article>", head: head).form
        == .article)
  }

  @Test("A live blog is one by its JSON-LD, or by the times of its entries under a title that says so")
  func live() throws {
    let head =
      "<title>Storm</title><script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"LiveBlogPosting\"]}]}</script>"
    #expect(try Self.read("<article><h1>Storm</h1>\(Self.article)</article>", head: head).form == .liveBlog)
    let entries = (10...17).map {
      "<div><p>\($0):05</p><p>The waves are \($0) feet high at the pier of Eastmere, the harbour master said.</p></div>"
    }
    let title = "<title>Storm at Eastmere: live updates</title>"
    let body = "<article><h1>Storm at Eastmere: live updates</h1>\(entries.joined())</article>"
    #expect(try Self.read(body, head: title).form == .liveBlog)
    let plain = body.replacing("Storm at Eastmere: live updates", with: "Eight hours of storm at Eastmere")
    #expect(try Self.read(plain, head: "<title>Eight hours of storm at Eastmere</title>").form == .article)
  }

  @Test("Mentioning a live blog makes none: what stands deep in JSON-LD is not the page")
  func mentioned() throws {
    let head =
      "<title>Storm</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"hasPart\":{\"a\":{\"@type\":\"LiveBlogPosting\"}}}</script>"
    #expect(try Self.read("<article><h1>Storm</h1>\(Self.article)</article>", head: head).form == .article)
  }

  @Test("A player with little text beside it is a video")
  func video() throws {
    let head = "<title>Storm</title><meta property='og:type' content='video.other'>"
    let body = "<article><h1>Storm</h1><video src=a.mp4></video>\(Self.article)</article>"
    #expect(try Self.read(body, head: head).form == .video)
    #expect(try Self.read(body).form == .article)
  }

  @Test("More words below the pictures than in the text make a gallery")
  func gallery() throws {
    let pictures = (1...8).map {
      "<figure><img src=\($0).jpg><figcaption>Boat number \($0) of the fleet of Eastmere leaves the basin for the islands on Monday</figcaption></figure>"
    }
    let body =
      "<article><h1>The fleet</h1><p>\(Self.paragraphs[0])</p><p>\(Self.paragraphs[1])</p>\(pictures.joined())</article>"
    #expect(try Self.read(body, head: "<title>The fleet</title>").form == .gallery)
  }

  @Test("A player's few words are an article of form video, dated by when it was put up")
  func dated() throws {
    let head =
      "<title>Storm at Eastmere</title><script type='application/ld+json'>{\"@type\":\"VideoObject\",\"name\":\"Storm at Eastmere\",\"uploadDate\":\"2031-03-04T09:00:00Z\"}</script>"
    let article = try Self.read(
      "<article><h1>Storm at Eastmere</h1><video src=a.mp4></video><p>\(Self.paragraphs[0])</p></article>",
      head: head)
    #expect(article.form == .video)
    #expect(article.published?.iso.hasPrefix("2031-03-04") == true)
  }

  @Test("A gallery that holds nothing but captions is an article of them")
  func captionsOnly() throws {
    let head =
      "<title>The fleet</title><script type='application/ld+json'>{\"@type\":\"ImageGallery\",\"name\":\"The fleet\",\"datePublished\":\"2031-03-04\"}</script>"
    let captions = (1...5).map {
      "Boat number \($0) of the fleet of Eastmere leaves the basin for the islands on Monday"
    }
    let pictures = captions.map { "<figure><img src=a.jpg><figcaption>\($0)</figcaption></figure>" }
    let article = try Self.read("<main><h1>The fleet</h1>\(pictures.joined())</main>", head: head)
    #expect(article.form == .gallery)
    #expect(article.published?.iso == "2031-03-04")
    for caption in captions { #expect(article.text.contains(caption)) }
  }

  @Test("A sentence that an advertisement stands in is one paragraph")
  func cutSentence() throws {
    let halves = [
      "“The sea that is treated like that does not", "forgive you twice,” the pilot of Eastmere said.",
    ]
    let body = "<p>\(halves[0])</p><div class=ad>ADVERTISEMENT</div><p>\(halves[1])</p>"
    let article = try Self.read(
      "<article><h1>Harbour reopens</h1>\(Self.article)\(body)\(Self.article)</article>")
    #expect(article.text.contains("\n\n" + halves.joined(separator: " ")))
    let apart = try Self.read(
      "<article><h1>Harbour reopens</h1>\(Self.article)<p>\(halves[0])</p><p>\(halves[1])</p></article>")
    #expect(apart.text.contains(halves.joined(separator: "\n\n")))
  }

  @Test("Page 2 of 3 says so")
  func part() throws {
    let body = "<article><h1>Harbour reopens</h1>\(Self.article)<p>Page 2 of 3</p></article>"
    #expect(try Self.read(body).part == Article.Part(number: 2, of: 3))
    #expect(try Self.read("<article><h1>Harbour reopens</h1>\(Self.article)</article>").part == nil)
  }
}
