import Foundation

/// What is true of the demo press (Examples/README.md tells how it is known).
struct Truth: Decodable {
  struct Family: Decodable {
    let report: String
    let members: [String]
  }
  struct Arrow: Decodable {
    let family, from, to, kind, why: String
    /// Between two pages that are held.
    var isExtant: Bool { !from.hasPrefix("lost:") && !to.hasPrefix("lost:") }
  }
  struct Alteration: Decodable {
    let page, kind, was, `is`: String
    let inherited: Bool?
  }

  let families: [Family]
  let arrows: [Arrow]
  let altered: [Alteration]
  let refused: [String]

  static func read() throws -> Truth {
    try JSONDecoder().decode(
      Truth.self, from: Data(contentsOf: URL(fileURLWithPath: Folders.examples + "/truth.json")))
  }

  /// The family that a page is in.
  func family(of page: String) -> Family? { families.first { $0.members.contains(page) } }
}
