-- How far each target of alerts is. Times are milliseconds; held is "sequence:alert" and told is "alert", each
-- separated by commas.

CREATE TABLE progress (
  target TEXT PRIMARY KEY CHECK (length(target) <= 40),
  begun INTEGER NOT NULL,
  through INTEGER NOT NULL CHECK (through >= begun),
  mark TEXT NOT NULL,
  held TEXT NOT NULL,
  told TEXT NOT NULL,
  since INTEGER,
  attempts INTEGER NOT NULL CHECK ((since IS NULL) = (attempts = 0)),
  said TEXT NOT NULL CHECK (length(said) <= 500),
  skipped INTEGER NOT NULL CHECK (skipped >= 0),
  refusal TEXT NOT NULL CHECK (length(refusal) <= 500)
) STRICT, WITHOUT ROWID;

CREATE TABLE refusal (
  target TEXT NOT NULL CHECK (length(target) <= 40),
  sequence INTEGER NOT NULL,
  at INTEGER NOT NULL,
  said TEXT NOT NULL CHECK (length(said) <= 500),
  PRIMARY KEY (target, sequence)
) STRICT, WITHOUT ROWID;
