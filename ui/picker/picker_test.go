package picker

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"dateline/ui/pane"
	"dateline/ui/pane/panetest"
	"dateline/ui/theme"
)

var _ interface {
	pane.Pane
	pane.Clicker
} = (*Pane)(nil)

func regions() []Entry {
	return []Entry{
		{Label: "All regions", Count: 412},
		{ID: "east-asia", Label: "East Asia", Note: "EAS", Also: "east-asia", Count: 57},
		{ID: "west-africa", Label: "West Africa", Note: "WAF", Also: "west-africa", Count: 1203},
		{ID: "oceania", Label: "Oceania", Note: "OCE", Also: "oceania"},
		{ID: "ci", Label: "Côte d'Ivoire", Note: "CI", Also: "CI", Count: 3},
		{ID: "cn", Label: "China", Note: "CN", Also: "CN", Count: 21},
		{ID: "td", Label: "Chad", Note: "TD", Also: "TD"},
	}
}

func links() []Entry {
	entries := make([]Entry, 12)
	for i := range entries {
		entries[i] = Entry{ID: fmt.Sprint("link", i+1), Label: fmt.Sprint("The road to ", 20-i), Note: fmt.Sprintf("https://courier.example/%d", i+1)}
	}
	return entries
}

// chosen is the action of a test's Done.
func chosen(ids []string) pane.Action { return pane.Filter{Terms: ids} }

func open(o Options, entries []Entry, remap pane.Remap) *Pane {
	o.Done, o.Empty = chosen, "Nothing has this name."
	p := New(theme.New(true, false), remap, o, entries)
	p.Resize(60, 8)
	return p
}

// press presses what is written in single letters and <named keys>.
func press(p *Pane, keys string) pane.Action {
	var last pane.Action
	for keys != "" {
		name, rest, named := "", "", false
		if strings.HasPrefix(keys, "<") {
			name, rest, named = strings.Cut(keys[1:], ">")
		}
		if !named {
			_, n := utf8.DecodeRuneInString(keys)
			name, rest = keys[:n], keys[n:]
		}
		last, keys = p.Press(pane.Keystroke(name)), rest
	}
	return last
}

func ids(s ...string) pane.Action { return pane.Filter{Terms: s} }

func TestKeysAndActions(t *testing.T) {
	kept := pane.Handled{}
	multi, single, numbers := Options{Multi: true, Counts: true}, Options{}, Options{Digits: true}
	tests := []struct {
		o       Options
		entries []Entry
		keys    string
		want    pane.Action
	}{
		{multi, regions(), "<enter>", ids("")},
		{multi, regions(), "<down>", kept},
		{multi, regions(), "<down><enter>", ids("east-asia")},
		{multi, regions(), "<down><down><up><enter>", ids("east-asia")},
		{multi, regions(), "<up><enter>", ids("")},
		{multi, regions(), "<ctrl+n><ctrl+n><ctrl+p><enter>", ids("east-asia")},
		{multi, regions(), "<pgdown><enter>", ids("td")},
		{multi, regions(), "<pgdown><pgup><enter>", ids("")},
		{multi, regions(), "china<enter>", ids("cn")},
		{multi, regions(), "cote<enter>", ids("ci")},
		{multi, regions(), "CÔTE<enter>", ids("ci")},
		{multi, regions(), "africa west<enter>", ids("west-africa")},
		{multi, regions(), "wfrca<enter>", ids("west-africa")},
		{multi, regions(), "ch<down><enter>", ids("td")},
		{multi, regions(), "zzz<enter>", kept},
		{multi, regions(), "zzz<tab><enter>", kept},
		{multi, regions(), "china<tab><ctrl+u>east<tab><enter>", ids("east-asia", "cn")},
		{multi, regions(), "<tab><tab><enter>", ids("", "east-asia")},
		{multi, regions(), "china<tab><up><tab><enter>", ids()},
		{multi, regions(), "jk", kept},
		{multi, regions(), "<esc>", nil},
		{multi, regions(), "x<esc>", nil},
		{multi, regions(), "<backspace>", nil},
		{multi, regions(), "x<backspace>", kept},
		{multi, regions(), "x<backspace><backspace>", nil},
		{multi, regions(), "<space><backspace>", kept},
		{multi, nil, "<down><tab><enter>", kept},
		{single, regions(), "<tab><enter>", ids("")},
		{single, regions(), "1", kept},
		{single, regions(), "oceania<enter>", ids("oceania")},
		{numbers, links(), "1", kept},
		{numbers, links(), "1<enter>", ids("link1")},
		{numbers, links(), "12", ids("link12")},
		{numbers, links(), "2", ids("link2")},
		{numbers, links(), "0", kept},
		{numbers, links(), "13", kept},
		{numbers, links(), "+2", kept},
		{numbers, links(), "road 2", kept},
		{numbers, links(), "road<enter>", ids("link1")},
		{numbers, nil, "1", kept},
	}
	for _, tt := range tests {
		p := open(tt.o, tt.entries, nil)
		if diff := cmp.Diff(tt.want, press(p, tt.keys)); diff != "" {
			t.Errorf("%q, -want +got:\n%s\n%s", tt.keys, diff, panetest.Bare(p.View()))
		}
	}
}

