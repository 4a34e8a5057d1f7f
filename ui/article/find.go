package article

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/pane"
	"dateline/ui/typeset"
)

// finder is a search in the text on show.
type finder struct {
	in     *pane.Input
	typing bool
	from   typeset.Place // where the reader was when they began
	parts  []part        // what is looked through
	marks  []typeset.Mark
	at     int // the mark the reader stands on
}

// findKeys work while words are looked for. They share names with the keys
// that do the like in a search of all stored text.
func findKeys(r pane.Remap) []pane.Key {
	return []pane.Key{
		r.Bind("next-unread", "next", "n"),
		r.Bind("prev-unread", "previous", "N"),
		r.Bind("back", "end", "esc", "backspace"),
	}
}

// TypingKeys are those that do something while the reader types what to look
// for. They are the same for everybody, as in every line that is typed.
func (p *Pane) TypingKeys() []pane.Key {
	as := pane.Remap{}
	return []pane.Key{
		as.Bind("keep", "keep", "enter"),
		as.Bind("next", "next", "down"),
		as.Bind("previous", "previous", "up"),
		as.Bind("end", "end", "esc"),
	}
}

// startFind has the reader type what to look for in the text.
func (p *Pane) startFind() pane.Action {
	if len(p.text().Blocks) == 0 {
		return pane.Tell{Text: "There is no text to look through."}
	}
	if p.finder == nil {
		p.finder = &finder{in: pane.NewInput(), from: p.lines[p.top].Place}
		p.readFind()
	}
	p.finder.typing = true
	return pane.Handled{}
}

// readFind has what is on show looked through, if anything is looked for.
func (p *Pane) readFind() {
	if it, ok := p.Item(); ok && p.finder != nil {
		p.finder.read(it.Title, p.text().Blocks)
	}
}

// endFind takes the marks away; the reader stays where they are.
func (p *Pane) endFind() {
	p.finder = nil
	p.top = min(p.top, p.lastTop())
}

// enterFind ends the typing. Where nothing was typed it ends all.
func (p *Pane) enterFind() {
	if p.finder.typing = false; p.finder.in.Text() == "" {
		p.endFind()
	}
}

// pressFind answers a key while words are looked for; nil if it is none of
// those that do something else then.
func (p *Pane) pressFind(msg tea.KeyPressMsg) pane.Action {
	f := p.finder
	switch {
	case f == nil:
		return nil
	case f.typing:
		p.typeFind(msg)
		return pane.Handled{}
	}
	switch pane.Pressed(p.finding, msg) {
	case "next-unread":
		p.stepFind(1)
	case "prev-unread":
		p.stepFind(-1)
	case "back":
		p.endFind()
	default:
		return nil
	}
	return pane.Handled{}
}

// Typing says whether the reader types what to look for.
func (p *Pane) Typing() bool { return p.finder != nil && p.finder.typing }

// typeFind takes a key while the reader types what to look for.
func (p *Pane) typeFind(msg tea.KeyPressMsg) {
	f := p.finder
	switch key := msg.String(); {
	case key == "esc", key == "backspace" && f.in.Empty():
		p.endFind()
	case key == "enter":
		p.enterFind()
	case key == "down":
		p.stepFind(1)
	case key == "up":
		p.stepFind(-1)
	case f.in.Type(msg):
		p.lookFor()
	}
}

// Paste takes pasted text as if it were typed, if anything is typed here.
func (p *Pane) Paste(msg tea.PasteMsg) {
	if p.Typing() && p.finder.in.Type(msg) {
		p.lookFor()
	}
}

// lookFor marks what was typed, and shows the first match from where the reader
// began. Without one they are there again.
func (p *Pane) lookFor() {
	f := p.finder
	f.mark()
	f.at = 0
	for f.at < len(f.marks) && placeOf(f.marks[f.at]).Compare(f.from) < 0 {
		f.at++
	}
	if f.at == len(f.marks) {
		f.at = 0
	}
	if len(f.marks) == 0 {
		p.top = min(max(0, p.lineOf(f.from)), p.lastTop())
		p.stay(false)
		return
	}
	p.reach(placeOf(f.marks[f.at]))
}

// stepFind goes to the next match by steps, round and round.
func (p *Pane) stepFind(by int) {
	f := p.finder
	if n := len(f.marks); n > 0 {
		f.at = (f.at + by + n) % n
		p.reach(placeOf(f.marks[f.at]))
	}
}

// reach brings a place into sight, with some lines before it; if it is in sight
// nothing moves.
func (p *Pane) reach(at typeset.Place) {
	const above = 3 // of the pane, one part stands above
	if i := p.lineOf(at); i < p.top || i >= p.top+p.rows() {
		p.Scroll(i - p.rows()/above - p.top)
	}
}

func placeOf(m typeset.Mark) typeset.Place { return typeset.Place{Block: m.Block, At: m.From} }

// marks returns what is marked in the text, and on which the reader stands.
func (p *Pane) marks() ([]typeset.Mark, int) {
	if p.finder == nil {
		return nil, 0
	}
	return p.finder.marks, p.finder.at
}

// findLine draws what is looked for and how often it stands in the text.
func (p *Pane) findLine() string {
	f := p.finder
	found := f.found()
	if p.focused && !f.typing && len(f.marks) > 0 {
		found = pane.Dotted(p.th.Glyphs, found, pane.Hint(p.th.Glyphs, p.finding...))
	}
	const label, least = " Find  ", 10 // cells that the words keep
	room := p.width - len(label) - 2
	if left := room - pane.Width(found) - 2; left >= least {
		room = left
	} else {
		found = pane.Cut(f.found(), room-least, p.th.Glyphs.Ellipsis)
		room -= pane.Width(found) + 2
	}
	said := p.th.Plain.Text(pane.Cut(f.in.Text(), room, p.th.Glyphs.Ellipsis))
	if f.typing {
		said = f.in.View(p.th, room)
	}
	return pane.Sides(p.th.Accent.Text(label)+said, p.th.Meta.Text(found)+" ", p.width)
}

// found says how many matches there are and on which the reader stands.
func (f *finder) found() string {
	switch {
	case f.in.Text() == "":
		return ""
	case len(f.marks) == 0:
		return "not in this text"
	}
	return fmt.Sprintf("%d of %d", f.at+1, len(f.marks))
}
