import Testing

@testable import Reading

@Suite("JSON as it stands in pages")
struct LooseJSONTests {
  private func value(_ key: StaticString, in text: String) -> String? {
    let json = LooseJSON(Array(text.utf8))
    return json.values.isEmpty ? nil : json.child(key, of: 0).flatMap(json.text)
  }

  @Test(
    "honest JSON is read as it is",
    arguments: [
      (#"{"name":"Quay"}"#, "Quay"), (#"{ "a": [1, {"name": "no"}], "name" : "Quay" }"#, "Quay"),
      (#"{"name":"\u0051uay \ud83d\udc1f \"fish\" \/ \n"}"#, "Quay 🐟 \"fish\" / \n"),
      (#"{"name":-1.5e3}"#, "-1.5e3"),
      (#"{"name":true}"#, "true"),
    ])
  func honest(text: String, expected: String) { #expect(value("name", in: text) == expected) }

  @Test(
    "broken JSON gives what it can",
    arguments: [
      ("{\"name\":\"Qu\nay\"}", "Qu\nay"), (#"{"a":1,,"name":"Quay",}"#, "Quay"),
      (#"{"a":"b" "name":"Quay""#, "Quay"),
      (#"{"name":"the "Quay" paper","b":1}"#, #"the "Quay" paper"#),
      (#"{"name":"Quay"#, "Quay"), (#"{"name":"\ud83d"}"#, "\u{FFFD}"),
    ])
  func broken(text: String, expected: String) { #expect(value("name", in: text) == expected) }

  @Test("wrappings around a document do no harm")
  func wrapped() {
    let script = #"/* <![CDATA[ */ {"@type":"NewsArticle","headline":"Harbour reopens"} /* ]]> */"#
    #expect(LinkedData(scripts: [Array(script.utf8)])?.headline == "Harbour reopens")
  }

  @Test("null and objects are no text")
  func noText() {
    #expect(value("name", in: #"{"name":null}"#) == nil)
    #expect(value("name", in: #"{"name":{"a":1}}"#) == nil)
    #expect(value("name", in: "") == nil)
  }

  @Test("every beginning of a document is read without harm")
  func prefixes() {
    let bytes = Array(
      #"{"@graph":[{"@type":"NewsArticle","a":"x\u00e9\"y","b":[1,2,{"c":null}],"d":true}]}"#.utf8)
    for length in 0...bytes.count { _ = LinkedData(scripts: [Array(bytes[..<length])]) }
  }

  @Test("depth is bounded")
  func depth() {
    let json = LooseJSON(Array(String(repeating: "[", count: 100_000).utf8))
    #expect(json.values.count == 64)
  }
}
