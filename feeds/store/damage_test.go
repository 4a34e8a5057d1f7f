package store_test

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

// rounds is how often each kind of damage is done; many for a long run.
var rounds = flag.Int("rounds", 1, "how often each kind of damage is done to a store")

// precious are the items of a full store that are read, have a star and a
// bookmark.
const precious, filledItems = 40, 200

// full makes a store with all that can stand in one, and returns its path. What
// was saved last is still in its -wal.
func full(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "dateline.db")
	s := openAt(t, path)
	saved := save(t, s, oneStory{}, visitOf(0, filledItems, 0).Items...)
	for i, it := range saved {
		if i%(filledItems/precious) != 0 {
			continue
		}
		err := s.SetRead(t.Context(), []feeds.ItemID{it.ID}, true)
		if err == nil {
			err = s.SetStarred(t.Context(), []feeds.ItemID{it.ID}, true)
		}
		if err == nil {
			err = s.SaveBookmark(t.Context(), feeds.Bookmark{Item: it.ID, Block: 3, At: 7, Percent: 40, Kept: start})
		}
		if err == nil {
			err = s.SaveArticle(t.Context(), feeds.TextArticle(it, strings.Repeat("A paragraph of the page.\n\n", 40)))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	copied := filepath.Join(t.TempDir(), "dateline.db")
	for _, end := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + end)
		if err != nil {
			t.Fatal(err)
		}
		write(t, copied+end, b)
	}
	return copied
}

// damageRounds is how often each damage is done in a run of the tests.
const damageRounds = 2

// damages are done to a whole store; least is what part of its items are
// there afterwards at least. It is 0 where nothing bounds what is destroyed.
var damages = []struct {
	name  string
	least float64
	do    func(r *rand.Rand, db, wal []byte) ([]byte, []byte)
}{
	{"nothing", 1, func(_ *rand.Rand, db, wal []byte) ([]byte, []byte) { return db, wal }},
	{"flipped bytes", .6, func(r *rand.Rand, db, wal []byte) ([]byte, []byte) {
		for range 1 + r.IntN(20) {
			db[r.IntN(len(db))] ^= byte(1 << r.IntN(8))
		}
		return db, wal
	}},
	{"pages of noise", .9, func(r *rand.Rand, db, wal []byte) ([]byte, []byte) {
		for range 1 + r.IntN(4) {
			noise(r, page(db, 1+r.IntN(len(db)/4096-1)))
		}
		return db, wal
	}},
	{"pages of zeros", .9, func(r *rand.Rand, db, wal []byte) ([]byte, []byte) {
		for range 1 + r.IntN(4) {
			clear(page(db, 1+r.IntN(len(db)/4096-1)))
		}
		return db, wal
	}},
	{"a head of zeros", 1, func(_ *rand.Rand, db, wal []byte) ([]byte, []byte) {
		clear(db[:100])
		return db, wal
	}},
	{"a first page of noise", 1, func(r *rand.Rand, db, wal []byte) ([]byte, []byte) {
		noise(r, page(db, 0))
		return db, wal
	}},
	{"no page that leads to others", 1, func(r *rand.Rand, db, wal []byte) ([]byte, []byte) {
		noise(r, page(db, 0))
		for n := 1; n < len(db)/4096; n++ {
			if kind := page(db, n)[0]; kind == 2 || kind == 5 {
				noise(r, page(db, n))
			}
		}
		return db, wal
	}},
	{"cut short", 0, func(r *rand.Rand, db, wal []byte) ([]byte, []byte) {
		return db[:1+r.IntN(len(db)-1)], wal
	}},
	{"without its log", 1, func(_ *rand.Rand, db, _ []byte) ([]byte, []byte) { return db, nil }},
	{"a log of noise", 1, func(r *rand.Rand, db, wal []byte) ([]byte, []byte) {
		noise(r, wal)
		return db, wal
	}},
}

func page(db []byte, n int) []byte { return db[n*4096 : (n+1)*4096] }

func noise(r *rand.Rand, b []byte) {
	for i := range b {
		b[i] = byte(r.Uint32())
	}
}

// TestDamageIsSetAside does what disks do to a store and starts again, as often
// as the words ask for.
func TestDamageIsSetAside(t *testing.T) {
	whole := full(t)
	_ = openAt(t, whole).Close() // all is in one file
	for _, d := range damages {
		t.Run(d.name, func(t *testing.T) {
			worst := 1.0
			for round := range damageRounds * *rounds {
				r := rand.New(rand.NewPCG(uint64(round), 6)) //nolint:gosec // chance that comes again
				path := filepath.Join(t.TempDir(), "dateline.db")
				db, err := os.ReadFile(whole)
				if err != nil {
					t.Fatal(err)
				}
				db, wal := d.do(r, db, make([]byte, 20_000))
				write(t, path, db)
				write(t, path+"-wal", wal)
				left, said := startAgain(t, path)
				part := float64(left) / filledItems
				if part < d.least {
					t.Errorf("round %d: %.2f of the items are left, want %.2f; %s", round, part, d.least, said)
				}
				worst = min(worst, part)
				checkAside(t, path, said)
			}
			t.Logf("%.3f of the items are left at worst", worst)
		})
	}
}

