/// What holds several items, which are taken one by one.
protocol ItemSource {
  /// The next item, `nil` behind the last.
  mutating func next() -> Item?
}

/// One thing to be read: a file, the standard input, or a file within an archive.
struct Input {
  /// `nil` for the standard input.
  let path: Path?
  /// The name within the archive at `path`.
  var entry: String?
  /// Its bytes from the beginning once more; `nil` where they can be had only once.
  var reopen: (() -> (any ByteStream)?)?

  /// What `source` says.
  var name: String { (path?.text ?? "-") + (entry.map { "/" + $0 } ?? "") }

  /// What goes into the ids of pages that have none.
  var place: Path {
    let file = path?.place ?? Path("-")
    return entry.map { file.appending(Array($0.utf8)[...]) } ?? file
  }
}
