-- Pauses that were practised on copies of the chain. Times and lengths are milliseconds.

-- `failure` is empty where the copy carried the pause out.
CREATE TABLE drill (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  who TEXT NOT NULL CHECK (length(who) <= 1000),
  words TEXT NOT NULL CHECK (length(words) <= 1000),
  decided INTEGER NOT NULL CHECK (decided >= 0),
  carried_out INTEGER NOT NULL CHECK (carried_out >= 0),
  failure TEXT NOT NULL CHECK (length(failure) <= 1000)
) STRICT;
