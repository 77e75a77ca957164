import Testing

@testable import Lineage

@Suite("Confidence by probability")
struct CalibrationTests {
  @Test("what is likelier is never less sure, and nothing is certain", arguments: Weights.Setting.allCases)
  func rises(_ setting: Weights.Setting) {
    for ground in Calibration.Ground.allCases {
      let steps = stride(from: 0.0, through: 1, by: 0.01).map {
        Calibration.confidence($0, in: setting, by: ground)
      }
      #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(steps.allSatisfy { $0 > 0 && $0 < 0.99 })
      #expect(Calibration.confidence(-0.1, in: setting, by: ground) == steps.first)
      #expect(Calibration.confidence(1.1, in: setting, by: ground) == steps.last)
    }
  }

  @Test("a copy that names its source is surer of it than one that is merely like it")
  func named() {
    for setting in Weights.Setting.allCases {
      for probability in [0.3, 0.5, 0.7, 0.9] {
        let named = Calibration.confidence(probability, in: setting, by: .named)
        #expect(named > Calibration.confidence(probability, in: setting, by: .likeness))
      }
    }
  }
}
