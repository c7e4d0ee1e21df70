-- Transactions of Safes that this machine knows without a service: composed here, or handed over by file or as text.

-- `content` is the canonical document of core.exchange.SharedTransactionFormat, with signatures and reasons; it is
-- verified anew whenever it is read.
CREATE TABLE shared (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  content TEXT NOT NULL CHECK (length(content) <= 8388608)
) STRICT;
