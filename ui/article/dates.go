package article

import (
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
)

const (
	// apart is how far the page's date may be from the feed's without a word.
	apart = 24 * time.Hour
	// fresh is how long a page is still being published: what it changes then is
	// no change.
	fresh = time.Hour
)

// dateMarks says what is wrong with the feed's date.
var dateMarks = map[feeds.DateMark]string{
	feeds.DateMissing: " (date missing: first seen)",
	feeds.DateAbsurd:  " (date impossible: first seen)",
}

// date returns the feed's date, or the page's where the feed has none.
func (p *Pane) date(it feeds.Item, width int) string {
	at, mark := it.Published, dateMarks[it.Date]
	if mark != "" && p.of == pageText && !p.article.Date.IsZero() {
		at, mark = p.article.Date, ""
	}
	return p.moment(at, width) + mark
}

// changed says when the feed last changed what it says of an item, apart from
// the headline.
func (p *Pane) changed(it feeds.Item) string {
	if !it.Updated.After(it.Retitled) {
		return ""
	}
	return "changed " + p.clock(it.Updated)
}

// pageDate says which day the page names, if the feed names another.
func (p *Pane) pageDate(it feeds.Item) string {
	at := p.article.Date
	if p.of != pageText || at.IsZero() || it.Date != feeds.DateGiven || at.Sub(it.Published).Abs() <= apart {
		return ""
	}
	return "page says " + day(at, p.now())
}

// pageChanged says when the page was changed after it was published.
func (p *Pane) pageChanged(it feeds.Item) string {
	since, at := p.article.Date, p.article.Updated
	if since.IsZero() {
		since = it.Published
	}
	if p.of != pageText || at.Sub(since) < fresh {
		return ""
	}
	return "changed on the page " + p.clock(at)
}

// clock returns a time in the reader's zone.
func (p *Pane) clock(t time.Time) string { return pane.Clock(t, p.now()) }

// moment returns a time in full, in the reader's zone; the year only of another
// one, the day of the week only where there is room.
func (p *Pane) moment(t time.Time, width int) string {
	said := day(t, p.now()) + t.In(p.now().Location()).Format(", 15:04 MST")
	if width < narrow {
		return said
	}
	return t.In(p.now().Location()).Format("Mon ") + said
}

// day returns a day in the zone of now; of another year with that.
func day(t, now time.Time) string {
	t = t.In(now.Location())
	if t.Year() == now.Year() {
		return t.Format("2 Jan")
	}
	return t.Format("2 Jan 2006")
}

// on says on which day something was.
func on(t, now time.Time) string {
	if d := day(t, now); d != day(now, now) {
		return "on " + d
	}
	return "today"
}
