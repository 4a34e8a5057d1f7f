package store

import (
	"context"
	"database/sql"
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

var update1 = flag.Bool("update", false, "write testdata/schema1.db anew")

const old = "testdata/schema1.db"

// TestWriteOldStore makes, when asked to, the store of a program that knew the
// first migration only.
func TestWriteOldStore(t *testing.T) {
	if !*update1 {
		t.Skip("only with -update")
	}
	_ = os.Remove(old)
	all, err := steps()
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", old)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.ExecContext(t.Context(), all[0]+`;
		INSERT INTO items VALUES (7, 'gazette', 'k', 'Ministers meet in Lyon', 'They met on Monday.', 'https://gazette.example/7',
			'A. Writer', '["world"]', 'fr', 1767225600000000, '', 1767225660000000, 0, 'Lyon', 'AFP',
			'{"countries":[{"code":"FR","weight":2,"about":true}]}', 7, '', 1, 1);
		INSERT INTO texts VALUES (7, '外交部长会谈');
		INSERT INTO visits VALUES ('gazette', 'https://gazette.example/rss', '"e"', '', 1767225660000000, 1767225660000000,
			1767226560000000, 1767225600000000, 1, 0, '', 81000000);
		PRAGMA user_version = 1`)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestAnOldStoreIsBroughtUpToDate(t *testing.T) {
	b, err := os.ReadFile(old)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "dateline.db")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	want := []feeds.Item{{
		ID: 7, Feed: "gazette", Key: "k", Title: "Ministers meet in Lyon", Summary: "They met on Monday.",
		URL: "https://gazette.example/7", Byline: "A. Writer", Categories: []string{"world"}, Language: "fr",
		Published: at, Seen: at.Add(time.Minute), Place: "Lyon", Wire: "AFP",
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
