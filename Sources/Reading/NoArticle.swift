import Press

/// Why a page holds no article.
enum NoArticle: Sendable, Hashable {
  /// Something stands before it.
  case wall(Wall)
  /// What the page is instead, or lacks, as the rest of a sentence.
  case other(String)

  /// The refusal of `page`, with what its reader can do.
  func refusal(of page: Page) -> Refusal {
    Refusal(
      source: page.source, reason: .noArticle,
      detail: "The page holds no article: \(why). If it should, \(advice).")
  }

  private var why: String {
    switch self {
    case .wall(let wall): wall.description
    case .other(let why): why
    }
  }

  private var advice: String {
    switch self {
    case .wall(.paywall), .wall(.login), .wall(.consent), .wall(.check):
      "fetch it again without cookie or log-in walls"
    case .wall(.script): "fetch it again with a browser that runs scripts"
    case .wall(.error): "fetch it again"
    case .other: "check that all of it was fetched"
    }
  }
}
