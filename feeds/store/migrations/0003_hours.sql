-- Clock hours since 1970 UTC in which feeds were visited, and how many of these
-- visits failed.
CREATE TABLE hours (
	hour   INTEGER PRIMARY KEY,
	visits INTEGER NOT NULL,
	failed INTEGER NOT NULL
);
