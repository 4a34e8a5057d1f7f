-- When the headline last changed, as the edits have it.
ALTER TABLE items ADD COLUMN retitled INTEGER NOT NULL DEFAULT 0;
UPDATE items SET retitled = coalesce((SELECT max(at) FROM edits WHERE item = id), 0);

-- By what copies of one text are known, and of which item the item is one.
ALTER TABLE items ADD COLUMN sketch BLOB;
ALTER TABLE items ADD COLUMN copy INTEGER NOT NULL DEFAULT 0;

-- Stories that turned out to be one with another, and in which story that is
-- now, in one step.
CREATE TABLE merged (
	story INTEGER PRIMARY KEY,
	now   INTEGER NOT NULL
);
CREATE INDEX merged_now ON merged (now);
