-- Scenarios that somebody here thought of, for the treasury.

CREATE TABLE scenario (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  content TEXT NOT NULL CHECK (length(content) <= 65536)
) STRICT;
