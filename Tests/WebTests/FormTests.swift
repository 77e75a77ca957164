import TestSupport
import Testing

@testable import Web

@Suite struct FormTests {
  private func multipart(_ body: String, boundary: String = "xYz") throws -> Form {
    try Form(Array(body.utf8), type: "multipart/form-data; boundary=\(boundary)")
  }

  @Test func fieldsOfAPlainForm() throws {
    let form = try Form(
      Array("kind=split&note=a+b%26c%0A&empty=&bare".utf8),
      type: "application/x-www-form-urlencoded; charset=UTF-8")
    #expect(form.fields.map(\.name) == ["kind", "note", "empty", "bare"])
    #expect(form.fields.map(\.value) == ["split", "a b&c\n", "", ""])
  }

  @Test func fieldsAndFilesOfAFormWithFiles() throws {
    let form = try multipart(
      "--xYz\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nTwo\r\nlines\r\n"
        + "--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a \\\"b\\\"; c.html\"\r\nContent-Type: text/html\r\n\r\n"
        + "<p>\r\n--xY\r\n\r\n--xYz--\r\n")
    #expect(form.fields.map(\.value) == ["Two\r\nlines"])
    #expect(form.files.map(\.name) == ["a \"b\"; c.html"])
    #expect(form.files.first?.field == "file")
    #expect(form.files.first.map { String(decoding: $0.bytes, as: UTF8.self) } == "<p>\r\n--xY\r\n")
  }

  @Test(arguments: [
    "", "--xYz", "--xYz\r\n", "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nbroken off",
    "--xYz\r\n\r\n\r\n\r\n--xYz--", "--xYz\r\nContent-Disposition: form-data\r\n\r\nx\r\n--xYz--",
    "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\u{0}b\r\n--xYz--",
    String(repeating: "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n", count: 100)
      + "--xYz--",
  ]) func aFormThatBreaksOffOrLiesIsRefused(body: String) {
    #expect(throws: Fault.self) { try multipart(body) }
  }

  @Test func otherTypesAreRefused() {
    for type in [nil, "text/plain", "application/json", "multipart/form-data", ""] as [String?] {
      #expect(throws: Fault.self) { try Form(Array("a=b".utf8), type: type) }
    }
  }

  @Test func noBytesEndTheProgram() {
    var random = SplitMix(seed: 7)
    let pieces = [
      "--xYz", "\r\n", "--", "Content-Disposition:", " form-data; name=\"a\"", ";", "\"", "\\", "=",
      "filename=",
      "\u{0}", "é", "\r\n\r\n",
    ].map { Array($0.utf8) }
    for _ in 0..<20_000 {
      let body = (0..<Int.random(in: 0...20, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random)!
      }
      _ = try? Form(body, type: "multipart/form-data; boundary=xYz")
    }
  }
}