func TestWhatIsChosenAlready(t *testing.T) {
	tests := []struct {
		keys string
		want pane.Action
	}{
		{"<enter>", ids("west-africa", "cn")}, // nothing was changed
		{"<down><enter>", ids("oceania")},
		{"chad<enter>", ids("td")},
		{"<tab><enter>", ids("cn")},
		{"chad<tab><enter>", ids("west-africa", "cn", "td")},
	}
	for _, tt := range tests {
		entries := regions()
		entries[2].On, entries[5].On = true, true
		p := open(Options{Multi: true}, entries, nil)
		if diff := cmp.Diff(tt.want, press(p, tt.keys)); diff != "" {
			t.Errorf("%q, -want +got:\n%s", tt.keys, diff)
		}
		if !entries[2].On || !entries[5].On {
			t.Errorf("%q changed the entries of the caller", tt.keys)
		}
	}
}

func TestOwnKeys(t *testing.T) {
	remap := pane.Remap{"back": {"q", "ctrl+g"}, "pick": {"ctrl+y"}, "pick-down": {"ctrl+j"}}
	p := open(Options{Multi: true}, regions(), remap)
	tests := []struct {
		keys string
		want pane.Action
	}{
		{"<ctrl+j>", pane.Handled{}},
		{"<ctrl+y>", ids("east-asia")},
		{"<esc>", pane.Handled{}},
		{"q", pane.Handled{}}, // a letter is typed
		{"<ctrl+g>", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, press(p, tt.keys)); diff != "" {
			t.Errorf("%q, -want +got:\n%s", tt.keys, diff)
		}
	}
	if got := panetest.Bare(p.View()); !strings.Contains(got, "ctrl+y choose") {
		t.Errorf("the hint does not tell the key:\n%s", got)
	}
}

