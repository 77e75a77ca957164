import GRDB
import Press

/// What an outlet does with what it publishes.
public struct OutletLine: Sendable, Hashable, Codable {
  /// The outlet's name.
  public let name: String
  /// How many articles of it are held.
  public let articles: Int
  /// How many of them no arrow leads to: as far as the pile tells, nobody else's.
  public let firstHand: Int
  /// How many were copied from a page or a lost source.
  public let copied: Int
  /// Share of all its words that it has from no source, in 0...1.
  public let own: Double

  enum CodingKeys: String, CodingKey { case name, articles, firstHand = "first_hand", copied, own }
}

/// What was published on a day.
public struct DayLine: Sendable, Hashable, Codable {
  /// ISO 8601.
  public let day: String
  /// Articles that state this day.
  public let articles: Int
  /// Of these, the ones that no arrow leads to.
  public let firstHand: Int

  enum CodingKeys: String, CodingKey { case day, articles, firstHand = "first_hand" }
}

extension Archive {
  /// Every outlet, those with the most articles first.
  public func outlets(seconds: Double = 5) throws(ArchiveError) -> [OutletLine] {
    try read(within: seconds) { database in
      try Command(
        """
        SELECT outlet, count(*), total(sources = 0), total(own * words), total(words)
        FROM report JOIN report_member ON report_member.report = report.key
        WHERE report.shown AND outlet IS NOT NULL GROUP BY outlet ORDER BY 2 DESC, 1
        """, database
      ).all { row in
        OutletLine(
          name: row.text(0), articles: row.int(1), firstHand: row.int(2), copied: row.int(1) - row.int(2),
          own: row.real(4) > 0 ? min(1, max(0, row.real(3) / row.real(4))) : 0)
      }
    }
  }

  /// Every day that an article states, in order.
  public func days(seconds: Double = 5) throws(ArchiveError) -> [DayLine] {
    try read(within: seconds) { database in
      try Command(
        """
        SELECT report_member.day, count(*), total(sources = 0)
        FROM report JOIN report_member ON report_member.report = report.key
        WHERE report.shown AND report_member.day IS NOT NULL GROUP BY report_member.day ORDER BY 1
        """, database
      ).all { DayLine(day: $0.text(0), articles: $0.int(1), firstHand: $0.int(2)) }
    }
  }

  /// Who copied from whom how often, the most first; of one outlet where it is named, in either role.
  public func flows(outlet: String? = nil, limit: Int = 1_000, seconds: Double = 5) throws(ArchiveError)
    -> [Flow]
  {
    try read(within: seconds) { database in
      try Command(
        """
        SELECT source, copying.lost, copy, sum(arrows) FROM report JOIN copying ON copying.report = report.key
        WHERE report.shown AND (?1 IS NULL OR copy = ?1 OR source = ?1 AND NOT copying.lost)
        GROUP BY source, copying.lost, copy ORDER BY 4 DESC, 1, 3 LIMIT ?2
        """, database
      ).all(outlet, limit) {
        Flow(source: $0.text(0), isLost: $0.int(1) != 0, copy: $0.text(2), arrows: $0.int(3))
      }
    }
  }

  /// Why pages were refused, the most frequent reason first.
  public func refusalReasons() throws(ArchiveError) -> [(reason: Refusal.Reason, pages: Int)] {
    try read { database in
      try Command("SELECT reason, count(*) FROM refusal GROUP BY reason ORDER BY 2 DESC, 1", database).all {
        (try $0.word(0), $0.int(1))
      }
    }
  }
}
