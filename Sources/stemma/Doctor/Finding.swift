/// One thing that the doctor looked at.
struct Finding: Encodable {
  enum State: String, Encodable { case ok, warning, problem }

  /// What was looked at, in a word or two.
  let what: String
  let state: State
  /// What was found.
  let found: String
  /// What to do about it; `nil` where nothing is to be done.
  var advice: String?

  static func ok(_ what: String, _ found: String) -> Finding { Finding(what: what, state: .ok, found: found) }

  static func warning(_ what: String, _ found: String, _ advice: String) -> Finding {
    Finding(what: what, state: .warning, found: found, advice: advice)
  }

  static func problem(_ what: String, _ found: String, _ advice: String) -> Finding {
    Finding(what: what, state: .problem, found: found, advice: advice)
  }
}

/// Bytes as people say them: 512 MB, 1.5 GB.
func sized(_ bytes: Int) -> String {
  let units = ["bytes", "KB", "MB", "GB", "TB"]
  var (value, unit) = (Double(bytes), 0)
  while value >= 1000, unit + 1 < units.count { (value, unit) = (value / 1024, unit + 1) }
  let tenths = (value * 10).rounded() / 10
  return unit == 0 || tenths >= 10 || tenths == tenths.rounded()
    ? "\(Int(tenths.rounded())) \(units[unit])" : "\(tenths) \(units[unit])"
}
