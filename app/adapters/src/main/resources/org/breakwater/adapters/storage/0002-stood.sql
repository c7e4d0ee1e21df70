-- Whether an alert stood already when somebody began to watch.

ALTER TABLE change ADD COLUMN stood INTEGER NOT NULL DEFAULT 0 CHECK (stood IN (0, 1));
ALTER TABLE standing ADD COLUMN stood INTEGER NOT NULL DEFAULT 0 CHECK (stood IN (0, 1));
