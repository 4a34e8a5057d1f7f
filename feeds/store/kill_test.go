package store_test

import (
	"bufio"
	"cmp"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"testing"

	"dateline/feeds"
	"dateline/feeds/store"
)

const childStore = "DATELINE_TEST_CHILD_STORE"

// TestChildWrites is a program that is killed or meets a fault: it writes visits
// and prints what is kept, until it cannot.
func TestChildWrites(t *testing.T) {
	path := os.Getenv(childStore)
	if path == "" || os.Getenv(childLock) != "" {
		t.Skip("only as a child")
	}
	s := openAt(t, path)
	for {
		id, err := writeVisit(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("kept", id)
	}
}

// child returns a test of this binary as a program of its own that writes to the
// store at path.
func child(t *testing.T, test, path string, env ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+test+"$")
	cmd.Env = append(append(os.Environ(), childStore+"="+path), env...)
	return cmd
}

// acknowledged returns what a child has printed as kept.
func acknowledged(line string) (feeds.ItemID, bool) {
	var id feeds.ItemID
	_, err := fmt.Sscanf(line, "kept %d", &id)
	return id, err == nil
}

// killed ends the writer in the middle of its work.
func killed(t *testing.T, path string, round int) (o outcome) {
	cmd := child(t, "TestChildWrites", path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if id, ok := acknowledged(lines.Text()); ok {
			o.kept = append(o.kept, id)
		}
		if len(o.kept) == 1+round%5 {
			_ = cmd.Process.Kill() // what it still had printed is read on
		}
	}
	_ = cmd.Wait()
	return o
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
