-- What was signed in a Safe's name that is no transaction, and which messages are locked.

-- A signature over a message that was made here. `content` is the hash of the message itself, `hash` what was signed.
CREATE TABLE message_signature (
  id INTEGER PRIMARY KEY,
  chain BLOB NOT NULL CHECK (length(chain) = 32),
  safe BLOB NOT NULL CHECK (length(safe) = 20),
  content BLOB NOT NULL CHECK (length(content) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  signer BLOB NOT NULL CHECK (length(signer) = 20),
  signature BLOB NOT NULL,
  made INTEGER NOT NULL,
  UNIQUE (chain, safe, hash, signer, signature)
) STRICT;

-- A message that is not to be signed.
CREATE TABLE message_lock (
  id INTEGER PRIMARY KEY,
  chain BLOB NOT NULL CHECK (length(chain) = 32),
  safe BLOB NOT NULL CHECK (length(safe) = 20),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  since INTEGER NOT NULL,
  why TEXT NOT NULL
) STRICT;

CREATE INDEX message_lock_hash ON message_lock (hash);
