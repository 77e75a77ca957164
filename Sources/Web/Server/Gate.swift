/// Decides by its head whether a request is let in, before anything else is done for it.
struct Gate: Sendable {
  /// What can be sent to, and nothing else changes anything.
  static let writable: Set<Substring> = ["trace", "corrections"]

  let hosts: Hosts
  /// `nil` when only this machine can reach us.
  let token: Token?

  /// Lets in, or answers otherwise.
  ///
  /// - Returns: An answer that is not the page, where the token was given in the address; `nil` to go on.
  /// - Throws: `Fault` for who is not let in.
  func check(_ head: Head) throws(Fault) -> Answer? {
    guard let host = head.host else { throw .noHost }
    guard hosts.allow(host) else { throw .wrongHost }
    if let token, !token.isAmong(head.cookies) { return try exchange(token, head) }
    switch head.method {
    case "GET", "HEAD": try checkReading(head)
    case "POST":
      let first = head.path.split(separator: "/", maxSplits: 2).first ?? ""
      guard Self.writable.contains(first.prefix { $0 != "." }) else { throw .method("GET, HEAD") }
      try checkWriting(head, host)
    default: throw .method("GET, HEAD")
    }
    return nil
  }

  /// Another site may lead people here, but may not have its pages fetch ours, be it only to keep us busy.
  private func checkReading(_ head: Head) throws(Fault) {
    guard let site = head.fetchSite, site == "cross-site" || site == "same-site" else { return }
    guard head.fetchMode == "navigate" else { throw .crossSite }
  }

  /// A browser says which site a form belongs to. Who says nothing is no browser, or one that hides it: refused as well.
  private func checkWriting(_ head: Head, _ host: String) throws(Fault) {
    switch head.origin {
    case .none: guard head.fetchSite == "same-origin" || head.fetchSite == "none" else { throw .crossSite }
    // A browser that was told to keep its referrers to itself.
    case "null": guard head.fetchSite == "same-origin" else { throw .crossSite }
    case .some(let origin):
      guard origin.lowercased() == "http://\(host.lowercased())" else { throw .crossSite }
      guard head.fetchSite == nil || head.fetchSite == "same-origin" else { throw .crossSite }
    }
  }

  /// Takes the token out of the address and gives it as a cookie, so that it stands in no history and no screenshot.
  private func exchange(_ token: Token, _ head: Head) throws(Fault) -> Answer {
    guard head.method == "GET", let request = try? Request(target: head.target),
      let given = request.value(Token.name), token.isSame(as: given)
    else { throw .tokenNeeded }
    return Answer(
      status: 303,
      fields: [
        ("Location", Address(of: request).with([Token.name: nil]).text),
        ("Set-Cookie", "\(Token.cookie)=\(token.text); HttpOnly; SameSite=Strict; Path=/"),
      ])
  }
}
