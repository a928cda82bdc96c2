-- The ledger of a batch: what is known of each file, so that a run goes on where another ended.
-- work: one row per content. rank is the order in which contents were first seen; settings and version say what it
-- was done with; state is waiting, writing, done, failed or ignored. replaced is 1 where every file that had this
-- content has another now.
CREATE TABLE IF NOT EXISTS work (
    sha256 TEXT PRIMARY KEY,
    rank INTEGER NOT NULL UNIQUE,
    settings TEXT NOT NULL DEFAULT '',
    version TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'waiting',
    replaced INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,
    started TEXT,
    finished TEXT,
    seconds REAL,
    format TEXT,
    folder TEXT,
    title TEXT,
    figures TEXT,
    code TEXT,
    facts TEXT,
    trace TEXT
);
CREATE INDEX IF NOT EXISTS work_by_place ON work (folder, title);
-- source: the files, by the folder that was given and their path in it. code and facts: why one could not be opened.
CREATE TABLE IF NOT EXISTS source (
    root TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    run INTEGER NOT NULL,
    code TEXT,
    facts TEXT,
    PRIMARY KEY (root, path)
);
CREATE INDEX IF NOT EXISTS source_by_content ON source (sha256);
-- output: what lies in the tree, or is about to: is_written is 0 from before a file is written until all is.
CREATE TABLE IF NOT EXISTS output (
    path TEXT NOT NULL,
    work TEXT NOT NULL REFERENCES work (sha256),
    sha256 TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL DEFAULT 0,
    is_written INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (path, work, sha256)
);
CREATE TABLE IF NOT EXISTS finding (
    work TEXT NOT NULL REFERENCES work (sha256),
    ordinal INTEGER NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    finding TEXT NOT NULL,
    PRIMARY KEY (work, ordinal)
);
CREATE TABLE IF NOT EXISTS run (
    number INTEGER PRIMARY KEY,
    root TEXT NOT NULL,
    version TEXT NOT NULL,
    scratch TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT
);
