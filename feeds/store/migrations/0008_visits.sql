-- What is learned of a feed. Durations are nanoseconds.
ALTER TABLE visits ADD COLUMN wait    TEXT    NOT NULL DEFAULT '';
ALTER TABLE visits ADD COLUMN every   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visits ADD COLUMN undated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visits ADD COLUMN carried INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visits ADD COLUMN publish INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visits ADD COLUMN wish    INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visits ADD COLUMN rest    TEXT    NOT NULL DEFAULT '';
ALTER TABLE visits ADD COLUMN failing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visits ADD COLUMN moved   TEXT    NOT NULL DEFAULT '';
ALTER TABLE visits ADD COLUMN usual   INTEGER NOT NULL DEFAULT 0;

-- Of a run of failures only the last try is known so far.
UPDATE visits SET failing = last_try WHERE failures > 0;

-- The visits of the last days: to one feed, in one clock hour since 1970 UTC,
-- that ended the same way ('' is well).
CREATE TABLE visited (
	feed   TEXT    NOT NULL,
	hour   INTEGER NOT NULL,
	kind   TEXT    NOT NULL,
	at     INTEGER NOT NULL, -- of the last
	visits INTEGER NOT NULL,
	status INTEGER NOT NULL,
	new    INTEGER NOT NULL,
	took   INTEGER NOT NULL,
	PRIMARY KEY (feed, hour, kind)
) WITHOUT ROWID;
