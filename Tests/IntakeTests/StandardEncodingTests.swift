import Foundation
import TestSupport
import Testing

@testable import Intake

/// html5lib's tests of how a page's character set is found.
///
/// Deviations: `scripted/tests1.dat`, whose declaration a script writes, is not read, since no script runs here
/// (`Tree.swift`).
@Suite("html5lib's tests of character sets")
struct StandardEncodingTests {
  @Test("the set is the one that a browser finds")
  func sets() throws {
    let files = Shared.files(in: "data/html5lib/encoding", suffix: ".dat")
    guard !files.isEmpty else { return }
    var passed = 0
    var failures: [String] = []
    for file in files {
      for (number, test) in Self.cases(in: [UInt8](try Data(contentsOf: file))).enumerated() {
        let found = test.data.withUnsafeBytes { Decoding.stated($0) }
        if found == CharacterSet(label: Array(test.encoding.utf8)[...]) {
          passed += 1
        } else {
          failures.append("\(file.lastPathComponent) \(number): \(found) and not \(test.encoding)")
        }
      }
    }
    let score = Double(passed) / Double(passed + failures.count)
    print("html5lib-encoding: \(passed) of \(passed + failures.count) = \(score)")
    #expect(score >= (try Shared.floor("html5lib-encoding")), "\(failures.joined(separator: "\n"))")
  }

  @Test("text in a set that nobody declares is kept, and it is said that its set is not known")
  func undeclared() throws {
    for file in Shared.files(in: "data/html5lib/encoding/chardet", suffix: ".txt") {
      let bytes = [UInt8](try Data(contentsOf: file))
      let decoded = bytes.withUnsafeBytes { Decoding.text($0) }
      #expect(decoded.warning?.contains("declares no character set") == true)
      let declared = Array("<meta charset=big5>".utf8) + bytes
      let page = declared.withUnsafeBytes { Decoding.html($0) }
      #expect(page.warning == nil, "\(page.warning ?? "")")
      #expect(String(decoding: page.bytes, as: UTF8.self).unicodeScalars.contains { $0.value > 0x4E00 })
    }
  }

  struct Case {
    var data: [UInt8] = []
    var encoding = ""
  }

  /// `#data` and `#encoding` sections, in bytes, since the data need not be UTF-8.
  static func cases(in bytes: [UInt8]) -> [Case] {
    var cases: [Case] = []
    var test: Case?
    var isData = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.elementsEqual("#data".utf8) {
        if let test { cases.append(test) }
        test = Case()
        isData = true
      } else if line.elementsEqual("#encoding".utf8) {
        isData = false
      } else if isData {
        if test?.data.isEmpty == false { test?.data.append(0x0A) }
        test?.data += line
      } else if test?.encoding.isEmpty == true {
        test?.encoding = String(decoding: line, as: UTF8.self)
      }
    }
    if let test { cases.append(test) }
    return cases
  }
}
