import Foundation

/// How much memory a run may use, in bytes.
public struct MemoryLimit: Sendable, Hashable {
  /// The limit.
  public let bytes: Int

  /// A limit of `bytes`.
  public init(bytes: Int) { self.bytes = bytes }

  /// A quarter of the machine's memory.
  public static var usual: MemoryLimit {
    MemoryLimit(bytes: Int(clamping: ProcessInfo.processInfo.physicalMemory / 4))
  }

  /// Reads a size as people write it: `512M`, `2G`, `800000K`, with or without a `B` behind, or plain bytes.
  ///
  /// - Returns: `nil` for what is no size.
  public init?(_ text: String) {
    var digits = Substring(text.uppercased())
    if digits.hasSuffix("IB") { digits.removeLast(2) } else if digits.hasSuffix("B") { digits.removeLast() }
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30, "T": 40]
    var shift = 0
    if let unit = digits.last.flatMap({ units[$0] }) {
      shift = unit
      digits.removeLast()
    }
    guard digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let count = Int(digits), count > 0,
      count <= Int.max >> (shift + 1)
    else { return nil }
    bytes = count << shift
  }

  /// What the program takes before it reads anything, its tables included.
  static let program = 64 << 20
  /// What is held of every article beside its id: numbers and places.
  static let article = 96
  /// The least room to work in.
  static let work = 32 << 20

  /// The room that is left to work in, when `count` articles with ids of `idBytes` in all are known.
  ///
  /// - Throws: `MemoryTooSmall` where it is none to speak of.
  @discardableResult
  public func room(count: Int = 0, idBytes: Int = 0) throws(MemoryTooSmall) -> Int {
    let held = Self.program + count * Self.article + idBytes
    guard bytes - held >= Self.work else {
      throw MemoryTooSmall(given: bytes, needed: held + Self.work, articles: count)
    }
    return bytes - held
  }
}

/// A run cannot be done in the memory that it was given.
public struct MemoryTooSmall: Error, CustomStringConvertible {
  let given: Int
  let needed: Int
  let articles: Int

  /// What is needed.
  public var description: String {
    let megabytes = { (bytes: Int) in (bytes + 1 << 20 - 1) >> 20 }
    return
      "\(megabytes(given)) MiB of memory are too little"
      + (articles > 0 ? " for \(articles) articles" : "") + ": give --memory \(megabytes(needed))M or more"
  }
}
