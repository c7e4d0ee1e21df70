-- Transactions of Safes that this machine knows without a service: composed here, or handed over by file or as text.

-- `content` is the canonical document of core.exchange.SharedTransactionFormat, with signatures and reasons; it is
-- verified when the file is opened. `since` is in milliseconds since 1970.
CREATE TABLE shared (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  content TEXT NOT NULL CHECK (length(content) <= 8388608),
  since INTEGER NOT NULL
) STRICT;
