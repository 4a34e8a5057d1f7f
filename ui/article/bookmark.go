package article

import (
	"fmt"
	"time"

	"dateline/feeds"
	"dateline/ui/typeset"
)

// mark is what is known of the reader's last visit to the text on show.
type mark struct {
	last      feeds.Bookmark // the last one that was kept; no Item if there is none
	wanted    bool           // the reader asked to go on there, it may still come
	continued int            // per cent at which they did; 0 once they have moved
	unkept    bool           // they have read on since the bookmark was taken
}

// moved notes that the reader has moved, and whether they read.
func (m *mark) moved(read bool) {
	m.wanted, m.continued = false, 0
	m.unkept = m.unkept || read
}

// SetBookmark brings where the reader stopped in an earlier session, after the
// text it is for. It is dropped if another item is on show, if it is for
// another text of the item, and if the reader has read in this session.
func (p *Pane) SetBookmark(b feeds.Bookmark) {
	if !p.shows(b.Item) || b.Whole != (p.of == pageText) || p.places[b.Item].read {
		return
	}
	p.mark.last = b
	if p.mark.wanted {
		p.resume()
	}
	p.set()
}

// Continue goes to where the reader of an item that is opened stopped: in this
// session they are there already.
func (p *Pane) Continue() {
	if it, _ := p.Item(); !p.places[it.ID].read {
		p.goOn()
	}
}

// goOn goes to where the reader stopped before, or will as soon
// as that is known, if they do not move until then.
func (p *Pane) goOn() {
	p.mark.wanted = true
	p.resume()
	p.find()
}

// resume makes the bookmark the reader's place, unless they had read to the end.
func (p *Pane) resume() {
	b := p.mark.last
	if !inside(b) {
		return
	}
	p.places[b.Item] = reading{typeset.Place{Block: b.Block, At: b.At}, p.of, true}
	p.mark.wanted, p.mark.continued = false, b.Percent
}

// inside says whether a reader stopped in the middle of a text.
func inside(b feeds.Bookmark) bool { return b.Block >= 0 && b.Percent > 0 && b.Percent < 100 }

// TakeBookmark returns where the reader has come to, if they have read on in
// the focused pane since it was last taken.
func (p *Pane) TakeBookmark() (feeds.Bookmark, bool) {
	if !p.Unkept() {
		return feeds.Bookmark{}, false
	}
	it, _ := p.Item()
	at := p.places[it.ID].at
	p.mark.unkept = false
	percent, _ := p.progress()
	b := feeds.Bookmark{Item: it.ID, Block: at.Block, At: at.At, Percent: percent, Whole: p.of == pageText, Kept: p.now()}
	if p.mark.last = (feeds.Bookmark{}); inside(b) {
		p.mark.last = b
	}
	p.set() // above what is in sight
	return b, true
}

// Unkept says whether the reader has read on since the bookmark was taken. What
// a command printed has none, and a look at the headline is no step back.
func (p *Pane) Unkept() bool {
	it, ok := p.Item()
	return ok && p.mark.unkept && p.output == nil && p.places[it.ID].at.Block >= 0
}

// before says how far the reader came before.
func (p *Pane) before() string {
	b := p.mark.last
	switch {
	case b.Percent == 100:
		return "read to the end " + on(b.Kept, p.now())
	case !inside(b):
		return ""
	}
	return semicolons(fmt.Sprintf("read to %d %%", b.Percent), p.offer("continue", "continues there"))
}

// Title returns the words for the frame: how far the reader has come and what
// is left, if the text is longer than the pane.
func (p *Pane) Title() string {
	percent, long := p.progress()
	switch {
	case len(p.versions) == 0 || !long:
		return "Article"
	case p.output != nil:
		return p.dotted("Article", p.output.Name, fmt.Sprintf("%d %%", percent))
	case p.mark.continued > 0:
		return p.dotted("Article", fmt.Sprintf("continued at %d %%", p.mark.continued))
	}
	return p.dotted("Article", fmt.Sprintf("%d %%", percent), p.left(percent))
}

// left says how long the rest of the text takes, once the reader has begun.
func (p *Pane) left(percent int) string {
	if percent == 0 || percent == 100 {
		return ""
	}
	if all := p.length.Time(p.language()); all >= time.Minute {
		return minutes(all*time.Duration(100-percent)/100) + " left"
	}
	return ""
}
