package ui

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/health"
	"dateline/ui/help"
	"dateline/ui/overview"
	"dateline/ui/pane"
	"dateline/ui/picker"
	"dateline/ui/why"
)

// command is a key that works in every pane, and what it does.
type command struct {
	pane.Key
	do func(*model) tea.Cmd
}

// commands lists the keys that work everywhere, in the order of the help.
func commands(o Options) []command {
	var all []command
	bind := func(do func(*model) tea.Cmd, name, words string, keys ...string) {
		all = append(all, command{o.Keys.Bind(name, words, keys...), do})
	}
	bind(func(m *model) tea.Cmd { return m.turn(1) }, "focus-next", "next pane", "tab", "l")
	bind(func(m *model) tea.Cmd { return m.turn(-1) }, "focus-prev", "previous pane", "shift+tab", "h")
	bind(func(m *model) tea.Cmd { return m.walk(1) }, "next-story", "next story, from any pane", "J")
	bind(func(m *model) tea.Cmd { return m.walk(-1) }, "prev-story", "previous story, from any pane", "K")
	bind(func(m *model) tea.Cmd { return m.walkUnread(1) }, "next-unread", "next unread or with news, or match", "n")
	bind(func(m *model) tea.Cmd { return m.walkUnread(-1) }, "prev-unread", "previous unread or with news, or match", "N")
	bind((*model).pickRegion, "filter", "filter by region", "f")
	bind(func(m *model) tea.Cmd { return m.setFilter(feeds.Filter{}) }, "all-regions", "all regions", "0")
	for i, f := range o.Regions {
		bind(func(m *model) tea.Cmd { return m.setFilter(f) }, regionCommand(i), f.Label(), fmt.Sprint(i+1))
	}
	bind((*model).startSearch, "search", "search all stored text", "/")
	bind((*model).pickLink, "links", "links of the article", "u")
	bind((*model).togglePicture, "picture", "the picture above the text", "i")
	bind((*model).pickPipe, "pipe", "give the text to a command", "|")
	for _, p := range o.Pipes {
		if p.Key != "" {
			bind(func(m *model) tea.Cmd { return m.pipe(p.Name) }, "pipe-"+p.Name, p.Name, p.Key)
		}
	}
	bind((*model).toggleRead, "read", "mark read or unread", "m")
	bind((*model).toggleStar, "star", "star", "s")
	bind((*model).readAll, "mark-all-read", "mark all shown as read", "A")
	bind((*model).takeBack, "undo", "undo", "U")
	bind((*model).explain, "why", "why these tags, why one story", "w")
	bind((*model).showHealth, "health", "how the feeds are doing", "e")
	bind((*model).refreshOne, "refresh", "ask this feed again", "r")
	bind((*model).refreshAll, "refresh-all", "ask all feeds again", "R")
	bind((*model).bringInNew, "bring-in", "bring in what is new", ".")
	bind((*model).toggleZen, "zen", "this pane alone", "z")
	bind((*model).nextSort, "sort", "sort: newest, most covered, rising", "S")
	bind((*model).pickLoud, "held-back", "what is held back of loud sources", "H")
	bind((*model).showOverview, "overview", "what is going on, drawn", "v")
	bind((*model).showPalette, "palette", "all commands by name", ":")
	bind((*model).toggleDense, "density", "one line or several a story", "D")
	bind((*model).showHelp, "help", "help", "?")
	bind((*model).stepBack, "back", "back", "esc", "backspace")
	bind((*model).backOrQuit, "back-or-quit", "back, at the list quit", "q")
	bind(func(*model) tea.Cmd { return tea.Suspend }, "suspend", "suspend to the shell", "ctrl+z")
	bind((*model).quit, "quit", "quit", "ctrl+c")
	return all
}

// regionCommand names the command that filters by configured region i.
func regionCommand(i int) string { return fmt.Sprintf("region-%d", i+1) }

// key returns the key of a command or of the list as it is written on the screen.
func (m *model) key(name string) string {
	for _, k := range append(m.globals(), m.list.Keys()...) {
		if k.Name == name {
			return k.First(m.th.Glyphs)
		}
	}
	return ""
}

