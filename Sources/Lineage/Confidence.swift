/// How sure an arrow is that is drawn beside the backbone's.
///
/// By the sort of reason that it is drawn for, after the share of such arrows that were right in 1,500 mixed traditions of `stemma
/// bench lineage --write` (seeds 31 to 35). Two were set by hand since: a lost outlet that supplied a part, right in .78 of
/// those and in .51 of 1,600 traditions of all profiles (seeds 31 and 32), and a source that nobody names, right in .44 of the former,
/// and of the latter in .68 where it is of another family and in .46 where it is of the same.
enum Confidence {
  /// A source of a part that the page names, of which no page is held.
  static func contributed(isAgency: Bool) -> Double { isAgency ? 0.91 : 0.65 }

  /// A source of a part that the page names, by its held page. A page of another family has to share passages, one of the same
  /// family need not.
  static func contributed(isGuest: Bool) -> Double { isGuest ? 0.94 : 0.85 }

  /// A held page that the page names as a source of the whole; most lines that others have too were handed down.
  static func named(isGuest: Bool, isOwnLine: Bool) -> Double { isGuest ? 0.65 : isOwnLine ? 0.92 : 0.55 }

  /// A source of the whole that the page names, where its parent is its outlet's own page or supplied a part.
  static let besideOwn = 0.93
  /// A lost source that the page names, where no page explains it.
  static let onlyLost = 0.63
  /// A lost outlet that the page names beside another.
  static let secondLost = 0.8

  /// The outlet's own older page.
  static let older = 0.92

  /// A source that has a stretch of the page which nothing else explains, and is not named. That the stretch is another
  /// report's is sure; that it was had from this page, and not from the page's own source or another client of it, is not.
  static func unnamed(_ clock: WitnessOrder.Clock) -> Double {
    switch clock {
    case .surelyBefore, .likelyBefore: 0.48
    case .silent: 0.32
    case .against: 0.1
    }
  }
}
