package store

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/feeds"

	"github.com/google/go-cmp/cmp"
)

var update1 = flag.Bool("update", false, "write testdata/schema*.db anew")

const old, corrected = "testdata/schema1.db", "testdata/schema2.db"

const oldItem = `
	INSERT INTO items VALUES (7, 'gazette', 'k', 'Ministers meet in Lyon', 'They met on Monday.', 'https://gazette.example/7',
		'A. Writer', '["world"]', 'fr', 1767225600000000, '', 1767225660000000, 0, 'Lyon', 'AFP',
		'{"countries":[{"code":"FR","weight":2,"about":true}]}', 7, '', 1, 1);
	INSERT INTO texts VALUES (7, '外交部长会谈');
	INSERT INTO edits VALUES (7, 1767225720000000, 'Ministers will meet'), (7, 1767225780000000, 'Ministers to meet in Lyon');
	INSERT INTO visits VALUES ('gazette', 'https://gazette.example/rss', '"e"', '', 1767225660000000, 1767225660000000,
		1767226560000000, 1767225600000000, 1, 0, '', 81000000);`

// TestWriteOldStores makes, when asked to, the stores of programs that knew the
// first migrations only.
func TestWriteOldStores(t *testing.T) {
	if !*update1 {
		t.Skip("only with -update")
	}
	writeOldStore(t, old, 1, oldItem)
	writeOldStore(t, corrected, 2, strings.Replace(oldItem, ", 1, 1);", ", 1, 1, '');", 1)+`
		INSERT INTO items SELECT 8, feed, 'l', 'Ministers ride "home"', '', '', '', '', 'fr', published, '', seen, 0, '', '', '', 8, '', 0, 0, '' FROM items;
		INSERT INTO corrections VALUES (8, 'FR', 1), (7, 'FR', 0), (7, 'GE', 1);`)
}

func writeOldStore(t *testing.T, path string, version int, rows string) {
	t.Helper()
	_ = os.Remove(path)
	all, err := steps()
	if err != nil {
		t.Fatal(err)
	}
	abs, err := folder(path)
	if err := errors.Join(err, prepare(path)); err != nil {
		t.Fatal(err)
	}
	c, err := connect(abs)
	if err != nil {
		t.Fatal(err)
	}
	db := c.pool(1)
	_, err = db.ExecContext(t.Context(), strings.Join(all[:version], ";")+";"+rows+fmt.Sprintf("PRAGMA user_version = %d", version))
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

// openOld opens a copy of an old store.
func openOld(t *testing.T, name string) (path string) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "dateline.db")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestCorrectionsOfAnOldStoreWaitForTheirFile(t *testing.T) {
	path := openOld(t, corrected)
	for range 2 {
		s, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.State(t.Context(), "corrections")
		const want = `[{"scope":"story","subject":"https://gazette.example/7","country":"FR","add":false,"note":"Ministers meet in Lyon"},` +
			`{"scope":"story","subject":"https://gazette.example/7","country":"GE","add":true,"note":"Ministers meet in Lyon"},` +
			`{"scope":"story","subject":"gazette l","country":"FR","add":true,"note":"Ministers ride \"home\""}]`
		if got != want || err != nil {
			t.Errorf("%v\n got %s\nwant %s", err, got, want)
		}
		if items, err := s.Items(t.Context(), Query{}); err != nil || len(items) != 2 || !items[1].Starred {
			t.Errorf("the items are %+v, %v", items, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	s, err := Open(t.Context(), openOld(t, old))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	if got, err := s.State(t.Context(), "corrections"); got != "" || err != nil {
		t.Errorf("without corrections there are %q, %v", got, err)
	}
}

func TestAnOldStoreIsBroughtUpToDate(t *testing.T) {
	path := openOld(t, old)
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	want := []feeds.Item{{
		ID: 7, Feed: "gazette", Key: "k", Title: "Ministers meet in Lyon", Summary: "They met on Monday.",
		URL: "https://gazette.example/7", Byline: "A. Writer", Categories: []string{"world"}, Language: "fr",
		Published: at, Seen: at.Add(time.Minute), Retitled: at.Add(3 * time.Minute), Place: "Lyon", Wire: "AFP",
		Tags:  feeds.Tags{Countries: []feeds.Tag{{Code: "FR", Weight: 2, About: true}}},
		Story: 7, Read: true, Starred: true,
	}}
	for range 2 { // the second time there is nothing left to do
		s, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		for _, query := range []string{"monday lyon", "外交"} {
			got, err := s.Search(t.Context(), query, 0)
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Errorf("search for %q: %v\n%s", query, err, diff)
			}
		}
		edits, err := s.Edits(t.Context(), []feeds.ItemID{7})
		wantEdits := map[feeds.ItemID][]feeds.Edit{7: {
			{At: at.Add(2 * time.Minute), Title: "Ministers will meet"}, {At: want[0].Retitled, Title: "Ministers to meet in Lyon"},
		}}
		if diff := cmp.Diff(wantEdits, edits); diff != "" || err != nil {
			t.Errorf("edits: %v\n%s", err, diff)
		}
		known, err := s.Visits(t.Context())
		if k := known["gazette"]; err != nil || k.ETag != `"e"` || k.Health.Items != 1 || k.Health.Took != 81*time.Millisecond {
			t.Errorf("visits: %+v, %v", known, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestMigrationsAreNumbered(t *testing.T) {
	entries, err := migrations.ReadDir("migrations")
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range entries {
		if !strings.HasPrefix(e.Name(), fmt.Sprintf("%04d_", i+1)) || !strings.HasSuffix(e.Name(), ".sql") {
			t.Errorf("migration %d is called %s", i+1, e.Name())
		}
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "dateline.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	visit := func(key, text string) []Visit {
		return []Visit{{Health: feeds.Health{Feed: "gazette"}, Items: []feeds.Item{{Feed: "gazette", Key: key, Title: "T", Text: text}}}}
	}
	if _, _, err := s.Save(t.Context(), visit("a", ""), nil); err != nil {
		t.Fatal(err)
	}
	var pages int
	for _, limit := range []string{"1", "1000"} { // the first answer is the size of today
		if limit == "1000" {
			limit = fmt.Sprint(pages + 2)
		}
		if err := s.writer.QueryRowContext(t.Context(), "PRAGMA max_page_count = "+limit).Scan(&pages); err != nil {
			t.Fatal(err)
		}
	}
	_, _, err = s.Save(t.Context(), visit("b", strings.Repeat("text ", 100_000)), nil)
	if err == nil || !strings.Contains(err.Error(), "the disk is full: make room in "+filepath.Dir(s.path)) {
		t.Errorf("the error is %v", err)
	}
	if n, err := s.Count(context.Background()); n != 1 || err != nil {
		t.Errorf("%d items, %v", n, err)
	}
}
