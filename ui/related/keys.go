package related

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/pane"
)

func keys(r pane.Remap) []pane.Key {
	return append(
		pane.MoveKeys(r),
		r.Bind("open", "go to this story", "enter"),
		r.Bind("open-browser", "open in the browser", "o"),
		r.Bind("copy-link", "copy the link", "y"),
	)
}

// Keys lists the bindings.
func (p *Pane) Keys() []pane.Key { return p.keys }

// Press answers a key.
func (p *Pane) Press(msg tea.KeyPressMsg) pane.Action {
	name := pane.Pressed(p.keys, msg)
	if name == "" {
		return nil
	}
	e, ok := p.current()
	if !ok {
		return pane.Handled{}
	}
	switch name {
	case "open":
		return p.open()
	case "open-browser":
		return pane.Browse{URL: e.Item.URL}
	case "copy-link":
		return pane.CopyLink(e.Item)
	}
	to, _ := pane.Move(name, p.cursor, len(p.entries), p.inSight())
	p.point(to)
	return pane.Handled{}
}

// open goes to the story of the current entry, which must exist.
func (p *Pane) open() pane.Action {
	it := p.entries[p.cursor].Item
	return pane.Open{Story: it.Story, Item: it.ID}
}

// Click puts the cursor on an entry, and opens it if the cursor is there.
func (p *Pane) Click(_, y int) pane.Action {
	i := p.top + y
	if y < 0 || y >= p.height || i >= len(p.rows) || p.rows[i].entry == noEntry {
		return pane.Handled{}
	}
	if p.rows[i].entry == p.cursor {
		return p.open()
	}
	p.point(p.rows[i].entry)
	return pane.Handled{}
}

// Scroll moves the view by lines, down if positive; the cursor stays.
func (p *Pane) Scroll(lines int) {
	p.top = max(0, min(p.top+lines, len(p.rows)-p.height))
}
