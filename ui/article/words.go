package article

import (
	"cmp"
	"slices"
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
	// low is the height below which it has none for what the list says of the
	// story.
	low = 16
)

// dotted joins what there is to say.
func (p *Pane) dotted(parts ...string) string { return pane.Dotted(p.th.Glyphs, parts...) }

// origin says what sort of piece it is and who published it. Where that takes a
// second line of a narrow pane, the outlet is enough.
func (p *Pane) origin(v Version, width int) string {
	from := p.dotted(p.outlet(v), pane.Standing(v.Feed))
	kicker := strings.ToUpper(cmp.Or(p.article.Kicker, category(v.Item)))
	if all := p.dotted(kicker, from); width >= narrow || pane.Width(all) <= width {
		return all
	}
	return from
}

// caption says on a low pane who tells it, where and when, and what else the
// list does not say of it.
func (p *Pane) caption(v Version, width int) []string {
	parts := []string{p.outlet(v), pane.Standing(v.Feed)}
	parts = append(parts, p.signature(v.Item, min(width, narrow-1))...)
	return p.fitted(width, append(parts, p.which(), p.extent(), p.before())...)
}

// outlet names who published it, and whose text that is.
func (p *Pane) outlet(v Version) string {
	name := v.Feed.Outlet()
	if wire := cmp.Or(v.Item.Wire, p.article.Wire); pane.Carries(v.Feed, wire) {
		name = strings.TrimSpace(name + " (carries " + wire + ")")
	}
	return name
}

func category(it feeds.Item) string {
	if len(it.Categories) == 0 || pane.Width(it.Categories[0]) > maxCategory {
		return ""
	}
	return it.Categories[0]
}

// signature says who wrote it, where and when, in parts of which some are empty.
func (p *Pane) signature(it feeds.Item, width int) []string {
	by := cmp.Or(it.Byline, p.article.Byline)
	if by != "" {
		by = "by " + by
	}
	return []string{
		by, cmp.Or(it.Place, p.article.Place), p.date(it, width), p.retitled(it), p.changed(it), p.pageDate(it), p.pageChanged(it),
	}
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

// fitted joins parts in as few lines as they take without being broken.
func (p *Pane) fitted(width int, parts ...string) (lines []string) {
	for _, part := range slices.DeleteFunc(parts, func(s string) bool { return s == "" }) {
		if last := len(lines) - 1; last >= 0 {
			if longer := p.dotted(lines[last], part); pane.Width(longer) <= width {
				lines[last] = longer
				continue
			}
		}
		lines = append(lines, part)
	}
	return lines
}
