/// Makes newsroom traditions whose truth is known: who issued, who copied from whom, what was done to the text, and what of it
/// all is left.
///
/// The same seed, profile and seed texts give the same traditions, each by itself: the hundredth is the same whether or
/// not the others are made.
public struct Newsroom: Sendable {
  /// Which worlds the traditions come from.
  public let profile: Profile
  /// What chance begins with.
  public let seed: UInt64
  /// Texts that traditions begin with, one each in turn; invented news where empty.
  public let seedTexts: [SeedText]

  /// A newsroom of a kind.
  public init(profile: Profile = .mixed, seed: UInt64, seedTexts: [SeedText] = []) {
    self.profile = profile
    self.seed = seed
    self.seedTexts = seedTexts
  }

  /// The tradition of a number, from 0.
  public func tradition(_ number: Int) -> Tradition {
    let text = seedTexts.isEmpty ? nil : seedTexts[number % seedTexts.count]
    var world = World(number: number, seed: seed, profile: profile, seedText: text)
    return world.tradition()
  }
}
