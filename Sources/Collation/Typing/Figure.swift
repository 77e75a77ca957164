/// A number, a date or a time of day that a text states, in figures or in words.
struct Figure: Sendable, Hashable {
  /// What is stated; equal for figures that say the same, however they are written.
  enum Value: Sendable, Hashable {
    /// Digits without leading zeros and marks of thousands: "1214", "1.5"; "3th" for an ordinal, "100s" for "hundreds".
    case number(String)
    case year(Int), month(Int), day(Int)
    /// From 1, Monday, to 7.
    case weekday(Int)
    /// Minutes since midnight.
    case time(Int)
    /// 1 for the morning, 2 for the afternoon, 3 for what comes later.
    case partOfDay(Int)

    /// Values of one sort can contradict each other.
    var sort: Int {
      switch self {
      case .number: 0
      case .year: 1
      case .month: 2
      case .day: 3
      case .weekday: 4
      case .time: 5
      case .partOfDay: 6
      }
    }
  }

  /// Places of its words in the text.
  var words: Range<Int>
  let value: Value
}

extension Stretch {
  /// How many words before and behind the stretch belong to figures that it has a part of, or that it is put into.
  var lacking: (before: Int, after: Int) {
    func figure(_ word: Int) -> Figure? { text.words.indices.contains(word) ? text.figure(of: word) : nil }
    let head = figure(isEmpty ? range.lowerBound - 1 : range.lowerBound)
    let tail = figure(isEmpty ? range.lowerBound : range.upperBound - 1)
    // A place between two words lacks something only where both are of one figure.
    if isEmpty, head == nil || head?.words != tail?.words { return (0, 0) }
    return (
      max(0, range.lowerBound - (head?.words.lowerBound ?? range.lowerBound)),
      max(0, (tail?.words.upperBound ?? range.upperBound) - range.upperBound)
    )
  }

  /// Two readings of one place, widened by words around them, which are the same in both, until neither has a part of a
  /// figure only: "1,214" and "1,241" where no more than the last three digits differ.
  public static func withWholeFigures(_ a: Stretch, _ b: Stretch) -> (Stretch, Stretch) {
    var (left, right) = (a, b)
    // A figure that is found whole on one side may show a part of one on the other.
    for _ in 0..<3 {
      let (lacks, others) = (left.lacking, right.lacking)
      let (before, after) = (max(lacks.before, others.before), max(lacks.after, others.after))
      guard before + after > 0 else { break }
      (left, right) = widened(left, right, before, after)
    }
    return (left, right)
  }

  private static func widened(_ a: Stretch, _ b: Stretch, _ before: Int, _ after: Int) -> (Stretch, Stretch) {
    var (left, right) = (a.range, b.range)
    for _ in 0..<before {
      let (i, j) = (left.lowerBound - 1, right.lowerBound - 1)
      guard i >= 0, j >= 0, a.text.words[i].key == b.text.words[j].key else { break }
      (left, right) = (i..<left.upperBound, j..<right.upperBound)
    }
    for _ in 0..<after {
      let (i, j) = (left.upperBound, right.upperBound)
      guard i < a.text.words.count, j < b.text.words.count, a.text.words[i].key == b.text.words[j].key else {
        break
      }
      (left, right) = (left.lowerBound..<i + 1, right.lowerBound..<j + 1)
    }
    return (Stretch(a.text, left), Stretch(b.text, right))
  }

  /// The figures that have words in the stretch.
  var figures: [Figure] {
    var figures: [Figure] = []
    for word in range {
      if let figure = text.figure(of: word), figures.last?.words != figure.words { figures.append(figure) }
    }
    return figures
  }

  var numbers: [Figure.Value] { figures.map(\.value).filter { $0.sort == 0 } }
  var dates: [Figure.Value] { figures.map(\.value).filter { $0.sort != 0 } }
}
