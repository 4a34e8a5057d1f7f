package article

import (
	tea "charm.land/bubbletea/v2"

	"dateline/ui/pane"
)

func keys(r pane.Remap) []pane.Key {
	return []pane.Key{
		r.Bind("down", "scroll down", "j", "down"),
		r.Bind("up", "scroll up", "k", "up"),
		r.Bind("half-down", "half a page down", "ctrl+d"),
		r.Bind("half-up", "half a page up", "ctrl+u"),
		r.Bind("page", "a page down", "space", "pgdown"),
		r.Bind("page-up", "a page up", "pgup", "b"),
		r.Bind("top", "to the top", "g", "home"),
		r.Bind("bottom", "to the end", "G", "end"),
		r.Bind("full-text", "fetch the full text", "x"),
		r.Bind("refetch", "fetch the full text again", "X"),
		r.Bind("open-browser", "open in the browser", "o"),
		r.Bind("copy-link", "copy the link", "y"),
		r.Bind("citation", "copy as a citation", "Y"),
		r.Bind("version-prev", "previous version of the story", "["),
		r.Bind("version-next", "next version of the story", "]"),
	}
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

// Press answers a key.
func (p *Pane) Press(msg tea.KeyPressMsg) pane.Action {
	name := pane.Pressed(p.keys, msg)
	if name == "" {
		return nil
	}
	if len(p.versions) == 0 {
		return pane.Handled{}
	}
	if a := p.act(name); a != nil {
		return a
	}
	p.Scroll(p.steps(name))
	return pane.Handled{}
}

// steps returns by how many lines a key scrolls.
func (p *Pane) steps(name string) int {
	switch name {
	case "down":
		return 1
	case "up":
		return -1
	case "half-down":
		return max(1, p.height/2)
	case "half-up":
		return -max(1, p.height/2)
	case "page":
		return max(1, p.height-1)
	case "page-up":
		return -max(1, p.height-1)
	case "top":
		return -len(p.lines)
	case "bottom":
		return len(p.lines)
	}
	return 0
}

// act returns what a key asks for, nil if it scrolls.
func (p *Pane) act(name string) pane.Action {
	it := p.versions[p.at].Item
	switch name {
	case "full-text":
		return addressed(it.URL, pane.Fetch{Item: it.ID})
	case "refetch":
		return addressed(it.URL, pane.Fetch{Item: it.ID, Again: true})
	case "open-browser":
		return addressed(it.URL, pane.Browse{URL: it.URL})
	case "copy-link":
		return addressed(it.URL, pane.Copy{Text: it.URL, What: "link"})
	case "citation":
		return pane.Copy{Text: citation(p.versions[p.at]), What: "citation"}
	case "version-prev":
		return p.turn(-1)
	case "version-next":
		return p.turn(1)
	}
	return nil
}

// addressed returns a if there is an address for it.
func addressed(url string, a pane.Action) pane.Action {
	if url == "" {
		return pane.Tell{Text: "The feed gave no address for this item."}
	}
	return a
}

// turn asks for the version by steps from this one, round and round.
func (p *Pane) turn(by int) pane.Action {
	n := len(p.versions)
	if n < 2 {
		return pane.Handled{}
	}
	return pane.Show{Item: p.versions[(p.at+by+n)%n].Item.ID}
}
