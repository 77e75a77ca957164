/// The head of a request, as far as anything here depends on it.
struct Head: Sendable {
  var method: String
  /// What stands between method and version: the address.
  var target: String
  /// The one `Host`; `nil` where there is none, or more than one.
  var host: String?
  var origin: String?
  var fetchSite: String?
  var fetchMode: String?
  var cookies: [String] = []
  var contentType: String?
  var contentLength: Int?
  var ifNoneMatch: String?

  init(_ method: String, _ target: String, host: String? = nil) {
    self.method = method
    self.target = target
    self.host = host
  }

  /// The path of the address, as it was sent.
  var path: Substring { target.prefix { $0 != "?" } }
}
