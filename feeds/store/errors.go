package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// says words what can go wrong with the file, by SQLite's primary result
// code. %[1]s is the file, %[2]s its folder.
var says = map[int]string{
	sqlite3.SQLITE_NOTADB:   "%[1]s is not a Dateline store: move it away or use --data with another folder",
	sqlite3.SQLITE_CORRUPT:  "%[1]s is damaged: start Dateline again, and it is set aside and what can be read of it is kept",
	sqlite3.SQLITE_FULL:     "the disk is full: make room in %[2]s or use --data with another folder; what was stored before is kept",
	sqlite3.SQLITE_IOERR:    "the disk of %[2]s cannot be read or written: check it, and that there is room on it; what was stored before is kept",
	sqlite3.SQLITE_READONLY: "%[2]s cannot be written: make it writable or use --data with another folder",
	sqlite3.SQLITE_PERM:     "%[2]s cannot be written: make it writable or use --data with another folder",
	sqlite3.SQLITE_CANTOPEN: "%[1]s cannot be opened: make it readable and writable or use --data with another folder",
	sqlite3.SQLITE_BUSY:     "another program is writing to %[1]s: try again when it has ended",
}

// fileCodes are the errors that the system reports before SQLite is asked.
// Whatever else is wrong with a path, it cannot be opened.
var fileCodes = []struct {
	err  error
	code int
}{
	{fs.ErrPermission, sqlite3.SQLITE_READONLY},
	{syscall.EROFS, sqlite3.SQLITE_READONLY},
	{syscall.ENOSPC, sqlite3.SQLITE_FULL},
	{syscall.EDQUOT, sqlite3.SQLITE_FULL},
}

// fault is an error in words for people, with its cause.
type fault struct {
	words string
	cause error
}

func (f *fault) Error() string { return f.words }
func (f *fault) Unwrap() error { return f.cause }

// worded puts err into words for people. The end of a context and what is
// worded already stay as they are.
func worded(path string, err error) error {
	var done *fault
	if err == nil || errors.As(err, &done) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if text, ok := says[code(err)]; ok {
		return &fault{fmt.Sprintf(text, path, filepath.Dir(path)), err}
	}
	return &fault{fmt.Sprintf("the store %s failed: %v", path, err), err}
}

// code returns the primary result code of err, 0 if it has none.
func code(err error) int {
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		if misshapen(lite) {
			return sqlite3.SQLITE_CORRUPT
		}
		return lite.Code() & 0xff
	}
	if errors.Is(err, errUnsound) || err != nil && strings.HasPrefix(err.Error(), "sql: Scan error") { // a value that was never written
		return sqlite3.SQLITE_CORRUPT
	}
	for _, f := range fileCodes {
		if errors.Is(err, f.err) {
			return f.code
		}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return sqlite3.SQLITE_CANTOPEN
	}
	return 0
}

// misshapen says whether err comes of a schema that is not ours any more, or of
// lengths that nobody wrote.
func misshapen(err *sqlite.Error) bool {
	switch err.Code() & 0xff {
	case sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_MISMATCH:
		return true
	case sqlite3.SQLITE_ERROR:
		return strings.Contains(err.Error(), "no such ")
	default:
		return false
	}
}
