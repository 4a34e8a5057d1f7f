package why

import (
	"fmt"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// maxReasons is how many reasons a tag shows; the first ones are told.
const maxReasons = 6

// text is the explanation as it is set line by line.
type text struct {
	th    theme.Theme
	width int
	lines []string
}

// set words the facts as lines for the width.
func (p *Pane) set() {
	t := &text{th: p.th, width: p.width}
	tags := p.facts.Tags
	p.countryAt, p.cursor = nil, max(0, min(p.cursor, len(tags.Countries)-1))
	t.headlines(p.facts)
	t.heading("COUNTRIES", pane.Hint(p.th.Glyphs, p.remove, p.add))
	switch {
	case len(tags.Countries) > 0:
	case len(p.facts.Denied) > 0:
		t.plain("Your corrections leave no country, so the story stands under World.")
	default:
		t.plain("No country was found in the text, so the story stands under World.")
	}
	for i, c := range tags.Countries {
		p.countryAt = append(p.countryAt, len(t.lines))
		t.tag(c, fmt.Sprintf("%-3s %s", c.Code, p.facts.Place(c.Code)), standing(c), i == p.cursor)
	}
	if len(tags.Areas) > 0 {
		t.heading("AREAS AND BLOCS", "only those that the text names")
	}
	for _, a := range tags.Areas {
		t.tag(a, p.facts.Place(a.Code), standing(a), false)
	}
	if len(p.facts.Denied) > 0 {
		t.heading("TAKEN AWAY", "by your corrections; this had told them")
	}
	for _, d := range p.facts.Denied {
		t.tag(d, fmt.Sprintf("%-3s %s", d.Code, p.facts.Place(d.Code)), "", false)
	}
	t.joins(p.facts)
	t.once(p.facts)
	p.page.Set(t.lines)
}

func (t *text) cut(s string, width int) string { return pane.Cut(s, width, t.th.Glyphs.Ellipsis) }

func (t *text) heading(title, note string) {
	if len(t.lines) > 0 {
		t.lines = append(t.lines, "")
	}
	title = t.cut(title, t.width-2)
	note = t.cut(note, t.width-4-pane.Width(title))
	t.lines = append(t.lines, " "+t.th.Accent.Text(title)+"  "+t.th.Meta.Text(note))
}

func (t *text) plain(s string) {
	const indent = "    "
	for _, l := range pane.Wrap(s, max(1, t.width-len(indent)-1)) {
		t.lines = append(t.lines, indent+t.th.Plain.Text(l))
	}
}

// standing says how a text is about what it is tagged with.
func standing(tag feeds.Tag) string {
	if tag.About {
		return "about"
	}
	return "mentioned"
}

// tag tells a country or an area, its kind and its reasons, each once.
func (t *text) tag(tag feeds.Tag, name, kind string, selected bool) {
	bar := " "
	if selected {
		bar = t.th.Accent.Text(t.th.Glyphs.Bar)
	}
	name = t.cut(name, t.width-4-len(kind))
	t.lines = append(t.lines, bar+" "+t.th.Headline.Text(name)+"  "+t.th.Meta.Text(kind))
	told := map[string]bool{}
	for _, e := range tag.Why {
		line := reason(e)
		if !told[line] && len(told) < maxReasons {
			t.plain(line)
		}
		told[line] = true
	}
	if n := len(told) - maxReasons; n > 0 {
		t.plain(fmt.Sprintf("and %d more %s", n, pane.Plural(n, "reason", "reasons")))
	}
}

// places says where evidence was found. Outside the text there are no words to
// quote, and where says all.
var places = map[feeds.Field]struct {
	where string
	quote bool
}{
	feeds.FieldTitle:    {"in the title", true},
	feeds.FieldSummary:  {"in the summary", true},
	feeds.FieldCategory: {"in a category", true},
	feeds.FieldDateline: {"in the dateline", true},
	feeds.FieldText:     {"in the text", true},
	feeds.FieldAddress:  {"in the page's address", true},
	feeds.FieldFeed:     {"the feed covers this country, and the text names none", false},
	feeds.FieldUser:     {"your correction", false},
}

func reason(e feeds.Evidence) string {
	place := places[e.Field]
	switch {
	case e.Field == feeds.FieldUser:
		return e.Rule + " for " + e.Words
	case !place.quote:
		return place.where
	}
	return fmt.Sprintf("%s %s, %s", pane.Quote(e.Words), place.where, e.Rule)
}
