-- Times are microseconds since 1970 UTC, 0 for none. Lists and structs are
-- compact JSON, '' for empty.

CREATE TABLE items (
	id         INTEGER PRIMARY KEY,
	feed       TEXT    NOT NULL,
	key        TEXT    NOT NULL,
	title      TEXT    NOT NULL,
	summary    TEXT    NOT NULL,
	url        TEXT    NOT NULL,
	byline     TEXT    NOT NULL,
	categories TEXT    NOT NULL,
	language   TEXT    NOT NULL,
	published  INTEGER NOT NULL,
	date       TEXT    NOT NULL,
	seen       INTEGER NOT NULL,
	updated    INTEGER NOT NULL,
	place      TEXT    NOT NULL,
	wire       TEXT    NOT NULL,
	tags       TEXT    NOT NULL,
	story      INTEGER NOT NULL,
	joined     TEXT    NOT NULL,
	read       INTEGER NOT NULL,
	starred    INTEGER NOT NULL
);
CREATE UNIQUE INDEX items_key ON items (feed, key);
CREATE INDEX items_newest ON items (published, id);
CREATE INDEX items_story ON items (story);

-- Full texts stand apart, so that lists do not read past them.
CREATE TABLE texts (
	item INTEGER PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
	text TEXT NOT NULL
);

-- What a headline said before the feed changed it.
CREATE TABLE edits (
	item  INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
	at    INTEGER NOT NULL,
	title TEXT    NOT NULL
);
CREATE INDEX edits_item ON edits (item);

CREATE TABLE visits (
	feed          TEXT    PRIMARY KEY,
	url           TEXT    NOT NULL,
	etag          TEXT    NOT NULL,
	last_modified TEXT    NOT NULL,
	last_try      INTEGER NOT NULL,
	last_good     INTEGER NOT NULL,
	next_try      INTEGER NOT NULL,
	newest        INTEGER NOT NULL,
	items         INTEGER NOT NULL,
	failures      INTEGER NOT NULL,
	failure       TEXT    NOT NULL,
	took          INTEGER NOT NULL -- nanoseconds
) WITHOUT ROWID;
