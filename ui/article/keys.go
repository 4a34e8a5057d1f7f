package article

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/pane"
)

// The names of the keys that get more of a text.
const (
	fullText    = "full-text"
	refetch     = "refetch"
	openBrowser = "open-browser"
)

func keys(r pane.Remap) []pane.Key {
	return append(
		pane.MoveKeys(r),
		r.Bind("continue", "continue where you stopped", "enter"),
		r.Bind("find", "find in the text", "ctrl+f"),
		r.Bind(fullText, "fetch the full text", "x"),
		r.Bind(refetch, "fetch the full text again", "X"),
		r.Bind(openBrowser, "open in the browser", "o"),
		r.Bind("copy-link", "copy the link", "y"),
		r.Bind("citation", "copy as a citation", "Y"),
		r.Bind("version-prev", "previous version of the story", "["),
		r.Bind("version-next", "next version of the story", "]"),
	)
}

// Keys lists the bindings.
func (p *Pane) Keys() []pane.Key { return p.keys }

// shown returns how the key of a name is written on the screen.
func (p *Pane) shown(name string) string {
	for _, k := range p.keys {
		if k.Name == name {
			return k.Help().Key
		}
	}
	return ""
}

// overlap is how many lines stay in sight when the reader turns the page.
const overlap = 2

// Press answers a key.
func (p *Pane) Press(msg tea.KeyPressMsg) pane.Action {
	if a := p.pressFind(msg); a != nil {
		return a
	}
	name := pane.Pressed(p.keys, msg)
	if name == "" {
		return nil
	}
	if len(p.versions) == 0 {
		return pane.Handled{}
	}
	if top, moves := pane.Move(name, p.top, p.lastTop()+1, p.rows()-overlap); moves {
		p.Scroll(top - p.top)
		return pane.Handled{}
	}
	return p.act(name)
}

// act returns what a key asks for.
func (p *Pane) act(name string) pane.Action {
	it := p.versions[p.at].Item
	switch name {
	case "continue":
		p.goOn()
		return pane.Handled{}
	case "find":
		return p.startFind()
	case fullText:
		if p.of == pageText {
			return pane.Tell{Text: semicolons("The text of the page is here", p.offer(refetch, "fetches it again")) + "."}
		}
		return pane.Fetch{Item: it.ID}
	case refetch:
		return pane.Fetch{Item: it.ID, Again: true}
	case openBrowser:
		return pane.Browse{URL: it.URL}
	case "copy-link":
		return pane.CopyLink(it)
	case "citation":
		return pane.Copy{Text: p.citation(), What: "citation"}
	case "version-prev":
		return p.turn(-1)
	case "version-next":
		return p.turn(1)
	}
	return nil
}

// turn asks for the version by steps from this one, round and round.
func (p *Pane) turn(by int) pane.Action {
	n := len(p.versions)
	if n < 2 {
		return pane.Handled{}
	}
	return pane.Show{Item: p.versions[(p.at+by+n)%n].Item.ID}
}
