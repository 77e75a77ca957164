/// From version 4 to 5: what a desk lists, sorts and counts without reading texts, and what people say against the findings.
extension Schema {
  static let reports = [
    report, reportMember, reportOutlet, reportAgency, change, copying, correction, corrected,
  ]

  static let report = """
    CREATE TABLE report (
      key INTEGER PRIMARY KEY, -- row number, of no meaning outside this file
      id TEXT NOT NULL, -- id of the family
      family INTEGER REFERENCES family (key), -- the family as it was found; NULL where corrections by hand made it
      shown INTEGER NOT NULL, -- 0 where a correction by hand put another in its place
      title TEXT, -- headline of the page that stands for it
      size INTEGER NOT NULL, -- how many articles it has
      reach INTEGER NOT NULL, -- how many outlets ran it
      lost INTEGER NOT NULL, -- how many lost witnesses were inferred
      first TEXT, -- the first time that a page states, ISO 8601
      last TEXT, -- the last
      first_at INTEGER, -- the first, in seconds since 1970
      day TEXT, -- the day of the first
      span INTEGER, -- seconds from the first to the last
      verbatim INTEGER NOT NULL, -- arrows of this kind
      edited INTEGER NOT NULL, -- arrows of this kind
      partial INTEGER NOT NULL, -- arrows of this kind
      spun INTEGER NOT NULL, -- arrows of this kind
      unknown INTEGER NOT NULL, -- arrows of this kind
      quotations INTEGER NOT NULL, -- quotations altered by a copy
      changes TEXT NOT NULL, -- JSON object: how often copies changed what, by kind
      stemma TEXT, -- JSON of the stemma, where corrections by hand made it; NULL where the family's own holds
      UNIQUE (id, shown)
    ) STRICT
    """

  static let reportMember = """
    CREATE TABLE report_member (
      report INTEGER NOT NULL REFERENCES report (key), -- what it is a witness of
      article INTEGER NOT NULL REFERENCES article (key), -- the witness
      outlet TEXT, -- who published it
      day TEXT, -- the day on which, where it states one
      words INTEGER NOT NULL, -- words of its text
      own REAL NOT NULL, -- share of them that it has from no source, 0 to 1
      sources INTEGER NOT NULL, -- how many arrows lead to it
      PRIMARY KEY (report, article)
    ) STRICT, WITHOUT ROWID
    """

  static let reportOutlet = """
    CREATE TABLE report_outlet (
      outlet TEXT NOT NULL, -- an outlet that ran it
      report INTEGER NOT NULL REFERENCES report (key), -- what it ran
      PRIMARY KEY (outlet, report)
    ) STRICT, WITHOUT ROWID
    """

  static let reportAgency = """
    CREATE TABLE report_agency (
      agency TEXT NOT NULL, -- a lost source that its pages credit
      report INTEGER NOT NULL REFERENCES report (key), -- what came from it
      PRIMARY KEY (agency, report)
    ) STRICT, WITHOUT ROWID
    """

  static let change = """
    CREATE TABLE change (
      report INTEGER NOT NULL REFERENCES report (key), -- the report in which it was made
      position INTEGER NOT NULL, -- its place among the report's changes
      kind TEXT NOT NULL, -- quotation, negation, number, date, name, attribution or headline
      copy INTEGER NOT NULL REFERENCES article (key), -- the page that made it
      source INTEGER NOT NULL REFERENCES article (key), -- the page that it is compared with
      lost TEXT, -- label of the lost source, where that is why it is compared with another copy
      was TEXT NOT NULL, -- the words as they were
      now TEXT NOT NULL, -- the words as they are
      was_begins INTEGER, -- byte range in the source's text; NULL in a headline
      was_ends INTEGER, -- byte behind the last
      now_begins INTEGER, -- byte range in the copy's text; NULL in a headline
      now_ends INTEGER, -- byte behind the last
      spun INTEGER NOT NULL, -- 1 when a synonym machine wrote the copy
      PRIMARY KEY (report, position)
    ) STRICT, WITHOUT ROWID
    """

  static let copying = """
    CREATE TABLE copying (
      report INTEGER NOT NULL REFERENCES report (key), -- the report that was copied
      source TEXT NOT NULL, -- the outlet that was copied, or what the lost source is called
      lost INTEGER NOT NULL, -- 1 when no page of the source is held
      copy TEXT NOT NULL, -- the outlet that copied
      arrows INTEGER NOT NULL, -- how many arrows lead from one to the other
      PRIMARY KEY (report, source, lost, copy)
    ) STRICT, WITHOUT ROWID
    """

