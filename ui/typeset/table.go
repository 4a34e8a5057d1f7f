package typeset

import (
	"strings"
	"unicode"

	"dateline/ui/pane"
)

// between is the cells between two columns.
const between = 2

// table sets rows as columns if they fit side by side, else one below the
// other. The first row is the head.
func (pg *Page) table(rows [][]string) {
	pg.from = len(pg.lines)
	defer func() { pg.from = inBody }()
	widths := columns(rows)
	total := between * (len(widths) - 1)
	for _, w := range widths {
		total += w
	}
	if total > pg.width || len(rows) < 2 {
		pg.records(rows)
		return
	}
	right := make([]bool, len(widths))
	for i := range widths {
		right[i] = numeric(rows[1:], i)
	}
	pg.add(pg.th.Strong.Text(aligned(rows[0], widths, right)), 0)
	pg.add(pg.th.Frame.Text(strings.Repeat(pg.th.Glyphs.Rule, max(0, total))), 0)
	for _, r := range rows[1:] {
		pg.add(pg.th.Plain.Text(aligned(r, widths, right)), 0)
	}
}

// columns returns the cells that each column takes.
func columns(rows [][]string) []int {
	var widths []int
	for _, r := range rows {
		for i, cell := range r {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], pane.Width(cell))
		}
	}
	return widths
}

// aligned joins the cells of a row, each in the width of its column.
func aligned(row []string, widths []int, right []bool) string {
	var out strings.Builder
	for i, w := range widths {
		if i > 0 {
			out.WriteString(strings.Repeat(" ", between))
		}
		cell := ""
		if i < len(row) {
			cell = row[i]
		}
		fill := strings.Repeat(" ", w-pane.Width(cell))
		if right[i] {
			cell, fill = fill, cell
		}
		out.WriteString(cell + fill)
	}
	return out.String()
}

// numeric says whether column i holds numbers only.
func numeric(rows [][]string, i int) bool {
	found := false
	for _, r := range rows {
		if i >= len(r) || r[i] == "" {
			continue
		}
		if strings.ContainsFunc(r[i], unicode.IsLetter) || !strings.ContainsFunc(r[i], unicode.IsDigit) {
			return false
		}
		found = true
	}
	return found
}

// records sets each row as lines "head: cell". A table of one row has no
// head.
func (pg *Page) records(rows [][]string) {
	var head []string
	if len(rows) > 1 {
		head, rows = rows[0], rows[1:]
	}
	for n, r := range rows {
		if n > 0 {
			pg.add("", 0)
		}
		for i, cell := range r {
			var t text
			if i < len(head) && head[i] != "" {
				t.add(head[i]+": ", style{strong: true})
			}
			t.add(cell, style{})
			pg.put(t, hang{})
		}
	}
}
