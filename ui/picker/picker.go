// Package picker is a list to choose from by typing: regions with their
// counts, the commands of the palette, the links of an article. It knows
// nothing of what it lists; what a choice means is the caller's function.
package picker

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/pane"
	"dateline/ui/theme"
)

// Entry is one thing to choose.
type Entry struct {
	ID    string // handed back when chosen
	Label string
	Note  string // dim, right of the label: a key, an address
	Also  string // further words by which typing finds it
	Count int    // shown at the right end if Options.Counts is set
	On    bool   // already chosen
}

// Options says how the list behaves.
type Options struct {
	Title  string
	Multi  bool // tab chooses several
	Counts bool // the entries have counts
	Digits bool // entries are numbered, and a number chooses
	Notes  int  // cells that a note keeps, however long its label is
	Empty  string
	Hint   string                         // what to type; empty for words that narrow the list
	Done   func(ids []string) pane.Action // enter: what was chosen, never empty unless Multi
	Copy   func(id string) pane.Action    // puts an entry on the clipboard; nil if that is nothing to copy
	Typed  func(text string) Reading      // what is typed may mean something by itself; nil if it never does
}

// Reading is what the typed text means beside narrowing the list.
type Reading struct {
	Entry  *Entry // comes first, as the listed entry of its ID if there is one; nil if the text means nothing
	Says   string // stands where nothing is listed; empty for Options.Empty
	Strict bool   // the text does not narrow: nothing else is listed
}

// Pane is an open picker. Put it on the screen as an overlay.
type Pane struct {
	th      theme.Theme
	o       Options
	keys    []pane.Key
	leave   pane.Key // the key by which ui closes an overlay
	entries []Entry
	words   []words // by which entries are found
	meant   Entry   // what the typed text means
	shown   []int   // indexes of entries, best first; own for meant
	says    string  // where nothing is listed
	in      *pane.Input
	list    pane.List // on shown
	marked  bool      // the reader has marked entries: enter takes those
	moved   bool      // the reader has typed or moved
	width   int
	height  int
}

// New opens a picker on entries. The cursor is on the first one that is
// already chosen.
func New(th theme.Theme, remap pane.Remap, o Options, entries []Entry) *Pane {
	p := &Pane{
		th: th, o: o, entries: slices.Clone(entries), words: wordsOf(entries, o.Digits), in: pane.NewInput(),
		keys: keys(remap, o), leave: remap.Bind("back", "back", "esc", "backspace"),
	}
	p.narrow()
	if i := slices.IndexFunc(entries, func(e Entry) bool { return e.On }); i >= 0 {
		p.list.Go(i)
	}
	return p
}

// Title returns the words for the frame.
func (p *Pane) Title() string { return p.o.Title }

// Focus does nothing: an open picker always has the focus.
func (p *Pane) Focus(bool) {}

// Resize gives the size of the inside in cells.
func (p *Pane) Resize(w, h int) {
	p.width, p.height = w, h
	p.list.Size(len(p.shown), p.listHeight())
}

// Paste takes pasted text as if it were typed.
func (p *Pane) Paste(msg tea.PasteMsg) { p.typed(msg) }

// typed hands a key or a paste to the line that narrows the list.
func (p *Pane) typed(msg tea.Msg) {
	if p.in.Type(msg) {
		p.moved = true
		p.narrow()
	}
}

// narrow lists the entries that what was typed finds.
func (p *Pane) narrow() {
	r, text := Reading{}, p.in.Text()
	if p.o.Typed != nil {
		r = p.o.Typed(text)
	}
	p.shown, p.says = find(p.words, text, r.Entry == nil), p.o.Empty
	p.read(r)
	p.list.Size(len(p.shown), p.listHeight())
	p.list.Go(0)
}

// own stands among indexes of entries for what the typed text means.
const own = -1

// read lists what the typed text means.
func (p *Pane) read(r Reading) {
	if r.Says != "" {
		p.says = r.Says
	}
	if r.Strict {
		p.shown = nil
	}
	if r.Entry == nil {
		return
	}
	first := slices.IndexFunc(p.entries, func(e Entry) bool { return e.ID == r.Entry.ID })
	if first < 0 {
		first, p.meant = own, *r.Entry
	}
	p.shown = slices.Insert(slices.DeleteFunc(p.shown, func(i int) bool { return i == first }), 0, first)
}

// at returns the entry of an index.
func (p *Pane) at(i int) *Entry {
	if i == own {
		return &p.meant
	}
	return &p.entries[i]
}

// current returns the entry under the cursor, nil if none is listed.
func (p *Pane) current() *Entry {
	at, ok := p.list.At()
	if !ok {
		return nil
	}
	return p.at(p.shown[at])
}
