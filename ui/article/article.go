// Package article is the pane that shows the text of one item: where it comes
// from, the headline, the body, the links, and how much of the text is there.
// It keeps the article as blocks and sets them anew for each width, so the
// reader stays on the paragraph they were on. It fetches nothing: ui hands it
// items and texts, and carries out the actions it answers with. How text becomes
// lines is ui/typeset's.
package article

import (
	"cmp"
	"slices"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

// Version is one item of a story, with the feed of its outlet.
type Version struct {
	Item feeds.Item
	Feed feeds.Feed
}

// Pane shows one version of one story.
type Pane struct {
	th      theme.Theme
	keys    []pane.Key
	finding []pane.Key // beside keys, while words are looked for
	now     func() time.Time

	versions []Version // of the open story, in the order of sides; none if no story is open
	sides    []side    // who tells it, by affiliation
	coverage feeds.Coverage
	day      time.Time // of the newest version, for the reader
	at       int       // the version on show
	tags     feeds.Tags
	regions  string
	article  feeds.Article // always of the item on show
	of       giver         // whose text that is
	length   feeds.Length  // of the text
	links    []feeds.Link  // of it
	fetching bool
	failure  error
	failed   time.Time                // when the page could not be had
	places   map[feeds.ItemID]reading // where the reader was
	mark     mark
	focused  bool
	output   *Output  // of a command, in the place of the text; nil if none
	picture  Picture  // that the reader has asked for
	leave    pane.Key // by which ui goes back
	finder   *finder  // nil if nothing is looked for

	width, height int
	lines         []line // the article, set for width
	top           int    // first line in sight
}

// New makes a pane without a story. The zone of now is the reader's: dates are
// shown in it.
func New(th theme.Theme, remap pane.Remap, now func() time.Time) *Pane {
	return &Pane{
		th: th, keys: keys(remap), finding: findKeys(remap), leave: remap.Bind("back", "back", "esc", "backspace"), now: now,
		places: map[feeds.ItemID]reading{},
	}
}

// SetTheme changes the look.
func (p *Pane) SetTheme(th theme.Theme) {
	p.th = th
	p.set()
}

// Open shows a version of a story, the first one if at is none of them. What
// the feed said stands there until SetArticle brings more. The reader is where
// they were when they last read the item in this session. regions is plain text.
func (p *Pane) Open(versions []Version, at feeds.ItemID, tags feeds.Tags, regions string) {
	p.tags, p.regions = tags, regions
	p.take(versions)
	p.at = max(0, slices.IndexFunc(p.versions, func(v Version) bool { return v.Item.ID == at }))
	if it, ok := p.Item(); ok && it.ID != p.article.Item {
		p.hold(feeds.TextArticle(it, cmp.Or(it.Text, it.Summary)), excerpt)
		p.fetching, p.failure, p.mark, p.finder = false, nil, mark{}, nil
		p.output, p.picture = nil, Picture{}
	}
	p.readFind()
	p.set()
}

// SetArticle brings the text of an item. It is dropped if another item is on
// show, or if it is the feed's own text and the page's is already there. The
// reader stays on the paragraph they are on, if the new text has it.
func (p *Pane) SetArticle(a feeds.Article) {
	of := feedText
	if !a.Fetched.IsZero() {
		of = pageText
	}
	if !p.shows(a.Item) || of < p.of {
		return
	}
	p.carry(a, of)
	p.hold(a, of)
	if of == pageText {
		p.fetching, p.failure = false, nil
	}
	p.set()
}

func (p *Pane) hold(a feeds.Article, of giver) {
	p.article, p.of, p.length, p.links = a, of, a.Length(), a.Links()
	p.readFind()
}

// Differs says whether a text of the item on show is another one than the
// reader sees.
func (p *Pane) Differs(a feeds.Article) bool {
	return p.shows(a.Item) && p.of == feedText && a.Fetched.IsZero() && !slices.EqualFunc(a.Blocks, p.article.Blocks, alike)
}

func alike(a, b feeds.Block) bool { return a.Kind == b.Kind && a.Plain() == b.Plain() }

// Fetching says that the page of an item is being fetched.
func (p *Pane) Fetching(item feeds.ItemID) { p.report(item, true, nil, time.Time{}) }

// Failed says why the page of an item could not be had, and when; nil that it
// is not being fetched. The text that is there stays.
func (p *Pane) Failed(item feeds.ItemID, err error, at time.Time) { p.report(item, false, err, at) }

func (p *Pane) report(item feeds.ItemID, fetching bool, failure error, at time.Time) {
	same := fetching == p.fetching && at.Equal(p.failed) && (failure == nil) == (p.failure == nil)
	if !p.shows(item) || same {
		return
	}
	p.fetching, p.failure, p.failed = fetching, failure, at
	p.set()
}

// Item returns the item on show, if there is one.
func (p *Pane) Item() (feeds.Item, bool) {
	if len(p.versions) == 0 {
		return feeds.Item{}, false
	}
	return p.versions[p.at].Item, true
}

func (p *Pane) shows(id feeds.ItemID) bool {
	it, ok := p.Item()
	return ok && it.ID == id
}

// Links returns the links of the article; the number a reader sees is the
// index plus one.
func (p *Pane) Links() []feeds.Link {
	if len(p.versions) == 0 {
		return nil
	}
	return p.links
}
