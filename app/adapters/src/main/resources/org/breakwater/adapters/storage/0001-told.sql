-- Of what a person was told on this machine, by the marks of the reminders. Times are milliseconds.

CREATE TABLE told (
  mark TEXT PRIMARY KEY CHECK (length(mark) <= 300),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
