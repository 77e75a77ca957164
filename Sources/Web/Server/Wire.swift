import HTTPTypes
import Hummingbird

extension Answer {
  /// Its head, with what every answer says.
  var head: HTTPResponse {
    var headers = HTTPFields()
    for (name, value) in Safety.fields + fields {
      if let name = HTTPField.Name(name) { headers[name] = value }
    }
    // What is not to be changed has no body, and no length.
    if status != 304 { headers[.contentLength] = String(body.count) }
    if isLast || status == 400 { headers[.connection] = "close" }
    return HTTPResponse(status: .init(code: status), headerFields: headers)
  }

  /// As Hummingbird sends it; only the head where only that was asked for.
  func response(onlyHead: Bool) -> Response {
    let head = head
    let isBare = onlyHead || status == 304
    return Response(
      status: head.status, headers: head.headerFields,
      body: isBare ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }
}

extension Head {
  init(_ request: HTTPRequest) {
    self.init(request.method.rawValue, request.path ?? "", host: request.authority)
    let fields = request.headerFields
    // The first Host is the authority; a second one stays among the fields.
    if fields.contains(.host) { host = nil }
    origin = fields[.origin]
    fetchSite = fields[.fetchSite]
    fetchMode = fields[.fetchMode]
    cookies = fields[values: .cookie]
    contentType = fields[.contentType]
    contentLength = fields[.contentLength].flatMap(Int.init)
    ifNoneMatch = fields[.ifNoneMatch]
  }
}

extension HTTPField.Name {
  fileprivate static let host = HTTPField.Name("Host")!
  fileprivate static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
  fileprivate static let fetchMode = HTTPField.Name("Sec-Fetch-Mode")!
}
