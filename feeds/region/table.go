package region

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"iter"
	"slices"
	"strings"
)

//go:embed data
var data embed.FS

// row is one line of a table of data/. Its columns are named by the first line
// that is no comment.
type row struct {
	columns []string
	cells   []string
}

// get returns the cell of a column, empty if the table has no such column.
func (r row) get(column string) string {
	if i := slices.Index(r.columns, column); i >= 0 && i < len(r.cells) {
		return r.cells[i]
	}
	return ""
}

// list returns the parts of a cell that holds a list.
func (r row) list(column string) []string {
	cell := r.get(column)
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// rowsAtOnce is for how many rows room is made at a time.
const rowsAtOnce = 256

// readTable walks the rows of data/<name>.tsv, which is embedded and always
// there.
func readTable(name string) iter.Seq[row] {
	return func(yield func(row) bool) {
		text, err := data.ReadFile("data/" + name + ".tsv")
		if err != nil {
			return
		}
		var columns, room []string
		for line := range strings.Lines(string(text)) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if columns == nil {
				columns = strings.Split(line, "\t")
				continue
			}
			if len(room) < len(columns) {
				room = make([]string, rowsAtOnce*len(columns))
			}
			cells := room[:0:len(columns)]
			room = room[len(columns):]
			for cell := range strings.SplitSeq(line, "\t") {
				cells = append(cells, cell)
			}
			if !yield(row{columns, cells}) {
				return
			}
		}
	}
}

// Edition names the tables as they are in this program: with another edition,
// texts may get other tags.
func Edition() string {
	sum := sha256.New()
	err := fs.WalkDir(data, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := data.ReadFile(name)
		_, _ = fmt.Fprintf(sum, "%s %d\n%s", name, len(text), text) // a hash takes everything
		return err
	})
	if err != nil {
		panic(err) // the files are part of the program
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}
