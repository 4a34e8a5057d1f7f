package store_test

import (
	"testing"

	"dateline/feeds/store"
)

func TestStateIsKeptFromStartToStart(t *testing.T) {
	path := t.TempDir() + "/dateline.db"
	for i, step := range []struct{ found, kept string }{{"", "region:sahel"}, {"region:sahel", ""}, {"", "country:ua"}, {"country:ua", "x"}} {
		s, err := store.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := s.State(t.Context(), "filter"); got != step.found || err != nil {
			t.Errorf("start %d finds %q, %v; want %q", i, got, err, step.found)
		}
		if got, err := s.State(t.Context(), "other"); got != "" || err != nil {
			t.Errorf("another key has %q, %v", got, err)
		}
		if err := s.SetState(t.Context(), "filter", step.kept); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
