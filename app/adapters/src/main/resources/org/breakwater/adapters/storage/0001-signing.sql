-- What was signed on this machine, where it went, and which transactions are locked.
-- Times are milliseconds since 1970. Numbers of 256 bits are 32 bytes, the most significant first, so that they sort.

-- A signature that was made here. `hash` is that of the Safe transaction it counts for.
CREATE TABLE signature (
  id INTEGER PRIMARY KEY,
  chain BLOB NOT NULL CHECK (length(chain) = 32),
  safe BLOB NOT NULL CHECK (length(safe) = 20),
  nonce BLOB NOT NULL CHECK (length(nonce) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  signer BLOB NOT NULL CHECK (length(signer) = 20),
  signature BLOB NOT NULL,
  made INTEGER NOT NULL,
  UNIQUE (chain, safe, hash, signer, signature)
) STRICT;

-- That a signature left this machine, and whereto.
CREATE TABLE hand_over (
  id INTEGER PRIMARY KEY,
  signature INTEGER NOT NULL REFERENCES signature,
  at INTEGER NOT NULL,
  place TEXT NOT NULL CHECK (length(place) > 0)
) STRICT;

CREATE INDEX hand_over_signature ON hand_over (signature);

-- A transaction that is not to be signed. Nothing is ever deleted: a lock that was lifted says when and why.
CREATE TABLE lock (
  id INTEGER PRIMARY KEY,
  chain BLOB NOT NULL CHECK (length(chain) = 32),
  safe BLOB NOT NULL CHECK (length(safe) = 20),
  nonce BLOB NOT NULL CHECK (length(nonce) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  since INTEGER NOT NULL,
  why TEXT NOT NULL,
  lifted INTEGER,
  lifted_why TEXT,
  CHECK ((lifted IS NULL) = (lifted_why IS NULL))
) STRICT;

CREATE INDEX lock_hash ON lock (hash);
