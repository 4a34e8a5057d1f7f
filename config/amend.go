package config

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"dateline/feeds"
)

//go:embed corrections.tsv
var correctionsHead []byte

// Amend carries a step out in corrections.tsv and returns what stands in it
// then. What the reader has written there stays as it is, what is wrong in it
// too. Two programs that amend at once wait for each other, and a program that
// is killed leaves the file whole.
func Amend(p Paths, atlas *feeds.Atlas, step feeds.Amendment) (feeds.Corrections, error) {
	after, err := amend(p.Corrections, correctionsHead, func(s *source) ([]byte, error) { return s.amended(atlas, step), nil })
	if err != nil {
		return nil, err
	}
	return corrections(after.lines(atlas)), nil
}

// amend puts what change makes of a file in its place, and returns it. A file
// that is not there yet begins with head.
func amend(file string, head []byte, change func(*source) ([]byte, error)) (*source, error) {
	after, err := amendLocked(file, head, change)
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", feeds.Clean(file, maxPath), err)
	}
	return after, nil
}

func amendLocked(file string, head []byte, change func(*source) ([]byte, error)) (*source, error) {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return nil, err
	}
	unlock, err := lock(file)
	if err != nil {
		return nil, err
	}
	defer unlock()
	s, err := open(file, "make it readable")
	if errors.Is(err, fs.ErrNotExist) {
		s, err = &source{file: file, data: head}, nil
	}
	if err != nil {
		return nil, err
	}
	data, err := change(s)
	if err != nil || bytes.Equal(data, s.data) {
		return s, err
	}
	return &source{file: file, data: data}, replace(file, data)
}

// amended returns the file after the step: without the lines that go, the new
// ones at the end.
func (s *source) amended(atlas *feeds.Atlas, step feeds.Amendment) []byte {
	var gone []span
	var added []string
	lines := s.lines(atlas)
	for _, l := range lines {
		if step.Removed.Has(l.says) {
			gone = append(gone, l.span)
		}
	}
	have := corrections(lines)
	for _, c := range step.Added {
		if !have.Has(c) {
			added = append(added, written(c))
		}
	}
	return s.rewritten(gone, added)
}

// written returns the line of a correction, without its end.
func written(c feeds.Correction) string {
	made := ""
	if !c.Made.IsZero() {
		made = c.Made.Format(time.DateOnly)
	}
	cells := []string{string(c.Scope), feeds.Clean(c.Subject, maxSubject), c.Mark(), made, feeds.Clean(c.Note, maxNote)}
	return strings.TrimRight(strings.Join(cells, "\t"), "\t")
}

// replace puts data in the place of the file, all of it or nothing, with the
// rights it had. A link stays a link to what is replaced.
func replace(file string, data []byte) error {
	mode := os.FileMode(0o600)
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real
	}
	if info, err := os.Stat(file); err == nil {
		mode = info.Mode().Perm()
	}
	temp, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+"-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(temp.Name()) }() // once renamed it is not there any more
	_, err = temp.Write(data)
	err = errors.Join(err, temp.Chmod(mode), temp.Sync(), temp.Close())
	if err != nil {
		return err
	}
	return os.Rename(temp.Name(), file)
}

const (
	patience  = 10 * time.Second // whoever changes a file takes milliseconds
	lockAgain = 5 * time.Millisecond
)

// lock waits until no other program is changing the file and keeps others from
// it until unlock is called. The lock is of the system's and ends with the
// program, however that ends; the file beside it only carries it, and stays. On
// a disk without locks two programs may come between each other.
func lock(file string) (unlock func(), err error) {
	l := flock.New(file+".lock", flock.SetPermissions(0o600))
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	free, err := l.TryLockContext(ctx, lockAgain)
	switch {
	case free || errors.Is(err, errors.ErrUnsupported):
		return func() { _ = l.Close() }, nil // the end of the program does the same
	case ctx.Err() != nil:
		return nil, errors.New("another program has been changing it for long: end that one and try again")
	default:
		return nil, err
	}
}