// fromAnywhere are the keys of the article pane that work in every pane; finding
// words leads there.
var fromAnywhere = map[string]bool{
	"find": true, "full-text": true, "refetch": true, "open-browser": true, "copy-link": true, "citation": true,
	"version-prev": true, "version-next": true,
}

// press routes a key: to what is typed into, to the overlay, to the focused
// pane, to the commands, and last to the article.
func (m *model) press(msg tea.KeyPressMsg) tea.Cmd {
	m.bar.Clear()
	name := m.commandOf(msg)
	if name == "quit" {
		return m.quit()
	}
	if m.search != nil && m.search.typing {
		return m.typeSearch(msg)
	}
	if m.over != nil {
		return m.pressOver(msg, name)
	}
	if a := m.focused().Press(msg); a != nil {
		return m.perform(a)
	}
	if name != "" {
		return m.run(name)
	}
	name = pane.Pressed(m.art.Keys(), msg)
	switch {
	case !fromAnywhere[name]:
		return nil
	case m.open.story == 0:
		return m.noStory()
	case name == "find":
		m.setFocus(onArticle)
	}
	return m.perform(m.art.Press(msg))
}

// overAnywhere are the commands that work under an overlay as well, apart from
// those that leave it.
var overAnywhere = map[string]bool{
	"help": true, "why": true, "health": true, "overview": true, "palette": true, "undo": true,
	"refresh": true, "refresh-all": true,
}

// pressOver gives a key to the open overlay. The key that opened it closes it,
// and one that opens another overlay does so.
func (m *model) pressOver(msg tea.KeyPressMsg, name string) tea.Cmd {
	if a := m.over.Press(msg); a != nil {
		return m.perform(a)
	}
	switch name {
	case "back", "back-or-quit", m.overName:
		return m.leaveOverlay()
	}
	if overAnywhere[name] {
		return m.run(name)
	}
	return nil
}

func (m *model) commandOf(msg tea.KeyPressMsg) string {
	for _, c := range m.keys {
		if pane.Pressed([]pane.Key{c.Key}, msg) != "" {
			return c.Name
		}
	}
	return ""
}

// run carries out a command by its name.
func (m *model) run(name string) tea.Cmd {
	for _, c := range m.keys {
		if c.Name == name {
			was := m.over
			cmd := c.do(m)
			if m.over != was {
				m.overName = name
			}
			return cmd
		}
	}
	return nil
}

// Binding is a key with the part of the screen in which it works; empty for
// everywhere.
type Binding struct {
	pane.Key
	Where string
}

// Bindings lists every key of the screen with its default, for the keys that
// are configured for regions.
func Bindings(atlas *feeds.Atlas, regions []feeds.Filter) []Binding {
	m := newModel(context.Background(), Options{Atlas: atlas, Regions: regions, Now: time.Now}, Backend{})
	var out []Binding
	seen := map[string]bool{}
	add := func(where string, keys []pane.Key) {
		for _, k := range keys {
			if !seen[k.Name] {
				seen[k.Name] = true
				out = append(out, Binding{k, where})
			}
		}
	}
	for _, s := range m.sections() {
		add(s.Title, s.Keys)
	}
	return out
}

// sections are all keys by the part of the screen in which they work.
func (m *model) sections() []help.Section {
	return []help.Section{
		{Title: "", Keys: m.globals()},
		{Title: "Headlines", Keys: m.list.Keys()},
		{Title: "Article", Keys: m.art.Keys()},
		{Title: "Related", Keys: m.rel.Keys()},
		{Title: "Why", Keys: why.New(m.th, m.o.Keys).Keys()},
		{Title: "Feeds", Keys: health.New(m.th, m.o.Keys, m.o.Now, m.shelf.feed).Keys()},
		{Title: "Overview", Keys: overview.New(m.th, m.o.Keys, nil).Keys()},
		{Title: "Pickers", Keys: picker.New(m.th, m.o.Keys, picker.Options{Multi: true, Copy: func(string) pane.Action { return nil }}, nil).Keys()},
	}
}

// globals are the bindings of the commands.
func (m *model) globals() []pane.Key {
	out := make([]pane.Key, len(m.keys))
	for i, c := range m.keys {
		out[i] = c.Key
	}
	return out
}

func (m *model) showHelp() tea.Cmd {
	m.openOverlay(help.New(m.th, m.o.Keys, m.sections()))
	return nil
}
