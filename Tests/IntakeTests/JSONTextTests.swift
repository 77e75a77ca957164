import Foundation
import Testing

@testable import Intake

@Suite("Strings of JSON are unescaped as Foundation has it")
struct JSONTextTests {
  @Test("runs of every length between escapes of every sort")
  func runs() throws {
    let escapes = [
      #"\""#, #"\\"#, #"\/"#, #"\b"#, #"\f"#, #"\n"#, #"\r"#, #"\t"#, #"\u00e9"#, #"\u2028"#,
      #"\ud83d\ude00"#,
    ]
    for (index, escape) in escapes.enumerated() {
      for length in 0..<20 {
        for behind in [0, 1, 7, 8, 9] {
          let run = String("tide é tables of the quay".prefix(length))
          let raw =
            run + escape + escapes[(index + length) % escapes.count] + String(repeating: "x", count: behind)
          let expected = try JSONDecoder().decode(String.self, from: Data("\"\(raw)\"".utf8))
          Array(raw.utf8).withUnsafeBytes { bytes in
            let (made, broken) = JSONText.bytes(bytes, escaped: true)
            #expect(made == Array(expected.utf8) && broken == 0, "\(raw)")
            #expect(JSONText.decode(bytes, escaped: true).text == expected)
          }
        }
      }
    }
  }
}
