import Foundation

/// Chance that is the same in every run (SplitMix64; Steele, Lea and Flood 2014, “Fast splittable pseudorandom number
/// generators”).
struct Chance: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Begins the series of one tradition: neighbouring seeds and numbers have nothing in common.
  init(seed: UInt64, number: Int) {
    state = seed
    let mixed = next()
    state = mixed ^ (UInt64(truncatingIfNeeded: number) &* 0xD6E8_FEB8_6659_FD93)
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in 0..<1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func happens(_ probability: Double) -> Bool { unit() < probability }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(unit() * Double(range.upperBound - range.lowerBound + 1))
  }

  mutating func number(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + unit() * (range.upperBound - range.lowerBound)
  }

  mutating func pick<T>(_ choices: [T]) -> T { choices[Int(unit() * Double(choices.count))] }

  /// An index, each as often as its weight says; the last where all weights are nothing.
  mutating func index(weights: [Double]) -> Int {
    var rest = unit() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }

  /// Of a normal distribution with mean 0 and deviation 1 (Box and Muller 1958).
  mutating func normal() -> Double {
    let radius = (-2 * log(max(unit(), 1e-300))).squareRoot()
    return radius * cos(2 * .pi * unit())
  }

  /// Of a Pareto distribution that begins at 1: the smaller `shape`, the heavier the tail.
  mutating func pareto(shape: Double) -> Double { pow(max(unit(), 1e-12), -1 / shape) }

  /// `count` of the indices below `bound`, in rising order; all where there are no more.
  mutating func indices(_ count: Int, below bound: Int) -> [Int] {
    guard count < bound else { return Array(0..<bound) }
    var order = Array(0..<bound)
    for at in 0..<count { order.swapAt(at, number(in: at...(bound - 1))) }
    return order[..<count].sorted()
  }
}
