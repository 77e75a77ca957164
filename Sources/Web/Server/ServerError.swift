import Foundation
import NIOCore

/// Why a server could not begin: what, where, and what to do.
public struct ServerError: Error, Sendable, CustomStringConvertible {
  /// All of it in one line.
  public let description: String

  init(_ error: any Error, listen: String, port: Int) {
    let place = "\(Hosts.written(listen)):\(port)"
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE:
      description =
        "port \(port) is in use, perhaps by another stemma serve. Name another with --port, or --port 0 for any that is free"
    case EACCES:
      description = "\(place): listening there is not permitted. Name a port from 1024 on with --port"
    case EADDRNOTAVAIL:
      description = "\(listen) is no address of this machine. Give --listen one of its own, or 127.0.0.1"
    default:
      description = "\(place): cannot listen there (\(error)). Give --listen a number or name of this machine"
    }
  }
}
