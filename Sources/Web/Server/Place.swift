import Foundation

/// Where a running server can be reached.
public struct Place: Sendable {
  /// The address of its first page, with the token where it needs one.
  public let address: String
  /// The port, where any was asked for the one that was free.
  public let port: Int
  /// Whether other machines can reach it.
  public let isOpen: Bool

  init(listen: String, port: Int, token: Token?) {
    self.port = port
    isOpen = token != nil
    // What listens on all numbers of a machine can be reached by this one from here, if from nowhere else.
    let name = listen == "0.0.0.0" ? "127.0.0.1" : listen == "::" ? "::1" : listen
    let query = token.map { "?\(Token.name)=\($0.text)" } ?? ""
    address = "http://\(Hosts.written(name)):\(port)/\(query)"
  }

  /// What other machines call this one.
  static var machine: String { ProcessInfo.processInfo.hostName }
}
