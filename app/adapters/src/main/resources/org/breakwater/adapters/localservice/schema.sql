-- What people handed in. Words of 32 bytes sort as the numbers they are; times are microseconds.
CREATE TABLE proposal (
    hash BLOB PRIMARY KEY,
    safe BLOB NOT NULL,
    fields TEXT NOT NULL,
    recipient BLOB NOT NULL,
    nonce BLOB NOT NULL,
    proposer BLOB NOT NULL,
    delegate BLOB,
    origin TEXT NOT NULL,
    trusted INTEGER NOT NULL,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL
) STRICT;
CREATE INDEX proposal_by_nonce ON proposal (safe, nonce);
CREATE TABLE confirmation (
    hash BLOB NOT NULL,
    owner BLOB NOT NULL,
    signature BLOB NOT NULL,
    kind TEXT NOT NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (hash, owner)
) STRICT;
CREATE TABLE delegate (
    safe BLOB NOT NULL,
    delegate BLOB NOT NULL,
    delegator BLOB NOT NULL,
    label TEXT NOT NULL,
    expiry INTEGER,
    PRIMARY KEY (safe, delegate, delegator)
) STRICT;
CREATE TABLE message (
    hash BLOB PRIMARY KEY,
    safe BLOB NOT NULL,
    message TEXT NOT NULL,
    proposer BLOB NOT NULL,
    app INTEGER,
    origin TEXT NOT NULL,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL
) STRICT;
-- What the chain says was executed, and up to which block it was asked.
CREATE TABLE execution (
    safe BLOB NOT NULL,
    nonce INTEGER NOT NULL,
    hash BLOB NOT NULL,
    carrier BLOB NOT NULL,
    block INTEGER NOT NULL,
    at INTEGER NOT NULL,
    succeeded INTEGER NOT NULL,
    sender BLOB NOT NULL,
    gas_used TEXT NOT NULL,
    gas_price TEXT NOT NULL,
    payment TEXT NOT NULL,
    signatures BLOB,
    PRIMARY KEY (safe, nonce)
) STRICT;
CREATE INDEX execution_by_hash ON execution (hash);
CREATE TABLE followed (
    safe BLOB PRIMARY KEY,
    block INTEGER NOT NULL,
    block_hash BLOB NOT NULL,
    block_at INTEGER NOT NULL
) STRICT;
