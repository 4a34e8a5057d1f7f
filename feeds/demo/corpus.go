package demo

import (
	"cmp"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/feeds"
)

// corpus is everything that was recorded, as it stands in data/.
type corpus struct {
	outlets []*outlet
	items   []*item
	pages   map[string]page
	words   map[string]words
}

// outlet is one row of outlets.tsv.
type outlet struct {
	feeds.Feed
	host   string
	format string // of its feed: rss, atom, rdf, json
	layout string // of its pages
	trait  string // full, opens, slow, failing, hostile or "-"
	items  []*item
}

// item is one entry of data/news.
type item struct {
	outlet     *outlet
	event      string
	region     string // file it stands in
	slug       string
	away       string // address of its page if the outlet's feed gives another's, or empty
	title      string
	then       string // its title in the second edition, or empty if it stays
	later      bool   // it stands in the second edition only
	byline     string
	page       string // key of its full text in data/pages, or empty
	age        time.Duration
	undated    bool // the feed gives no date
	countries  []string
	categories []string
	summary    []string // paragraphs
}

func (it *item) link() string {
	return cmp.Or(it.away, "https://"+it.outlet.host+"/news/"+it.slug)
}

func (it *item) picture() string {
	return "https://" + it.outlet.host + "/pictures/" + it.slug + ".png"
}

// words are the few words a page of one language needs.
type words struct{ Dir, By, MoreWord, LinksWord, brief string }

func readCorpus(files fs.FS) (*corpus, error) {
	c := &corpus{pages: map[string]page{}, words: map[string]words{}}
	if err := eachRow(files, "data/words.tsv", 6, func(f []string) error {
		c.words[f[0]] = words{f[1], f[2], f[3], f[4], f[5]}
		return nil
	}); err != nil {
		return nil, err
	}
	if err := eachRow(files, "data/outlets.tsv", 12, c.addOutlet); err != nil {
		return nil, err
	}
	if err := eachFile(files, "data/pages/*.txt", func(name, text string) error {
		c.pages[name] = parsePage(text)
		return nil
	}); err != nil {
		return nil, err
	}
	if err := eachFile(files, "data/news/*.txt", c.addNews); err != nil {
		return nil, err
	}
	for _, o := range c.outlets {
		slices.SortStableFunc(o.items, func(a, b *item) int { return cmp.Compare(a.age, b.age) })
	}
	return c, nil
}

func (c *corpus) addOutlet(f []string) error {
	u, err := url.Parse(f[2])
	if err != nil {
		return err
	}
	c.outlets = append(c.outlets, &outlet{
		Feed: feeds.Feed{
			ID: feeds.FeedID(f[0]), Name: f[1], URL: f[2], Language: f[5], Country: dash(f[6]),
			Kind: feeds.Kind(f[7]), Affiliation: feeds.Affiliation(f[8]), Family: f[9],
			Tags: strings.Fields(dash(f[10])), Checked: "2026-11-12", FullText: f[11] == "opens",
		},
		host: u.Host, format: f[3], layout: f[4], trait: f[11],
	})
	return nil
}

func dash(s string) string { return strings.TrimPrefix(s, "-") }

// addNews reads one file of data/news; name is the region it is kept under. A
// line "== event CC CC" opens an event and names its countries; a line
// "-- outlet age slug" opens an item, its age with a question mark if the feed
// is to give no date, and "++" opens one that only the second edition has.
// Below it stand the title, fields ("then:" for its title in the second
// edition, "by:", "in:" for categories, "is:" for other countries than the
// event's, "page:", "at:" for a link that is not the outlet's own, "as:" for the
// outlet whose text it carries) and the paragraphs of the summary.
func (c *corpus) addNews(name, text string) error {
	var event string
	var about []string
	var it *item
	for n, line := range strings.Split(text, "\n") {
		var err error
		switch mark, rest, _ := strings.Cut(line, " "); {
		case line == "":
		case mark == "==":
			f := strings.Fields(rest)
			event, about = f[0], f[1:]
		case mark == "--" || mark == "++":
			it, err = c.open(strings.Fields(rest))
			if err == nil {
				it.event, it.region, it.countries, it.later = event, name, about, mark == "++"
			}
		default:
			err = c.describe(it, line)
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return nil
}

// open starts an item from its head line: outlet, age, slug.
func (c *corpus) open(head []string) (*item, error) {
	if len(head) != 3 {
		return nil, fmt.Errorf("want outlet, age and slug, have %q", head)
	}
	i := slices.IndexFunc(c.outlets, func(o *outlet) bool { return string(o.ID) == head[0] })
	if i < 0 {
		return nil, fmt.Errorf("no outlet %q", head[0])
	}
	age, undated := strings.CutSuffix(head[1], "?")
	d, err := parseAge(age)
	if err != nil {
		return nil, err
	}
	it := &item{outlet: c.outlets[i], age: d, undated: undated, slug: head[2]}
	it.outlet.items = append(it.outlet.items, it)
	c.items = append(c.items, it)
	return it, nil
}

// describe adds one line to an item: a field, the title, or a paragraph.
func (c *corpus) describe(it *item, line string) error {
	switch key, value, _ := strings.Cut(line, ": "); {
	case it == nil:
		return fmt.Errorf("%q belongs to no item", line)
	case it.title == "":
		it.title = line
	case key == "then":
		it.then = value
	case key == "by":
		it.byline = value
	case key == "in":
		it.categories = strings.Split(value, "; ")
	case key == "is":
		it.countries = strings.Fields(value)
	case key == "page":
		if _, ok := c.pages[value]; !ok {
			return fmt.Errorf("no page %q", value)
		}
		it.page = value
	case key == "at":
		it.away = value
	case key == "as":
		return c.carry(it, value)
	default:
		it.summary = append(it.summary, line)
	}
	return nil
}

// carry makes it a copy of what another outlet wrote of the same event.
func (c *corpus) carry(it *item, from string) error {
	for _, o := range c.items {
		if o != it && o.event == it.event && string(o.outlet.ID) == from {
			it.byline, it.summary, it.page = o.byline, o.summary, o.page
			it.categories = o.categories
			return nil
		}
	}
	return fmt.Errorf("%s tells nothing of %s yet", from, it.event)
}

// parseAge reads "42m", "3h", "2d" or "1d6h30m".
func parseAge(s string) (time.Duration, error) {
	var days time.Duration
	if d, rest, ok := strings.Cut(s, "d"); ok {
		n, err := strconv.Atoi(d)
		if err != nil {
			return 0, fmt.Errorf("age %q: %w", s, err)
		}
		days, s = time.Duration(n)*24*time.Hour, cmp.Or(rest, "0")
	}
	d, err := time.ParseDuration(s)
	return days + d, err
}

// eachRow calls f with the cells of every row of a table below its head.
func eachRow(files fs.FS, name string, cells int, f func([]string) error) error {
	b, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	for n, line := range strings.Split(strings.TrimSpace(string(b)), "\n")[1:] {
		row := strings.Split(line, "\t")
		if len(row) != cells {
			return fmt.Errorf("read %s: line %d has %d cells, not %d", name, n+2, len(row), cells)
		}
		if err := f(row); err != nil {
			return fmt.Errorf("read %s: line %d: %w", name, n+2, err)
		}
	}
	return nil
}

// eachFile calls f with the base name and text of every file of the pattern.
func eachFile(files fs.FS, pattern string, f func(name, text string) error) error {
	names, err := fs.Glob(files, pattern)
	if err != nil {
		return err
	}
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		if err := f(strings.TrimSuffix(path.Base(name), path.Ext(name)), string(b)); err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
	}
	return nil
}
