-- What a feed calls itself.
ALTER TABLE visits ADD COLUMN title TEXT NOT NULL DEFAULT '';
