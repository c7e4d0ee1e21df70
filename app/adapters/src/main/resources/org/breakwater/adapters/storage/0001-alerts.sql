-- What a monitor tells, and what it remembers from one block to the next. Times are milliseconds since 1970 unless they
-- are a block's, which are seconds. An alert's subject is a text such as `pool:2`; its evidence is JSON.

-- One row. `looked_…` is the block up to which everything is judged.
CREATE TABLE progress (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  looked_number INTEGER,
  looked_hash BLOB CHECK (length(looked_hash) = 32),
  looked_time INTEGER,
  looked_finality INTEGER,
  last_sequence INTEGER NOT NULL,
  last_alert INTEGER NOT NULL,
  CHECK ((looked_number IS NULL) = (looked_hash IS NULL))
) STRICT;

INSERT INTO progress (id, last_sequence, last_alert) VALUES (1, 0, 0);

-- One step in an alert's life, never changed.
CREATE TABLE change (
  sequence INTEGER PRIMARY KEY,
  alert INTEGER NOT NULL,
  rule TEXT NOT NULL,
  phase INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 3),
  severity INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 2),
  about TEXT NOT NULL,
  sentence TEXT NOT NULL,
  detail TEXT NOT NULL,
  evidence TEXT NOT NULL,
  number INTEGER,
  hash BLOB CHECK (length(hash) = 32),
  time INTEGER,
  at INTEGER NOT NULL
) STRICT;

-- An alert that was raised and not cleared.
CREATE TABLE standing (
  alert INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  rule TEXT NOT NULL,
  acknowledged INTEGER NOT NULL CHECK (acknowledged IN (0, 1)),
  severity INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 2),
  about TEXT NOT NULL,
  sentence TEXT NOT NULL,
  detail TEXT NOT NULL,
  evidence TEXT NOT NULL,
  number INTEGER,
  hash BLOB CHECK (length(hash) = 32),
  time INTEGER,
  since INTEGER NOT NULL,
  until INTEGER
) STRICT;

-- What is so and has to last before it is told.
CREATE TABLE pending (
  key TEXT PRIMARY KEY,
  height INTEGER NOT NULL,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What happened above finality.
CREATE TABLE seen (
  key TEXT PRIMARY KEY,
  height INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Figures whose changes are watched; `value` is decimal.
CREATE TABLE point (
  series TEXT NOT NULL,
  number INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  time INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (series, number)
) STRICT, WITHOUT ROWID;

-- How things stood that no event tells.
CREATE TABLE remembered (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
