package article

import (
	"cmp"
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
)

const (
	// maxCategory is the longest category, in cells, that can stand for the
	// kicker the page would give.
	maxCategory = 30
	// maxCodes is how many countries are named above the text.
	maxCodes = 6
	// narrow is the width below which the text has few lines to spare.
	narrow = 56
)

// dotted joins what there is to say.
func (p *Pane) dotted(parts ...string) string { return pane.Dotted(p.th.Glyphs, parts...) }

// origin says what sort of piece it is and who published it. Where that takes a
// second line of a narrow pane, the outlet is enough.
func (p *Pane) origin(v Version, width int) string {
	outlet := pane.Outlet(v.Feed)
	if wire := cmp.Or(v.Item.Wire, p.article.Wire); pane.Carries(v.Feed, wire) {
		outlet = strings.TrimSpace(outlet + " (carries " + wire + ")")
	}
	from := p.dotted(outlet, pane.Standing(v.Feed))
	kicker := strings.ToUpper(cmp.Or(p.article.Kicker, category(v.Item)))
	if all := p.dotted(kicker, from); width >= narrow || pane.Width(all) <= width {
		return all
	}
	return from
}

func category(it feeds.Item) string {
	if len(it.Categories) == 0 || pane.Width(it.Categories[0]) > maxCategory {
		return ""
	}
	return it.Categories[0]
}

// signature says who wrote it, where and when.
func (p *Pane) signature(it feeds.Item, width int) string {
	by := cmp.Or(it.Byline, p.article.Byline)
	if by != "" {
		by = "by " + by
	}
	return p.dotted(by, cmp.Or(it.Place, p.article.Place), p.date(it, width), p.retitled(it), p.changed(it), p.pageDate(it), p.pageChanged(it))
}

// subject says what the story is about, how long the text is and who tells it,
// in a narrow pane in as little room as it can.
func (p *Pane) subject(width int) []string {
	var codes []string
	for _, t := range p.tags.Countries {
		if t.About && len(codes) < maxCodes {
			codes = append(codes, t.Code)
		}
	}
	about := strings.Join(codes, " ")
	switch {
	case width < narrow && len(p.versions) < 2:
		return []string{p.dotted(cmp.Or(about, p.regions), p.extent())}
	case len(p.versions) < 2:
		return p.fitted(width, p.dotted(p.regions, about), p.extent())
	case width < narrow:
		return []string{p.dotted(about, p.brief(width-pane.Width(p.dotted(about, " "))+1)), p.extent()}
	}
	return append(p.fitted(width, p.dotted(p.regions, about), p.extent()), p.brief(width))
}

// fitted joins two parts in one line, if that is wide enough.
func (p *Pane) fitted(width int, a, b string) []string {
	if both := p.dotted(a, b); pane.Width(both) <= width {
		return []string{both}
	}
	return []string{a, b}
}
