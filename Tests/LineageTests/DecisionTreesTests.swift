import TestSupport
import Testing

@testable import Lineage

@Suite struct DecisionTreesTests {
  private func features(_ values: [(Feature, Double)]) -> FeatureVector {
    var features = FeatureVector()
    for (feature, value) in values { features[feature] = value }
    return features
  }

  @Test func treesAreWalkedAndAddedUp() throws {
    let trees = try #require(
      DecisionTrees(
        """
        # A remark.
        credit<=0.5 nearest<=0.5 -2 against<=0.5 1 -1 4
        -0.25
        """))
    #expect(trees.score(features([])) == -2.25)
    #expect(trees.score(features([(.nearest, 1)])) == 0.75)
    #expect(trees.score(features([(.nearest, 1), (.against, 1)])) == -1.25)
    #expect(trees.score(features([(.credit, 1), (.against, 1)])) == 3.75)
  }

  @Test(arguments: [
    "credit<=0.5 1", "credit<=0.5 1 2 3", "nothing<=0.5 1 2", "credit<0.5 1 2", "credit<=x 1 2", "1 2", "one",
  ])
  func aLineThatIsNoTreeIsRefused(_ line: String) {
    #expect(DecisionTrees(line) == nil)
  }

  @Test(arguments: Weights.Setting.allCases)
  func everySettingHasItsTrees(_ setting: Weights.Setting) throws {
    let table = String(decoding: setting.table, as: UTF8.self)
    let trees = try #require(DecisionTrees(table))
    #expect(table.split(separator: "\n").count > 50)
    // A page's nearest, before it in time and named by it, against one that shares little and was not there yet.
    let likely = features([
      (.nearest, 1), (.nearestFirst, 1), (.explained, 1), (.taken, 1), (.equal, 1), (.credit, 1),
      (.delayHour, 1), (.delayLog, 0.7), (.headlineSame, 1), (.linesSame, 1),
    ])
    let unlikely = features([
      (.beyondNearest, 8), (.beyondNearestWords, 6), (.explained, 0.1), (.noText, 1), (.against, 1),
      (.againstHours, 5), (.addedWords, 6), (.cutWords, 6), (.replacedEvents, 3), (.sharedRare, 8),
    ])
    #expect(trees.score(likely) > trees.score(unlikely))
    #expect(Weights.scores(likely, in: setting).choice > Weights.scores(unlikely, in: setting).choice + 5)
  }

  @Test(arguments: Weights.Setting.allCases)
  func aCreditNeverMakesAnArrowLessLikely(_ setting: Weights.Setting) {
    var generator = SplitMix(seed: 7)
    for _ in 0..<200 {
      var plain = FeatureVector()
      for feature in Feature.allCases where Bool.random(using: &generator) {
        plain[feature] = Double.random(in: 0...4, using: &generator)
      }
      plain[.credit] = 0
      var named = plain
      named[.credit] = 1
      let (with, without) = (Weights.scores(named, in: setting), Weights.scores(plain, in: setting))
      #expect(with.choice > without.choice && with.likelihood > without.likelihood)
      var late = plain
      plain[.against] = 0
      late[.against] = 1
      #expect(Weights.scores(late, in: setting).choice < Weights.scores(plain, in: setting).choice)
    }
  }
}
