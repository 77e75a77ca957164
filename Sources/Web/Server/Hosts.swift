/// The names by which the site may be asked for.
///
/// A page of another site can make its own name point to this machine (rebinding), and would then be the same site as this
/// one in a browser's eyes. It cannot make the browser call it by another name than its own.
struct Hosts: Sendable {
  /// In lower case, as they stand in an address.
  private let names: Set<String>
  private let port: Int
  /// Whether every number of a machine is let in too: no site's name is one.
  private let allowsNumbers: Bool

  /// - Parameters:
  ///   - listen: The name or number that the server listens on.
  ///   - machine: The machine's own name, which others call it by when it listens on all its numbers.
  init(listen: String, port: Int, machine: String? = nil) {
    self.port = port
    allowsNumbers = Self.isEverywhere(listen)
    var names: Set = ["localhost", "127.0.0.1", "[::1]"]
    if allowsNumbers {
      if let machine { names.formUnion([machine.lowercased(), machine.lowercased() + ".local"]) }
    } else {
      names.insert(Self.written(listen).lowercased())
    }
    self.names = names
  }

  /// Whether `host`, as a request states it, is one of ours, with our port.
  func allow(_ host: String) -> Bool {
    var name = host.lowercased()
    if name.hasSuffix(":\(port)") {
      name.removeLast(":\(port)".count)
    } else if port != 80 {
      return false
    }
    return names.contains(name) || allowsNumbers && Self.isNumber(name)
  }

  /// As it stands in an address: IPv6 in brackets.
  static func written(_ listen: String) -> String { listen.contains(":") ? "[\(listen)]" : listen }

  static func isEverywhere(_ listen: String) -> Bool { listen == "0.0.0.0" || listen == "::" }

  /// Whether only this machine can reach what listens there.
  static func isLoopback(_ listen: String) -> Bool {
    listen == "localhost" || listen == "::1" || isFourParts(listen) && listen.hasPrefix("127.")
  }

  private static func isNumber(_ name: String) -> Bool {
    if name.hasPrefix("["), name.hasSuffix("]") {
      return name.dropFirst().dropLast().allSatisfy { $0 == ":" || $0 == "." || $0.isHexDigit }
    }
    return isFourParts(name)
  }

  private static func isFourParts(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { $0.utf8.count <= 3 && UInt8($0) != nil }
  }
}
