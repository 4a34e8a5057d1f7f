package config

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"unicode/utf8"

	"dateline/feeds"
)

// Every bound of a file.
const (
	maxFile    = 2 << 20   // bytes: a device or a film named by mistake must not fill the memory
	maxFeeds   = 5000      // more would keep this computer and its network busy all day
	maxFolders = 20        // of an OPML file, in each other; the names of deeper ones say nothing
	maxPiece   = 128 << 10 // bytes of a tag or a text of an OPML file
	maxFaults  = 50        // that are told, of a file that is no configuration at all
)

var bom = []byte("\ufeff")

// source is one file of the user's and the faults found in it so far.
type source struct {
	file   string
	data   []byte
	faults Faults
	more   int // faults beyond maxFaults
}

// open reads a file. If it cannot be read, todo says what the user may do.
func open(file, todo string) (*source, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, unread{file, todo, err}
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, unread{file, todo, err}
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("%s is larger than %d MiB: %s", feeds.Clean(file, maxPath), maxFile>>20, todo)
	}
	return &source{file: file, data: bytes.TrimPrefix(data, bom)}, nil
}

// fault notes that what stands at a byte offset is wrong.
func (s *source) fault(at int, key, value, says string) {
	if len(s.faults) == maxFaults {
		s.more++
		return
	}
	line, column := s.place(at)
	s.faults = append(s.faults, Fault{s.file, line, column, shown(key), shown(value), says})
}

// place turns a byte offset into a line and a column, both counted from 1.
func (s *source) place(at int) (line, column int) {
	at = min(max(at, 0), len(s.data))
	for at > 0 && at < len(s.data) && !utf8.RuneStart(s.data[at]) {
		at-- // a decoder may point into a character
	}
	before := s.data[:at]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[start:]) + 1
}

// offset is the way back from a line and a column that counts bytes.
func (s *source) offset(line, column int) int {
	at := 0
	for range line - 1 {
		at += bytes.IndexByte(s.data[at:], '\n') + 1
	}
	return at + column - 1
}

// err returns the faults in the order of the file, nil if there are none.
func (s *source) err() error {
	slices.SortStableFunc(s.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	s.faults = slices.Compact(s.faults)
	switch {
	case s.more > 0:
		return fmt.Errorf("%w\nand %d more", s.faults, s.more)
	case len(s.faults) > 0:
		return s.faults
	}
	return nil
}