// checkAside looks whether a store was set aside exactly when that was said, and
// whether the rescue has cleared up.
func checkAside(t *testing.T, path, said string) {
	t.Helper()
	all, err := filepath.Glob(path + ".broken-*")
	if err != nil {
		t.Fatal(err)
	}
	if (said != "") != (len(all) > 0) {
		t.Errorf("it says %q, set aside are %v", said, all)
	}
	for _, end := range []string{".rescue", ".rescue-head", ".rescue.open", ".damaged"} {
		if _, err := os.Stat(path + end); err == nil {
			t.Errorf("%s stays", end)
		}
	}
}

// startAgain starts until all works, which the second time it must, and returns
// how many items are there and what was said.
func startAgain(t *testing.T, path string) (left int, said string) {
	t.Helper()
	for range 3 {
		s, notice, err := store.OpenRescued(t.Context(), path, start, func() {})
		if err != nil {
			t.Fatalf("the program cannot start: %v", err)
		}
		said += notice
		left, err = useAll(t, s)
		if err := s.Close(); err != nil && !strings.Contains(err.Error(), "start Dateline again") {
			t.Fatal(err)
		}
		if err == nil {
			return left, said
		}
		if !strings.Contains(err.Error(), "start Dateline again") {
			t.Fatalf("the words do not help: %v", err)
		}
	}
	t.Fatal("it is damaged after every start")
	return 0, ""
}

// useAll does what a session does, and returns how many items are listed.
func useAll(t *testing.T, s *store.Store) (int, error) {
	t.Helper()
	all, err := s.Items(t.Context(), store.Query{})
	if err != nil {
		return 0, err
	}
	seen := map[string]bool{}
	for _, it := range all {
		name := string(it.Feed) + " " + it.Key
		if seen[name] {
			t.Errorf("%s is there twice", name)
		}
		seen[name] = true
		if _, err := s.Text(t.Context(), it.ID); err != nil {
			return 0, err
		}
		if _, _, err := s.Article(t.Context(), it.ID); err != nil {
			return 0, err
		}
		if _, _, err := s.Bookmark(t.Context(), it.ID); err != nil {
			return 0, err
		}
	}
	if _, err := s.Visits(t.Context()); err != nil {
		return 0, err
	}
	if _, err := s.Watch(t.Context(), time.Time{}, start); err != nil {
		return 0, err
	}
	if _, err := s.Search(t.Context(), "ministers", 0); err != nil {
		return 0, err
	}
	if _, _, err := s.Save(t.Context(), []store.Visit{visitOf(1, 50, 0)}, oneStory{}); err != nil {
		return 0, err
	}
	return len(all), s.Check(t.Context())
}

func TestMarksAreRescued(t *testing.T) {
	path := full(t)
	_ = openAt(t, path).Close()
	db, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before := items(t, openAt(t, path), store.Query{})
	path = filepath.Join(t.TempDir(), "dateline.db")
	write(t, path+".rescue", []byte("a rescue that was cut short"))
	clear(db[:100])
	write(t, path, db)
	begun := 0
	s, notice, err := store.OpenRescued(t.Context(), path, start, func() { begun++ })
	if err != nil || begun != 1 {
		t.Fatal(begun, err)
	}
	defer func() { _ = s.Close() }()
	const aside = "dateline.db.broken-2026-02-01T0800"
	const want = "It is kept as " + aside + "; of it were rescued: 200 headlines, 40 read marks, 40 stars, 40 bookmarks."
	if !strings.HasSuffix(notice, want) {
		t.Errorf("it says %q, want %q", notice, want)
	}
	same(t, "items", items(t, s, store.Query{}), before)
	if found, err := s.Search(t.Context(), "paragraph of the page", 0); err != nil || len(found) != precious {
		t.Errorf("%d pages are found, %v", len(found), err)
	}
	if after, err := os.ReadFile(filepath.Join(filepath.Dir(path), aside)); err != nil || !bytes.Equal(after, db) {
		t.Errorf("what was set aside is not what was found, %v", err)
	}
	if _, again, err := store.OpenRescued(t.Context(), path, start, func() {}); again != "" || err != nil {
		t.Errorf("the next start says %q, %v", again, err)
	}
}

func TestARescueThatWasCutShortIsEnded(t *testing.T) {
	path := full(t)
	_ = openAt(t, path).Close()
	for range 2 {
		if err := os.Rename(path, path+".rescue"); err != nil {
			t.Fatal(err)
		}
		write(t, path+".damaged", nil)
		s, notice, err := store.OpenRescued(t.Context(), path, start, func() {})
		if err != nil || notice != "" {
			t.Fatalf("it says %q, %v", notice, err)
		}
		same(t, "items", len(items(t, s, store.Query{})), filledItems)
		_ = s.Close()
	}
}

func TestADamagedStoreInUseIsLeftAlone(t *testing.T) {
	path := full(t)
	s := openAt(t, path)
	write(t, path+".damaged", nil)
	_, _, err := store.OpenRescued(t.Context(), path, start, func() {})
	if err == nil || !strings.Contains(err.Error(), "another Dateline has it open: end that one and start again") {
		t.Errorf("got %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, notice, err := store.OpenRescued(t.Context(), path, start, func() {})
	if err != nil || !strings.Contains(notice, "200 headlines") {
		t.Fatalf("it says %q, %v", notice, err)
	}
	_ = s.Close()
}
