extension Schema {
  /// The two tables that version 2 makes anew, as version 1 made them: files made by it are out there. What version 3 makes anew
  /// is in Schema+Version2.swift.
  static let articleOfVersion1 = """
    CREATE TABLE article (
      key INTEGER PRIMARY KEY, -- row number, of no meaning outside this file
      id TEXT NOT NULL UNIQUE, -- what every output calls it
      own_id TEXT NOT NULL, -- the id that its page came with; differs from id when another page has it too
      content_hash INTEGER NOT NULL, -- 64-bit hash of the page, as a signed number of the same bits
      source TEXT NOT NULL, -- the first, in byte order, of the places where its page was read
      url TEXT, -- address on the web
      outlet TEXT, -- who published it
      title TEXT, -- headline
      bylines TEXT NOT NULL, -- JSON array of names
      published TEXT, -- ISO 8601, as precise as the page states it
      modified TEXT, -- ISO 8601, as precise as the page states it
      language TEXT, -- BCP 47 code
      dateline_place TEXT, -- place at the head of the report
      dateline_date TEXT, -- date at the head of the report, ISO 8601
      dateline_agency TEXT, -- agency at the head of the report
      dateline_begins INTEGER, -- byte range of the dateline in text; NULL when it stands outside
      dateline_ends INTEGER, -- byte behind the dateline's last
      series TEXT, -- pages of one series are never copies of each other
      text TEXT NOT NULL, -- the paragraphs, joined by a blank line; all byte ranges are offsets into it
      UNIQUE (own_id, content_hash)
    ) STRICT
    """

  static let creditOfVersion1 = """
    CREATE TABLE credit (
      article INTEGER NOT NULL REFERENCES article (key), -- the article that bears it
      position INTEGER NOT NULL, -- its place among the article's credits
      name TEXT NOT NULL, -- who is credited; empty when nobody is named
      kind TEXT NOT NULL, -- agency, outlet or unnamed
      role TEXT NOT NULL, -- source, published or contributed
      text TEXT NOT NULL, -- the words on the page that say so
      place TEXT NOT NULL, -- where they stand: text, furniture or metadata
      begins INTEGER, -- byte range in the article's text, when they stand there
      ends INTEGER, -- byte behind the last
      spun INTEGER NOT NULL, -- 1 when a synonym machine has been over the words
      PRIMARY KEY (article, position)
    ) STRICT, WITHOUT ROWID
    """

  /// The tables of version 1.
  static let tablesOfVersion1 =
    [page, articleOfVersion1, creditOfVersion1, furniture, refusal, notice, search, stateOfVersion1]
    + findingsOfVersion1

  /// From version 1 to 2: articles say more of themselves, and credits have a fourth and a fifth role.
  ///
  /// SQLite cannot add columns before a table's constraints and keep their comments, so both tables are made anew. Rows that
  /// refer to articles wait until these are back.
  static let version2 = [
    "PRAGMA defer_foreign_keys = ON",
    "CREATE TEMP TABLE kept_article AS SELECT * FROM main.article",
    "CREATE TEMP TABLE kept_credit AS SELECT * FROM main.credit",
    "DROP TABLE main.credit", "DROP TABLE main.article", article, credit, block, flag,
    """
    INSERT INTO main.article (
      key, id, own_id, content_hash, source, url, outlet, title, bylines, published, modified, language, dateline_place,
      dateline_date, dateline_agency, dateline_begins, dateline_ends, series, text, form
    ) SELECT *, 'article' FROM temp.kept_article
    """,
    """
    INSERT INTO main.credit (article, position, name, kind, role, text, place, begins, ends, spun)
    SELECT article, position, name, kind, CASE role WHEN 'published' THEN 'originated' ELSE role END, text, place, begins,
      ends, spun FROM temp.kept_credit
    """,
    "DROP TABLE temp.kept_article", "DROP TABLE temp.kept_credit", indexOfRenamed,
  ]
}
