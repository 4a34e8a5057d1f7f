package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	sqlite3 "modernc.org/sqlite/lib"
)

// A damaged store is never mended in place and never deleted. What can be read
// of it is written to a new file beside it; then it steps aside under a name
// with the date, and the new one takes its place. A program that is killed in
// between begins anew, or finds the new file and takes it.
const (
	suspectEnd = ".damaged" // an empty file: the store of that name was found damaged while it was in use
	rescueEnd  = ".rescue"  // the new file while it is written
	brokenEnd  = ".broken-"
	openEnd    = ".open" // carries the lock of those that have the store open
)

// sidecars are the files that belong to a database, and so go where it goes.
var sidecars = []string{"-wal", "-shm"}

// OpenRescued opens the store at path as Open does. A store that is damaged is
// set aside first, and what can be read of it is kept; notice then says so in
// words for people, otherwise it is empty. Before that begins, which may take a
// minute, begins is called.
func OpenRescued(ctx context.Context, path string, now time.Time, begins func()) (s *Store, notice string, err error) {
	if err := resume(path); err != nil {
		return nil, "", worded(path, err)
	}
	s, err = Open(ctx, path)
	switch {
	case err == nil && !suspected(path):
		return s, "", nil
	case err == nil:
		err = s.Close()
	case damaged(err):
		err = nil
	}
	if err != nil {
		return nil, "", err
	}
	begins()
	kept, aside, err := replace(ctx, path, now)
	if err != nil {
		return nil, "", worded(path, err)
	}
	s, err = Open(ctx, path)
	return s, fmt.Sprintf("The store was damaged. It is kept as %s; %s", aside, kept), err
}

// damaged says whether err is about what stands in the file.
func damaged(err error) bool {
	c := code(err)
	return c == sqlite3.SQLITE_CORRUPT || c == sqlite3.SQLITE_NOTADB
}

func suspected(path string) bool {
	_, err := os.Stat(path + suspectEnd)
	return err == nil
}

// suspect notes damage for the next start, as well as it can.
func suspect(path string) {
	if f, err := os.OpenFile(path+suspectEnd, os.O_CREATE, 0o600); err == nil {
		_ = f.Close()
	}
}

// resume ends a rescue that was cut short between its last steps.
func resume(path string) error {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return nil // what else is wrong with it, Open says
	}
	if _, err := os.Stat(path + rescueEnd); err != nil {
		return nil //nolint:nilerr // there was no rescue
	}
	return settle(path)
}

// settle puts the rescued store in its place.
func settle(path string) error {
	if err := os.Rename(path+rescueEnd, path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err // where it is not there, another process has done it
	}
	for _, file := range []string{path + suspectEnd, path + rescueEnd + openEnd} {
		if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// replace writes what can be read of the store at path to a new one that takes
// its place. It returns what was kept and the name of the old one.
func replace(ctx context.Context, path string, now time.Time) (kept tally, aside string, err error) {
	l, free := hold(path+openEnd, false)
	defer func() { _ = l.Close() }()
	if !free {
		return kept, "", &fault{words: fmt.Sprintf("%s is damaged, and another Dateline has it open: end that one and start again, then what can be read is rescued", path)}
	}
	fresh := path + rescueEnd
	if err := remove(fresh); err != nil {
		return kept, "", err
	}
	if kept, err = salvage(ctx, path, fresh); err != nil {
		return kept, "", fmt.Errorf("rescue what can be read of %s: %w", path, err)
	}
	if aside, err = setAside(path, now); err != nil {
		return kept, "", err
	}
	return kept, filepath.Base(aside), settle(path)
}

// remove takes away a new file that was not finished.
func remove(path string) error {
	for _, end := range append([]string{"", openEnd}, sidecars...) {
		if err := os.Remove(path + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// setAside gives a store and what belongs to it a name with the date, and
// returns that. The store itself goes last: as long as it has its name, the
// rescue is made again.
func setAside(path string, now time.Time) (string, error) {
	aside := path + brokenEnd + now.Format("2006-01-02T1504")
	for {
		if _, err := os.Stat(aside); err != nil {
			break // the name is free
		}
		aside += "+"
	}
	for _, end := range append(sidecars, "") {
		if err := os.Rename(path+end, aside+end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return aside, nil
}

// tally is how much was rescued.
type tally struct {
	items, read, starred, bookmarks int
	cut                             int  // items of which a part is lost
	paged                           bool // looked for on each page
}

// String says it in words for people.
func (t tally) String() string {
	if t.items == 0 {
		return "no headline of it could be read."
	}
	said := "of it were rescued: " + strings.Join([]string{
		counted(t.items, "headline"), counted(t.read, "read mark"), counted(t.starred, "star"), counted(t.bookmarks, "bookmark"),
	}, ", ") + "."
	if t.paged {
		said += " What could not be found by its tables was looked for page by page."
	}
	if t.cut > 0 {
		said += fmt.Sprintf(" Of %s only a part was found.", counted(t.cut, "headline"))
	}
	return said
}

func counted(n int, word string) string {
	if n != 1 {
		word += "s"
	}
	return fmt.Sprintf("%d %s", n, word)
}
