package config

import (
	"fmt"
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
	fmt.Fprintf(&b, "%s:%d:%d: ", f.File, f.Line, f.Column)
	if f.Key != "" {
		b.WriteString(f.Key)
		if f.Value != "" {
			b.WriteString(" = " + f.Value)
		}
		b.WriteString(": ")
	}
	return b.String() + f.Says
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

// shown makes a piece of a file fit to stand in a fault.
func shown(raw string) string {
	const limit = 60
	s := feeds.Clean(raw, 4*limit)
	if r := []rune(s); len(r) > limit {
		return string(r[:limit-1]) + "…"
	}
	return s
}
