package config

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"dateline/feeds"
)

// Fault is one thing that is wrong in a file of the user's.
type Fault struct {
	File         string // as it was named to us
	Line, Column int    // counted from 1, columns in characters
	Key          string // with its table: "loader.every"; empty if the fault has no key
	Value        string // as written in the file; empty if the key itself is the fault
	Says         string // what would be right
}

// Error returns the fault in one line: config.toml:12:9: loader.every = "5x":
// want a duration ...
func (f Fault) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d:%d: ", feeds.Clean(f.File, maxPath), f.Line, f.Column)
	if f.Key != "" {
		b.WriteString(f.Key)
		if f.Value != "" {
			b.WriteString(" = " + f.Value)
		}
		b.WriteString(": ")
	}
	return b.String() + f.Says
}

// Redacted returns err without the values that stand in the reader's files: one
// of them may be a password.
func Redacted(err error) error {
	var faults Faults
	if !errors.As(err, &faults) {
		return err
	}
	out := make(Faults, len(faults))
	for i, f := range faults {
		f.Value = ""
		out[i] = f
	}
	return out
}

// Faults are all faults of one file, in the order of the file.
type Faults []Fault

// Error returns the faults, one a line.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// maxPath bounds the name of a file where it is told, in bytes.
const maxPath = 4096

// unread says why a file of the user's could not be read, and what to do. It
// wraps the system's own error.
type unread struct {
	file, todo string
	cause      error
}

func (u unread) Error() string {
	says := "cannot be read"
	var path *fs.PathError
	switch {
	case errors.Is(u.cause, fs.ErrNotExist):
		says = "does not exist"
	case errors.Is(u.cause, fs.ErrPermission):
		says = "may not be read"
	case errors.As(u.cause, &path):
		says += " (" + path.Err.Error() + ")"
	}
	return fmt.Sprintf("%s %s: %s", feeds.Clean(u.file, maxPath), says, u.todo)
}

func (u unread) Unwrap() error { return u.cause }

// shown makes a piece of a file fit to stand in a fault.
func shown(raw string) string {
	const limit = 60
	s := feeds.Clean(raw, 4*limit)
	if r := []rune(s); len(r) > limit {
		return string(r[:limit-1]) + "…"
	}
	return s
}
