-- Corrections stand in a file of the reader's. Those that were made before wait
-- here until they are written to it.
INSERT INTO state (key, value)
	SELECT 'corrections', json_group_array(json_object(
		'scope', 'story',
		'subject', CASE url WHEN '' THEN feed || ' ' || items.key ELSE url END,
		'country', country,
		'add', json(CASE added WHEN 0 THEN 'false' ELSE 'true' END),
		'note', title))
	FROM (SELECT * FROM corrections ORDER BY item, country) JOIN items ON id = item
	HAVING count(*) > 0;

DROP TABLE corrections;
ALTER TABLE items DROP COLUMN found;
