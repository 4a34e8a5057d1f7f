package store

import (
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

func TestWhatTheSystemSaysOfAPathIsWorded(t *testing.T) {
	for err, want := range map[error]string{
		syscall.ENOENT:       "cannot be opened",
		syscall.ENOTDIR:      "cannot be opened",
		syscall.EISDIR:       "cannot be opened",
		syscall.ENAMETOOLONG: "cannot be opened",
		syscall.EACCES:       "cannot be written",
		syscall.EROFS:        "cannot be written",
		syscall.ENOSPC:       "the disk is full",
	} {
		got := worded("/d/dateline.db", &fs.PathError{Op: "mkdir", Path: "/d", Err: err}).Error()
		if !strings.Contains(got, want) || !strings.Contains(got, "use --data with another folder") || strings.Contains(got, "mkdir") {
			t.Errorf("%v: %q, want it to say %q", err, got, want)
		}
	}
}
