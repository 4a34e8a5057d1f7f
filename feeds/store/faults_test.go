package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"dateline/feeds"
	"dateline/feeds/store"
)

// faultKind is something that goes wrong around stores.
type faultKind struct {
	name   string
	rounds int // one store each
	says   string
	do     func(t *testing.T, paths []string) []outcome
}

// outcome is what a writer that met a fault was told: which items are kept with
// their marks, and why no more are.
type outcome struct {
	kept []feeds.ItemID
	said error
}

// faultKinds are those of every system; systemFaults are those of some.
var faultKinds = []faultKind{
	{"locked for less than the patience", 12, "", inTurn(lockedShortly)},
	{"locked for longer", 6, "another program is writing to", lockedForLong("BEGIN IMMEDIATE")},
	{"locked against readers", 4, "another program is writing to", lockedForLong("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; PRAGMA user_version = 0")},
	{"of a newer version", 4, "newer Dateline (schema 99", inTurn(ofANewerVersion)},
	{"its folder vanishes and comes back", 3, "was moved or deleted", inTurn(vanishing)},
	{"another stands in its place", 3, "was moved or deleted", inTurn(replaced)},
}

// leastRounds is how many rounds a run of the tests has at least, with those of
// the damages.
const leastRounds = 100

// TestFaults promises, whatever goes wrong: what was told as kept is there, and
// what is not kept is said in words.
func TestFaults(t *testing.T) {
	base := filepath.Join(t.TempDir(), "dateline.db")
	s, before := openAt(t, base), map[feeds.ItemID]bool{}
	for range 3 {
		id, err := writeVisit(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		before[id] = true
	}
	_ = s.Close()
	db, err := os.ReadFile(base)
	if err != nil {
		t.Fatal(err)
	}
	total := len(damages) * damageRounds
	for _, k := range append(systemFaults, faultKinds...) {
		total += k.rounds
		t.Run(k.name, func(t *testing.T) {
			t.Parallel() // most of the time they wait
			paths := make([]string, k.rounds**rounds)
			for i := range paths {
				paths[i] = filepath.Join(t.TempDir(), "data", "dateline.db")
				if err := os.Mkdir(filepath.Dir(paths[i]), 0o700); err != nil {
					t.Fatal(err)
				}
				write(t, paths[i], db)
			}
			kept, last := 0, error(nil)
			for i, o := range k.do(t, paths) {
				if k.says == "" && o.said != nil || k.says != "" && (o.said == nil || !strings.Contains(o.said.Error(), k.says)) {
					t.Errorf("round %d: it says %v, want %q", i, o.said, k.says)
				}
				acknowledged := map[feeds.ItemID]bool{}
				for id := range before {
					acknowledged[id] = true
				}
				for _, id := range o.kept {
					acknowledged[id] = true
				}
				kept, last = kept+len(o.kept), o.said
				checkKept(t, paths[i], acknowledged)
			}
			t.Logf("%d rounds, %d marks acknowledged, last said: %v", len(paths), kept, last)
		})
	}
	if total < leastRounds {
		t.Errorf("%d rounds, want %d", total, leastRounds)
	}
}

// writeVisit saves 20 items, marks the last of them, puts them all into one
// story, and returns its ID when all that is kept.
func writeVisit(ctx context.Context, s *store.Store) (feeds.ItemID, error) {
	n, err := s.Count(ctx)
	if err != nil {
		return 0, err
	}
	saved, _, err := s.Save(ctx, []store.Visit{visitOf(0, 20, n)}, oneStory{})
	if err != nil {
		return 0, err
	}
	id := saved[0][len(saved[0])-1].ID
	err = s.SetRead(ctx, []feeds.ItemID{id}, true)
	if err == nil {
		err = s.SetStarred(ctx, []feeds.ItemID{id}, true)
	}
	if err == nil {
		err = s.Move(ctx, to(saved[0][0].Story, idsOf(saved[0])...))
	}
	return id, err
}

// meet opens the store at path and writes to it.
func meet(ctx context.Context, path string) outcome {
	s, err := store.Open(ctx, path)
	if err != nil {
		return outcome{said: err}
	}
	o := attempt(ctx, s)
	return outcome{o.kept, errors.Join(o.said, s.Close())}
}

func attempt(ctx context.Context, s *store.Store) outcome {
	id, err := writeVisit(ctx, s)
	if err != nil {
		return outcome{said: err}
	}
	return outcome{kept: []feeds.ItemID{id}}
}

// inTurn does one store after the other.
func inTurn(do func(t *testing.T, path string, round int) outcome) func(*testing.T, []string) []outcome {
	return func(t *testing.T, paths []string) []outcome {
		all := make([]outcome, len(paths))
		for i, path := range paths {
			all[i] = do(t, path, i)
		}
		return all
	}
}

// again has a writer without a fault go on after o.
func again(t *testing.T, path string, o outcome) outcome {
	t.Helper()
	after := meet(t.Context(), path)
	if after.said != nil {
		t.Errorf("when all is well again: %v", after.said)
	}
	return outcome{append(o.kept, after.kept...), o.said}
}

const childLock = "DATELINE_TEST_CHILD_LOCK"

// TestChildLocks is another program that locks the store until its input ends.
func TestChildLocks(t *testing.T) {
	how := os.Getenv(childLock)
	if how == "" {
		t.Skip("only as a child")
	}
	db, err := sql.Open("sqlite", os.Getenv(childStore))
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(t.Context(), how); err != nil {
		t.Fatal(err)
	}
	fmt.Println("locked")
	_, _ = io.Copy(io.Discard, os.Stdin)
	_ = db.Close() // which undoes what it did
}

// lock has another program lock the store until release is called.
func lock(t *testing.T, path, how string) (release func()) {
	t.Helper()
	cmd := child(t, "TestChildLocks", path, childLock+"="+how)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if said, err := io.ReadAll(io.LimitReader(out, int64(len("locked")))); string(said) != "locked" {
		t.Fatalf("the other program says %q, %v", said, err)
	}
	return func() {
		_ = in.Close()
		_, _ = io.Copy(io.Discard, out)
		_ = cmd.Wait()
	}
}

func lockedShortly(t *testing.T, path string, _ int) outcome {
	s := openAt(t, path)
	defer func() { _ = s.Close() }()
	release := lock(t, path, "BEGIN IMMEDIATE")
	done := make(chan outcome)
	go func() { done <- attempt(t.Context(), s) }()
	release()
	return <-done
}

// lockedForLong has writers wait at the same time, each until its patience ends.
func lockedForLong(how string) func(*testing.T, []string) []outcome {
	return func(t *testing.T, paths []string) []outcome {
		all, releases := make([]outcome, len(paths)), make([]func(), len(paths))
		var waiting sync.WaitGroup
		for i, path := range paths {
			releases[i] = lock(t, path, how)
			waiting.Go(func() { all[i] = meet(t.Context(), path) })
		}
		waiting.Wait()
		for i, path := range paths {
			releases[i]()
			all[i] = again(t, path, all[i])
		}
		return all
	}
}

func ofANewerVersion(t *testing.T, path string, _ int) outcome {
	var known int
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.QueryRowContext(t.Context(), "PRAGMA user_version").Scan(&known); err != nil {
		t.Fatal(err)
	}
	_ = db.Close()
	run(t, path, "PRAGMA user_version = 99")
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	o := meet(t.Context(), path)
	if after, err := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Errorf("the file was changed, %v", err)
	}
	run(t, path, fmt.Sprint("PRAGMA user_version = ", known))
	return again(t, path, o)
}

func vanishing(t *testing.T, path string, _ int) outcome {
	s := openAt(t, path)
	defer func() { _ = s.Close() }()
	dir := filepath.Dir(path)
	if err := os.Rename(dir, dir+"-away"); err != nil {
		t.Skip("the system keeps the folders of open files") // Windows
	}
	o := attempt(t.Context(), s)
	if err := os.Rename(dir+"-away", dir); err != nil {
		t.Fatal(err)
	}
	after := attempt(t.Context(), s)
	if after.said != nil {
		t.Errorf("when it is back: %v", after.said)
	}
	return outcome{append(o.kept, after.kept...), o.said}
}

func replaced(t *testing.T, path string, _ int) outcome {
	s := openAt(t, path)
	defer func() { _ = s.Close() }()
	db, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(path)
	if err := os.Rename(dir, dir+"-away"); err != nil {
		t.Skip("the system keeps the folders of open files") // Windows
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, path, db)
	return again(t, path, attempt(t.Context(), s))
}
