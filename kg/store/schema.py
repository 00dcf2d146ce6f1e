"""The tables of graph.db: a row a value of kg/model.py, a column a field; tuples and mappings are JSON.

Entity ids are those within one document; assembling gives the corpus-wide ones.
"""

APPLICATION = 0x6B672D31  # "kg-1", what `file` and SQLite see in the header
VERSION = 1

TABLES = """
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY, text TEXT, path TEXT, title TEXT, author TEXT, publisher TEXT, date TEXT, url TEXT,
    language TEXT, blocks TEXT, hash TEXT NOT NULL, fingerprint TEXT NOT NULL
);
CREATE TABLE sentences (
    doc TEXT REFERENCES documents ON DELETE CASCADE, position INTEGER,
    start INTEGER, end INTEGER, block INTEGER, PRIMARY KEY (doc, position)
) WITHOUT ROWID;
CREATE TABLE entities (
    doc TEXT REFERENCES documents ON DELETE CASCADE, position INTEGER,
    id TEXT, name TEXT, type TEXT, subtype TEXT, aliases TEXT, ids TEXT, state TEXT, sector TEXT,
    PRIMARY KEY (doc, position)
) WITHOUT ROWID;
CREATE TABLE mentions (
    doc TEXT REFERENCES documents ON DELETE CASCADE, position INTEGER,
    start INTEGER, end INTEGER, text TEXT, kind TEXT, type TEXT, candidates TEXT, found_by TEXT,
    entity TEXT, method TEXT, metonymic INTEGER, inferred INTEGER, confidence REAL,
    PRIMARY KEY (doc, position)
) WITHOUT ROWID;
CREATE TABLE claims (
    doc TEXT REFERENCES documents ON DELETE CASCADE, position INTEGER,
    id TEXT, start INTEGER, end INTEGER, sentence TEXT,
    source TEXT, source_start INTEGER, source_end INTEGER, type TEXT,
    target TEXT, target_start INTEGER, target_end INTEGER, cue TEXT, cue_start INTEGER, cue_end INTEGER,
    polarity TEXT, modality TEXT, holders TEXT, speaker TEXT, valence TEXT, stage TEXT, tense TEXT,
    time_start TEXT, time_end TEXT, time_text TEXT, inferred INTEGER, confidence REAL, rule TEXT,
    extractor TEXT, PRIMARY KEY (doc, position)
) WITHOUT ROWID;
CREATE TABLE unresolved (
    doc TEXT REFERENCES documents ON DELETE CASCADE, position INTEGER,
    start INTEGER, end INTEGER, text TEXT, reason TEXT, PRIMARY KEY (doc, position)
) WITHOUT ROWID;
"""
