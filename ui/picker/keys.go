package picker

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/pane"
)

// moves says which move of a list a key of the picker makes. Letters are
// typed here, so these keys have names of their own.
var moves = map[string]string{
	"pick-down": "down", "pick-up": "up", "pick-page": "page", "pick-page-up": "page-up",
}

func keys(r pane.Remap, o Options) []pane.Key {
	ks := []pane.Key{
		r.Bind("pick", "choose", "enter"),
		r.Bind("pick-down", "down", "down", "ctrl+n"),
		r.Bind("pick-up", "up", "up", "ctrl+p"),
		r.Bind("pick-page", "a page down", "pgdown"),
		r.Bind("pick-page-up", "a page up", "pgup"),
	}
	if o.Multi {
		ks = append(ks, r.Bind("pick-several", "choose several", "tab"))
	}
	if o.Copy != nil {
		ks = append(ks, r.Bind("pick-copy", "copy", "ctrl+y"))
	}
	return ks
}

// Keys lists the bindings.
func (p *Pane) Keys() []pane.Key { return p.keys }

// Press answers a key. What is no binding is typed, so every key is the
// picker's but the one that leaves it.
func (p *Pane) Press(msg tea.KeyPressMsg) pane.Action {
	switch name := pane.Pressed(p.keys, msg); name {
	case "pick":
		return p.done()
	case "pick-several":
		p.mark()
	case "pick-copy":
		if e := p.current(); e != nil {
			return p.o.Copy(e.ID)
		}
	case "":
		if p.leaves(msg) {
			return nil
		}
		if i, ok := p.numbered(msg.Text); ok {
			return p.o.Done([]string{p.entries[i].ID})
		}
		p.typed(msg)
	default:
		p.moved = true
		p.list.Press(moves[name])
	}
	return pane.Handled{}
}

// leaves says whether a key closes the picker: one that types nothing, and
// backspace only if there is nothing to take away.
func (p *Pane) leaves(msg tea.KeyPressMsg) bool {
	return pane.Pressed([]pane.Key{p.leave}, msg) != "" && msg.Text == "" && (msg.Code != tea.KeyBackspace || p.in.Empty())
}

// mark marks the entry under the cursor, or takes its mark away.
func (p *Pane) mark() {
	if e := p.current(); e != nil && e != &p.meant {
		e.On = !e.On
		p.marked = true
		p.list.Press("down")
	}
}

// done hands over what is marked, if the reader has marked it or changed
// nothing since the picker was opened; else the entry under the cursor. What
// the typed text means stands alone.
func (p *Pane) done() pane.Action {
	e := p.current()
	if ids := p.on(); e != &p.meant && (p.marked || p.o.Multi && !p.moved && len(ids) > 0) {
		return p.o.Done(ids)
	}
	if e == nil {
		return pane.Handled{}
	}
	return p.o.Done([]string{e.ID})
}

// on returns what is marked.
func (p *Pane) on() []string {
	var ids []string
	for _, e := range p.entries {
		if e.On {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// numbered returns the entry of the number that was typed and text behind it,
// if it can only mean that one.
func (p *Pane) numbered(text string) (int, bool) {
	n, err := strconv.ParseUint(p.in.Text()+text, 10, 16)
	if !p.o.Digits || text == "" || err != nil {
		return 0, false
	}
	i := int(n) - 1
	return i, i >= 0 && i < len(p.entries) && 10*int(n) > len(p.entries)
}

// Click puts the cursor on the entry under the mouse; a click on the entry
// under the cursor chooses it.
func (p *Pane) Click(_, y int) pane.Action {
	i, ok := p.list.Row(y - 1)
	switch {
	case !ok:
	case p.list.On(i):
		return p.done()
	default:
		p.moved = true
		p.list.Go(i)
	}
	return pane.Handled{}
}

// Scroll moves the list; the cursor stays.
func (p *Pane) Scroll(lines int) { p.list.Scroll(lines) }
