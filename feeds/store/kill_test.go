package store_test

import (
	"bufio"
	"cmp"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"dateline/feeds"
	"dateline/feeds/store"
)

const childStore = "DATELINE_TEST_CHILD_STORE"

// TestChildWrites is the program that TestKilledInMidWrite kills: it saves
// items, marks one of them, puts them all into one story, and prints its ID when
// that is kept, for ever.
func TestChildWrites(t *testing.T) {
	path := os.Getenv(childStore)
	if path == "" {
		t.Skip("only as a child")
	}
	s := openAt(t, path)
	n, err := s.Count(t.Context())
	for ; err == nil; n++ {
		saved := save(t, s, oneStory{}, visitOf(0, 20, n*20).Items...)
		ids := []feeds.ItemID{saved[len(saved)-1].ID}
		if err = s.SetRead(t.Context(), ids, true); err == nil {
			err = s.SetStarred(t.Context(), ids, true)
		}
		if err == nil {
			err = s.Move(t.Context(), to(saved[0].Story, idsOf(saved)...))
		}
		if err == nil {
			fmt.Println("kept", ids[0])
		}
	}
	t.Error(err)
}

func TestKilledInMidWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	acknowledged := map[feeds.ItemID]bool{}
	for round := range 6 * *rounds {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestChildWrites$")
		cmd.Env = append(os.Environ(), childStore+"="+path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for seen := 0; lines.Scan(); {
			var id int64
			if _, err := fmt.Sscanf(lines.Text(), "kept %d", &id); err != nil {
				continue
			}
			acknowledged[feeds.ItemID(id)] = true
			if seen++; seen == 1+round%6*3 {
				_ = cmd.Process.Kill() // what it still had printed is read on
			}
		}
		_ = cmd.Wait()
		checkKept(t, path, acknowledged)
	}
	if len(acknowledged) < 6 {
		t.Errorf("only %d marks were acknowledged", len(acknowledged))
	}
}

// checkMoves looks at the items of one visit: they moved all or none, and every
// name leads to them.
func checkMoves(t *testing.T, s *store.Store, visit []feeds.Item, acknowledged map[feeds.ItemID]bool) {
	t.Helper()
	stories := map[feeds.StoryID]bool{}
	moved := false
	for _, it := range visit {
		stories[it.Story] = true
		moved = moved || acknowledged[it.ID]
		if st, _, err := s.Story(t.Context(), feeds.StoryID(it.ID)); st.ID != it.Story || err != nil {
			t.Errorf("the name %d leads to %d and not to %d, %v", it.ID, st.ID, it.Story, err)
		}
	}
	if n := len(stories); n != 1 && (moved || n != len(visit)) {
		t.Errorf("%d items of a visit are in %d stories", len(visit), n)
	}
}

func checkKept(t *testing.T, path string, acknowledged map[feeds.ItemID]bool) {
	t.Helper()
	s := openAt(t, path)
	marked := map[feeds.ItemID]bool{}
	all := items(t, s, store.Query{})
	slices.SortFunc(all, func(a, b feeds.Item) int { return cmp.Compare(a.ID, b.ID) })
	for _, it := range all {
		marked[it.ID] = it.Read && it.Starred
	}
	for id := range acknowledged {
		if !marked[id] {
			t.Errorf("the marks of item %d are lost", id)
		}
	}
	for visit := range slices.Chunk(all, 20) {
		checkMoves(t, s, visit, acknowledged)
	}
	if found, err := s.Search(t.Context(), "ministers", 0); err != nil || len(found) != len(all) {
		t.Errorf("%d of %d items are found, %v", len(found), len(all), err)
	}
	if len(all)%20 != 0 {
		t.Errorf("%d items: a visit was kept in part", len(all))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var verdict string
	if err := db.QueryRowContext(t.Context(), "PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("integrity_check: %s, %v", strconv.Quote(verdict), err)
	}
}
