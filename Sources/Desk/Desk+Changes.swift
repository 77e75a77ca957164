import Archive
import Collation
import Press

extension Desk {
  /// What every copy of a stemma changed in its parent, along the arrows between pages that are held.
  ///
  /// - Throws: `ArchiveError` when the archive cannot be read.
  public static func changes(along stemma: Stemma, in archive: Archive) throws -> [Variant] {
    let held = Set(stemma.nodes.filter { !$0.lost }.map(\.id))
    var variants: [Variant] = []
    for edge in stemma.edges where held.contains(edge.from) && held.contains(edge.to) {
      guard let source = try archive.article(id: edge.from), let copy = try archive.article(id: edge.to)
      else { continue }
      variants += changes(from: source, to: copy, family: stemma.family)
    }
    return variants
  }

  /// What `copy` changed in `source`.
  public static func changes(from source: Article, to copy: Article, family: String) -> [Variant] {
    Comparison.variants(from: source, to: copy, family: family)
  }
}
