-- What somebody is writing. Times are milliseconds since 1970.

-- `content` is the document of core.compose.DraftFormat. A number is never given twice.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  changed INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (length(content) <= 33554432)
) STRICT;
