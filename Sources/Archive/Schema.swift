/// The tables of an archive, version 5.
///
/// The comments are part of the statements, so that `.schema` in the sqlite3 shell shows them; docs/archive.md
/// says the same at more length, and a test holds the two together.
enum Schema {
  /// The file's mark: "STMA" in ASCII.
  static let applicationID: Int64 = 0x5354_4D41

  static let tables =
    [page, article, credit, furniture, block, flag, refusal, notice, search, state] + findings + index
    + reports

  static let page = """
    CREATE TABLE page (
      key INTEGER PRIMARY KEY, -- row number, of no meaning outside this file
      source TEXT NOT NULL, -- the path as given, with the line or record number behind '#'
      status TEXT NOT NULL CHECK (status IN ('article', 'refused')), -- how the page ended
      article INTEGER REFERENCES article (key), -- the article that it carries; NULL when it was refused
      read_at INTEGER NOT NULL, -- when it was first read, in seconds since 1970; never exported
      CHECK ((status = 'article') = (article IS NOT NULL)),
      UNIQUE (source, article)
    ) STRICT
    """

  static let article = """
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
      standfirst TEXT, -- the sentence or two below the headline
      section TEXT, -- the part of the outlet that it stands in
      form TEXT NOT NULL, -- what sort of page it is: article, live-blog, gallery, video, audio or summary
      part INTEGER, -- which page of the text this is, from 1; NULL where it is all on one
      parts INTEGER, -- how many pages there are, where the page says so
      found TEXT NOT NULL DEFAULT '{}', -- JSON object: for each field where it was found
      rules INTEGER NOT NULL DEFAULT 0, -- version of the rules that the page was read by; never exported
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

  static let credit = """
    CREATE TABLE credit (
      article INTEGER NOT NULL REFERENCES article (key), -- the article that bears it
      position INTEGER NOT NULL, -- its place among the article's credits
      name TEXT NOT NULL, -- who is credited; empty when nobody is named
      kind TEXT NOT NULL, -- agency, outlet or unnamed
      role TEXT NOT NULL, -- source, originated, supplied, contributed or edited
      text TEXT NOT NULL, -- the words on the page that say so
      place TEXT NOT NULL, -- where they stand: text, furniture or metadata
      begins INTEGER, -- byte range in the article's text, when they stand there
      ends INTEGER, -- byte behind the last
      url TEXT, -- the source's address, where the page gives one
      line INTEGER, -- position of the furniture line in which the words stand, when they stand in one
      line_begins INTEGER, -- byte range in that line
      line_ends INTEGER, -- byte behind the last
      spun INTEGER NOT NULL, -- 1 when a synonym machine has been over the words
      PRIMARY KEY (article, position)
    ) STRICT, WITHOUT ROWID
    """

  static let furniture = """
    CREATE TABLE furniture (
      article INTEGER NOT NULL REFERENCES article (key), -- the article on whose page it stood
      position INTEGER NOT NULL, -- its place among the page's furniture
      kind TEXT NOT NULL, -- why it is not the article
      text TEXT NOT NULL, -- the line
      begins INTEGER, -- byte range in the article's text, for text that came extracted
      ends INTEGER, -- byte behind the last
      PRIMARY KEY (article, position)
    ) STRICT, WITHOUT ROWID
    """

  static let block = """
    CREATE TABLE block (
      article INTEGER NOT NULL REFERENCES article (key), -- the article in whose text it stands
      position INTEGER NOT NULL, -- its place among the article's blocks
      kind TEXT NOT NULL, -- heading, list-item, quotation, caption, table or preformatted
      begins INTEGER NOT NULL, -- byte range in the article's text
      ends INTEGER NOT NULL, -- byte behind the last
      PRIMARY KEY (article, position)
    ) STRICT, WITHOUT ROWID
    """

  static let flag = """
    CREATE TABLE flag (
      article INTEGER NOT NULL REFERENCES article (key), -- the article that cannot be as it says
      position INTEGER NOT NULL, -- its place among the article's flags
      kind TEXT NOT NULL, -- dated-after-capture or dated-before-words
      detail TEXT NOT NULL, -- the two that do not agree
      PRIMARY KEY (article, position)
    ) STRICT, WITHOUT ROWID
    """

  static let refusal = """
    CREATE TABLE refusal (
      page INTEGER PRIMARY KEY REFERENCES page (key), -- the page that could not be read
      source TEXT NOT NULL, -- the path as given
      reason TEXT NOT NULL, -- why, in one of Stemma's words
      detail TEXT NOT NULL, -- what was found, where, and what to do about it
      content_hash INTEGER NOT NULL, -- 64-bit hash of the page, as far as it could be had
      UNIQUE (source, reason)
    ) STRICT
    """

  static let notice = """
    CREATE TABLE notice (
      source TEXT NOT NULL, -- the page that it is about
      reason TEXT NOT NULL, -- what was wrong, in one of Stemma's words
      detail TEXT NOT NULL, -- what was found, and what was done
      PRIMARY KEY (source, reason, detail)
    ) STRICT, WITHOUT ROWID
    """

  /// External content: the index keeps no second copy of the texts.
  static let search = """
    CREATE VIRTUAL TABLE search USING fts5 (
      title, text, content='article', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
    )
    """

  static let state = """
    CREATE TABLE state (
      name TEXT PRIMARY KEY, -- findings_digest, findings_engine, index_engine
      value TEXT NOT NULL -- findings_digest is absent when articles changed since families were computed
    ) STRICT, WITHOUT ROWID
    """

  static let indexOfRenamed = "CREATE INDEX article_renamed ON article (key) WHERE id <> own_id"

  static let indexes = [
    "CREATE INDEX page_article ON page (article)", indexOfRenamed,
    "CREATE INDEX pair_b ON pair (b)",
    "CREATE INDEX family_size ON family (size DESC, id)",
    "CREATE INDEX member_family ON member (family, article)",
  ]
}
