-- The logs of one deployment, and as much of the chain as is needed to see whether it still has them.
-- Heights are numbers of blocks, times seconds since 1970, hashes 32 bytes.

-- One row. `protocol` names the deployment; `through` is the height up to which everything is known, `finality` the one
-- up to which nothing may change any more.
CREATE TABLE progress (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  protocol BLOB NOT NULL CHECK (length(protocol) = 32),
  first INTEGER NOT NULL CHECK (first >= 0),
  through INTEGER NOT NULL CHECK (through >= first - 1),
  finality INTEGER NOT NULL CHECK (finality BETWEEN first - 1 AND through)
) STRICT;

-- Blocks with logs, all blocks above finality, and the one at finality.
CREATE TABLE block (
  height INTEGER PRIMARY KEY,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  time INTEGER NOT NULL CHECK (time >= 0)
) STRICT;

-- `topics` are written one after the other. `known_at` is the height of the block that made an earlier log wanted, and
-- null for the logs of contracts that were known by then. Lengths are checked where rows are read: checks in this table
-- cost a third of the time that writing takes.
CREATE TABLE log (
  height INTEGER NOT NULL REFERENCES block,
  place INTEGER NOT NULL,
  address BLOB NOT NULL,
  tx BLOB NOT NULL,
  topics BLOB NOT NULL,
  data BLOB NOT NULL,
  known_at INTEGER,
  PRIMARY KEY (height, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX log_known_at ON log (known_at) WHERE known_at IS NOT NULL;

-- Logs that name contracts, in the order in which they became known.
CREATE TABLE reveal (
  id INTEGER PRIMARY KEY,
  known_at INTEGER NOT NULL,
  height INTEGER NOT NULL,
  place INTEGER NOT NULL,
  UNIQUE (height, place),
  FOREIGN KEY (height, place) REFERENCES log
) STRICT;