  static let correction = """
    CREATE TABLE correction (
      key INTEGER PRIMARY KEY, -- its number
      kind TEXT NOT NULL CHECK (kind IN ('split', 'merge', 'flip', 'credit')), -- what sort of correction
      words TEXT, -- the words that do not name the source, in a credit
      note TEXT NOT NULL, -- why
      made TEXT NOT NULL, -- when it was made, ISO 8601
      withdrawn TEXT -- when it was taken back; NULL as long as it holds
    ) STRICT
    """

  static let corrected = """
    CREATE TABLE corrected (
      correction INTEGER NOT NULL REFERENCES correction (key), -- the correction
      side INTEGER NOT NULL CHECK (side IN (0, 1)), -- 0: what it is about; 1: the other side
      article INTEGER NOT NULL REFERENCES article (key), -- an article of that side
      PRIMARY KEY (correction, side, article)
    ) STRICT, WITHOUT ROWID
    """

  static let reportIndexes = [
    "CREATE INDEX report_family ON report (family)",
    "CREATE INDEX report_size ON report (shown, size DESC, id)",
    "CREATE INDEX report_reach ON report (shown, reach DESC, id)",
    "CREATE INDEX report_span ON report (shown, span DESC, id)",
    "CREATE INDEX report_first ON report (shown, first_at DESC, id)",
    "CREATE INDEX report_quotations ON report (shown, quotations DESC, id)",
    "CREATE INDEX report_member_article ON report_member (article)",
    "CREATE INDEX report_outlet_report ON report_outlet (report)",
    "CREATE INDEX report_agency_report ON report_agency (report)",
    "CREATE INDEX change_kind ON change (kind, report)",
  ]

  /// Reports are made with the findings, so that these are to be found anew.
  static let version5 =
    reports + reportIndexes + ["DROP VIEW families"] + reportViews
    + ["DELETE FROM state WHERE name = 'findings_engine'"]

  static let reportViews = [
    familiesView, changesView, outletsView, flowsView, creditsView, refusalsView, correctionsView,
  ]

  static let familiesView = """
    CREATE VIEW families AS -- one line a family, corrections by hand applied
    SELECT id, size, title, first AS first_published, last AS last_published, reach AS outlets, lost AS lost_witnesses,
      verbatim, edited, partial, spun, quotations AS altered_quotations, family IS NULL AS corrected
    FROM report WHERE shown
    """

  static let changesView = """
    CREATE VIEW changes AS -- one line a change of what is said: who had it how, and who made what of it
    SELECT report.id AS family, change.kind, copy.outlet AS changed_by, change.was, change.now, source.outlet AS compared_with,
      change.lost AS lost_source, change.spun, copy.id AS copy, source.id AS source, copy.published
    FROM change JOIN report ON report.key = change.report AND report.shown
      JOIN article AS copy ON copy.key = change.copy JOIN article AS source ON source.key = change.source
    """

  static let outletsView = """
    CREATE VIEW outlets AS -- one line an outlet: how much of what it publishes is its own
    SELECT outlet, count(*) AS articles, sum(sources = 0) AS without_source, sum(sources > 0) AS copied,
      round(sum(own * words) / max(1, sum(words)), 3) AS own
    FROM report_member JOIN report ON report.key = report_member.report AND report.shown
    WHERE outlet IS NOT NULL GROUP BY outlet
    """

  static let flowsView = """
    CREATE VIEW flows AS -- one line for two outlets: how often one copied from the other
    SELECT copying.source, copying.lost, copying.copy, sum(arrows) AS arrows
    FROM copying JOIN report ON report.key = copying.report AND report.shown
    GROUP BY copying.source, copying.lost, copying.copy
    """

  static let creditsView = """
    CREATE VIEW credits AS -- one line a credit: who names whom as the source
    SELECT article.id AS article, article.outlet, credit.name, credit.kind, credit.role, credit.text, credit.place
    FROM credit JOIN article ON article.key = credit.article
    """

  static let refusalsView = """
    CREATE VIEW refusals AS -- one line a page that could not be read
    SELECT source, reason, detail FROM refusal
    """

  static let correctionsView = """
    CREATE VIEW corrections AS -- one line a correction by hand
    SELECT key AS number, kind, words, note, made, withdrawn,
      (SELECT group_concat(article.id, char(10)) FROM corrected JOIN article ON article.key = corrected.article
        WHERE corrected.correction = correction.key AND side = 0) AS articles,
      (SELECT group_concat(article.id, char(10)) FROM corrected JOIN article ON article.key = corrected.article
        WHERE corrected.correction = correction.key AND side = 1) AS others
    FROM correction
    """
}