func TestPaste(t *testing.T) {
	p := open(Options{Multi: true}, regions(), nil)
	p.Paste(tea.PasteMsg{Content: " West\n Africa\x1b[31m "})
	if diff := cmp.Diff(ids("west-africa"), press(p, "<enter>")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	p = open(Options{Digits: true}, links(), nil)
	p.Paste(tea.PasteMsg{Content: "3"})
	if diff := cmp.Diff(ids("link3"), press(p, "<enter>")); diff != "" {
		t.Errorf("a pasted number, -want +got:\n%s", diff)
	}
}

func TestTheMouse(t *testing.T) {
	p := open(Options{Multi: true}, regions(), nil)
	tests := []struct {
		y    int
		want pane.Action
	}{
		{0, pane.Handled{}}, // the typed line
		{2, pane.Handled{}},
		{2, ids("east-asia")}, // under the cursor
		{1, pane.Handled{}},
		{7, pane.Handled{}}, // the hint
		{-1, pane.Handled{}},
		{1, ids("")},
	}
	for i, tt := range tests {
		if diff := cmp.Diff(tt.want, p.Click(3, tt.y)); diff != "" {
			t.Errorf("click %d, -want +got:\n%s", i, diff)
		}
	}
	p.Scroll(100)
	if got := panetest.Bare(p.View()); !strings.Contains(got, "Chad") || strings.Contains(got, "All regions") {
		t.Errorf("not scrolled to the end:\n%s", got)
	}
	if diff := cmp.Diff(ids(""), press(p, "<enter>")); diff != "" {
		t.Errorf("the wheel moved the cursor, -want +got:\n%s", diff)
	}
}

func TestFind(t *testing.T) {
	tests := []struct {
		query string
		want  string
	}{
		{"", "All regions, East Asia, West Africa, Oceania, Côte d'Ivoire, China, Chad"},
		{"a", "All regions, East Asia, West Africa, Oceania, China, Chad"},
		{"c", "Côte d'Ivoire, China, Chad, West Africa, Oceania"},
		{"as", "East Asia"},
		{"ea as", "East Asia"},
		{"cn", "China"},
		{"oce", "Oceania"},
		{"esa", "East Asia, West Africa"},
		{"東", ""},
	}
	entries := regions()
	for _, tt := range tests {
		var got []string
		for _, i := range find(wordsOf(entries, false), tt.query, true) {
			got = append(got, entries[i].Label)
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%q finds %s, want %s", tt.query, s, tt.want)
		}
	}
}

func TestScreens(t *testing.T) {
	entries := regions()
	entries[2].On = true
	var out strings.Builder
	for _, w := range []int{120, 80, 40} {
		for _, tt := range []struct {
			o       Options
			entries []Entry
			keys    string
		}{
			{Options{Multi: true, Counts: true}, entries, ""},
			{Options{Multi: true, Counts: true}, entries, "ch"},
			{Options{Multi: true, Counts: true}, entries, "zzz"},
			{Options{Digits: true}, links(), "<down>"},
		} {
			p := open(tt.o, tt.entries, nil)
			p.Resize(w, 10)
			press(p, tt.keys)
			fmt.Fprintf(&out, "== %d columns %s\n%s", w, tt.keys, panetest.Bare(p.View()))
		}
	}
	panetest.Golden(t, "screens", out.String())
}

func TestPlainTerminal(t *testing.T) {
	p := New(theme.New(true, true), nil, Options{Multi: true, Counts: true, Done: chosen}, regions()[:4])
	p.Resize(30, 10)
	press(p, "<tab>")
	got := panetest.Bare(p.View())
	panetest.Golden(t, "ascii", got)
	panetest.ASCII(t, got)
}

func TestNoSizeSpillsOrPanics(t *testing.T) {
	awkward := []Entry{
		{},
		{ID: "a", Label: strings.Repeat("東", 99), Note: strings.Repeat("x", 300), Count: 123456789, On: true},
		{ID: "b", Label: "العربية 👩‍👩‍👧‍👦 e\u0301", Note: "\u0301", Count: -1},
	}
	for _, o := range []Options{{}, {Multi: true, Counts: true}, {Digits: true}} {
		for _, entries := range [][]Entry{nil, awkward, links()} {
			p := open(o, entries, nil)
			panetest.Sweep(t, p, panetest.Fills, func(_, h int) {
				press(p, "<down><ctrl+u>")
				p.Click(0, h/2)
				p.Scroll(1)
				press(p, "東x <tab>")
			})
		}
	}
}

// meaning reads "=x" as a filter x, "tchad" as a listed entry, and "!" as a fault.
func meaning(text string) Reading {
	switch {
	case text == "tchad":
		return Reading{Entry: &Entry{ID: "td", Label: "not shown: it is listed"}}
	case strings.HasPrefix(text, "="):
		return Reading{Entry: &Entry{ID: text, Label: "Filter " + text[1:], Count: 7}}
	case strings.HasPrefix(text, "!"), text == "-asia":
		return Reading{Says: "This is no filter: " + text, Strict: true}
	case strings.HasSuffix(text, ","):
		return Reading{Says: "A comma ends it."}
	}
	return Reading{}
}

func TestWhatIsTypedMeansSomethingByItself(t *testing.T) {
	kept := pane.Handled{}
	tests := []struct {
		keys  string
		want  pane.Action
		shows string
	}{
		{"=x", kept, "Filter x"},
		{"=x<enter>", ids("=x"), "Filter x"},
		{"=x<tab><enter>", ids("=x"), "Filter x"},
		{"china<tab><ctrl+u>=x<enter>", ids("=x"), "Filter x"},
		{"=x<backspace><backspace>china<enter>", ids("cn"), "China"},
		{"!china<enter>", kept, "This is no filter: !china"},
		{"-asia<enter>", kept, "This is no filter: -asia"}, // and no entry, though east-asia holds it
		{"tchad<enter>", ids("td"), "Chad"},
		{"tchad<tab><enter>", ids("td"), "Chad"},
		{"zz,<enter>", kept, "A comma ends it."},
		{"zz<enter>", kept, "Nothing has this name."},
	}
	for _, tt := range tests {
		p := open(Options{Multi: true, Counts: true, Typed: meaning}, regions(), nil)
		if diff := cmp.Diff(tt.want, press(p, tt.keys)); diff != "" || !strings.Contains(panetest.Bare(p.View()), tt.shows) {
			t.Errorf("%q, -want +got:\n%s\n%s", tt.keys, diff, panetest.Bare(p.View()))
		}
	}
}

func TestANoteKeepsItsRoom(t *testing.T) {
	for notes, want := range map[int]string{0: "The long road to the…", 8: "The long r…  12 items"} {
		p := open(Options{Notes: notes}, []Entry{{Label: "The long road to the harbour", Note: "12 items"}, {Label: "The long road to the harbour"}}, nil)
		p.Resize(24, 4)
		lines := strings.Split(panetest.Bare(p.View()), "\n")
		if got := strings.TrimSpace(strings.TrimPrefix(lines[1], "▌")); got != want {
			t.Errorf("%d cells: %q, want %q", notes, got, want)
		}
		if !strings.Contains(lines[2], "The long road to the…") {
			t.Errorf("%d cells: without a note %q", notes, lines[2])
		}
	}
}
