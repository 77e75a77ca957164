/// The measurements as rows for programs and as tables for people.
struct LineageTable {
  /// One method's row; trees without direction have a sign distance alone.
  struct MethodRow: Encodable {
    let method: String
    let parentPrecision, parentRecall, parentF1, undirectedF1, direction, tops: Double?
    let signDistance: Double

    enum CodingKeys: String, CodingKey {
      case method, parentPrecision = "parent_precision", parentRecall = "parent_recall", parentF1 =
        "parent_f1"
      case undirectedF1 = "undirected_f1", direction, tops, signDistance = "average_sign_distance"
    }

    init(_ method: String, _ score: ParentScore) {
      self.method = method
      parentPrecision = score.precision
      parentRecall = score.recall
      parentF1 = score.f1
      undirectedF1 = score.undirectedF1
      direction = score.direction
      tops = score.topsRight
      signDistance = score.distance.value
    }

    init(_ method: String, _ distance: TreeDistance) {
      self.method = method
      (parentPrecision, parentRecall, parentF1, undirectedF1, direction, tops) = (
        nil, nil, nil, nil, nil, nil
      )
      signDistance = distance.value
    }
  }

  /// A share of something.
  struct ShareRow: Encodable {
    let what: String
    let share: Double
    let right, of: Int
  }

  /// A tenth of the scale of confidence.
  struct BinRow: Encodable {
    let from, said, right: Double
    let arrows: Int
  }

  /// What the tenths come to.
  struct ConfidenceRow: Encodable {
    let arrows: Int
    let expectedError, brier: Double
    /// Of the tenths with thirty arrows or more.
    let worstGap: Double

    enum CodingKeys: String, CodingKey {
      case arrows, expectedError = "expected_calibration_error", brier, worstGap = "worst_gap"
    }
  }

  let bench: LineageBench
  let traditions: Int

  var methods: [MethodRow] {
    [MethodRow("stemma", bench.own)]
      + Yardstick.allCases.compactMap { yardstick in
        bench.yardsticks[yardstick].map { MethodRow(yardstick.rawValue, $0) }
      }
      + TreeYardstick.allCases.compactMap { yardstick in
        bench.trees[yardstick].map { MethodRow(yardstick.rawValue, $0) }
      }
  }

  var shares: [ShareRow] {
    let details = bench.details
    func row(_ what: String, _ tally: LineageDetails.Tally) -> ShareRow {
      ShareRow(what: what, share: tally.share, right: tally.right, of: tally.all)
    }
    var rows = [
      row("lost agencies found", details.agencyRecall), row("lost agencies right", details.agencyPrecision),
      row("lost pages found by a credit", details.namedPages),
      row("lost pages found by shared readings", details.readPages),
      row("other lost witnesses right", details.lostPrecision),
      row("both parents of a merged page", details.merged),
      row("both parents of a merged page, where something tells which", details.mergedTold),
      row("both parents of a merged page, all", details.mergedAll),
      row("both parents of a page with background", details.background),
      row("both parents of a page brought up to date", details.followed),
      row("arrows against the clock right", details.conflicts), row("parent, verbatim", details.verbatim),
    ]
    for (operation, tally) in details.byOperation.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      rows.append(row("parent, \(operation.rawValue)", tally))
    }
    return rows
  }

  var bins: [BinRow] {
    bench.calibration.bins.enumerated().map { number, bin in
      BinRow(from: Double(number) / 10, said: bin.mean, right: bin.share, arrows: bin.count)
    }
  }

  var confidence: ConfidenceRow {
    let calibration = bench.calibration
    return ConfidenceRow(
      arrows: calibration.count, expectedError: calibration.expectedError, brier: calibration.brier,
      worstGap: calibration.bins.filter { $0.count >= 30 }.map { abs($0.gap) }.max() ?? 0)
  }

  /// The tables for people.
  func lines() -> [String] {
    var table = [
      [
        "\(traditions) traditions, \(bench.pages) pages", "parents P", "R", "F1", "undirected F1",
        "direction",
        "first pages", "sign distance",
      ]
    ]
    for row in methods {
      table.append(
        [row.method]
          + [
            row.parentPrecision, row.parentRecall, row.parentF1, row.undirectedF1, row.direction, row.tops,
            row.signDistance,
          ].map { $0.map(Self.decimal) ?? "" })
    }
    var lines = BenchTable.aligned(table) + [""]
    lines += BenchTable.aligned(
      [["", "share", "of"]]
        + shares.filter { $0.of > 0 }.map { [$0.what, Self.decimal($0.share), String($0.of)] })
    lines += [""]
    lines += BenchTable.aligned(
      [["confidence", "said", "right", "arrows"]]
        + bins.filter { $0.arrows > 0 }.map { bin in
          [
            "\(Int((bin.from * 100).rounded())) % and more", Self.decimal(bin.said), Self.decimal(bin.right),
            String(bin.arrows),
          ]
        })
    lines += [
      "",
      "expected calibration error \(Self.decimal(confidence.expectedError)), worst tenth \(Self.decimal(confidence.worstGap)), "
        + "Brier score \(Self.decimal(confidence.brier))",
    ]
    return lines
  }

  private static func decimal(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
