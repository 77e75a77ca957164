/// What one request, and all together, may ask of the server.
public struct Limits: Sendable {
  /// Pages that are made at once: as many as the archive has connections for readers.
  public var workers = 4
  /// Requests that may wait for a worker; the next is answered “busy”.
  public var waiting = 64
  /// Seconds that a page may read in the archive.
  public var pageSeconds = 10.0

  /// Connections that stay open at once. Beyond them, those are closed that have waited longest without asking for anything,
  /// so that many who wait never keep out one who asks.
  public var connections = 256
  /// Connections that may be open until room has been made; the next wait to be let in.
  public var mostConnections = 1_024
  /// Seconds in which a request's head has to be there, however its bytes drip in.
  public var headSeconds = 10
  /// Seconds that a connection is kept open between requests.
  public var idleSeconds = 15
  /// Seconds in which all that a request sends has to be there.
  public var bodySeconds = 60
  /// Seconds in which an answer has to be made and taken.
  public var answerSeconds = 60
  /// Seconds that what is under way has when the server is told to end.
  public var farewellSeconds = 10

  /// Bytes of a request's head.
  public var headBytes = 32_768
  /// Bytes of one field of a head.
  public var fieldBytes = 16_384
  /// Fields that a head may have.
  public var fields = 100
  /// Bytes that may be sent to `/trace`.
  public var traceBytes = 10_000_000
  /// Bytes that may be sent to `/corrections`.
  public var correctionBytes = 1_000_000
  /// Bytes that all requests together may have sent and wait to be worked on.
  public var heldBytes = 64_000_000

  /// The limits that a desk for a few people needs.
  public init() {}
}
