/// Why a request gets no page of the archive: what was wrong, and what to do, for people and programs alike.
struct Fault: Error, Sendable {
  /// HTTP's number for it.
  let status: Int
  let title: String
  /// What was wrong.
  let what: String
  /// What to do about it.
  let advice: String
  /// Fields that the answer's head must have.
  var fields: [(name: String, value: String)] = []

  /// As a page of the site.
  var page: Page {
    Page(
      title: title, section: .pile, status: .wrongCall,
      body: "<h1>\(title)</h1><p>\(what).</p><p>\(advice).</p>",
      data: ["error": title, "what": what, "advice": advice],
      table: Page.Table(["error", "what", "advice"], [[title, what, advice]]))
  }
}

extension Fault {
  /// The address cannot be read.
  static func address(_ why: String) -> Fault {
    Fault(
      status: 400, title: "Not an address", what: "This address or form cannot be read: \(why)",
      advice: "Follow a link of the site, or begin at its first page")
  }

  static let addressTooLong = Fault(
    status: 414, title: "Address too long",
    what: "An address may have \(Request.longestAddress) bytes", advice: "Search for fewer words")

  /// What was sent is not what its form says.
  static func form(_ why: String) -> Fault {
    Fault(
      status: 400, title: "Not a form", what: "What was sent cannot be read: \(why)",
      advice: "Send the form from the site once more")
  }

  static let formKind = Fault(
    status: 415, title: "Not a form", what: "What was sent is neither a form nor a form with a file",
    advice: "Send application/x-www-form-urlencoded or multipart/form-data")

  static func tooLarge(_ most: Int) -> Fault {
    Fault(
      status: 413, title: "Too large", what: "At most \(most / 1_000) kB can be sent here",
      advice: "Send one page, not a pile; stemma read takes piles")
  }

  static func method(_ allowed: String) -> Fault {
    Fault(
      status: 405, title: "Not possible here", what: "This address can be read (\(allowed)) and nothing else",
      advice: "Only traces and corrections are sent to the site", fields: [("Allow", allowed)])
  }

  static let crossSite = Fault(
    status: 403, title: "Refused",
    what: "This came from another site, or from a program that does not say where it comes from",
    advice: "Use the site's own form; a program sends “Origin:” with the site's own address")

  static let noHost = Fault(
    status: 400, title: "Not a request", what: "It names no host, or more than one",
    advice: "Use the address that stemma serve printed")

  static let wrongHost = Fault(
    status: 421, title: "Not this site", what: "This site is not known by the name that was asked for",
    advice: "Use the address that stemma serve printed")

  static let tokenNeeded = Fault(
    status: 401, title: "Not let in", what: "This site can be read by those who have its token only",
    advice: "Use the whole address that stemma serve printed, with its token",
    fields: [("WWW-Authenticate", "Token realm=\"stemma\"")])

  static let busy = Fault(
    status: 503, title: "Busy", what: "Too many pages are being made already",
    advice: "Try again in a moment", fields: [("Retry-After", "2")])

  static let tooSlow = Fault(
    status: 503, title: "Took too long",
    what: "This page asks more of the archive than can be answered in time, and was given up",
    advice: "Ask for less: rarer words, a smaller report, a single day", fields: [("Retry-After", "10")])

  static let failed = Fault(
    status: 500, title: "This did not work", what: "The page could not be made",
    advice: "What happened stands in the window where stemma serve runs")
}

extension Fault {
  static let malformed = Fault(
    status: 400, title: "Not a request", what: "What was sent is not HTTP",
    advice: "Use a browser, or a program that speaks HTTP")

  static let headTooLarge = Fault(
    status: 431, title: "Too much before the page", what: "The request's head is too large",
    advice: "Delete this site's cookies, or send fewer fields")
}
