package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/status"
)

// View draws the screen.
func (m *model) View() tea.View {
	v := tea.NewView(strings.Join(m.lines(), "\n"))
	v.AltScreen = true
	v.WindowTitle = "dateline"
	if m.o.Mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

// lines draws exactly height lines of exactly width cells.
func (m *model) lines() []string {
	if m.width <= 0 || m.height <= 0 {
		return nil
	}
	out := make([]string, 0, m.height)
	framed := m.height >= 3
	if framed {
		out = append(out, m.seen(m.bar.Header(m.facts(), m.width)))
	}
	if m.over != nil {
		out = append(out, m.overlay()...)
	} else {
		out = append(out, m.body()...)
	}
	if framed {
		out = append(out, m.seen(m.footer()))
	}
	for i, l := range out {
		out[i] = pane.Settle(l, m.width, m.th.Graphemes)
	}
	return out
}

// overlay draws the open overlay in the place of the panes.
func (m *model) overlay() []string {
	b := overlay(m.width, m.height)
	lines := pane.Fit(strings.Split(m.seen(m.over.View()), "\n"), b.W, b.H)
	if overlayFramed(b) {
		lines = pane.Frame(m.th, m.seen(m.over.Title()), m.seen(m.over.View()), b.W, b.H, true)
	}
	for i, l := range lines {
		lines[i] = pane.FitLine(strings.Repeat(" ", b.X)+l, m.width)
	}
	return lines
}

// body joins the panes as the frame places them: the list, and beside or below
// it the others.
func (m *model) body() []string {
	b := m.frame.boxes
	switch {
	case b[onList].W > 0 && b[onRelated].W > 0 && b[onArticle].W > 0:
		left := m.draw(onList)
		right := append(m.draw(onArticle), m.draw(onRelated)...)
		for i := range left {
			left[i] += right[i]
		}
		return left
	case m.frame.strip:
		return append(append(m.draw(onList), m.draw(onArticle)...), pane.FitLine(m.seen(m.rel.Strip(m.width)), m.width))
	case b[onList].W > 0 && b[onRelated].W > 0:
		return append(m.draw(onList), m.draw(onRelated)...)
	default:
		return m.draw(m.focus)
	}
}

// draw draws one pane with its frame.
func (m *model) draw(s spot) []string {
	b := m.frame.boxes[s]
	p := m.panes()[s]
	if !m.frame.framed {
		return pane.Fit(strings.Split(m.seen(p.View()), "\n"), b.W, b.H)
	}
	return pane.Frame(m.th, m.seen(m.title(s)), m.seen(p.View()), b.W, b.H, s == m.focus && m.over == nil)
}

// seen returns what a pane says in the order in which it is seen, if this
// terminal does not turn text from right to left by itself. The panes know
// nothing of it.
func (m *model) seen(view string) string {
	if !m.o.Visual {
		return view
	}
	lines := strings.Split(view, "\n")
	for i, l := range lines {
		lines[i] = pane.Visual(l)
	}
	return strings.Join(lines, "\n")
}

func (m *model) title(s spot) string {
	switch {
	case s == onArticle:
		return m.art.Title()
	case s == onRelated:
		return m.rel.Title()
	case m.search != nil:
		return "Found"
	default:
		return "Headlines"
	}
}

func (m *model) facts() status.Facts {
	f := status.Facts{
		Filter: m.scope().Label(), Brief: m.scope().Brief(), Filtered: !m.scope().Empty(),
		Stories: m.stories, Held: m.heldBack(), Unread: m.unread, Done: m.round.done, Total: m.round.total, Failing: len(m.health),
		Demo: m.o.Demo, Offline: m.o.Offline, Away: m.network.Away, Clock: m.clock(),
	}
	if !m.filter.Empty() && m.scope().Equal(m.filter) && m.quiet.Told() {
		f.Quiet = m.quiet.Brief(m.clock())
	}
	if m.sort != feeds.Newest {
		f.Sort = m.sort.Label()
	}
	if m.search != nil {
		f.Search = m.search.text
	}
	return f
}

// footer is the line at the bottom: what is typed, what happened, or which
// keys help here.
func (m *model) footer() string {
	if m.search != nil && m.search.typing {
		return m.bar.Prompt(m.search.in, m.search.words(m.stories), m.width)
	}
	return m.bar.Footer(m.hints(), m.width)
}

// hinted are the keys that the footer shows, the most useful first, in the
// fewest words. The last one is shown whatever the width.
var hinted = []struct{ name, words string }{
	{"down", "move"},
	{"open", "open"},
	{"filter", "region"},
	{"search", "search"},
	{"full-text", "full text"},
	{"refetch", "full text again"},
	{"open-browser", "browser"},
	{"why", "why"},
	{"back-or-quit", "back"},
	{"help", "help"},
}

// hintedReading are those of a reader in the article.
var hintedReading = []struct{ name, words string }{
	{"page", "page"},
	{"find", "find"},
	{"links", "links"},
	{"full-text", "full text"},
	{"refetch", "full text again"},
	{"open-browser", "browser"},
	{"back-or-quit", "back"},
	{"next-story", "next story"},
	{"why", "why"},
	{"help", "help"},
}

// helps says whether a key does something for the text on show.
func (m *model) helps(name string) bool {
	switch name {
	case "full-text", "refetch":
		return m.art.More() == name
	case "open-browser":
		it, ok := m.art.Item()
		return !ok || it.URL != ""
	case "links":
		return len(m.art.Links()) > 0
	}
	return true
}

func (m *model) hints() []pane.Key {
	rows := hinted
	switch {
	case m.over != nil:
		return m.overHints()
	case m.focus == onArticle && m.art.Typing():
		return m.art.TypingKeys()
	case m.focus == onArticle:
		rows = hintedReading
	}
	all := slices.Concat(m.globals(), m.focused().Keys(), m.art.Keys())
	var out []pane.Key
	for _, h := range rows {
		if !m.helps(h.name) {
			continue
		}
		if i := slices.IndexFunc(all, func(k pane.Key) bool { return k.Name == h.name }); i >= 0 {
			k := all[i]
			k.SetHelp(k.Help().Key, h.words)
			out = append(out, k)
		}
	}
	return out
}

// overHints are the overlay's own keys, those that only move left out.
func (m *model) overHints() []pane.Key {
	moves := pane.MoveKeys(m.o.Keys)
	out := slices.DeleteFunc(slices.Clone(m.over.Keys()), func(k pane.Key) bool {
		return slices.ContainsFunc(moves, func(o pane.Key) bool { return o.Name == k.Name })
	})
	for _, c := range m.keys {
		if c.Name == "back" {
			out = append(out, c.Key)
		}
	}
	return out
}
