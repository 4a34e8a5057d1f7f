package store

import (
	"io"
	"slices"
	"testing"
)

// HoldReaders takes every connection that reads until the test ends, and
// returns how many there are.
func (s *Store) HoldReaders(t *testing.T) int {
	t.Helper()
	most := s.db.Stats().MaxOpenConnections
	for range most {
		c, err := s.db.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
	}
	return most
}

// Pages returns how many pages the file has.
func (s *Store) Pages(t *testing.T) (n int) {
	t.Helper()
	if err := s.db.QueryRowContext(t.Context(), "PRAGMA page_count").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// Searcher returns what looks for rows on the pages of a file and its log, and
// says how many it has recognised.
func (s *Store) Searcher(t testing.TB) func(file io.ReaderAt, size int64, log io.ReaderAt, logSize int64) int {
	t.Helper()
	all, err := shapes(t.Context(), s.db)
	if err != nil {
		t.Fatal(err)
	}
	return func(file io.ReaderAt, size int64, log io.ReaderAt, logSize int64) (found int) {
		err := newPages(file, size, log, logSize).records(func(r record) error {
			if slices.ContainsFunc(all, func(s shape) bool { _, _, ok := s.fit(r); return ok }) {
				found++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
}

// Automerge returns the setting of the search index of that name.
func (s *Store) Automerge(t *testing.T) (parts string) {
	t.Helper()
	if err := s.db.QueryRowContext(t.Context(), "SELECT v FROM search_config WHERE k = 'automerge'").Scan(&parts); err != nil {
		t.Fatal(err)
	}
	return parts
}

// Notes returns how many copies have noted what they show.
func (s *Store) Notes(t *testing.T) (n int) {
	t.Helper()
	if err := s.db.QueryRowContext(t.Context(), "SELECT count(*) FROM state WHERE key GLOB ?", showingKey+"*").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
