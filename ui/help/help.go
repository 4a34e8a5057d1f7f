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

// set lists the sections in as many columns as fit, each read downwards.
func (p *Pane) set(width int) []string {
	columns := max(1, width/columnCells)
	room := width / columns
	var out []string
	for _, s := range p.sections {
		keys := slices.DeleteFunc(slices.Clone(s.Keys), func(k pane.Key) bool { return len(k.Keys()) == 0 })
		if len(keys) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, "")
		}
		out = append(out, " "+p.th.Accent.Text(pane.Cut(s.Title, width-2, p.th.Glyphs.Ellipsis)))
		rows := (len(keys) + columns - 1) / columns
		for r := range rows {
			var line strings.Builder
			for i := r; i < len(keys); i += rows {
				line.WriteString(p.cell(keys[i], room))
			}
			out = append(out, line.String())
		}
	}
	return out
}

func (p *Pane) cell(k pane.Key, room int) string {
	cells := min(keyCells, room/3)
	shown := pane.Pad(k.Shown(p.th.Glyphs), cells, p.th.Glyphs.Ellipsis)
	words := pane.Cut(k.Help().Desc, room-cells-3, p.th.Glyphs.Ellipsis)
	return pane.FitLine(" "+p.th.Headline.Text(shown)+"  "+words, room)
}

// View draws the pane.
func (p *Pane) View() string { return p.page.View() }

// Click does nothing.
func (p *Pane) Click(int, int) pane.Action { return pane.Handled{} }

// Scroll moves the view.
func (p *Pane) Scroll(lines int) { p.page.Scroll(lines) }
