import CZlib
import Foundation
import Glibc

@testable import Intake

/// A folder for one test, removed behind it.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/stemma-intake-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError(code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    chmod(path, 0o755)
  }

  deinit {
    if (try? FileManager.default.removeItem(atPath: path)) != nil { return }
    // The system's own tool also removes trees that are deeper than a path may be long.
    let removal = Process()
    removal.executableURL = URL(fileURLWithPath: "/bin/rm")
    removal.arguments = ["-rf", path]
    try? removal.run()
    removal.waitUntilExit()
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    if let slash = name.lastIndex(of: "/") { try folder(String(name[..<slash])) }
    let full = path + "/" + name
    guard let file = fopen(full, "w") else { throw SystemError(code: errno) }
    defer { fclose(file) }
    fwrite(bytes, 1, bytes.count, file)
    return full
  }

  @discardableResult
  func folder(_ name: String) throws -> String {
    var full = path
    for part in name.split(separator: "/") {
      full += "/" + part
      guard mkdir(full, 0o755) == 0 || errno == EEXIST else { throw SystemError(code: errno) }
    }
    return full
  }

  func link(_ name: String, to target: String) throws {
    guard symlink(target, path + "/" + name) == 0 else { throw SystemError(code: errno) }
  }
}

/// All items of the inputs.
func items(_ inputs: String..., limits: Limits = .standard) -> [Item] {
  Array(Intake(inputs: inputs, limits: limits))
}

/// All items of a file of its own that holds `bytes`.
func items(ofFile name: String, _ bytes: [UInt8], limits: Limits = .standard) throws -> [Item] {
  let folder = try TemporaryFolder()
  return try withExtendedLifetime(folder) { items(try folder.write(name, bytes), limits: limits) }
}
