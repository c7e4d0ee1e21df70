-- When a target took a message last, in milliseconds.

ALTER TABLE progress ADD COLUMN delivered INTEGER;
