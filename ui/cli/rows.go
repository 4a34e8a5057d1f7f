package cli

import (
	"bufio"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/feeds"
)

// printer writes rows as text or as JSON Lines.
type printer struct {
	w     *bufio.Writer
	json  bool
	atlas *feeds.Atlas
	feeds map[feeds.FeedID]feeds.Feed
	now   time.Time
	rows  int // written so far
}

type itemRow struct {
	ID        feeds.ItemID  `json:"id"`
	Story     feeds.StoryID `json:"story"`
	Feed      feeds.FeedID  `json:"feed"`
	Outlet    string        `json:"outlet"`
	Title     string        `json:"title"`
	Summary   string        `json:"summary,omitempty"`
	URL       string        `json:"url,omitempty"`
	Byline    string        `json:"byline,omitempty"`
	Wire      string        `json:"wire,omitempty"`
	Place     string        `json:"place,omitempty"`
	Language  string        `json:"language,omitempty"`
	Published time.Time     `json:"published"`
	Date      string        `json:"date,omitempty"` // "missing" or "absurd" if published is when it was first seen
	Seen      time.Time     `json:"seen"`
	Countries []string      `json:"countries"`
	Mentions  []string      `json:"mentions,omitempty"` // of Countries, those that it is not about
	Regions   []string      `json:"regions"`
	Areas     []string      `json:"areas,omitempty"`
	Read      bool          `json:"read"`
	Starred   bool          `json:"starred"`
}

func (p *printer) item(it feeds.Item) error {
	outlet := outletOf(p.feeds, it.Feed)
	return p.row(itemRow{
		ID: it.ID, Story: it.Story, Feed: it.Feed, Outlet: outlet, Title: it.Title, Summary: it.Summary, URL: it.URL,
		Byline: it.Byline, Wire: it.Wire, Place: it.Place, Language: it.Language,
		Published: it.Published.UTC(), Date: string(it.Date), Seen: it.Seen.UTC(),
		Countries: feeds.Codes(it.Tags.Countries), Mentions: feeds.Codes(it.Tags.Mentions()), Regions: p.regions(it.Tags),
		Areas: feeds.Codes(it.Tags.Areas), Read: it.Read, Starred: it.Starred,
	}, p.when(it.Published, it.Date != feeds.DateGiven), it.Tags, it.Title, outlet)
}

type storyRow struct {
	Story     feeds.StoryID  `json:"story"`
	Title     string         `json:"title"`
	Outlet    string         `json:"outlet"` // of the lead
	URL       string         `json:"url,omitempty"`
	Updated   time.Time      `json:"updated"`
	Guessed   bool           `json:"guessed,omitempty"` // updated is when the story was first seen: no feed gave a date
	Countries []string       `json:"countries"`
	Mentions  []string       `json:"mentions,omitempty"`
	Regions   []string       `json:"regions"`
	Areas     []string       `json:"areas,omitempty"`
	Sources   int            `json:"sources"` // independent of each other
	State     int            `json:"state,omitempty"`
	Wires     map[string]int `json:"wires,omitempty"`
	Unread    bool           `json:"unread"`
	New       int            `json:"new_coverage,omitempty"` // what came since the story was read
	Rise      string         `json:"rise,omitempty"`         // in the rising order: why it stands there
	Changed   time.Time      `json:"changed,omitzero"`       // when the headline was changed by its outlet
	Starred   bool           `json:"starred"`
	Items     []feeds.ItemID `json:"items"`
}

func (p *printer) story(s ranked) error {
	tags, lead, c := s.Tags(p.feeds), s.Lead(p.feeds), s.Coverage(p.feeds)
	outlet := outletOf(p.feeds, lead.Feed)
	row := storyRow{
		Story: s.ID, Title: lead.Title, Outlet: outlet, URL: lead.URL, Updated: s.Updated().UTC(),
		Countries: feeds.Codes(tags.Countries), Mentions: feeds.Codes(tags.Mentions()), Regions: p.regions(tags),
		Areas:   feeds.Codes(tags.Areas),
		Sources: c.Sources, State: c.State, Unread: s.Unread(), New: s.News(), Starred: s.Starred(),
		Rise: s.rank.Rise.Words(), Changed: lead.Retitled,
		Guessed: !slices.ContainsFunc(s.Items, func(it feeds.Item) bool { return it.Date == feeds.DateGiven }),
	}
	for _, w := range c.Wires {
		if row.Wires == nil {
			row.Wires = map[string]int{}
		}
		row.Wires[w.Wire] = w.Carriers
	}
	for _, it := range s.Items {
		row.Items = append(row.Items, it.ID)
	}
	who := outlet
	switch {
	case c.Sources > 1:
		who = cmp.Or(row.Rise, fmt.Sprintf("%d src", c.Sources))
	case len(c.Wires) > 0: // one text in several hands
		who = fmt.Sprintf("%s ×%d", c.Wires[0].Wire, c.Wires[0].Carriers)
	}
	if row.New > 0 {
		who += fmt.Sprintf(" +%d", row.New)
	}
	return p.row(row, p.when(row.Updated, row.Guessed), tags, lead.Title, who)
}

// outletOf names the outlet of a feed: its id if it has no name.
func outletOf(directory map[feeds.FeedID]feeds.Feed, id feeds.FeedID) string {
	return cmp.Or(directory[id].Outlet(), string(id))
}

// regions returns where the tags say that it is: a country that is only
// mentioned does not count.
func (p *printer) regions(tags feeds.Tags) []string {
	var out []string
	for _, r := range p.atlas.Primaries(feeds.Codes(tags.Subjects())) {
		out = append(out, r.Slug)
	}
	return out
}

// when writes a time in the reader's zone; "~" marks one that no feed gave.
func (p *printer) when(at time.Time, guessed bool) string {
	mark := ""
	if guessed {
		mark = "~"
	}
	return mark + at.In(p.now.Location()).Format("2006-01-02 15:04")
}

// row writes one row: as JSON, or as time, region codes, countries, headline
// and outlet parted by tabs. A ~ marks a country that is only mentioned.
func (p *printer) row(v any, at string, tags feeds.Tags, title, who string) error {
	p.rows++
	if p.json {
		return writeJSON(p.w, v)
	}
	countries := feeds.Codes(tags.Subjects())
	var codes []string
	for _, r := range p.atlas.Primaries(countries) {
		codes = append(codes, r.Code)
	}
	for _, c := range tags.Mentions() {
		countries = append(countries, "~"+c.Code)
	}
	_, err := fmt.Fprintf(p.w, "%s\t%s\t%s\t%s\t%s\n",
		at, strings.Join(codes, ","), cmp.Or(strings.Join(countries, ","), "-"), title, who)
	return err
}
