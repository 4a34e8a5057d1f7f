-- Where the reader stopped in a text. Times are microseconds since 1970 UTC.

CREATE TABLE bookmarks (
	item    INTEGER PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
	block   INTEGER NOT NULL,
	at      INTEGER NOT NULL,
	percent INTEGER NOT NULL,
	whole   INTEGER NOT NULL,
	kept    INTEGER NOT NULL
);
