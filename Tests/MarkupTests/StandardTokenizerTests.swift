import Foundation
import TestSupport
import Testing

@testable import Markup

@Suite("html5lib's tests of the tokenizer")
struct StandardTokenizerTests {
  @Test("the tokens are the standard's")
  func tokens() throws {
    let files = Shared.files(in: "data/html5lib/tokenizer", suffix: ".test")
    guard !files.isEmpty else { return }
    var passed = 0
    var total = 0
    var failures: [String] = []
    for file in files where file.lastPathComponent != "xmlViolation.test" {
      let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
      for test in object?["tests"] as? [[String: Any]] ?? [] {
        for state in test["initialStates"] as? [String] ?? ["Data state"] {
          total += 1
          let isEscaped = test["doubleEscaped"] as? Bool ?? false
          let input = Self.unescaped(test["input"] as? String ?? "", isEscaped)
          let expected = Self.expected(test["output"] as? [[Any]] ?? [], isEscaped)
          let found = Self.tokens(of: input, state: state, lastStartTag: test["lastStartTag"] as? String)
          if found == expected {
            passed += 1
          } else {
            failures.append(
              "\(file.lastPathComponent) \(state) \(input.debugDescription)\n\(expected)\n\(found)")
          }
        }
      }
    }
    let score = Double(passed) / Double(total)
    print("html5lib-tokenizer: \(passed) of \(total) = \(score)")
    if ProcessInfo.processInfo.environment["STEMMA_VERBOSE"] != nil {
      print(failures.joined(separator: "\n\n"))
    }
    #expect(score >= (try Shared.floor("html5lib-tokenizer")))
  }

  /// Tokens as lines, adjacent characters joined.
  static func tokens(of input: String, state: String, lastStartTag: String?) -> [String] {
    let bytes = Array(input.utf8) + [0]
    return bytes.withUnsafeBufferPointer { buffer -> [String] in
      guard let start = buffer.baseAddress else { return [] }
      var tokenizer = Tokenizer(input: start, count: buffer.count - 1, limits: .standard)
      tokenizer.content = content(of: state)
      if let lastStartTag {
        let name = Array(lastStartTag.utf8)
        tokenizer.lastStartTag = tokenizer.names.number(of: name, hash: NameTable.hash(name))
      }
      var found: [String] = []
      var characters = ""
      while true {
        tokenizer.next()
        let token = tokenizer.token
        if token.kind == .characters {
          characters += tokenizer.string(token.start, token.end)
          continue
        }
        if !characters.isEmpty { found.append("Character " + characters) }
        characters = ""
        if token.kind == .end { return found }
        found.append(line(of: token, tokenizer))
      }
    }
  }

  static func line(of token: Token, _ tokenizer: Tokenizer) -> String {
    switch token.kind {
    case .startTag:
      let attributes = tokenizer.attributes[
        Int(token.firstAttribute)..<Int(token.firstAttribute + token.attributeCount)
      ].map { "\(tokenizer.names.spelling($0.name))=\(tokenizer.string($0.valueStart, $0.valueEnd))" }
      let name = tokenizer.names.spelling(token.name)
      return "StartTag \(name) \(attributes.sorted())\(token.selfClosing ? " /" : "")"
    case .endTag: return "EndTag " + tokenizer.names.spelling(token.name)
    case .comment: return "Comment " + tokenizer.string(token.start, token.end)
    case .doctype:
      let doctype = tokenizer.doctype
      let ids = "\(doctype.name ?? "nil") \(doctype.publicID ?? "nil") \(doctype.systemID ?? "nil")"
      return "DOCTYPE \(ids) \(!doctype.forcesQuirks)"
    case .characters, .end: return ""
    }
  }

  static func expected(_ output: [[Any]], _ isEscaped: Bool) -> [String] {
    output.map { token in
      func text(_ i: Int) -> String? {
        (i < token.count ? token[i] as? String : nil).map { unescaped($0, isEscaped) }
      }
      switch token.first as? String {
      case "StartTag":
        let attributes = (token[2] as? [String: String] ?? [:]).map {
          "\(unescaped($0.key, isEscaped))=\(unescaped($0.value, isEscaped))"
        }
        return "StartTag \(text(1) ?? "") \(attributes.sorted())\(token.count > 3 ? " /" : "")"
      case "DOCTYPE":
        let correct = token[4] as? Bool ?? false
        return "DOCTYPE \(text(1) ?? "nil") \(text(2) ?? "nil") \(text(3) ?? "nil") \(correct)"
      case let kind?: return "\(kind) \(text(1) ?? "")"
      case nil: return ""
      }
    }
  }

  /// Undoes `\uHHHH`; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.
  static func unescaped(_ text: String, _ isEscaped: Bool) -> String {
    guard isEscaped else { return text }
    var units: [UInt16] = []
    let source = Array(text.utf16)
    var i = 0
    while i < source.count {
      if source[i] == 0x5C, i + 5 < source.count, source[i + 1] == 0x75,
        let unit = UInt16(String(decoding: source[(i + 2)..<(i + 6)], as: UTF16.self), radix: 16)
      {
        units.append(unit)
        i += 6
      } else {
        units.append(source[i])
        i += 1
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  static func content(of state: String) -> Tokenizer.Content {
    switch state {
    case "PLAINTEXT state": .plaintext
    case "RCDATA state": .rcdata
    case "RAWTEXT state": .rawtext
    case "Script data state": .scriptData
    case "CDATA section state": .cdata
    default: .data
    }
  }
}

extension Tokenizer {
  func string(_ start: Int32, _ end: Int32) -> String {
    let bytes = (Int(start)..<Int(end)).map { $0 < count ? input[$0] : side[$0 - count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
