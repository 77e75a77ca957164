import Foundation
import TestSupport
import Testing

@testable import Markup

@Suite("html5lib's tests of tree construction")
struct StandardTreeTests {
  struct Case {
    var data: [String] = []
    var expected: [String] = []
    var fragment: String?
    var needsScripting = false
  }

  @Test("the tree is the standard's")
  func trees() throws {
    let files = Shared.files(in: "data/html5lib/tree-construction", suffix: ".dat")
    guard !files.isEmpty else { return }
    var passed = 0
    var total = 0
    var failures: [String] = []
    for file in files {
      for (number, test) in Self.cases(in: try String(decoding: Data(contentsOf: file), as: UTF8.self))
        .enumerated()
      where !test.needsScripting {
        total += 1
        let found = Self.dump(test)
        if found == test.expected.joined(separator: "\n") {
          passed += 1
        } else {
          failures.append(
            "\(file.lastPathComponent) \(number): \(test.data.joined(separator: "\\n"))\n\(found)")
        }
      }
    }
    let score = Double(passed) / Double(total)
    print("html5lib-tree: \(passed) of \(total) = \(score)")
    if ProcessInfo.processInfo.environment["STEMMA_VERBOSE"] != nil {
      print(failures.joined(separator: "\n\n"))
    }
    #expect(score >= (try Shared.floor("html5lib-tree")))
  }

  static func dump(_ test: Case) -> String {
    let bytes = Array(test.data.joined(separator: "\n").utf8)
    guard let fragment = test.fragment else { return Tree.parse(bytes).dump() }
    let parts = fragment.split(separator: " ")
    let namespace: Namespace = parts.count == 1 ? .html : parts[0] == "svg" ? .svg : .mathML
    let context = TreeBuilder.Context(name: String(parts.last ?? ""), namespace: namespace)
    let tree = Tree.build(bytes, limits: .standard, context: context)
    return tree.dump(from: tree.firstChild(of: tree.document))
  }

  static func cases(in text: String) -> [Case] {
    var cases: [Case] = []
    var test = Case()
    var section = ""
    func finish() {
      guard section == "#document" else { return }
      while test.expected.last == "" { test.expected.removeLast() }
      cases.append(test)
    }
    for line in text.components(separatedBy: "\n") {
      if line == "#data", section != "#data" {
        finish()
        test = Case()
        section = line
      } else if ["#errors", "#new-errors", "#document-fragment", "#document"].contains(line) {
        section = line
      } else if line == "#script-on" || line == "#script-off" {
        test.needsScripting = line == "#script-on"
      } else if section == "#data" {
        test.data.append(line)
      } else if section == "#document-fragment" {
        test.fragment = line
      } else if section == "#document" {
        test.expected.append(line)
      }
    }
    finish()
    return cases
  }
}
