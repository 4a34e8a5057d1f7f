-- Which items were written, in the order in which that was: another copy of the
-- program reads here what it has to show anew. Old rows are forgotten.
CREATE TABLE changes (
	seq  INTEGER PRIMARY KEY,
	item INTEGER NOT NULL
);
CREATE TRIGGER items_added AFTER INSERT ON items BEGIN
	INSERT INTO changes (item) VALUES (new.id);
END;
CREATE TRIGGER items_changed AFTER UPDATE ON items BEGIN
	INSERT INTO changes (item) VALUES (new.id);
END;
CREATE TRIGGER items_dropped AFTER DELETE ON items BEGIN
	INSERT INTO changes (item) VALUES (old.id);
END;

-- Items that were let go, by a print of feed and key: while their feed carries
-- them they are not new.
CREATE TABLE dropped (
	print INTEGER PRIMARY KEY,
	at    INTEGER NOT NULL -- microseconds since 1970 UTC
);
