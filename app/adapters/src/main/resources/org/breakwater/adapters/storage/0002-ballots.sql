-- What somebody writes as the reason of a ballot. Times are milliseconds since 1970.

CREATE TABLE ballot (
  chain INTEGER NOT NULL,
  subject TEXT NOT NULL CHECK (length(subject) <= 100),
  voter BLOB NOT NULL CHECK (length(voter) = 20),
  changed INTEGER NOT NULL,
  words TEXT NOT NULL CHECK (length(words) <= 65536),
  PRIMARY KEY (chain, subject, voter)
) STRICT;
