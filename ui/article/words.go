package article

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/feeds"
	"dateline/ui/pane"
)

const (
	dateLayout     = "Mon 2 Jan 2006, 15:04 MST"
	citationLayout = "2 January 2006, 15:04 MST"

	// maxCategory is the longest category, in cells, that can stand for the
	// kicker the page would give.
	maxCategory = 30
	// maxCodes is how many countries are named above the text.
	maxCodes = 6
	// narrow is the width below which the text has few lines to spare.
	narrow = 56
	// wordsPerMinute is how fast news are read silently.
	wordsPerMinute = 220
)

// dateMarks says what is wrong with the feed's date.
var dateMarks = map[feeds.DateMark]string{
	feeds.DateMissing: " (date missing: first seen)",
	feeds.DateAbsurd:  " (date impossible: first seen)",
}

// dotted joins what there is to say.
func (p *Pane) dotted(parts ...string) string { return pane.Dotted(p.th.Glyphs, parts...) }

// origin says what sort of piece it is and who published it.
func (p *Pane) origin(v Version) string {
	outlet := pane.Outlet(v.Feed)
	if wire := cmp.Or(v.Item.Wire, p.article.Wire); pane.Carries(v.Feed, wire) {
		outlet = strings.TrimSpace(outlet + " (carries " + wire + ")")
	}
	return p.dotted(strings.ToUpper(cmp.Or(p.article.Kicker, category(v.Item))), outlet, pane.Standing(v.Feed))
}

func category(it feeds.Item) string {
	if len(it.Categories) == 0 || pane.Width(it.Categories[0]) > maxCategory {
		return ""
	}
	return it.Categories[0]
}

// signature says who wrote it, where and when.
func (p *Pane) signature(it feeds.Item) string {
	by := cmp.Or(it.Byline, p.article.Byline)
	if by != "" {
		by = "by " + by
	}
	changed := ""
	if it.Updated.After(it.Retitled) {
		changed = "changed " + p.clock(it.Updated)
	}
	return p.dotted(by, cmp.Or(it.Place, p.article.Place), p.date(it), p.retitled(it), changed)
}

// date returns the feed's date, or the page's where the feed has none.
func (p *Pane) date(it feeds.Item) string {
	at, mark := it.Published, dateMarks[it.Date]
	if a := p.article; mark != "" && !a.Fetched.IsZero() && !a.Date.IsZero() {
		at, mark = a.Date, ""
	}
	return at.In(p.now().Location()).Format(dateLayout) + mark
}

// clock returns a time in the reader's zone.
func (p *Pane) clock(t time.Time) string { return pane.Clock(t, p.now()) }

// subject says what the story is about and who tells it, in a narrow pane in as
// little room as it can.
func (p *Pane) subject(width int) []string {
	var codes []string
	for _, t := range p.tags.Countries {
		if t.About && len(codes) < maxCodes {
			codes = append(codes, t.Code)
		}
	}
	about := strings.Join(codes, " ")
	switch {
	case len(p.versions) < 2:
		return []string{p.dotted(p.regions, about)}
	case width < narrow:
		return []string{p.dotted(about, p.brief(width-pane.Width(p.dotted(about, " "))+1))}
	}
	return []string{p.dotted(p.regions, about), p.brief(width)}
}

// failed says what went wrong and what to do.
func failed(err error) string {
	said := err.Error()
	if f, ok := errors.AsType[*feeds.Failure](err); ok {
		said = f.Error() + "; " + f.Todo()
	}
	return "The page could not be fetched: " + said + "."
}

// extent says how much text there is and where it comes from.
func (p *Pane) extent() string {
	a := p.article
	if a.Fetched.IsZero() {
		return p.given()
	}
	words := a.Words()
	return p.dotted("fetched "+p.clock(a.Fetched), count(words, "word"), fmt.Sprintf("%d min", max(1, (words+wordsPerMinute-1)/wordsPerMinute)))
}

func (p *Pane) given() string {
	chars := 0
	for _, b := range p.article.Blocks {
		chars += utf8.RuneCountInString(b.Plain())
	}
	said := "the feed gave no text"
	if chars > 0 {
		said = "the feed gave " + count(chars, "character")
	}
	if p.versions[p.at].Item.URL == "" {
		return said + " and no address of the page"
	}
	return said + "; " + p.shown("full-text") + " fetches the page"
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// citation returns the item in one line, as a source is cited.
func citation(v Version) string {
	it, date := v.Item, "undated"
	if it.Date == feeds.DateGiven {
		date = it.Published.UTC().Format(citationLayout)
	}
	var said []string
	for _, s := range []string{pane.Outlet(v.Feed), it.Byline, "“" + it.Title + "”", date, it.URL} {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, ", ") + " (seen " + it.Seen.UTC().Format(citationLayout) + ")"
}
