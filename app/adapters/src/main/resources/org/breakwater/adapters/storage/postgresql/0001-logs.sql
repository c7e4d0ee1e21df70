-- The tables of 0001-logs.sql in the words of PostgreSQL, and what tells them from anybody else's.

-- One row. `application` is that of the same index in a file, `version` how many steps are behind it.
CREATE TABLE format (
  one SMALLINT PRIMARY KEY CHECK (one = 1),
  application BIGINT NOT NULL,
  version INTEGER NOT NULL
);

CREATE TABLE progress (
  one SMALLINT PRIMARY KEY CHECK (one = 1),
  protocol BYTEA NOT NULL CHECK (octet_length(protocol) = 32),
  first BIGINT NOT NULL CHECK (first >= 0),
  through BIGINT NOT NULL CHECK (through >= first - 1),
  finality BIGINT NOT NULL CHECK (finality BETWEEN first - 1 AND through)
);

CREATE TABLE block (
  height BIGINT PRIMARY KEY,
  hash BYTEA NOT NULL CHECK (octet_length(hash) = 32),
  time BIGINT NOT NULL CHECK (time >= 0)
);

CREATE TABLE log (
  height BIGINT NOT NULL REFERENCES block,
  place INTEGER NOT NULL,
  address BYTEA NOT NULL,
  tx BYTEA NOT NULL,
  topics BYTEA NOT NULL,
  data BYTEA NOT NULL,
  known_at BIGINT,
  PRIMARY KEY (height, place)
);

CREATE INDEX log_known_at ON log (known_at) WHERE known_at IS NOT NULL;

CREATE TABLE reveal (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  known_at BIGINT NOT NULL,
  height BIGINT NOT NULL,
  place INTEGER NOT NULL,
  UNIQUE (height, place),
  FOREIGN KEY (height, place) REFERENCES log
);
