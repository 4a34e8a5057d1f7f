CREATE TABLE articles (
	item INTEGER PRIMARY KEY REFERENCES items (id) ON DELETE CASCADE,
	body TEXT NOT NULL -- JSON
);

-- The reader's word against the rules': the country is (added) or is not in
-- the item.
CREATE TABLE corrections (
	item    INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
	country TEXT    NOT NULL,
	added   INTEGER NOT NULL,
	PRIMARY KEY (item, country)
) WITHOUT ROWID;

-- The tags as the rules found them, kept while corrections stand.
ALTER TABLE items ADD COLUMN found TEXT NOT NULL DEFAULT '';

-- The index holds no text of its own; what goes in has passed words(), which
-- the program lends to SQL.
CREATE VIRTUAL TABLE search USING fts5 (
	title, summary, text, page,
	content = '', contentless_delete = 1,
	tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
INSERT INTO search (rowid, title, summary, text, page)
	SELECT id, words(title), words(summary), words(coalesce(text, '')), ''
	FROM items LEFT JOIN texts ON item = id;
