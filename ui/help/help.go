// Package help is the overlay that lists every key. It is made from the
// bindings of the panes themselves, so it cannot say what they do not do.
package help

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/pane"
	"dateline/ui/theme"
)

// Section is the keys of one part of the screen; without a title they work
// everywhere.
type Section struct {
	Title string
	Keys  []pane.Key
}

// row is a key or a sign, and what it does or says.
type row struct{ shown, words string }

// signs lists what stands in a row of the list.
func signs(g theme.Glyphs) []row {
	return []row{
		{g.Unread, "unread, counted on top"},
		{"EUR +2", "about two more regions"},
		{"+2", "new since it was read"},
		{g.Star, "starred"},
		{"~3h", "undated, first seen then"},
		{"4 src", "sources, each by itself"},
		{"AFP " + g.Times + "3", "three carry this one text"},
		{"~IR", "a country only mentioned"},
	}
}

// Pane is the open help.
type Pane struct {
	th       theme.Theme
	keys     []pane.Key
	sections []Section
	page     pane.Page
}

// New opens help on sections. The keys that move are the same in all of them
// and get one of their own.
func New(th theme.Theme, remap pane.Remap, sections []Section) *Pane {
	p := &Pane{th: th, keys: pane.MoveKeys(remap)}
	p.sections = append(p.sections, Section{"Moving, in every list and text", p.keys})
	for _, s := range sections {
		p.sections = append(p.sections, Section{cmp.Or(s.Title, "Everywhere"), slices.DeleteFunc(slices.Clone(s.Keys), p.moves)})
	}
	return p
}

// moves says whether k is one of the keys that move.
func (p *Pane) moves(k pane.Key) bool {
	return slices.ContainsFunc(p.keys, func(m pane.Key) bool { return m.Name == k.Name })
}

// Title returns the words for the frame.
func (p *Pane) Title() string { return p.page.Title(p.th.Glyphs, "Keys") }

// Keys lists the bindings.
func (p *Pane) Keys() []pane.Key { return p.keys }

// Focus does nothing: an open overlay always has the focus.
func (p *Pane) Focus(bool) {}

// Resize gives the size of the inside in cells and sets the lines for it.
func (p *Pane) Resize(w, h int) {
	p.page.Resize(w, h)
	p.page.Set(p.set(w))
}

// Press answers a key.
func (p *Pane) Press(msg tea.KeyPressMsg) pane.Action {
	if !p.page.Press(pane.Pressed(p.keys, msg)) {
		return nil
	}
	return pane.Handled{}
}

// The columns in cells.
const (
	columnCells = 46 // a key with its help
	keyCells    = 14
)

// set lists the sections, and behind them the signs.
func (p *Pane) set(width int) []string {
	var out []string
	for _, s := range p.sections {
		var rows []row
		for _, k := range s.Keys {
			if len(k.Keys()) > 0 {
				rows = append(rows, row{k.Shown(p.th.Glyphs), k.Help().Desc})
			}
		}
		out = append(out, p.block(s.Title, rows, width)...)
	}
	out = append(out, p.block("What the signs of a story say", signs(p.th.Glyphs), width)...)
	return out[1:]
}

// block sets rows below a blank line and their title in as many columns as fit,
// each read downwards. Without rows it is empty.
func (p *Pane) block(title string, rows []row, width int) []string {
	if len(rows) == 0 {
		return nil
	}
	columns := max(1, width/columnCells)
	room := width / columns
	out := []string{"", " " + p.th.Accent.Text(pane.Cut(title, width-2, p.th.Glyphs.Ellipsis))}
	lines := (len(rows) + columns - 1) / columns
	for l := range lines {
		var line strings.Builder
		for i := l; i < len(rows); i += lines {
			line.WriteString(p.cell(rows[i], room))
		}
		out = append(out, line.String())
	}
	return out
}

func (p *Pane) cell(r row, room int) string {
	cells := min(keyCells, room/3)
	shown := pane.Pad(r.shown, cells, p.th.Glyphs.Ellipsis)
	words := pane.Cut(r.words, room-cells-3, p.th.Glyphs.Ellipsis)
	return pane.FitLine(" "+p.th.Headline.Text(shown)+"  "+words, room)
}

// View draws the pane.
func (p *Pane) View() string { return p.page.View() }

// Click does nothing.
func (p *Pane) Click(int, int) pane.Action { return pane.Handled{} }

// Scroll moves the view.
func (p *Pane) Scroll(lines int) { p.page.Scroll(lines) }
