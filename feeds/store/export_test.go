package store

import "testing"

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
