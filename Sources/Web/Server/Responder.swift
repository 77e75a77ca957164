import Archive
import Desk

/// Answers requests, without the socket they come by.
struct Responder: Sendable {
  /// Makes pages.
  let page: @Sendable (Request) async throws -> Page
  /// The file that they are made from.
  let archive: String
  let gate: Gate
  let limits: Limits
  let workers: PageWorkers
  /// Of this run of the program alone: another one may make other pages of the same archive.
  private let run = Token().text
  /// Is told what goes wrong.
  let log: @Sendable (String) -> Void

  /// Times that a page is made anew because the archive changed while it was made.
  private static let attempts = 3

  /// The answer to a request; never an error.
  ///
  /// - Parameter body: Reads what was sent, given how many bytes it may be.
  func answer(_ head: Head, body: (Int) async throws -> [UInt8]) async -> Answer {
    var request = (try? Request(target: head.target)) ?? Request(path: [])
    do {
      if let answer = try gate.check(head) { return answer }
      if let asset = Asset.all[String(head.path)], head.method != "POST" { return answer(asset, head) }
      request = try Request(target: head.target)
      guard head.method == "POST" else { return try await reading(request, head) }
      let isTrace = request.path.first == "trace"
      let bytes = try await body(isTrace ? limits.traceBytes : limits.correctionBytes)
      let form = try Form(bytes, type: head.contentType)
      let sent = try Request(target: head.target, form: form.fields, files: form.files, isPost: true)
      return try await workers.run { try Answer(try await page(sent), for: sent) }
    } catch {
      let fault = Fault(error)
      if !(error is Fault) { log("\(head.method) \(head.path): \(error)") }
      var answer = Answer(fault, for: request)
      answer.isLast = head.method == "POST"
      return answer
    }
  }

  /// A page of one state of the archive: where another stemma writes meanwhile, it is made once more.
  private func reading(_ request: Request, _ head: Head) async throws -> Answer {
    let before = ArchiveStamp(path: archive)
    let tag = before.isFresh ? nil : before.tag("\(run) \(head.target)")
    if let tag, tag == head.ifNoneMatch { return Answer(status: 304, fields: [("ETag", tag)]) }
    return try await workers.run {
      var stamp = before
      for _ in 1..<Self.attempts {
        let result = await Self.attempt { try Answer(try await page(request), for: request) }
        let after = ArchiveStamp(path: archive)
        if after == stamp {
          var answer = try result.get()
          if let tag, stamp == before, answer.status == 200 { answer.fields.append(("ETag", tag)) }
          return answer
        }
        stamp = after
      }
      return try Answer(try await page(request), for: request)
    }
  }

  private static func attempt(_ work: () async throws -> Answer) async -> Result<Answer, any Error> {
    do { return .success(try await work()) } catch { return .failure(error) }
  }

  private func answer(_ asset: Asset, _ head: Head) -> Answer {
    if head.ifNoneMatch == asset.tag { return Answer(status: 304, fields: [("ETag", asset.tag)]) }
    return Answer(
      status: 200, fields: [("Content-Type", asset.type), ("ETag", asset.tag)], body: asset.bytes)
  }
}
