package headlines

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/pane"
)

// bringIn names the command of ui that lists the stories that wait.
const bringIn = "bring-in"

func keys(r pane.Remap) []pane.Key {
	return append(pane.MoveKeys(r), r.Bind("open", "open the story", "enter"))
}

// Keys lists the bindings.
func (p *Pane) Keys() []pane.Key { return p.keys }

// Focus says whether keys go to this pane.
func (p *Pane) Focus(on bool) { p.focused = on }

// Press answers a key.
func (p *Pane) Press(msg tea.KeyPressMsg) pane.Action {
	name := pane.Pressed(p.keys, msg)
	if name == "open" {
		return p.open()
	}
	to, moves := pane.Move(name, p.cursor, len(p.rows), p.fits())
	if !moves {
		return nil
	}
	return p.choose(to)
}

// Click selects the row under the mouse; a click on the selected row opens it,
// one on the line of what is new brings that in, one on a place of the strip
// filters by it.
func (p *Pane) Click(x, y int) pane.Action {
	if y >= 0 && y < p.stripHeight() {
		return p.strip.click(p.places, x, y)
	}
	if p.freshHeight() > 0 && y == p.height-1 {
		return pane.Run{Command: bringIn}
	}
	switch i, ok := p.rowAt(y - p.stripHeight()); {
	case !ok:
		return pane.Handled{}
	case i == p.cursor:
		return p.open()
	default:
		return p.choose(i)
	}
}

func (p *Pane) open() pane.Action {
	if r := p.Current(); r != nil {
		return pane.Open{Story: r.Story}
	}
	return pane.Handled{}
}

// choose moves the cursor and tells ui, if that changed the story.
func (p *Pane) choose(to int) pane.Action {
	was := p.cursor
	p.move(to)
	if r := p.Current(); r != nil && p.cursor != was {
		return pane.Select{Story: r.Story}
	}
	return pane.Handled{}
}
