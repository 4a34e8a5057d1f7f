package cli

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dateline/feeds"
)

// Query says which stored items a command wants.
type Query struct {
	Since  time.Time // zero: no bound
	Unread bool
}

// listLimit is how many rows list prints unless told.
const listLimit = 50

type listFlags struct {
	items, unread, json bool
	since               string
	limit               int
}

func (r *runner) list() *cobra.Command {
	var f listFlags
	c := &cobra.Command{
		Use: "list", Short: "Print stored stories, newest first", Args: cobra.NoArgs,
		Example: "  dateline list --region middle-east --since 6h\n  dateline list --items --unread --limit 0 --json",
		RunE: r.do(func(cmd *cobra.Command, _ []string) (err error) {
			since, err := parseSince(f.since)
			if err != nil {
				return err
			}
			if f.limit < 0 {
				return UsageError{fmt.Errorf("--limit %d: want 0 for all, or a number of rows", f.limit)}
			}
			lib, err := r.app.Library(cmd.Context(), r.set)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, lib.Close()) }()
			q := Query{Unread: f.unread && f.items}
			if since > 0 {
				q.Since = time.Now().Add(-since)
			}
			items, err := lib.Items(cmd.Context(), q)
			if err != nil {
				return err
			}
			p := &printer{w: bufio.NewWriter(cmd.OutOrStdout()), json: f.json, atlas: r.app.Atlas(), feeds: lib.Directory(), now: time.Now()}
			if f.items {
				return p.items(items, r.set.Regions, f.limit)
			}
			return p.stories(items, r.set.Regions, f.unread, f.limit)
		}),
	}
	c.Flags().BoolVar(&f.items, "items", false, "print single items instead of stories")
	c.Flags().BoolVar(&f.unread, "unread", false, "print only what was not read")
	c.Flags().BoolVar(&f.json, "json", false, "print JSON Lines")
	c.Flags().StringVar(&f.since, "since", "", "print only what was published in this TIME, such as 6h or 2d")
	c.Flags().IntVar(&f.limit, "limit", listLimit, "print at most N rows; 0 prints all")
	return c
}

// parseSince reads a duration that may also be given in days or weeks.
func parseSince(s string) (time.Duration, error) {
	if s == "" {
		return 0, nil
	}
	for unit, hours := range map[string]int{"d": 24, "w": 7 * 24} {
		if n, ok := strings.CutSuffix(s, unit); ok {
			if v, err := strconv.Atoi(n); err == nil && v > 0 && v < 10000 {
				return time.Duration(v*hours) * time.Hour, nil
			}
		}
	}
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return 0, UsageError{fmt.Errorf("--since %s: want a time such as 30m, 6h or 2d", s)}
	}
	return d, nil
}

// printer writes rows as text or as JSON Lines.
type printer struct {
	w     *bufio.Writer
	json  bool
	atlas *feeds.Atlas
	feeds map[feeds.FeedID]feeds.Feed
	now   time.Time
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
	Regions   []string      `json:"regions"`
	Areas     []string      `json:"areas,omitempty"`
	Read      bool          `json:"read"`
	Starred   bool          `json:"starred"`
}

func (p *printer) items(items []feeds.Item, regions []string, limit int) error {
	n := 0
	for _, it := range items {
		if !p.atlas.Match(regions, it.Tags) {
			continue
		}
		if n++; limit > 0 && n > limit {
			break
		}
		codes := feeds.Codes(it.Tags.Countries)
		outlet := cmp.Or(p.feeds[it.Feed].Name, string(it.Feed))
		if err := p.row(itemRow{
			ID: it.ID, Story: it.Story, Feed: it.Feed, Outlet: outlet, Title: it.Title, Summary: it.Summary, URL: it.URL,
			Byline: it.Byline, Wire: it.Wire, Place: it.Place, Language: it.Language,
			Published: it.Published.UTC(), Date: string(it.Date), Seen: it.Seen.UTC(),
			Countries: codes, Regions: p.regions(codes), Areas: feeds.Codes(it.Tags.Areas), Read: it.Read, Starred: it.Starred,
		}, it.Published, codes, it.Title, outlet); err != nil {
			return err
		}
	}
	return p.w.Flush()
}

type storyRow struct {
	Story     feeds.StoryID  `json:"story"`
	Title     string         `json:"title"`
	Outlet    string         `json:"outlet"` // of the lead
	URL       string         `json:"url,omitempty"`
	Updated   time.Time      `json:"updated"`
	Countries []string       `json:"countries"`
	Regions   []string       `json:"regions"`
	Areas     []string       `json:"areas,omitempty"`
	Sources   int            `json:"sources"` // independent of each other
	State     int            `json:"state,omitempty"`
	Wires     map[string]int `json:"wires,omitempty"`
	Unread    bool           `json:"unread"`
	Starred   bool           `json:"starred"`
	Items     []feeds.ItemID `json:"items"`
}

func (p *printer) stories(items []feeds.Item, regions []string, unread bool, limit int) error {
	n := 0
	for _, s := range fold(items) {
		tags := s.Tags()
		if !p.atlas.Match(regions, tags) || unread && !s.Unread() {
			continue
		}
		if n++; limit > 0 && n > limit {
			break
		}
		lead, codes, c := s.Lead(), feeds.Codes(tags.Countries), s.Coverage(p.feeds)
		outlet := cmp.Or(p.feeds[lead.Feed].Name, string(lead.Feed))
		row := storyRow{
			Story: s.ID, Title: lead.Title, Outlet: outlet, URL: lead.URL, Updated: s.Updated().UTC(),
			Countries: codes, Regions: p.regions(codes), Areas: feeds.Codes(tags.Areas),
			Sources: c.Sources, State: c.State, Unread: s.Unread(), Starred: s.Starred(),
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
		if c.Sources > 1 {
			who = fmt.Sprintf("%d src", c.Sources)
		}
		if err := p.row(row, row.Updated, codes, lead.Title, who); err != nil {
			return err
		}
	}
	return p.w.Flush()
}

// fold makes stories of items, the latest updated first.
func fold(items []feeds.Item) []*feeds.Story {
	byID := map[feeds.StoryID]*feeds.Story{}
	var out []*feeds.Story
	for _, it := range items {
		id := cmp.Or(it.Story, feeds.StoryID(it.ID))
		s := byID[id]
		if s == nil {
			s = &feeds.Story{ID: id}
			byID[id] = s
			out = append(out, s)
		}
		s.Put(it)
	}
	slices.SortStableFunc(out, func(a, b *feeds.Story) int {
		return cmp.Or(b.Updated().Compare(a.Updated()), cmp.Compare(b.ID, a.ID))
	})
	return out
}

func (p *printer) regions(countries []string) []string {
	var out []string
	for _, r := range p.atlas.Primaries(countries) {
		out = append(out, r.Slug)
	}
	return out
}

// row writes one row: as JSON, or as time, region codes, countries, headline
// and outlet parted by tabs.
func (p *printer) row(v any, at time.Time, countries []string, title, who string) error {
	if p.json {
		return writeJSON(p.w, v)
	}
	var codes []string
	for _, r := range p.atlas.Primaries(countries) {
		codes = append(codes, r.Code)
	}
	_, err := fmt.Fprintf(p.w, "%s\t%s\t%s\t%s\t%s\n",
		at.In(p.now.Location()).Format("2006-01-02 15:04"), strings.Join(codes, ","), cmp.Or(strings.Join(countries, ","), "-"), title, who)
	return err
}

// writeJSON writes v as one line. Letters outside ASCII stay as they are.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("write the output: %w", err)
	}
	return nil
}
