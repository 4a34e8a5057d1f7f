package config

import (
	"bytes"
	"slices"
	"strings"
	"time"
)

// span is where a line of a file stands, in bytes, its end among them.
type span struct{ start, end int }

// column is one cell of a line and where it begins.
type column struct {
	text string
	at   int
}

// record is one line of a file whose cells are parted by tabs, while it is read.
type record struct {
	*source
	span
	names []string // of the columns
	cells []column
}

// records returns the lines of a file that are no comments, not blank and not
// the names of the columns.
func (s *source) records(names ...string) []record {
	var out []record
	at := 0
	for text := range bytes.Lines(s.data) {
		r := record{source: s, span: span{at, at + len(text)}, names: names, cells: cut(string(text), at)}
		at = r.end
		if r.speaks() {
			out = append(out, r)
		}
	}
	return out
}

// cut parts a line, which begins at a byte of the file, at its tabs.
func cut(text string, at int) []column {
	var cells []column
	for cell := range strings.SplitSeq(strings.TrimRight(text, "\r\n"), "\t") {
		trimmed := strings.TrimSpace(cell)
		cells = append(cells, column{trimmed, at + strings.Index(cell, trimmed)})
		at += len(cell) + 1
	}
	return cells
}

func (r record) speaks() bool {
	first := r.cells[0].text
	blank := !slices.ContainsFunc(r.cells, func(c column) bool { return c.text != "" })
	return !blank && !strings.HasPrefix(first, "#") && (first != r.names[0] || r.get(1).text != r.names[1])
}

// get returns a cell, an empty one at the end of the line if it is missing.
func (r record) get(i int) column {
	if i < len(r.cells) {
		return r.cells[i]
	}
	last := r.cells[len(r.cells)-1]
	return column{at: last.at + len(last.text)}
}

// wrong notes a fault of a cell.
func (r record) wrong(i int, says string) bool {
	c := r.get(i)
	r.fault(c.at, r.names[i], c.text, says)
	return false
}

// day reads a day, which may be missing.
func (r record) day(i int) (time.Time, bool) {
	text := r.get(i).text
	if text == "" {
		return time.Time{}, true
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return day, r.wrong(i, "want a day, such as 2026-10-02, or nothing")
	}
	return day, true
}

// rewritten returns the file without the lines that go, and with others at its
// end. All else in it stays as it is.
func (s *source) rewritten(gone []span, added []string) []byte {
	var out bytes.Buffer
	at := 0
	for _, l := range gone {
		out.Write(s.data[at:l.start])
		at = l.end
	}
	out.Write(s.data[at:])
	end := "\n"
	if bytes.Contains(s.data, []byte("\r\n")) {
		end = "\r\n"
	}
	for _, line := range added {
		if b := out.Bytes(); len(b) > 0 && b[len(b)-1] != '\n' {
			out.WriteString(end)
		}
		out.WriteString(line + end)
	}
	return out.Bytes()
}
