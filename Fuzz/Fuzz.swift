import Glibc

/// Called by libFuzzer with every input that it makes. Which reader gets it, STEMMA_FUZZ_TARGET names.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// What scripts/fuzz may be asked for.
enum Target: String {
  case html
  case warc
  case feeds
  case jsonLD = "json-ld"
  case dates
  case credits

  /// Reads bytes as that reader's input; traps where what comes out breaks a law.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .html: Pages.html(bytes)
    case .warc, .feeds: Inputs.read(bytes)
    case .jsonLD: Pages.linkedData(bytes)
    case .dates: Pages.dates(bytes)
    case .credits: Pages.credits(bytes)
    }
  }
}

private let target: Target = {
  let name = getenv("STEMMA_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = Target(rawValue: name) else { fatalError("no fuzz target is called “\(name)”") }
  return target
}()
