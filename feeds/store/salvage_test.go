package store_test

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feeds"
	"dateline/feeds/store"
)

// counting counts the bytes that are read of it.
type counting struct {
	io.ReaderAt
	read int64
}

func (c *counting) ReadAt(b []byte, at int64) (int, error) {
	c.read += int64(len(b))
	return c.ReaderAt.ReadAt(b, at)
}

// FuzzSalvage has any bytes searched for rows: nothing panics, and no more is
// read than the file and its log are long, a few times.
func FuzzSalvage(f *testing.F) {
	path := filepath.Join(f.TempDir(), "small.db")
	s := openAt(f, path)
	long := item("k2", "A long one")
	long.Summary = strings.Repeat("Envoys met. ", 900)
	saved := save(f, s, oneStory{}, item("k1", "T"), long)
	if err := s.SetStarred(f.Context(), idsOf(saved), true); err != nil {
		f.Fatal(err)
	}
	log, err := os.ReadFile(path + "-wal")
	if err != nil {
		f.Fatal(err)
	}
	_ = s.Close()
	db, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	search := open(f).Searcher(f)
	if n := search(bytes.NewReader(db), int64(len(db)), bytes.NewReader(nil), 0); n != 2 {
		f.Fatalf("%d rows are found in the file", n)
	}
	if n := search(bytes.NewReader(nil), 0, bytes.NewReader(log), int64(len(log))); n != 2 {
		f.Fatalf("%d rows are found in the log", n)
	}
	for n := 1; n < len(db)/4096; n++ {
		if leaf := page(db, n); leaf[0] == 13 {
			f.Add(chained(db, leaf), log[:100])
			f.Add(leaf, log[:32+2*(24+4096)])
		}
	}
	f.Fuzz(func(t *testing.T, db, log []byte) {
		file, journal := &counting{ReaderAt: bytes.NewReader(db)}, &counting{ReaderAt: bytes.NewReader(log)}
		search(file, int64(len(db)), journal, int64(len(log)))
		if size := int64(len(db) + len(log)); file.read+journal.read > 8*size+100 {
			t.Errorf("%d bytes were read of %d", file.read+journal.read, size)
		}
	})
}

// chained returns a small store of a leaf and, if a row of it goes on elsewhere,
// the two pages on which it does.
func chained(db, leaf []byte) []byte {
	small := append(make([]byte, 4096), leaf...)
	number := func(n int) []byte { return binary.BigEndian.AppendUint32(nil, uint32(n)) }
	for n := 2; n < len(db)/4096; n++ {
		next := int(binary.BigEndian.Uint32(page(db, n-1)))
		if page(db, n-1)[0] == 0 && next > 0 && next <= len(db)/4096 && bytes.Contains(leaf, number(n)) {
			small = bytes.Replace(small, number(n), number(3), 1)
			small = append(small, page(db, n-1)...)
			copy(page(small, 2), number(4))
			return append(small, page(db, next-1)...)
		}
	}
	return small
}

// TestWhatStandsInTheLogIsRescued loses the head of a store that was killed: the
// last star stands in its log only.
func TestWhatStandsInTheLogIsRescued(t *testing.T) {
	path := full(t)
	_ = openAt(t, path).Close()
	s := openAt(t, path)
	if err := s.SetStarred(t.Context(), []feeds.ItemID{filledItems}, true); err != nil {
		t.Fatal(err)
	}
	killed := filepath.Join(t.TempDir(), "dateline.db")
	for _, end := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + end)
		if err != nil {
			t.Fatal(err)
		}
		if end == "" {
			clear(page(b, 0))
		}
		write(t, killed+end, b)
	}
	s, notice, err := store.OpenRescued(t.Context(), killed, start, func() {})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	if !strings.Contains(notice, "200 headlines, 40 read marks, 41 stars, 40 bookmarks. What could not be found by its tables was looked for page by page.") {
		t.Errorf("it says %q", notice)
	}
}

// TestAMarkIsKeptWithWhatNamesItsItem loses where the text of a starred item goes
// on.
func TestAMarkIsKeptWithWhatNamesItsItem(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	s := openAt(t, path)
	long := item("long", "A long one")
	long.Summary, long.URL = strings.Repeat("Envoys met. ", 900), "https://gazette.example/long"
	saved := save(t, s, oneStory{}, item("k1", "T"), long, item("k3", "U"))
	if err := s.SetStarred(t.Context(), idsOf(saved[1:2]), true); err != nil {
		t.Fatal(err)
	}
	_ = s.Close()
	db, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	clear(db[:4096])
	for at := bytes.Index(db, []byte("Envoys met. ")); at >= 0 && at < len(db); at += 4096 {
		if n := at / 4096; db[n*4096] == 0 && bytes.Contains(page(db, n), []byte("Envoys met. ")) {
			clear(page(db, n))
		}
	}
	write(t, path, db)
	s, notice, err := store.OpenRescued(t.Context(), path, start, func() {})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	if !strings.Contains(notice, "3 headlines, 0 read marks, 1 star,") || !strings.Contains(notice, "Of 1 headline only a part was found.") {
		t.Errorf("it says %q", notice)
	}
	all := items(t, s, store.Query{IDs: []feeds.ItemID{2}})
	if len(all) != 1 || !all[0].Starred || all[0].Key != "long" || all[0].Title != "A long one" || all[0].Published.IsZero() {
		t.Errorf("got %+v", all)
	}
}
