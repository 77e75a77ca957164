import Archive

extension Fault {
  /// What a browser is told of an error inside a page: what is wrong and what to do, but no path and no inner workings.
  init(_ error: any Error) {
    switch error {
    case let fault as Fault: self = fault
    case let error as ArchiveError where error.kind == .tooSlow: self = .tooSlow
    case let error as ArchiveError:
      switch error.kind {
      case .busy, .beingWritten:
        self = Fault(
          status: 503, title: "The archive is busy", what: error.what, advice: error.advice,
          fields: [("Retry-After", "2")])
      case .damaged, .altered, .notAnArchive, .newerVersion, .olderVersion, .diskFull, .closed, .readOnly:
        self = Fault(
          status: 500, title: "The archive cannot be read", what: error.what, advice: error.advice)
      default: self = .failed
      }
    default: self = .failed
    }
  }
}
